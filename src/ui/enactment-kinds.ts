/** Kinds of enactment that a form can propose. */
export const ENACTMENT_KINDS = [
  'resolve',
  'program.adopt',
  'program.change',
  'program.strike',
  'rules.adopt',
  'conduct.adopt',
  'unit.form',
  'unit.rename',
  'issuers.name',
  'mandate.give',
  'mandate.recall',
  'office.open',
  'office.close',
  'council.allot',
  'mandate.bind',
  'mandate.release',
] as const

export type EnactmentKind = (typeof ENACTMENT_KINDS)[number]

/** Where what is filled in depends on the unit, the unit is chosen before the form. */
export const UNIT_FIRST: readonly EnactmentKind[] = [
  'rules.adopt',
  'issuers.name',
  'mandate.give',
  'office.open',
  'council.allot',
  'mandate.bind',
  'mandate.release',
]
