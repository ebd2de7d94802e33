import type { Json } from '#kernel/canonical'
import type { Fraction } from '#kernel/fraction'
import { derivedUuid } from '#kernel/ids'
import type { Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import type { ChoiceForm } from '#modules/ballots/core'
import type { BallotRules } from '#modules/rulebook/core'
import type { VotingActs } from './bodies.ts'
import type { RankedQuestion } from './ranked.ts'
import { whyTooFewIssuers } from './issuing-keys.ts'
import { rollOf } from './roll.ts'
import { choiceForm } from './secret-ballot.ts'
import { keyTime, secretQuestion, type VoteKeys } from './secret.ts'
import { announcedKeys } from './announced-keys.ts'
import type { VotingSlice } from './slice.ts'
import type { ItemResult, OpenVote, SubjectRef, Vote, VoteItem } from './state.ts'

/** What a subject puts to the vote: in which unit, which questions, under which quorum, until when. */
export interface Opening {
  readonly unit: string
  readonly items: readonly VoteItem[]
  /** In place of items: candidates to be ranked. The clerk's own commitment is added when it opens. */
  readonly ranked?: Omit<RankedQuestion, 'commitment'>
  readonly quorum: Fraction
  readonly closes: Instant
  /** When members were told that it would be voted on: nobody who gets a vote later has one in this. Since the sixth law. */
  readonly announced?: Instant | undefined
  /** The rules of its secret ballots; where keys are given out first, the end is that much later. */
  readonly secret?: BallotRules | undefined
}

/** A kind of thing that votes are about; modules that put something to the vote bring one. */
export interface VoteSubject<State> {
  /** What is to be voted on, or why nothing is. */
  opening(state: State, id: string, at: Instant): Opening | Refusal
  opened(state: State, vote: Vote): void
  /** What follows from the results, as a field of the closing entry. */
  settle(state: State, vote: OpenVote, results: readonly ItemResult[], at: Instant): Json
  /** Does what the closing entry says. */
  settled(
    state: State,
    vote: Vote,
    settlement: Json,
    entry: { readonly seq: number; readonly at: Instant },
  ): void
}

/** What the clerk brings to an opening: the commitment to its seed for lots, and the keys of a secret vote. */
export interface Brought {
  readonly commitment?: string | null
  readonly keys?: VoteKeys | undefined
}

/** The id of the vote about a subject: everybody derives the same, so several processes agree. */
export function voteIdFor(subject: SubjectRef): string {
  return derivedUuid('vote', subject.kind, subject.id)
}

/**
 * The body with which the clerk opens the vote about a subject now, and its unit. A secret vote cannot open without keys:
 * `ballot-keys-missing`; nor with fewer issuers than members asked for: `issuers-lacking`.
 */
export function openingBody<State extends VotingSlice>(
  subjects: Readonly<Record<string, VoteSubject<State>>>,
  state: State,
  subject: SubjectRef,
  at: Instant,
  { commitment = null, keys }: Brought = {},
): { readonly unit: string; readonly body: VotingActs['vote.open'] } | Refusal {
  const known = Object.hasOwn(subjects, subject.kind) ? subjects[subject.kind] : undefined
  const opening = known?.opening(state, subject.id, at) ?? refuse('unknown-subject', subject)
  if (isRefusal(opening)) return opening
  const vote = voteIdFor(subject)
  if (state.voting.votes.has(vote)) return refuse('vote-opened-already')
  const { unit, items, quorum, announced, secret: rules } = opening
  const { size, digest } = rollOf(state, unit, announced ?? at)
  const roll = announced === undefined ? { size, digest } : { size, digest, announced }
  const ranked = opening.ranked === undefined ? undefined : { ...opening.ranked, commitment }
  const asked = { items: [...items], ...(ranked === undefined ? {} : { ranked }) }
  const secret =
    rules === undefined
      ? {}
      : (whyTooFewIssuers(state, unit) ??
        secretOf(state, rules, {
          keys,
          unit,
          vote,
          at,
          roll: size,
          form: choiceForm(asked, rules.ranksMost),
        }))
  if (isRefusal(secret)) return secret
  const closes = opening.closes + (rules === undefined ? 0 : keyTime(rules, size))
  return { unit, body: { vote, subject, ...asked, quorum, closes, roll, ...secret } }
}

interface Asked {
  readonly keys: VoteKeys | undefined
  readonly unit: string
  readonly vote: string
  readonly at: Instant
  readonly roll: number
  readonly form: ChoiceForm
}

function secretOf(
  state: VotingSlice,
  rules: BallotRules,
  { keys, unit, vote, at, roll, form }: Asked,
): Pick<VotingActs['vote.open'], 'secret'> | Refusal {
  if (keys === undefined) return refuse('ballot-keys-missing', { vote })
  const time = keyTime(rules, roll)
  const keysUntil = time === 0 ? null : at + time
  const announced = announcedKeys(state, unit, keys)
  return isRefusal(announced) ? announced : { secret: secretQuestion(rules, announced, { keysUntil, form }) }
}
