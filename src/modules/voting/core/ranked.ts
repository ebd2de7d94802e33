import { refuse, type Refusal } from '#kernel/refusal'
import { METHODS } from '#modules/counting/core'
import { hashShape, memberIdShape } from '#modules/record/core'
import { OFFICE_METHODS, type OfficeMethod } from '#modules/rulebook/core'
import { z } from 'zod'
import type { Ranks } from './papers.ts'

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

/** Whether those who share a rank are understood as meant so; elsewhere such a ballot is refused, not passed over. */
export function mayShareRanks(method: OfficeMethod): boolean {
  return METHODS[method].defaults.equalRankings === 'equal'
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
