import { bug } from '#kernel/bug'
import { canonical, type Json } from '#kernel/canonical'
import { atLeast } from '#kernel/fraction'
import { sha256Base64 } from '#kernel/hash'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import {
  countBy,
  rankedBallots,
  STAGED_METHODS,
  type CountResult,
  type Lot,
  type RankedBallots,
} from '#modules/counting/core'
import { hashShape, memberIdShape } from '#modules/record/core'
import { OFFICE_METHODS, type OfficeMethod } from '#modules/rulebook/core'
import { z } from 'zod'

export const MOST_STANDING = 200

/** What a ranked vote asks: whom of these to how many seats, counted how. */
export const rankedQuestionShape = z.strictObject({
  /** Ids of members in the order of the ballot. */
  candidates: z.array(memberIdShape).min(1).max(MOST_STANDING),
  seats: z.int().min(1).max(MOST_STANDING),
  method: z.enum(OFFICE_METHODS),
  /** What the clerk commits to for lots, or null where it gives no seed. */
  commitment: hashShape.nullable(),
})

/** See `rankedQuestionShape`. */
export type RankedQuestion = z.infer<typeof rankedQuestionShape>

const indexShape = z.int().min(0).max(MOST_STANDING)
/** Candidates by their place in the question, best first; those in one list share a rank. */
export const ranksShape = z.array(z.array(indexShape).min(1).max(MOST_STANDING)).max(MOST_STANDING)

/** Ranks of a ballot: candidates by their place in the question, best first; those in one list share a rank. */
export type Ranks = readonly (readonly number[])[]

/** What a ranked vote came to, as the closing entry says it: who won, what was tied, and hashes of what anybody can count again. */
export const rankedCountShape = z.strictObject({
  /** Members who took part, and how many the quorum asks for. */
  ballots: z.int().min(0),
  needed: z.int().min(0),
  /** `open-tie`: only a lot decides, and its seeds are not opened yet. */
  outcome: z.enum(['decided', 'open-tie', 'no-quorum']),
  /** In the order elected. */
  winners: z.array(indexShape),
  quota: z.string().max(40).nullable(),
  ties: z.array(
    z.strictObject({
      stage: z.int().min(0),
      about: z.enum(['exclusion', 'surplus', 'election']),
      among: z.array(indexShape),
      by: z.enum(['earlier-stage', 'lot', 'order', 'no-matter', 'open']),
      chosen: indexShape.nullable(),
    }),
  ),
  /** SHA-256 of the papers, and of the whole result with all its stages. */
  papers: hashShape,
  result: hashShape,
})

/** See `rankedCountShape`. */
export type RankedCount = z.infer<typeof rankedCountShape>

/** What was on the ballots without whose they were: packed ranks with how many members gave them, in order of the text. */
export type Papers = readonly (readonly [ranks: string, voters: number])[]

/** Whether those who share a rank are understood as meant so; elsewhere such a ballot is refused, not passed over. */
export function mayShareRanks(method: OfficeMethod): boolean {
  return STAGED_METHODS[method].defaults.equalRankings === 'equal'
}

/** The one list of reasons why ranks are no ballot: the clerk, the auditor and the voter's page ask it. */
export function whyRanksInvalid({ candidates, method }: RankedQuestion, ranks: Ranks): Refusal | undefined {
  const named = ranks.flat()
  const unknown = named.find((index) => index >= candidates.length)
  if (unknown !== undefined) return refuse('unknown-candidate', { number: unknown + 1 })
  if (new Set(named).size !== named.length) return refuse('ranked-twice')
  const isShared = ranks.some(({ length }) => length > 1)
  return isShared && !mayShareRanks(method) ? refuse('rank-shared') : undefined
}

/** Ranks as a short text: `2>0=3>1`. A hundred thousand of them must fit into memory. */
export function packRanks(ranks: Ranks): string {
  return ranks.map((rank) => rank.toSorted((a, b) => a - b).join('=')).join('>')
}

/** The ranks of a packed ballot. */
export function unpackRanks(packed: string): Ranks {
  if (packed === '') return []
  return packed.split('>').map((rank) => rank.split('=').map(Number))
}

/** The papers of these ballots. */
export function papersOf(ballots: Iterable<string>): Papers {
  const voters = new Map<string, number>()
  for (const ballot of ballots) voters.set(ballot, (voters.get(ballot) ?? 0) + 1)
  return [...voters].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The papers as ballots for a count, with those candidates out of it who may not be elected any more. */
export function ballotsOf(
  { candidates, seats }: RankedQuestion,
  papers: Papers,
  withdrawn: readonly number[] = [],
): RankedBallots {
  const lines = papers.map(([packed, voters]) => [voters, unpackRanks(packed)] as const)
  return rankedBallots({ candidates, seats, withdrawn, lines })
}

let last: { readonly key: string; readonly result: CountResult } | undefined

/** Counts papers; the last count is remembered, because whoever closes a vote asks for it more than once. */
export function countPapers(
  question: RankedQuestion,
  papers: Papers,
  { lot, withdrawn = [] }: { readonly lot?: Lot | undefined; readonly withdrawn?: readonly number[] } = {},
): CountResult {
  const asked = { question, papers: digestOf(papers), lot: lot ?? null, withdrawn }
  const key = canonical(asked as unknown as Json)
  if (last?.key !== key) {
    const result = countBy(STAGED_METHODS[question.method], ballotsOf(question, papers, withdrawn), { lot })
    last = { key, result: isRefusal(result) ? bug(`papers cannot be counted: ${result.code}`) : result }
  }
  return last.result
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
    result: sha256Base64(canonical(result as unknown as Json)),
  }
}

function digestOf(papers: Papers): string {
  return sha256Base64(canonical(papers))
}
