import { bug } from '#kernel/bug'
import type { Deadlines } from '#kernel/deadlines'
import { DAY, type Instant } from '#kernel/instant'
import { canonical } from '#kernel/canonical'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { councilArea, type DelegatesSlice } from '#modules/delegates/core'
import { votersOf, votingHome, type MembersSlice } from '#modules/members/core'
import { countShape, PUBLIC, uuidShape, type EnactmentRule, type Rules } from '#modules/record/core'
import { knownUnit, type Unit, type UnitsSlice } from '#modules/units/core'
import { z } from 'zod'
import { apportion, METHODS, type ApportionRule, type Apportionment, type Share } from './apportion.ts'
import type { CouncilsState } from './state.ts'

export const COUNCIL_SEAT = 'council.seat'
export const MOST_SEATS = 1000
export const MOST_FIXED = 20
export const LEAST_INTERVAL = 30
export const MOST_INTERVAL = 1830

export type CouncilsSlice = UnitsSlice &
  MembersSlice &
  Pick<DelegatesSlice, 'delegates'> & { readonly councils: CouncilsState; readonly deadlines: Deadlines }

const ruleShape = {
  method: z.enum(METHODS),
  seats: countShape(0, MOST_SEATS),
  fixed: countShape(0, MOST_FIXED),
}
const allotShape = z.strictObject({
  kind: z.literal('council.allot'),
  council: uuidShape,
  ...ruleShape,
  /** Days after which members are counted again; null where only a motion has them counted. */
  everyDays: countShape(LEAST_INTERVAL, MOST_INTERVAL).nullable(),
})
const wholeShape = z.int().min(0)
const claimShape = z.strictObject({ unit: uuidShape, over: wholeShape, under: z.int().min(1) })
const seatShape = z.strictObject({
  council: uuidShape,
  rule: z.strictObject(ruleShape),
  members: wholeShape,
  seats: wholeShape,
  rows: z.array(
    z.strictObject({
      unit: uuidShape,
      members: wholeShape,
      whole: wholeShape,
      rest: wholeShape,
      won: wholeShape,
      seats: wholeShape,
    }),
  ),
  last: claimShape.nullable(),
  next: claimShape.nullable(),
  tie: z.strictObject({ won: z.array(uuidShape), lost: z.array(uuidShape) }).nullable(),
})

export type SeatActs = {
  'council.seat': Apportionment & { readonly council: string; readonly rule: ApportionRule }
}
export type SeatEnactments = { 'council.allot': z.infer<typeof allotShape> }

/** The units that have seats in a council: the places directly below the one it lies in or is. */
export function seatedUnits({ units }: UnitsSlice, council: Unit): readonly Unit[] {
  const area = councilArea(council)
  return units.order.values().flatMap((id) => {
    const unit = units.units.get(id)
    return unit?.kind === 'place' && unit.parent === area && unit.id !== council.id ? unit : []
  })
}

/**
 * Members in good standing by unit, where they vote: whoever moved counts in the old place for as long as a newcomer
 * waits, so that nobody moves for the day of the count. Who lives in none of these units is not counted.
 */
function countShares(state: CouncilsSlice, council: Unit, at: Instant): readonly Share[] {
  const { members } = state
  const seated = seatedUnits(state, council)
  const placeOf = placesOf(state, seated)
  const counts = seated.map(() => 0)
  const inStanding = votersOf(members, 'member', Infinity)
  for (let index = 0; index < members.ids.length; index++) {
    const place = inStanding(index) ? (placeOf[votingHome(members, index, at)] ?? -1) : -1
    if (place >= 0) counts[place] = (counts[place] ?? 0) + 1
  }
  return seated.map(({ id, index }, i) => ({ unit: id, members: counts[i] ?? 0, formed: index }))
}

/** For every unit by its index, which of the seated ones it is or lies below; -1 where none. */
function placesOf({ units }: UnitsSlice, seated: readonly Unit[]): Int32Array {
  const placeOf = new Int32Array(units.order.length).fill(-1)
  const own = new Map(seated.map(({ id }, i) => [id, i]))
  // Parents are always formed before their children, so one pass in the order of forming is enough.
  for (const [i, id] of units.order.values().entries()) {
    const parent = units.units.get(units.units.get(id)?.parent ?? '')
    placeOf[i] = own.get(id) ?? placeOf[parent?.index ?? -1] ?? -1
  }
  return placeOf
}

/** The body with which the clerk shares out the seats of a council now, or why not. */
export function seatingBody(
  state: CouncilsSlice,
  council: string,
  at: Instant,
): SeatActs['council.seat'] | Refusal {
  const allotment = state.councils.allotments.get(council)
  if (allotment === undefined || allotment.due === null || allotment.due > at)
    return refuse('not-due', { kind: COUNCIL_SEAT })
  const { method, seats, fixed } = allotment
  const rule = { method, seats, fixed }
  return { council, rule, ...apportion(rule, countShares(state, councilOf(state, council), at)) }
}

/** Sharing out the seats of a council when it is time: the counts and the arithmetic stand in the entry. */
export const seatRules: Rules<CouncilsSlice, SeatActs> = {
  'council.seat': {
    since: 3,
    actors: ['clerk'],
    shape: seatShape,
    audience: () => PUBLIC,
    check(state, { at, body }) {
      const expected = seatingBody(state, body.council, at)
      if (isRefusal(expected)) return expected
      const isSame = canonical(expected) === canonical(body)
      return isSame ? undefined : refuse('wrong-seats', { expected, found: body })
    },
    apply({ councils, deadlines }, { seq, at, body: { council, ...seating } }) {
      councils.seatings.set(council, { ...seating, seq, at })
      const allotment = councils.allotments.get(council)
      if (allotment === undefined) return
      const due = allotment.everyDays === null ? null : at + allotment.everyDays * DAY
      councils.allotments.set(council, { ...allotment, due })
      if (due === null) deadlines.clear(COUNCIL_SEAT, council)
      else deadlines.set(COUNCIL_SEAT, council, due)
    },
  },
}

/** Setting how the seats of a council are shared out. Adopted again, it has the members counted again. */
export const seatEnactments: {
  readonly [Kind in keyof SeatEnactments]: EnactmentRule<CouncilsSlice, SeatEnactments[Kind]>
} = {
  'council.allot': {
    since: 3,
    shape: allotShape,
    question: () => 'rules',
    check(state, { unit }, { council, seats, fixed }) {
      const found = knownUnit(state.units, council)
      if (isRefusal(found)) return found
      if (found.decidedBy !== 'delegates') return refuse('no-council', { unit: found.name })
      const area = councilArea(found)
      // Delegates do not decide how many of them each unit sends, unless nobody else decides where they do.
      if (unit !== area) return refuse('unit-elsewhere', { unit: area })
      if (seats + fixed === 0) return refuse('seats-missing')
      return seatedUnits(state, found).length === 0 ? refuse('no-subunits', { unit: found.name }) : undefined
    },
    apply({ councils, deadlines }, { seq, at, motion }, { kind: _kind, ...allotment }) {
      councils.allotments.set(allotment.council, { ...allotment, motion, seq, due: at })
      deadlines.set(COUNCIL_SEAT, allotment.council, at)
    },
  },
}

function councilOf({ units }: UnitsSlice, id: string): Unit {
  return units.units.get(id) ?? bug(`the council ${id} is not a unit`)
}
