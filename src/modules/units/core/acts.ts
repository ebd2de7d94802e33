import { freeUuid } from '#kernel/ids'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { createTable, type Journal } from '#kernel/journal'
import {
  PUBLIC,
  textShape,
  uuidShape,
  type EnactmentContext,
  type EnactmentRule,
  type Rules,
} from '#modules/record/core'
import {
  adoptRules,
  breaches,
  ceilingBreaches,
  comparesPairs,
  FLOORS,
  notDemandable,
  ownRules,
  ruleSetShape,
  strictest,
  type Bounds,
  type RuleSet,
} from '#modules/rulebook/core'
import { z } from 'zod'
import { organizationOf, pathUp, type Unit, type UnitsSlice } from './state.ts'

const MOST_UNITS = 10_000

export type UnitsWriter = UnitsSlice & { readonly journal: Journal }

export const MOST_NAME_LENGTH = 120
const nameShape = textShape(MOST_NAME_LENGTH)
const shapes = {
  'organization.found': z.strictObject({
    name: nameShape,
    root: uuidShape,
    rules: ruleSetShape,
    demonstration: z.boolean(),
  }),
  'founding.place': z.strictObject({ unit: uuidShape, name: nameShape, parent: uuidShape }),
}

export type UnitActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }

/** Founding the organization, and its first places. */
export const unitRules: Rules<UnitsWriter, UnitActs> = {
  'organization.found': {
    actors: ['nobody'],
    shape: shapes['organization.found'],
    audience: () => PUBLIC,
    check({ units }, { law, body }) {
      if (units.organization.get() !== undefined) return refuse('already-founded')
      return checkRulesUnder(law, body.rules) ?? checkRules(body.rules, FLOORS)
    },
    apply(state, { seq, at, body: { name, root, rules, demonstration } }) {
      state.units.organization.set({ name, root, foundedAt: at, demonstration, status: 'founding' })
      addUnit(state, { id: root, name, kind: 'place', parent: null, decidedBy: 'members' })
      adoptRules(state.rulebook, state.journal, root, rules, seq)
    },
  },
  'founding.place': {
    actors: ['nobody'],
    shape: shapes['founding.place'],
    audience: () => PUBLIC,
    check(state, { body }) {
      if (state.units.units.has(body.unit)) return refuse('unit-exists', { unit: body.unit })
      return checkNewUnit(state, { ...body, kind: 'place' })
    },
    apply(state, { body }) {
      addUnit(state, {
        id: body.unit,
        name: body.name,
        kind: 'place',
        parent: body.parent,
        decidedBy: 'members',
      })
    },
  },
}

const enactmentShapes = {
  'unit.form': z.strictObject({
    kind: z.literal('unit.form'),
    unit: uuidShape,
    name: nameShape,
    as: z.enum(['place', 'group']),
    parent: uuidShape,
    decidedBy: z.enum(['members', 'delegates']),
  }),
  'unit.rename': z.strictObject({ kind: z.literal('unit.rename'), unit: uuidShape, name: nameShape }),
  'rules.adopt': z.strictObject({ kind: z.literal('rules.adopt'), rules: ruleSetShape }),
}

export type UnitEnactments = {
  [Kind in keyof typeof enactmentShapes]: z.infer<(typeof enactmentShapes)[Kind]>
}

/** Forming and renaming units, and the rules that a unit adopts for itself. */
export const unitEnactments: {
  readonly [Kind in keyof UnitEnactments]: EnactmentRule<UnitsWriter, UnitEnactments[Kind]>
} = {
  'unit.form': {
    shape: enactmentShapes['unit.form'],
    question: () => 'rules',
    check(state, { unit }, { parent, name, as }) {
      if (parent !== unit) return refuse('unit-elsewhere', { unit: parent })
      return checkNewUnit(state, { name, kind: as, parent })
    },
    apply(state, { motion }, { unit, name, as, parent, decidedBy }) {
      const id = freeUuid(state.units.units, unit, motion)
      addUnit(state, { id, name, kind: as, parent, decidedBy })
    },
  },
  'unit.rename': {
    shape: enactmentShapes['unit.rename'],
    question: () => 'rules',
    check({ units }, { unit }, { unit: renamed, name }) {
      if (unit !== renamed) return refuse('unit-elsewhere', { unit: renamed })
      return checkName(units, units.units.get(unit)?.parent ?? null, name, unit)
    },
    apply({ units }, _context, { unit: id, name }) {
      const unit = units.units.get(id)
      if (unit !== undefined) units.units.set(id, { ...unit, name })
      const organization = organizationOf(units)
      if (organization.root === id) units.organization.set({ ...organization, name })
    },
  },
  'rules.adopt': {
    shape: enactmentShapes['rules.adopt'],
    question: () => 'rules',
    check: (state, { unit }, { rules }) => checkRules(rules, boundsFor(state, unit)),
    apply(state, context: EnactmentContext, { rules }) {
      adoptRules(state.rulebook, state.journal, context.unit, rules, context.seq)
    },
  },
}

/**
 * The bounds within which a unit sets its rules: the strictest that those above it set, and the floors. They hold for
 * what is adopted from then on; rules adopted before stay in force.
 */
export function boundsFor({ units, rulebook }: UnitsSlice, unit: string): Bounds {
  const above = pathUp(units, units.units.get(unit)?.parent ?? '')
  return above.flatMap(({ id }) => ownRules(rulebook, id)?.rules.bounds ?? []).reduce(strictest, FLOORS)
}

/** Refuses what a rule set could not have under a law: the keys and methods that came with a later one, what goes beyond its ceilings. */
export function checkRulesUnder(law: number, rules: RuleSet): Refusal | undefined {
  const unknown = SINCE.find(([key, since]) => rules[key] !== undefined && law < since)
  if (unknown !== undefined)
    return refuse('malformed', { field: 'rules', problem: `Unrecognized key: "${unknown[0]}"` })
  if (law >= CEILINGS_SINCE) {
    const found = ceilingBreaches(rules)
    if (found.length > 0) return refuse('rules-outside-bounds', { breaches: found })
  }
  const method = rules.elections?.method
  return method !== undefined && comparesPairs(method) && law < PAIRS_SINCE
    ? refuse('malformed', { field: 'rules.elections.method', problem: `Unrecognized method: "${method}"` })
    : undefined
}

/** From which law on a rule set can have these keys. */
const SINCE = [
  ['directory', 2],
  ['elections', 3],
  ['mandateReportDays', 3],
  ['ballots', 4],
  ['tendencies', 5],
  ['signatures', 6],
  ['discipline', 6],
] as const

/** From which law on nothing can be made to wait for more than a few months. */
const CEILINGS_SINCE = 6

/** From which law on offices can be filled by comparing candidates in pairs. */
const PAIRS_SINCE = 4

function checkRules(rules: RuleSet, bounds: Bounds): Refusal | undefined {
  const act = notDemandable(rules.signatures)
  if (act !== undefined) return refuse('signature-not-demandable', { act })
  const found = breaches(rules, bounds)
  return found.length > 0 ? refuse('rules-outside-bounds', { breaches: found }) : undefined
}

function checkNewUnit(
  { units }: UnitsSlice,
  { name, kind, parent }: { name: string; kind: Unit['kind']; parent: string },
): Refusal | undefined {
  const above = knownUnit(units, parent)
  if (isRefusal(above)) return above
  if (kind === 'place' && above.kind !== 'place') return refuse('place-under-group', { unit: above.name })
  if (units.order.length >= MOST_UNITS) return refuse('too-many-units', { most: MOST_UNITS })
  return checkName(units, parent, name)
}

/** Refuses a name that another unit beside this one has. */
function checkName(
  units: UnitsSlice['units'],
  parent: string | null,
  name: string,
  except?: string,
): Refusal | undefined {
  const same = [...units.units.values()].some(
    (each) => each.parent === parent && each.id !== except && each.name.toLowerCase() === name.toLowerCase(),
  )
  return same ? refuse('unit-name-taken', { name }) : undefined
}

/** Why a typed name cannot be a unit's. Asked at the form, because the act's shape could only say "malformed". */
export function checkTypedName(name: string): Refusal | undefined {
  if (name === '') return refuse('unit-name-missing')
  const { length } = name
  return length > MOST_NAME_LENGTH
    ? refuse('unit-name-too-long', { length, most: MOST_NAME_LENGTH })
    : undefined
}

/** The unit of this id, or the refusal that there is none. */
export function knownUnit(units: UnitsSlice['units'], id: string): Unit | Refusal {
  return units.units.get(id) ?? refuse('unknown-unit', { unit: id })
}

function addUnit({ units, journal }: UnitsWriter, unit: Omit<Unit, 'index'>): void {
  units.units.set(unit.id, { ...unit, index: units.order.length })
  units.order.push(unit.id)
  if (unit.kind === 'group') units.groups.set(unit.id, createTable(journal))
}
