import { HOUR, type Instant } from '#kernel/instant'
import { decide, type Decision, type Tally } from '#modules/counting/core'
import { amendmentsTo, type Motion } from '#modules/motions/core'
import type { RuleSet } from '#modules/rulebook/core'
import { rulesFor } from '#modules/units/core'
import type { Vote } from '#modules/voting/core'
import { enactments } from './enactments.ts'
import type { Org } from './org.ts'

type ClosedVote = Extract<Vote, { status: 'closed' }>

/** One question of a closed vote, as it was decided and as other rules would have decided the same ballots. */
export interface Recount {
  readonly id: string
  /** The number of the amendment; null where the question is the motion itself. */
  readonly number: number | null
  readonly then: Decision
  readonly now: Decision
  readonly differs: boolean
}

/**
 * What else would have gone otherwise, and how far that can be known: numbers that were measured then, and what the other rules
 * ask. How people would have acted is not known.
 */
export type Otherwise =
  /** It had fewer seconds than would have been asked; nobody can second once the debate is open. */
  | { readonly kind: 'seconds'; readonly had: number; readonly needed: number }
  /** Another length of the debate or of the vote, in hours. */
  | { readonly kind: 'debate' | 'voting'; readonly was: number; readonly would: number }
  /** An amendment that was voted on and would not have been, with the seconds it had; or the other way round. */
  | {
      readonly kind: 'shut-out' | 'let-in'
      readonly number: number
      readonly had: number
      readonly needed: number
    }
  /** Amendments would have ended otherwise, so that another text would have been put to the vote. */
  | { readonly kind: 'text' }

/** A closed vote under other rules. */
export interface VoteUnder {
  readonly vote: ClosedVote
  readonly motion: Motion
  readonly questions: readonly Recount[]
  readonly otherwise: readonly Otherwise[]
  /** Whether any question would have ended otherwise. */
  readonly differs: boolean
}

/** The last votes of a unit, and of the units that follow its rules, as these rules would have decided them; newest first. */
export function whatIf(org: Org, unit: string, rules: RuleSet, count: number): readonly VoteUnder[] {
  const owner = rulesFor(org, unit).unit
  const closed = [...org.voting.votes.values()].filter(
    (vote): vote is ClosedVote =>
      vote.status === 'closed' && (vote.unit === unit || rulesFor(org, vote.unit).unit === owner),
  )
  return closed
    .sort((a, b) => b.closedSeq - a.closedSeq)
    .slice(0, count)
    .flatMap((vote) => voteUnder(org, vote, rules) ?? [])
}

/** One closed vote under other rules; undefined where its motion is not known. */
export function voteUnder(org: Org, vote: ClosedVote, rules: RuleSet): VoteUnder | undefined {
  const motion = org.motions.motions.get(vote.subject.id)
  if (motion === undefined) return undefined
  const questions = vote.items.map((_, i) => recount(org, vote, motion, rules, i))
  const otherwise = [
    ...lengths(vote, motion, rules),
    ...seconds(org, vote, motion, rules),
    ...text(org, vote, rules),
  ]
  return { vote, motion, questions, otherwise, differs: questions.some(({ differs }) => differs) }
}

function recount(org: Org, vote: ClosedVote, motion: Motion, rules: RuleSet, i: number): Recount {
  const [item, result] = [vote.items[i], vote.results[i]]
  const tally: Tally = result?.tally ?? { yes: 0, no: 0, abstain: 0 }
  const asked = thresholdOf(org, vote, motion, rules)
  const then = decide(tally, vote.roll.size, {
    majority: item?.majority ?? asked.majority,
    quorum: vote.quorum,
  })
  const now = decide(tally, vote.roll.size, asked)
  const id = item?.id ?? motion.id
  const number = org.motions.amendments.get(id)?.number ?? null
  return {
    id,
    number,
    then,
    now,
    differs:
      (then.outcome === 'adopted') !== (now.outcome === 'adopted') || hadQuorum(then) !== hadQuorum(now),
  }
}

/** Without a quorum nothing is decided: that is another end than being rejected. */
function hadQuorum({ outcome }: Decision): boolean {
  return outcome !== 'no-quorum'
}

function thresholdOf(org: Org, { subject }: ClosedVote, { enactment }: Motion, rules: RuleSet) {
  return subject.kind === 'motion'
    ? enactments.threshold(org, enactment, rules)
    : { majority: rules.majorities.ordinary, quorum: rules.quorum }
}

/** The rules that held for a motion since its debate opened. */
export function pinnedRules({ stage }: Motion): RuleSet | undefined {
  if ('rules' in stage) return stage.rules.rules
  return 'decided' in stage ? stage.decided.rules.rules : undefined
}

function lengths(vote: ClosedVote, motion: Motion, rules: RuleSet): readonly Otherwise[] {
  const pinned = pinnedRules(motion)
  const voted = (vote.closes - votingFrom(vote)) / HOUR
  return [
    ...(pinned === undefined || pinned.debateHours === rules.debateHours
      ? []
      : [{ kind: 'debate' as const, was: pinned.debateHours, would: rules.debateHours }]),
    ...(voted === rules.votingHours
      ? []
      : [{ kind: 'voting' as const, was: voted, would: rules.votingHours }]),
  ]
}

/** When ballots were taken from: where keys come first that is later, and a vote that began again took them anew. */
function votingFrom({ opens, secret }: ClosedVote): Instant {
  return secret === undefined ? opens : (secret.keysUntil ?? secret.begins)
}

/** The founding needs no seconds, and a meeting decides without them. */
function seconds(org: Org, vote: ClosedVote, motion: Motion, rules: RuleSet): readonly Otherwise[] {
  const had = motion.seconds.length
  const isExempt = motion.enactment.kind === 'organization.ratify' || vote.subject.kind === 'review'
  const proposal: readonly Otherwise[] =
    isExempt || had >= rules.motionSeconds ? [] : [{ kind: 'seconds', had, needed: rules.motionSeconds }]
  return vote.subject.kind === 'amendments' ? [...proposal, ...amendmentSeconds(org, vote, rules)] : proposal
}

function amendmentSeconds(org: Org, vote: ClosedVote, rules: RuleSet): readonly Otherwise[] {
  const needed = rules.amendmentSeconds
  return amendmentsTo(org, vote.subject.id).flatMap<Otherwise>(({ number, seconds, stage }) => {
    const had = seconds.length
    if (stage.kind === 'withdrawn') return []
    const [was, would] = [stage.kind !== 'lapsed', had >= needed]
    return was === would ? [] : [{ kind: was ? 'shut-out' : 'let-in', number, had, needed }]
  })
}

/** What is put to the vote as a motion is the text that its amendments made. */
function text(org: Org, { subject, opens }: ClosedVote, rules: RuleSet): readonly Otherwise[] {
  if (subject.kind !== 'motion') return []
  const before = [...org.voting.votes.values()].find(
    (vote): vote is ClosedVote =>
      vote.status === 'closed' &&
      vote.subject.kind === 'amendments' &&
      vote.subject.id === subject.id &&
      vote.opens < opens,
  )
  return before !== undefined && voteUnder(org, before, rules)?.differs === true ? [{ kind: 'text' }] : []
}
