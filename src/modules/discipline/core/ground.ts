import { DAY, type Instant } from '#kernel/instant'
import { refuse, type Refusal } from '#kernel/refusal'
import { uuidShape } from '#modules/record/core'
import { isWithin } from '#modules/units/core'
import { z } from 'zod'
import type { CasesRulesSlice } from './slice.ts'
import type { Ground } from './state.ts'

export const groundShape: z.ZodType<Ground> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unity'), point: uuidShape }),
  z.strictObject({
    kind: z.literal('conduct'),
    unit: uuidShape,
    version: z.int().min(1).max(1_000_000),
    number: z.int().min(1).max(1000),
  }),
])

/** Acts that can never be charged: what they say is a view, a vote, or a wish to change something. */
const NEVER_CHARGED =
  /^(motion|amendment|speech|report|rationale|ballot|tendency|candidate|recall|review|member\.vouch|panel|case|complaint|referral)(\.|$)/

/** Refuses a charge that rests on an entry by which somebody said, voted, moved or signed something. */
export function checkCited(cites: { readonly type: string } | null): Refusal | undefined {
  return cites !== null && NEVER_CHARGED.test(cites.type)
    ? refuse('never-charged', { type: cites.type })
    : undefined
}

/** Refuses a ground that is none: an unknown point or rule, one of another unit, or a position, which is open to dispute for ever. */
export function checkGround(state: CasesRulesSlice, unit: string, ground: Ground): Refusal | undefined {
  if (ground.kind === 'unity') {
    const point = state.program.points.get(ground.point)
    if (point === undefined) return refuse('unknown-point', { point: ground.point })
    if (point.kind === 'position') return refuse('position-never-charged', { number: point.number })
    return isWithin(state.units, unit, point.unit)
      ? undefined
      : refuse('unit-elsewhere', { unit: point.unit })
  }
  const rules = state.moderation.conduct.get(ground.unit)?.[ground.version - 1]?.rules
  if (rules?.[ground.number - 1] === undefined) return refuse('unknown-rule', { rule: ground.number })
  return isWithin(state.units, unit, ground.unit)
    ? undefined
    : refuse('unit-elsewhere', { unit: ground.unit })
}

/**
 * Refuses a ground that was not in force on the whole day of the deed: nobody is charged by a rule made afterwards, or gone by then.
 * A deed is told by its day, so that on the day on which a rule began to hold nobody can tell which was first: it is not charged.
 */
export function checkInForce(state: CasesRulesSlice, ground: Ground, on: Instant): Refusal | undefined {
  const { first, below } = chargeableDays(state, ground)
  if (first <= on && on < below) return undefined
  const fact = (day: Instant) => (Number.isFinite(day) ? day : null)
  return refuse('not-in-force', first < below ? { first: fact(first), below: fact(below) } : {})
}

/** Days in UTC on all of which a ground was in force: from the first, below the other; infinite where it never was, or still is. */
export function chargeableDays(state: CasesRulesSlice, ground: Ground): Days {
  const { from, until } =
    ground.kind === 'unity' ? spanOfPoint(state, ground.point) : spanOfConduct(state, ground)
  return { first: Math.ceil(from / DAY) * DAY, below: Math.floor(until / DAY) * DAY }
}

interface Days {
  readonly first: Instant
  readonly below: Instant
}

interface Span {
  readonly from: Instant
  readonly until: Instant
}

const NEVER: Span = { from: Infinity, until: Infinity }

/**
 * When a point stood in the words in which it is charged: from its last change until it was struck. A deed of before it cannot be charged:
 * a majority could else forbid by a change what somebody has already done.
 */
function spanOfPoint(state: CasesRulesSlice, id: string): Span {
  const history = [...(state.program.history.get(id)?.values() ?? [])]
  const adopted = history.findLast(({ did }) => did !== 'struck')
  const struck = history.find(({ did }) => did === 'struck')
  if (adopted === undefined) return NEVER
  const until = struck === undefined ? Infinity : timeOfMotion(state, struck.motion)
  return { from: timeOfMotion(state, adopted.motion), until }
}

/** When a version of rules of conduct held: from its adoption until the next. */
function spanOfConduct(
  { moderation }: CasesRulesSlice,
  { unit, version }: Extract<Ground, { kind: 'conduct' }>,
): Span {
  const versions = moderation.conduct.get(unit) ?? []
  const [own, next] = [versions[version - 1], versions[version]]
  return own === undefined ? NEVER : { from: own.at, until: next?.at ?? Infinity }
}

function timeOfMotion({ motions }: CasesRulesSlice, id: string): Instant {
  const stage = motions.motions.get(id)?.stage
  return stage?.decided?.at ?? (stage?.kind === 'decided' ? stage.at : undefined) ?? Infinity
}
