import { hasBit } from '#kernel/bitmap'
import { DAY, type Instant } from '#kernel/instant'
import { holdsDuty } from '#modules/delegates/core'
import { homeAt, statusAt } from '#modules/members/core'
import type { Motion } from '#modules/motions/core'
import { recoveriesFor, type RecoveryStage } from '#modules/recovery/core'
import { rulesFor } from '#modules/units/core'
import { belongs, voteIdFor, type OpenVote, type Vote } from '#modules/voting/core'
import { foundingIsOpen, type Org } from '#organization'
import { outcomeOf, type Outcome } from './motion-lines.server.ts'
import { reportsOf } from './view-council.server.ts'
import { panelTasks, type PanelTask } from './panel-tasks.server.ts'
import { casesFor, type CaseNeed } from './case-needs.server.ts'
import { complaintTasks, type ComplaintTask } from './view-complaint.server.ts'
import { oncePerEntry } from './once.server.ts'
import { countByStatus, keeperOf } from './roll.server.ts'

const NEWS = 20
const SEARCHED = 200
const REPORT_SOON = 14 * DAY

/** Something that waits for the member who asks; `until` is when it is too late. */
export type Need =
  | {
      readonly kind: 'vote'
      readonly vote: string
      readonly about: Vote['subject']['kind']
      readonly motion: Named
      readonly until: Instant
    }
  | { readonly kind: 'second' | 'confirm'; readonly motion: Named; readonly until: Instant }
  // A vote that is about no motion: `id` is the election, or the petition for a recall.
  | {
      readonly kind: 'election' | 'recall'
      readonly id: string
      readonly office: string
      readonly until: Instant
    }
  // Somebody nominated the member: to be accepted or declined. `id` is the election.
  | { readonly kind: 'nomination'; readonly id: string; readonly office: string; readonly until: Instant }
  // Only a lot decides an election: the words that the member committed to are to be opened.
  | { readonly kind: 'seed'; readonly id: string; readonly office: string; readonly until: Instant }
  // A panel drawn by lot: to take a seat, give words for the lot, open them, or find. `id` is the panel.
  | { readonly kind: 'panel'; readonly id: string; readonly what: PanelTask; readonly until: Instant }
  // A case: what this member's part in it asks of them.
  | CaseNeed
  // Put to somebody elected for complaints, or an order to keep apart. `id` is the complaint.
  | ({ readonly kind: 'complaint' } & ComplaintTask)
  | { readonly kind: 'report'; readonly mandate: string; readonly office: string; readonly until: Instant }
  | { readonly kind: 'applicants'; readonly waiting: number; readonly ready: number }
  | { readonly kind: 'notice'; readonly until: Instant }
  // A way into the member's own account; until it is possible (`waiting`), or is over.
  | { readonly kind: 'recovery'; readonly stage: RecoveryStage['kind']; readonly until: Instant }
  | { readonly kind: 'found' | 'lapsed' }

type Timed = Extract<Need, { readonly until: Instant }>
type Named = Pick<Motion, 'id' | 'number' | 'title'>

/** Something that happened, by the entry in which it did. */
export type News = { readonly seq: number; readonly at: Instant; readonly motion: Named } & (
  | { readonly kind: 'proposed' }
  | { readonly kind: 'opened'; readonly vote: string; readonly about: Vote['subject']['kind'] }
  | { readonly kind: 'decided'; readonly outcome: Outcome }
)

/** What needs this member, what falls due first at the top. */
export function needsOf(org: Org, index: number, now: Instant): readonly Need[] {
  const timed = [
    ...votesFor(org, index),
    ...motionsFor(org, index),
    ...noticeFor(org, index),
    ...electionsFor(org, index),
    ...casesFor(org, index, now),
    ...reportsFor(org, now, index),
    ...complaintTasks(org, index, now).map((task) => ({ kind: 'complaint' as const, ...task })),
    ...panelTasks(org, index, now).map((task) => ({ kind: 'panel' as const, ...task })),
    ...recoveriesFor(org.recoveries, index).map(({ stage: { kind, until } }) => ({
      kind: 'recovery' as const,
      stage: kind,
      until,
    })),
  ]
  return [
    ...standingFor(org, index),
    ...timed.sort((a, b) => a.until - b.until),
    ...applicantsFor(org, index),
  ]
}

const openVotes = oncePerEntry(({ voting }) =>
  [...voting.votes.values()].filter((vote) => vote.status === 'open'),
)
const waitingMotions = oncePerEntry(({ motions }) =>
  [...motions.motions.values()].filter(({ stage }) => stage.kind === 'seconding' || stage.kind === 'entered'),
)

function votesFor(org: Org, index: number): readonly Timed[] {
  return openVotes(org).flatMap<Timed>((vote) => {
    if (!hasBit(vote.onRoll, index) || vote.ballots.has(index)) return []
    const motion = named(org, vote.subject.id)
    return motion === undefined
      ? [officeOfVote(org, vote)].flatMap((each) =>
          each === undefined ? [] : { ...each, until: untilOf(vote) },
        )
      : [{ kind: 'vote', vote: vote.id, about: vote.subject.kind, motion, until: untilOf(vote) }]
  })
}

/** The election or petition that a vote is about, and the office; undefined where it is about a motion. */
export function officeOfVote(
  { elections, delegates }: Org,
  { subject: { kind, id } }: Vote,
): { readonly kind: 'election' | 'recall'; readonly id: string; readonly office: string } | undefined {
  const election = elections.elections.get(id)
  const office =
    elections.offices.get(election?.office ?? '')?.title ??
    delegates.mandates.get(elections.recalls.get(id)?.mandate ?? '')?.office
  return (kind === 'election' || kind === 'recall') && office !== undefined ? { kind, id, office } : undefined
}

/** The vote that waits for somebody, if that is what waits. */
export function voteOf(need: Need): string | undefined {
  if (need.kind === 'vote') return need.vote
  if (need.kind === 'case') return need.vote ?? undefined
  return need.kind === 'election' || need.kind === 'recall' ? voteIdFor(need) : undefined
}

/** Where keys come first, whoever has none when that ends has no vote. */
function untilOf({ secret, keyList, closes }: OpenVote): Instant {
  return keyList === undefined ? (secret?.keysUntil ?? closes) : closes
}

function motionsFor(org: Org, index: number): readonly Timed[] {
  return waitingMotions(org).flatMap<Timed>(({ id, number, title, by, seconds, stage, unit }) => {
    const motion = { id, number, title }
    if (stage.kind === 'seconding' && by !== index && !seconds.includes(index) && belongs(org, unit, index))
      return [{ kind: 'second', motion, until: stage.until }]
    if (stage.kind === 'entered' && stage.by !== index && holdsDuty(org, index, 'meetings', unit))
      return [{ kind: 'confirm', motion, until: stage.until }]
    return []
  })
}

function noticeFor({ members }: Org, index: number): readonly Timed[] {
  const notice = members.notices.get(index)
  return notice === undefined ? [] : [{ kind: 'notice', until: notice.until }]
}

/** Nominations that this member has not answered yet, and seeds that they have not opened. */
function electionsFor({ elections }: Org, index: number): readonly Timed[] {
  return [...elections.elections.values()].flatMap<Timed>(({ id, office, stage, candidates }) => {
    const mine = candidates.find(({ member }) => member === index)
    const { title = '' } = elections.offices.get(office) ?? {}
    if (stage.kind === 'nominating' && mine?.statement === null)
      return [{ kind: 'nomination', id, office: title, until: stage.until }]
    const isSealed = mine !== undefined && mine.commitment !== null && mine.opened === null
    return stage.kind === 'drawing' && isSealed
      ? [{ kind: 'seed', id, office: title, until: stage.until }]
      : []
  })
}

/** Reports on this member's mandates, from two weeks before they are due. */
function reportsFor(org: Org, now: Instant, index: number): readonly Timed[] {
  return [...org.delegates.mandates.values()].flatMap<Timed>((mandate) => {
    if (mandate.holder !== index || mandate.ended !== null) return []
    const { due } = reportsOf(org, mandate, now)
    const { id, office } = mandate
    return due - now > REPORT_SOON ? [] : [{ kind: 'report', mandate: id, office, until: due }]
  })
}

function standingFor(org: Org, index: number): readonly Need[] {
  const status = statusAt(org.members, index)
  if (status === 'lapsed') return [{ kind: 'lapsed' }]
  return status === 'listed' && org.members.organizers.has(index) && foundingIsOpen(org)
    ? [{ kind: 'found' }]
    : []
}

/** Applicants wait for vouchers, whom any member can be; those with enough of them wait for a keeper of the roll. */
function applicantsFor(org: Org, index: number): readonly Need[] {
  const { members } = org
  const waiting = countByStatus(org).applicant ?? 0
  if (waiting === 0 || statusAt(members, index) !== 'member') return []
  const keeps = keeperOf(org, index)
  const ready = [...members.vouches.entries()].filter(([applicant, vouches]) => {
    const { rules } = rulesFor(org, homeAt(org, applicant).id)
    return vouches.length >= rules.vouches && keeps(applicant)
  })
  return [{ kind: 'applicants', waiting, ready: ready.length }]
}

/** What happened last, newest first. */
export const newsOf = oncePerEntry((org): readonly News[] => {
  const motions = org.motions.order
    .values()
    .slice(-SEARCHED)
    .flatMap((id) => org.motions.motions.get(id) ?? [])
  const votes = [...org.voting.votes.values()].slice(-SEARCHED)
  const news: News[] = [
    ...motions.flatMap((motion) => newsOfMotion(org, motion)),
    ...votes.flatMap((vote) => newsOfVote(org, vote)),
  ]
  return news.sort((a, b) => b.seq - a.seq).slice(0, NEWS)
})

function newsOfMotion(org: Org, { id, number, title, seq, at, stage }: Motion): readonly News[] {
  const motion = { id, number, title }
  const proposed: News = { kind: 'proposed', seq, at, motion }
  if (stage.kind !== 'decided') return [proposed]
  return [proposed, { kind: 'decided', seq: stage.seq, at: stage.at, motion, outcome: outcomeOf(org, stage) }]
}

function newsOfVote(org: Org, { id, openedSeq, opens, subject }: Vote): readonly News[] {
  const motion = named(org, subject.id)
  return motion === undefined
    ? []
    : [{ kind: 'opened', seq: openedSeq, at: opens, motion, vote: id, about: subject.kind }]
}

function named({ motions }: Org, id: string): Named | undefined {
  const motion = motions.motions.get(id)
  return motion === undefined ? undefined : { id, number: motion.number, title: motion.title }
}
