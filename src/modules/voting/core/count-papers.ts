import { bug } from '#kernel/bug'
import { canonical, type Json } from '#kernel/canonical'
import { atLeast } from '#kernel/fraction'
import { sha256Base64 } from '#kernel/hash'
import { isRefusal } from '#kernel/refusal'
import { countBy, METHODS, type CountResult, type Lot } from '#modules/counting/core'
import { ballotsOf, digestOf, keepDigest, keepPapers, type Papers } from './papers.ts'
import type { RankedCount, RankedQuestion } from './ranked.ts'
import type { OpenVote } from './state.ts'

/** What a count is made with beside the papers: the lot, and who may not be elected any more. */
export interface PapersChoice {
  readonly lot?: Lot | undefined
  readonly withdrawn?: readonly number[]
}

/** Counts by what was counted: question, hash of the papers, lot, withdrawn. The same always comes to the same. */
const counted = new Map<string, CountResult>()
const MOST_KEPT = 16
const digests = new WeakMap<CountResult, string>()

/** Counts papers; the last few counts are remembered, as whoever closes a vote or reads a result asks for them again. */
export function countPapers(
  question: RankedQuestion,
  papers: Papers,
  choice: PapersChoice = {},
): CountResult {
  const key = keyOf(question, papers, choice)
  const found = counted.get(key) ?? countAll(question, papers, choice)
  remember(key, found)
  return found
}

/** Papers and count of the ballots of a vote, with their hashes, made elsewhere: in a thread, by these same functions. */
export interface CountedElsewhere {
  readonly papers: Papers
  readonly papersDigest: string
  readonly result: CountResult
  readonly resultDigest: string
}

/**
 * Takes over what was made of the ballots as they stood at a revision. It decides nothing: once another ballot is cast, papers
 * are made anew, and other papers have another count.
 */
export function keepCounted(
  { ballots, ranked }: Pick<OpenVote, 'ballots' | 'ranked'>,
  revision: number,
  { papers, papersDigest, result, resultDigest }: CountedElsewhere,
): void {
  keepPapers(ballots, revision, papers)
  keepDigest(papers, papersDigest)
  if (ranked !== undefined) remember(keyOf(ranked, papers, {}), result)
  digests.set(result, resultDigest)
}

/** Counts without looking at what was counted before. */
function countAll(
  question: RankedQuestion,
  papers: Papers,
  { lot, withdrawn = [] }: PapersChoice,
): CountResult {
  const result = countBy(METHODS[question.method], ballotsOf(question, papers, withdrawn), { lot })
  return isRefusal(result) ? bug(`papers cannot be counted: ${result.code}`) : result
}

function keyOf(question: RankedQuestion, papers: Papers, { lot, withdrawn = [] }: PapersChoice): string {
  const asked = { question, papers: digestOf(papers), lot: lot ?? null, withdrawn }
  return canonical(asked as unknown as Json)
}

/** Whoever was asked for last goes last. */
function remember(key: string, result: CountResult): void {
  counted.delete(key)
  counted.set(key, result)
  const [oldest] = counted.keys()
  if (counted.size > MOST_KEPT && oldest !== undefined) counted.delete(oldest)
}

/** SHA-256 of a whole result with its stages, worked out once for the same. */
export function digestOfResult(result: CountResult): string {
  const digest = digests.get(result) ?? sha256Base64(canonical(result as unknown as Json))
  digests.set(result, digest)
  return digest
}

/** What a count came to, as an entry says it. */
export function summaryOf(
  result: CountResult,
  papers: Papers,
  { roll, quorum }: { readonly roll: number; readonly quorum: `${number}/${number}` },
): RankedCount {
  const needed = Math.max(1, atLeast(quorum, roll))
  const { ballots, status, winners, quota, ties } = result
  const outcome = ballots < needed ? 'no-quorum' : status
  return {
    ballots,
    needed,
    outcome,
    winners: outcome === 'no-quorum' ? [] : [...winners],
    quota,
    ties: ties.map(({ stage, about, among, settled }) => ({
      stage,
      about,
      among: [...among],
      by: settled.by,
      chosen: settled.by === 'open' ? null : settled.chosen,
    })),
    papers: digestOf(papers),
    result: digestOfResult(result),
  }
}
