import { DAY, type Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { indexOf } from '#modules/members/core'
import { countShape, memberIdShape, MEMBERS, PUBLIC, uuidShape, type Rules } from '#modules/record/core'
import { isOnRoll } from '#modules/voting/core'
import { z } from 'zod'
import { checkPlatform, nameShape, platformShape } from './platform.ts'
import {
  countSignatories,
  FORMING_DAYS,
  livingTendency,
  nextReview,
  signatoriesNeeded,
  TENDENCY_REVIEW,
  type TendenciesRulesSlice,
} from './slice.ts'
import { checkListing, checkSigns, checkTaken, formIfEnough, leave, sign, takeIn } from './signing.ts'
import { isListed, putTendency, type Tendency } from './state.ts'
import { checkSignatory } from './under-name.ts'

/** How many tendencies that are forming one member can have founded at a time: nobody floods the list. */
const MOST_FORMING_EACH = 1

/** The law from which on a tendency can leave its signatories unlisted. */
const LISTED_SINCE = 6

const tendencyShape = z.strictObject({ tendency: uuidShape })
const shapes = {
  'tendency.found': z.strictObject({
    tendency: uuidShape,
    unit: uuidShape,
    name: nameShape,
    platform: platformShape,
    /** Signatories are not listed: only how many they are. Since the sixth law. */
    listed: z.exactOptional(z.literal(false)),
  }),
  'tendency.sign': tendencyShape,
  /** A signatory takes somebody in who signed. */
  'tendency.take': z.strictObject({ tendency: uuidShape, member: memberIdShape }),
  'tendency.leave': tendencyShape,
  /** `signatories`: how many of them are members in good standing and of the unit at this moment. */
  'tendency.review': z.strictObject({ tendency: uuidShape, signatories: countShape(0, 10_000_000) }),
}

export type TendencyLifeActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }

/**
 * Founding a tendency, signing its platform and leaving it. Nobody but its signatories can end it: `tendency.review` is the clerk's,
 * falls due by itself, and ends only what has had too few signatories for the whole time that the rules set.
 */
export const tendencyLifeRules: Rules<TendenciesRulesSlice, TendencyLifeActs> = {
  'tendency.found': {
    since: 5,
    actors: ['member'],
    shape: shapes['tendency.found'],
    audience: () => PUBLIC,
    check(state, { at, by, law, body }) {
      const { tendency, unit, name, platform, listed } = body
      if (listed !== undefined && law < LISTED_SINCE)
        return refuse('malformed', { field: '', problem: 'Unrecognized key: "listed"' })
      if (state.tendencies.tendencies.has(tendency)) return refuse('id-taken', { id: tendency })
      if (!isOnRoll(state, unit, indexOf(state.members, by), at)) return refuse('not-of-unit', { unit })
      return (
        checkTendencyName(state, unit, name) ??
        checkForming(state, indexOf(state.members, by)) ??
        checkPlatform(state, unit, platform)
      )
    },
    apply(state, { at, seq, by, body }) {
      const { tendency: id, unit, name, platform, listed } = body
      const founder = indexOf(state.members, by)
      const until = at + FORMING_DAYS * DAY
      state.tendencies.tendencies.set(id, {
        ...{
          id,
          unit,
          name,
          platform,
          revision: 1,
          by: founder,
          signatories: [founder],
          waiting: [],
          at,
          seq,
        },
        ...(listed === undefined ? {} : { listed }),
        needed: signatoriesNeeded(state, unit, at),
        stage: { kind: 'forming', until },
      })
      state.deadlines.set(TENDENCY_REVIEW, id, until)
      formIfEnough(state, id, at)
    },
  },
  'tendency.sign': {
    since: 5,
    actors: ['member'],
    shape: shapes['tendency.sign'],
    audience: () => MEMBERS,
    check(state, { by, body }) {
      const tendency = livingTendency(state, body.tendency)
      if (isRefusal(tendency)) return tendency
      return checkListing(tendency, true) ?? checkSigns(state, tendency, indexOf(state.members, by))
    },
    apply(state, { by, body }) {
      sign(state, body.tendency, indexOf(state.members, by))
    },
  },
  'tendency.take': {
    since: 5,
    actors: ['member'],
    shape: shapes['tendency.take'],
    audience: () => MEMBERS,
    check(state, { by, body }) {
      const tendency = livingTendency(state, body.tendency)
      if (isRefusal(tendency)) return tendency
      return (
        checkListing(tendency, true) ??
        checkTaken(state, tendency, body.member) ??
        checkSignatory(state, tendency, by)
      )
    },
    apply(state, { at, body }) {
      takeIn(state, body.tendency, indexOf(state.members, body.member), at)
    },
  },
  'tendency.leave': {
    since: 5,
    actors: ['member', 'lapsed'],
    shape: shapes['tendency.leave'],
    audience: () => MEMBERS,
    check(state, { by, body }) {
      const tendency = livingTendency(state, body.tendency)
      if (isRefusal(tendency)) return tendency
      const waits = tendency.waiting.includes(indexOf(state.members, by))
      return checkListing(tendency, true) ?? (waits ? undefined : checkSignatory(state, tendency, by))
    },
    apply(state, { by, body }) {
      leave(state, body.tendency, indexOf(state.members, by))
    },
  },
  'tendency.review': {
    since: 5,
    actors: ['clerk'],
    shape: shapes['tendency.review'],
    audience: () => PUBLIC,
    check(state, { at, body }) {
      const expected = reviewBody(state, body.tendency, at)
      if (isRefusal(expected)) return expected
      return expected.signatories === body.signatories
        ? undefined
        : refuse('wrong-result', { expected, found: body })
    },
    apply(state, { at, body }) {
      state.deadlines.clear(TENDENCY_REVIEW, body.tendency)
      const tendency = state.tendencies.tendencies.get(body.tendency)
      if (tendency !== undefined) review(state, tendency, body.signatories, at)
    },
  },
}

/** The body with which the clerk looks whether a tendency still has enough signatories. */
export function reviewBody(
  state: TendenciesRulesSlice,
  id: string,
  at: Instant,
): TendencyLifeActs['tendency.review'] | Refusal {
  const tendency = livingTendency(state, id)
  if (isRefusal(tendency)) return tendency
  const { stage } = tendency
  const due = stage.kind === 'forming' ? stage.until : 'review' in stage ? stage.review : Infinity
  return due > at
    ? refuse('not-due', { kind: TENDENCY_REVIEW })
    : { tendency: id, signatories: countSignatories(state, tendency) }
}

function review(state: TendenciesRulesSlice, tendency: Tendency, signatories: number, at: Instant): void {
  const { id, unit, stage } = tendency
  // A unit that shrank asks for fewer; one that grew asks for no more than when the tendency formed.
  const needed = Math.min(tendency.needed, signatoriesNeeded(state, unit, at))
  const isEnough = signatories >= needed
  // Whoever may not read who signed takes a tendency that stands for one that is still forming.
  const neverFormed = stage.kind === 'forming' && (isListed(tendency) || !isEnough)
  if (neverFormed || (stage.kind === 'below' && !isEnough)) {
    const why = stage.kind === 'forming' ? 'never-formed' : 'too-few'
    putTendency(state, id, { stage: { kind: 'ended', at, why } })
    return
  }
  if (stage.kind === 'ended') return
  const next = nextReview(state, unit, at)
  const since = stage.kind === 'standing' && isEnough ? stage.since : at
  putTendency(state, id, { needed, stage: { kind: isEnough ? 'standing' : 'below', since, review: next } })
  state.deadlines.set(TENDENCY_REVIEW, id, next)
}

/** Refuses a name that a living tendency of the unit has; who is `but` may keep its own. */
export function checkTendencyName(
  { tendencies }: TendenciesRulesSlice,
  unit: string,
  name: string,
  but?: string,
): Refusal | undefined {
  for (const each of tendencies.tendencies.values())
    if (each.unit === unit && each.id !== but && each.stage.kind !== 'ended' && each.name === name)
      return refuse('tendency-name-taken', { name })
  return undefined
}

function checkForming({ tendencies }: TendenciesRulesSlice, founder: number): Refusal | undefined {
  const forming = [...tendencies.tendencies.values()].filter(
    ({ by, stage }) => by === founder && stage.kind === 'forming',
  )
  return forming.length >= MOST_FORMING_EACH
    ? refuse('forming-already', { name: forming[0]?.name ?? '' })
    : undefined
}
