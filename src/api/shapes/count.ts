import { z } from 'zod'
import { METHOD_NAMES } from '#modules/counting/core'
import { listOf } from './common.ts'

const candidate = z.int().meta({ description: 'A place in `candidates`, from 0.' })
const candidates = listOf(candidate)
const votes = z.string().meta({
  description: 'Exact, with as many digits after the point as `digits` says.',
  examples: ['938.24707'],
})
const why = z.enum(['fewest', 'cannot-catch-up', 'seats-filled'])

const causeShape = z.union([
  z.object({ kind: z.literal('first-preferences') }),
  z.object({ kind: z.literal('surplus'), candidate, surplus: votes, of: votes }),
  z.object({ kind: z.literal('exclusion'), candidates, because: why }),
  z.object({ kind: z.literal('keep-values'), iterations: z.int() }),
])

const stageShape = z
  .object({
    cause: causeShape,
    transfers: listOf(
      z.object({
        from: candidate,
        to: z.union([candidate, z.enum(['exhausted', 'rounding'])]),
        votes,
      }),
    ),
    votes: listOf(votes).meta({
      description:
        'After the transfers, in the order of `candidates`; with `exhausted` and `rounding` all ballots.',
    }),
    exhausted: votes,
    rounding: votes,
    quota: votes.nullable(),
    elected: listOf(z.object({ candidate, because: z.enum(['quota', 'majority', 'remaining', 'most']) })),
  })
  .meta({ id: 'CountStage' })

const settledShape = z.union([
  z.object({ by: z.literal('earlier-stage'), stage: z.int(), chosen: candidate }),
  z.object({ by: z.enum(['order', 'no-matter']), chosen: candidate }),
  z.object({
    by: z.literal('lot'),
    chosen: candidate,
    drawn: candidates,
    unopened: listOf(z.string()).meta({ description: 'Whose seed counted as empty.' }),
  }),
  z.object({ by: z.literal('open') }),
])

const tieShape = z
  .object({
    stage: z.int().meta({ description: 'After which stage, from 0.' }),
    about: z.enum(['exclusion', 'surplus', 'election']),
    among: candidates,
    settled: settledShape,
  })
  .meta({ id: 'CountTie' })

const optionsShape = z.object({
  equalRankings: z.enum(['equal', 'exhaust', 'skip', 'one-continuing']),
  skippedRanks: z.union([z.int(), z.literal('any')]),
  duplicates: z.enum(['skip', 'exhaust']),
  unranked: z.enum(['last', 'no-opinion']),
  exclusions: z.enum(['single', 'batch']),
  until: z.enum(['majority', 'two-left']),
  ties: z.enum(['earlier-stages', 'lot']),
})

/** A count of ranked ballots with all its stages, as `plenum count --json` and the auditor make it. */
export const countShape = z
  .object({
    method: z.enum(METHOD_NAMES),
    options: optionsShape,
    candidates: listOf(z.string()).meta({ description: 'Ids of members, in the order of the ballot.' }),
    withdrawn: candidates,
    seats: z.int(),
    ballots: z.int(),
    digits: z.int(),
    guard: z.int().meta({ description: 'How many of the digits only absorb rounding.' }),
    status: z.enum(['decided', 'open-tie']),
    quota: votes.nullable(),
    winners: candidates.meta({ description: 'In the order elected.' }),
    stages: listOf(stageShape),
    ties: listOf(tieShape),
    ranking: listOf(candidates)
      .optional()
      .meta({ description: 'Tiers, best first, where the method makes them.' }),
    pairs: listOf(listOf(z.int()))
      .optional()
      .meta({ description: 'How many prefer the candidate of the row to that of the column.' }),
    points: listOf(z.int()).optional(),
  })
  .meta({ id: 'Count' })
