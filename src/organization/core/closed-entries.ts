import { hasBit } from '#kernel/bitmap'
import { fieldOf } from '#kernel/canonical'
import { refuse, type Refusal } from '#kernel/refusal'
import type { Entry, KeptEntry } from '#modules/record/core'
import { isListed, TENDENCY_REVIEW } from '#modules/tendencies/core'
import { couldCloseSo, type OpenVote, type VotingActs } from '#modules/voting/core'
import { SEALED_ACTS, subjects } from './acts.ts'
import { checkHead } from './check.ts'
import type { Org } from './org.ts'

/** What entries whose bodies an auditor may not see leave open. */
export interface ClosedEntries {
  /** Entries so far, by type. */
  readonly types: Readonly<Record<string, number>>
  /** Takes a closed entry: why it cannot stand, as far as its header tells. */
  take(kept: KeptEntry): Refusal | undefined
  /** What stays unchecked about the closed entry itself: the first of a type that rules ask for. */
  leaves(kept: KeptEntry): Refusal | undefined
  /** Whether what is closed can be why this entry is refused. */
  explain(refusal: Refusal, entry: KeptEntry | Entry): boolean
  /** What stays unchecked about an entry that is not refused, or whose refusal is explained. */
  leaveOpen(entry: Entry): Refusal | undefined
}

/** No rule asks whether these were entered but those about texts, which are closed wherever these are: so they explain nothing. */
const ASKED_BY_NO_RULE: ReadonlySet<string> = new Set([
  'speech.give',
  'rationale.add',
  'mandate.report',
  'hiding.appeal',
  'text.hide',
  'text.lift',
  'text.withdraw',
  'text.erase',
])

/** What counts the papers of an election again, which nobody has who may not read its ballots. */
const COUNTS_PAPERS: ReadonlySet<string> = new Set(['election.draw', 'vacancy.fill'])

function isBallot(type: string): boolean {
  return type === 'ballot.cast' || type === 'ballot.rank'
}

/** What is wrong with an entry by itself, whatever else is closed. */
const NEVER_EXPLAINED: ReadonlySet<string> = new Set([
  'malformed',
  'unknown-act',
  'wrong-position',
  'time-goes-back',
  'signature-malformed',
  'signature-wrong',
  'signature-stale',
])

/** Follows what is closed in the record that makes this organization. */
export function createClosedEntries(org: Org): ClosedEntries {
  const types: Record<string, number> = {}
  const ballots = new Map<
    string,
    { readonly voters: Set<number>; readonly sure: Set<number>; count: number }
  >()
  const vouches = new Map<string, number>()
  /** Whether somebody vouched for a recovery: it explains what is said of recoveries, and nothing else. */
  let hasRecoveries = false
  /** Whether somebody signed, or agreed, in a tendency that lists no signatories: it explains what is said of tendencies, and nothing else. */
  let hasUnlisted = false
  /** Whether something is closed of which anything can depend. */
  let isOpenEnded = false

  function take(kept: KeptEntry): Refusal | undefined {
    const { type, by } = kept
    types[type] = (types[type] ?? 0) + 1
    const refusal = checkHead(org, kept)
    if (refusal !== undefined) return refusal
    if (isBallot(type)) return takeBallot(by, type === 'ballot.rank')
    if (type === 'recovery.vouch') hasRecoveries = true
    else if (type.startsWith('unlisted.')) hasUnlisted = true
    else if (type === 'member.vouch') vouches.set(by, (vouches.get(by) ?? 0) + 1)
    else if (!ASKED_BY_NO_RULE.has(type) && !SEALED_ACTS.has(type)) isOpenEnded = true
    return undefined
  }

  /** A ballot was for one of the votes that are open, and on whose roll its voter stands. */
  function takeBallot(by: string, ranks: boolean): Refusal | undefined {
    const voter = org.members.indices.get(by)
    const open = [...org.voting.votes.values()].filter(
      (vote): vote is OpenVote =>
        vote.status === 'open' && vote.secret === undefined && (vote.ranked !== undefined) === ranks,
    )
    const possible = open.filter(({ onRoll }) => voter === undefined || hasBit(onRoll, voter))
    for (const { id } of possible) {
      const hidden = ballots.get(id) ?? { voters: new Set(), sure: new Set(), count: 0 }
      if (voter !== undefined) hidden.voters.add(voter)
      if (voter !== undefined && possible.length === 1) hidden.sure.add(voter)
      hidden.count++
      ballots.set(id, hidden)
    }
    return possible.length > 0 ? undefined : refuse('not-on-roll', { opened: null })
  }

  /** A closed vouch was for one applicant: it explains one that is missing, and no second one. */
  function explainVouches({ facts: { had, needed } }: Refusal): boolean {
    const left = [...vouches].filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a)
    const missing = Number(needed) - Number(had)
    if (left.length < missing) return false
    for (const [by, count] of left.slice(0, missing)) vouches.set(by, count - 1)
    return true
  }

  function explainResult({ at, body }: KeptEntry | Entry): boolean {
    const close = body as VotingActs['vote.close']
    const hidden = ballots.get(close.vote)
    return hidden !== undefined && couldCloseSo(subjects, org, close, hidden, at)
  }

  return {
    types,
    take,
    leaves({ type }) {
      const isFollowed = isBallot(type) || type === 'member.vouch' || ASKED_BY_NO_RULE.has(type)
      return isFollowed || types[type] !== 1 ? undefined : refuse('body-closed', { type })
    },
    explain(refusal, entry) {
      if (NEVER_EXPLAINED.has(refusal.code)) return false
      if (isOpenEnded) return true
      if (hasRecoveries && isOfRecovery(refusal, entry)) return true
      if (hasUnlisted && isOfUnlisted(org, refusal, entry)) return true
      if (refusal.code === 'too-few-vouches') return explainVouches(refusal)
      // What is sealed explains that its public part lacks it, and nothing else: times, stages and majorities are checked all the same.
      if (refusal.code === 'sealed-part-missing')
        return Object.keys(types).some((type) => SEALED_ACTS.has(type))
      if (refusal.code !== 'wrong-result') return false
      return (types['ballot.rank'] ?? 0) > 0 && COUNTS_PAPERS.has(entry.type) ? true : explainResult(entry)
    },
    leaveOpen({ type, body }) {
      if (type !== 'vote.close') return undefined
      const { vote } = body as VotingActs['vote.close']
      const closed = ballots.get(vote)?.count ?? 0
      return closed > 0 ? refuse('ballots-closed', { vote, closed }) : undefined
    },
  }
}

/** Whether it is refused because a recovery is not as far as it says, or because the image takes one for due that went on. */
function isOfRecovery({ facts }: Refusal, { type }: KeptEntry | Entry): boolean {
  const { kind } = facts
  return type.startsWith('recovery.') || (typeof kind === 'string' && kind.startsWith('recovery.'))
}

/** What the rules say of a tendency where who signed, and who agreed to what, cannot be read. */
const SAID_OF_TENDENCIES: ReadonlySet<string> = new Set([
  'not-signatory',
  'not-waiting',
  'proposal-held',
  'tendency-forming',
  'tendency-ended',
])

/** Whether it is refused because of who is in a tendency that lists no signatories, or because its review seems due or not. */
function isOfUnlisted({ tendencies }: Org, { code, facts }: Refusal, entry: KeptEntry | Entry): boolean {
  const { type, at } = entry
  const body = 'body' in entry ? entry.body : null
  if (code === 'something-is-due' && facts['kind'] === TENDENCY_REVIEW) return true
  if (code === 'tendency-name-taken' || code === 'forming-already') return true
  // Of what is due in one moment a review can come first, though the image does not know that it is due.
  if (code === 'something-is-due' && facts['since'] !== at) return false
  const id = fieldOf(body, 'tendency')
  const about = typeof id === 'string' ? tendencies.tendencies.get(id) : undefined
  if (about === undefined || isListed(about)) return false
  return SAID_OF_TENDENCIES.has(code) || type === TENDENCY_REVIEW
}
