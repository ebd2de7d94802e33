import type { Fraction } from '#kernel/fraction'
import type { Instant } from '#kernel/instant'
import { idAt, indexOf } from '#modules/members/core'
import type { Majority, Tally } from '#modules/counting/core'
import { amendmentsTo, type Decided, type MeetingCount, type Motion } from '#modules/motions/core'
import { breaches, type RuleVersion } from '#modules/rulebook/core'
import { boundsFor, rulesFor } from '#modules/units/core'
import { voteIdFor } from '#modules/voting/core'
import type { AnyEnactment, Org } from '#organization'
import { sayRefusal } from '#ui/refusals.ts'
import { SOME_ID, whyNot } from './may.server.ts'
import { outcomeOf } from './motion-lines.server.ts'
import { namesFor, tendencyRef } from './view-tendency.server.ts'

/** The numbers of a question, and what they were measured against: all that `decide` needs. */
export interface Counted {
  readonly tally: Tally
  readonly roll: number
  readonly majority: Majority
  readonly quorum: Fraction
}

/** How a motion was decided, with its dissent; undefined while it is not. */
export function viewDecision(org: Org, now: Instant, member: string, motion: Motion) {
  const { stage } = motion
  const decided = stage.kind === 'decided' ? stage : 'decided' in stage ? stage.decided : undefined
  if (decided === undefined) return undefined
  const why = (type: string, body: Readonly<Record<string, string>>): string | null =>
    whyNot(org, now, { by: member, type, unit: motion.unit, body })
  const reports = org.motions.reportsOf.get(motion.id)?.values() ?? []
  return {
    outcome: outcomeOf(org, decided),
    at: decided.at,
    seq: decided.seq,
    notCarriedOut: whyNotCarriedOut(org, motion, decided),
    adopted: decided.adopted,
    vote: decided.vote,
    counted: countedOf(org, decided),
    heldAt: decided.meeting?.heldAt ?? null,
    amendments: amendmentResults(org, motion),
    review: reviewOf(org, now, member, motion, decided),
    revokedBy: decided.revokedBy,
    reportsUntil: decided.reportsUntil,
    mayReport: why('report.file', { report: SOME_ID, motion: motion.id, text: 'x' }),
    reportsFor: namesFor(org, now, {
      ...{ by: member, type: 'report.file', unit: motion.unit },
      body: { report: SOME_ID, motion: motion.id, text: 'x' },
    }),
    reports: reports.flatMap((id) => {
      const report = org.motions.reports.get(id)
      if (report === undefined) return []
      const { seq, text, by, signers } = report
      const tendency = tendencyRef(org, report.tendency)
      const maySign = why('report.sign', { report: id }) === null
      const people = signers.map((index) => idAt(org.members, index))
      return [{ id, seq, text, by: idAt(org.members, by), signers: people, maySign, tendency }]
    }),
  }
}

/** What one officer entered as a meeting's decision, as long as no other has confirmed it. */
export function viewEntered(org: Org, now: Instant, member: string, { id, unit, stage }: Motion) {
  if (stage.kind !== 'entered') return undefined
  const { meeting, rules } = stage
  const possible = { by: member, type: 'meeting.confirm', unit, body: { motion: id } }
  return {
    heldAt: meeting.heldAt,
    counted: countedAt(meeting, rules),
    mayConfirm: whyNot(org, now, possible) === null,
  }
}

/** The record keeps the code of the refusal; what its sentence names stands in the enactment. */
function whyNotCarriedOut(
  org: Org,
  { enactment: any, unit }: Motion,
  { notCarriedOut }: Decided,
): string | null {
  if (notCarriedOut === null) return null
  const enactment = any as AnyEnactment
  const { rules } = rulesFor(org, unit)
  const facts = {
    ...('point' in enactment ? { number: org.program.points.get(enactment.point)?.number ?? 0 } : {}),
    ...('name' in enactment ? { name: enactment.name } : {}),
    ...('days' in enactment ? { days: enactment.days, most: rules.termDays } : {}),
    ...('rules' in enactment ? { breaches: breaches(enactment.rules, boundsFor(org, unit)) } : {}),
  }
  return sayRefusal({ code: notCarriedOut, facts })
}

function countedAt({ tally, roll }: MeetingCount, { rules }: RuleVersion): Counted {
  return { tally, roll, majority: rules.majorities.ordinary, quorum: rules.meetingQuorum }
}

/** The arithmetic of the vote or the meeting that decided. */
function countedOf({ voting }: Org, { vote: id, meeting, rules }: Decided): Counted | null {
  if (meeting !== null) return countedAt(meeting, rules)
  return id === null ? null : (countsOf({ voting }, id)[0] ?? null)
}

/** The counts of a closed vote, question by question; empty while it is open. */
export function countsOf({ voting }: Pick<Org, 'voting'>, id: string): readonly Counted[] {
  const vote = voting.votes.get(id)
  if (vote?.status !== 'closed') return []
  return vote.results.flatMap(({ tally }, i) => {
    const majority = vote.items[i]?.majority
    return majority === undefined ? [] : [{ tally, roll: vote.roll.size, majority, quorum: vote.quorum }]
  })
}

/** What came of each amendment that was put to the vote. */
function amendmentResults(org: Org, { id }: Motion) {
  const vote = org.voting.votes.get(voteIdFor({ kind: 'amendments', id }))
  if (vote?.status !== 'closed') return null
  const counts = countsOf(org, vote.id)
  const all = new Map(amendmentsTo(org, id).map((amendment) => [amendment.id, amendment]))
  const results = vote.items.flatMap((item, i) => {
    const [amendment, counted] = [all.get(item.id), counts[i]]
    if (amendment === undefined || counted === undefined) return []
    const { number, stage } = amendment
    const displacedBy = stage.kind === 'displaced' ? (all.get(stage.by)?.number ?? null) : null
    return [{ id: item.id, number, stage: stage.kind, displacedBy, counted }]
  })
  return { vote: vote.id, results }
}

function reviewOf(org: Org, now: Instant, by: string, motion: Motion, { review, meeting }: Decided) {
  if (meeting === null) return null
  const body = { motion: motion.id }
  const mayPetition = whyNot(org, now, { by, type: 'review.petition', unit: motion.unit, body }) === null
  return {
    until: review?.until ?? null,
    had: review?.petitioners.length ?? 0,
    needed: review?.needed ?? 0,
    mayPetition,
    signed: review?.petitioners.includes(indexOf(org.members, by)) === true,
    underReview: motion.stage.kind !== 'decided',
  }
}
