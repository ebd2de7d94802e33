import type { Json } from '#kernel/canonical'
import { DAY } from '#kernel/instant'
import { appealOf } from './finding.ts'
import { adoptions, textIn, valueIn, wasGiven, type Logged } from './log.ts'
import { boundBy, type Bound } from './measures.ts'

/** What somebody is by the record, and why that came about otherwise than it may. */
export interface Standing {
  readonly status: 'listed' | 'member' | 'lapsed' | 'former' | 'expelled' | 'struck'
  readonly breach?: string | undefined
  /** Whether they ever lost their place on the roll. */
  readonly lost?: boolean
}

const LEAST_NOTICE = 14 * DAY
const MEND = 14 * DAY

/** Everybody who is, or was, on the roll, and all measures that were ever bound. */
export function standings(log: readonly Logged[]): {
  readonly people: ReadonlyMap<string, Standing>
  readonly bound: readonly Bound[]
} {
  const people = new Map<string, Standing>()
  const bound: Bound[] = []
  for (const entry of log) {
    const { type, by, body } = entry
    const member = textIn(body, 'member')
    if (type === 'founding.member') people.set(member, { status: 'listed' })
    if (type === 'founding.strike')
      people.set(member, { status: 'struck', breach: breachOfStrike(log, entry), lost: true })
    if (type === 'member.admit') people.set(member, { status: 'member' })
    if (type === 'standing.mend') people.set(member, { status: 'member', lost: true })
    if (type === 'member.resign') people.set(by, { status: 'former', lost: true })
    if (type === 'standing.lapse')
      people.set(member, { status: 'lapsed', breach: breachOfLapse(log, entry), lost: true })
    if (type === 'case.expire') expire(people, body)
    if (type !== 'case.bind') continue
    const measure = boundBy(log, entry)
    bound.push(measure)
    if (valueIn(body, 'expelled') === null) continue
    people.set(textIn(body, 'expelled', 'member'), { status: 'expelled', breach: measure.breach, lost: true })
  }
  return { people, bound }
}

/** Whoever was expelled may apply again once the measure has ended: nobody else is let go by its end. */
function expire(people: Map<string, Standing>, body: Json): void {
  const former = textIn(body, 'former')
  if (former === '') return
  const breach =
    people.get(former)?.status === 'expelled' ? undefined : 'let go by the end of a measure of another'
  people.set(former, { status: 'former', breach, lost: true })
}

/** Only whoever draws up the list of the founding strikes from it, and only until the list is put to its members. */
function breachOfStrike(log: readonly Logged[], { seq }: Logged): string | undefined {
  const isOver = log.some(({ type, seq: other }) => type === 'motion.propose' && other < seq)
  const isRatified = adoptions(log, 'organization.ratify').some((each) => each.seq < seq)
  return isOver && isRatified ? 'struck from a roll that was ratified' : undefined
}

/** Notice by a keeper of the roll, time to mend it, and nothing while it is contested. */
function breachOfLapse(log: readonly Logged[], { seq, at, body }: Logged): string | undefined {
  const before = log.slice(0, seq)
  const member = textIn(body, 'member')
  const notice = before.findLast(
    (each) => each.type === 'standing.notice' && textIn(each.body, 'member') === member,
  )
  if (notice === undefined) return 'lapsed without notice'
  if (!wasGiven(before, notice.by, 'roll', notice.seq))
    return 'noticed by somebody who does not keep the roll'
  if (at < notice.at + LEAST_NOTICE) return 'lapsed before it could be mended'
  const contest = appealOf(before, 'standing.contest', (each) => each.by === member && each.seq > notice.seq)
  if (contest === undefined) return undefined
  const { finding } = contest
  if (finding === undefined || valueIn(finding.outcome, 'grant') !== false)
    return 'lapsed while it was contested'
  return at >= finding.at + MEND ? undefined : 'lapsed before it could be mended after the panel upheld it'
}
