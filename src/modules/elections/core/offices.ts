import { freeUuid } from '#kernel/ids'
import { refuse } from '#kernel/refusal'
import { checkSeats, checkSender, DUTIES, MOST_OFFICE_LENGTH } from '#modules/delegates/core'
import { countShape, textShape, uuidShape, type EnactmentRule } from '#modules/record/core'
import { rulesFor } from '#modules/units/core'
import { z } from 'zod'
import {
  callElection,
  ELECTION_CALL,
  electionsGoOn,
  NOMINATIONS_CLOSE,
  openOffice,
  type ElectionsRulesSlice,
} from './slice.ts'
import { electionUnderWay, moveElection } from './state.ts'

export const MOST_SEATS = 99

const openShape = z.strictObject({
  kind: z.literal('office.open'),
  office: uuidShape,
  title: textShape(MOST_OFFICE_LENGTH),
  seats: countShape(1, MOST_SEATS),
  days: countShape(1, 3660),
  /** Terms in a row that nobody may exceed. */
  termsMost: countShape(1, 20),
  duties: z.array(z.enum(DUTIES)).max(DUTIES.length),
  council: uuidShape.nullable(),
})
const closeShape = z.strictObject({ kind: z.literal('office.close'), office: uuidShape })

export type OfficeEnactments = {
  'office.open': z.infer<typeof openShape>
  'office.close': z.infer<typeof closeShape>
}

/** Opening an office, which calls its first election by itself, and closing one. */
export const officeEnactments: {
  readonly [Kind in keyof OfficeEnactments]: EnactmentRule<ElectionsRulesSlice, OfficeEnactments[Kind]>
} = {
  'office.open': {
    since: 3,
    shape: openShape,
    question: () => 'ordinary',
    check(state, { unit }, { title, days, council, seats, duties }) {
      // Two at least: or a complaint about one of them has nobody to go to.
      if (duties.includes('complaints') && (seats < 2 || council !== null))
        return refuse('complaint-persons-few')
      const refusal =
        council === null
          ? undefined
          : (checkSender(state.units, unit, council) ?? checkSeats(state, unit, council, seats))
      if (refusal !== undefined) return refusal
      const most = rulesFor(state, unit).rules.termDays
      if (days > most) return refuse('term-too-long', { days, most })
      const isTaken = [...state.elections.offices.values()].some(
        (each) => each.unit === unit && each.closed === null && each.title === title,
      )
      return isTaken ? refuse('office-open-already', { office: title }) : undefined
    },
    apply(state, { at, seq, unit, motion }, { office, title, seats, days, termsMost, duties, council }) {
      const id = freeUuid(state.elections.offices, office, motion)
      const opened = {
        ...{ id, unit, title, seats, termDays: days, termsMost, duties, council, motion, seq },
        ...{ terms: 0, elections: 0, closed: null },
      }
      state.elections.offices.set(id, opened)
      callElection(state, opened, { at, seq }, { term: 1, seats, begins: at, ends: null })
    },
  },
  'office.close': {
    since: 3,
    shape: closeShape,
    question: () => 'ordinary',
    check(state, { unit }, { office: id }) {
      const office = openOffice(state, id)
      if ('refused' in office) return office
      return office.unit === unit ? undefined : refuse('unit-elsewhere', { unit: office.unit })
    },
    // Whoever holds it stays until the term ends; nobody follows.
    apply(state, { at }, { office: id }) {
      const office = state.elections.offices.get(id)
      if (office === undefined) return
      state.elections.offices.set(id, { ...office, closed: at })
      state.deadlines.clear(ELECTION_CALL, id)
      // Else a majority could close an office because of who stands for it. Whoever is elected serves a term, and nobody follows.
      if (electionsGoOn(state)) return
      const election = electionUnderWay(state, id)
      if (election?.stage.kind !== 'nominating') return
      moveElection(state, election.id, { kind: 'failed', vote: null, why: 'office-closed', at })
      state.deadlines.clear(NOMINATIONS_CLOSE, election.id)
    },
  },
}
