import { DAY, type Instant } from '#kernel/instant'
import type { Deadlines } from '#kernel/deadlines'
import { freeUuid } from '#kernel/ids'
import { refuse } from '#kernel/refusal'
import {
  memberIdShape,
  MEMBERS,
  textShape,
  uuidShape,
  countShape,
  type EnactmentRule,
  type Rules,
} from '#modules/record/core'
import { rulesFor, type UnitsSlice } from '#modules/units/core'
import { z } from 'zod'
import { checkSeats, checkSender } from './council.ts'
import { DUTIES, type DelegatesState, type Mandate } from './state.ts'

export const MANDATE_END = 'mandate.end'
export const VACANCY_FILL = 'vacancy.fill'

/** What rules of mandates read. The roll is asked through two questions, because its module asks this one. */
export type DelegatesSlice = UnitsSlice & {
  readonly delegates: DelegatesState
  readonly deadlines: Deadlines
  /** Seats of a unit in a council; undefined where nobody shared them out. Its module counts the roll, so it asks this one. */
  readonly councils: { seatsOf(council: string, unit: string): number | undefined }
  readonly roll: {
    /** Index of a member in good standing, or undefined. */
    standing(id: string): number | undefined
  }
}

export const MOST_OFFICE_LENGTH = 80

const mandateShape = z.strictObject({ mandate: uuidShape })
export type DelegateActs = {
  'mandate.resign': z.infer<typeof mandateShape>
  'mandate.end': z.infer<typeof mandateShape>
}

/** Laying an office down, and the end of a term. */
export const delegateRules: Rules<DelegatesSlice, DelegateActs> = {
  'mandate.resign': {
    actors: ['member'],
    shape: mandateShape,
    audience: () => MEMBERS,
    check({ delegates, roll }, { by, body }) {
      const mandate = delegates.mandates.get(body.mandate)
      if (mandate?.ended !== null) return refuse('unknown-mandate', { mandate: body.mandate })
      return roll.standing(by) === mandate.holder ? undefined : refuse('not-yours', { what: 'mandate' })
    },
    apply: (state, { at, body }) => {
      vacate(state, body.mandate, at)
    },
  },
  'mandate.end': {
    actors: ['clerk'],
    shape: mandateShape,
    audience: () => MEMBERS,
    check: ({ delegates }, { at, body }) => {
      const mandate = delegates.mandates.get(body.mandate)
      return mandate?.ended === null && mandate.until <= at
        ? undefined
        : refuse('not-due', { kind: MANDATE_END })
    },
    apply: (state, { at, body }) => {
      endMandate(state, body.mandate, at)
    },
  },
}

const giveShape = z.strictObject({
  kind: z.literal('mandate.give'),
  mandate: uuidShape,
  office: textShape(MOST_OFFICE_LENGTH),
  duties: z.array(z.enum(DUTIES)).max(DUTIES.length),
  /** A unit decided by delegates, to which this unit sends the member as its delegate. */
  council: uuidShape.nullable(),
  member: memberIdShape,
  days: countShape(1, 3660),
})
const recallShape = z.strictObject({ kind: z.literal('mandate.recall'), mandate: uuidShape })

export type DelegateEnactments = {
  'mandate.give': z.infer<typeof giveShape>
  'mandate.recall': z.infer<typeof recallShape>
}

/** Giving an office for a term, and recalling who holds it. */
export const delegateEnactments: {
  readonly [Kind in keyof DelegateEnactments]: EnactmentRule<DelegatesSlice, DelegateEnactments[Kind]>
} = {
  'mandate.give': {
    shape: giveShape,
    question: () => 'ordinary',
    check(state, { unit }, { member, days, council, duties }) {
      // Whoever hears of harm is elected, by members who know for what.
      if (duties.includes('complaints')) return refuse('complaint-persons-few')
      const refusal =
        council === null
          ? undefined
          : (checkSender(state.units, unit, council) ?? checkSeats(state, unit, council, 1))
      if (refusal !== undefined) return refusal
      if (state.roll.standing(member) === undefined) return refuse('not-in-standing', { member })
      const most = rulesFor(state, unit).rules.termDays
      return days > most ? refuse('term-too-long', { days, most }) : undefined
    },
    apply(state, { at, seq, unit, motion }, { mandate, member, days, office, duties, council }) {
      const holder = state.roll.standing(member)
      if (holder === undefined) return
      giveMandate(state, {
        id: freeUuid(state.delegates.mandates, mandate, motion),
        unit,
        council,
        office,
        duties,
        holder,
        from: at,
        until: at + days * DAY,
        seq,
        motion,
        ended: null,
      })
    },
  },
  'mandate.recall': {
    shape: recallShape,
    question: () => 'ordinary',
    check({ delegates }, { unit }, { mandate: id }) {
      const mandate = delegates.mandates.get(id)
      if (mandate?.ended !== null) return refuse('unknown-mandate', { mandate: id })
      return mandate.unit === unit ? undefined : refuse('unit-elsewhere', { unit: mandate.unit })
    },
    apply: (state, { at }, { mandate }) => {
      vacate(state, mandate, at)
    },
  },
}

/** Puts a mandate into force; its end falls due by itself. */
export function giveMandate({ delegates, deadlines }: MandatesSlice, mandate: Mandate): void {
  delegates.mandates.set(mandate.id, mandate)
  deadlines.set(MANDATE_END, mandate.id, mandate.until)
}

type MandatesSlice = { readonly delegates: DelegatesState; readonly deadlines: Deadlines }

/** Ends a mandate before its term. What an election gave is then to be filled, which falls due at once. */
export function vacate(state: MandatesSlice, id: string, at: Instant): void {
  const mandate = state.delegates.mandates.get(id)
  if (mandate?.ended !== null) return
  endMandate(state, id, at)
  if (mandate.elected !== undefined) state.deadlines.set(VACANCY_FILL, id, at)
}

/** Ends what elections gave to a member who leaves or whose standing lapses. */
export function vacateAll(state: MandatesSlice, holder: number, at: Instant): void {
  for (const { id, holder: by, elected } of state.delegates.mandates.values())
    if (by === holder && elected !== undefined) vacate(state, id, at)
}

function endMandate({ delegates, deadlines }: MandatesSlice, id: string, at: Instant): void {
  const mandate = delegates.mandates.get(id)
  if (mandate === undefined) return
  delegates.mandates.set(id, { ...mandate, ended: at })
  deadlines.clear(MANDATE_END, id)
}
