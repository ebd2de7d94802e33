import type { Instant } from '#kernel/instant'
import { createTable, type Journal, type Table } from '#kernel/journal'
import { pathUp, type UnitsState } from '#modules/units/core'

export const DUTIES = ['roll', 'meetings', 'moderation', 'complaints'] as const

/** What a mandate is for besides its name: keeping the roll, entering what meetings decided, hiding what breaks a rule of conduct, answering complaints about harm. */
export type Duty = (typeof DUTIES)[number]

/** From which law on there are duties that the first did not have. */
const SINCE: Readonly<Partial<Record<Duty, number>>> = { moderation: 6, complaints: 6 }

/** The first of these duties that the law in force does not know, if there is one. */
export function unknownDuty(duties: unknown, law: number): Duty | undefined {
  return Array.isArray(duties)
    ? DUTIES.find((duty) => duties.includes(duty) && law < (SINCE[duty] ?? 1))
    : undefined
}

/** An office that a unit gave to a member for a term. It ends with its term and nobody can make it longer. */
export interface Mandate {
  readonly id: string
  /** The unit that gave it, can recall it, and for which its duties hold. */
  readonly unit: string
  /** The council to which the unit sends the holder as its delegate, if it does. */
  readonly council: string | null
  readonly office: string
  readonly duties: readonly Duty[]
  /** Index of the holder on the roll. */
  readonly holder: number
  readonly from: Instant
  readonly until: Instant
  /** The entry that gave it, and the motion if there was one. */
  readonly seq: number
  readonly motion: string | null
  readonly ended: Instant | null
  /** Where an election gave it and no motion: which, in which office, for its how manieth term. */
  readonly elected?: { readonly election: string; readonly office: string; readonly term: number }
}

export interface DelegatesState {
  readonly mandates: Table<string, Mandate>
}

export function createDelegates(journal: Journal): DelegatesState {
  return { mandates: createTable(journal) }
}

/** Whether a member holds a mandate with this duty in the unit, or in one above it. */
export function holdsDuty(
  { delegates, units }: { readonly delegates: DelegatesState; readonly units: UnitsState },
  holder: number,
  duty: Duty,
  unit: string,
): boolean {
  const path = new Set(pathUp(units, unit).map(({ id }) => id))
  return [...delegates.mandates.values()].some(
    (mandate) =>
      mandate.ended === null &&
      mandate.holder === holder &&
      mandate.duties.includes(duty) &&
      path.has(mandate.unit),
  )
}

/** The indices of those who sit in a council. */
export function delegatesIn(state: DelegatesState, unit: string): ReadonlySet<number> {
  const sitting = [...state.mandates.values()].filter(
    (mandate) => mandate.ended === null && mandate.council === unit,
  )
  return new Set(sitting.map(({ holder }) => holder))
}
