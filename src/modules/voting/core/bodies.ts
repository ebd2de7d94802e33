import type { Json } from '#kernel/canonical'
import { isFraction, type Fraction } from '#kernel/fraction'
import { hashShape, uuidShape } from '#modules/record/core'
import { z } from 'zod'
import { boardShape, type Board } from './board.ts'
import { MOST_QUESTIONS } from './names.ts'
import type { PollingActs } from './polling-bodies.ts'
import { rankedCountShape, rankedQuestionShape, ranksShape, type RankedCount } from './ranked.ts'
import { secretShape } from './secret.ts'
import { CHOICES, type ItemResult } from './state.ts'

const subjectShape = z.strictObject({ kind: z.string().min(1).max(40), id: uuidShape })
const fraction = z.custom<Fraction>((text) => typeof text === 'string' && isFraction(text))
const wholeShape = z.int().min(0)
const tallyShape = z.strictObject({ yes: wholeShape, no: wholeShape, abstain: wholeShape })

/** The body of a ballot. */
export const ballotShape = z.strictObject({
  vote: uuidShape,
  choices: z.array(z.enum(CHOICES)).min(1).max(MOST_QUESTIONS),
})

/** The bodies of all acts of votes. */
export const votingShapes = {
  'vote.open': z.strictObject({
    vote: uuidShape,
    subject: subjectShape,
    items: z
      .array(
        z.strictObject({
          id: uuidShape,
          majority: z.strictObject({
            share: fraction,
            more: z.boolean(),
            of: z.enum(['cast', 'present', 'roll']),
          }),
        }),
      )
      .max(MOST_QUESTIONS),
    /** Since the third law. */
    ranked: z.exactOptional(rankedQuestionShape),
    quorum: fraction,
    closes: wholeShape,
    roll: z.strictObject({
      size: wholeShape,
      digest: z.string().length(44),
      /** When the vote was announced: whoever had no vote then has none in it. Since the sixth law. */
      announced: z.exactOptional(wholeShape),
    }),
    /** Since the fourth law, where the rules want the vote to be secret. */
    secret: z.exactOptional(secretShape),
  }),
  'ballot.cast': ballotShape,
  'ballot.rank': z.strictObject({ vote: uuidShape, ranks: ranksShape }),
  'vote.keys': z.strictObject({ vote: uuidShape, count: wholeShape, keys: z.array(hashShape) }),
  'vote.renew': z.strictObject({
    vote: uuidShape,
    /** Backups have no keys of votes; or the server says that it lost them. */
    why: z.enum(['restored', 'lost']),
    secret: secretShape,
    closes: wholeShape,
  }),
  'vote.close': z.strictObject({
    vote: uuidShape,
    /** Since the third law, where candidates were ranked. */
    count: z.exactOptional(rankedCountShape),
    results: z.array(
      z.strictObject({
        tally: tallyShape,
        outcome: z.enum(['adopted', 'short', 'tied', 'nothing-cast', 'no-quorum']),
      }),
    ),
    /** Since the fourth law, of a secret vote: its ballots. */
    secret: z.exactOptional(boardShape),
    settlement: z.json(),
  }),
}

type Parsed<Type extends keyof typeof votingShapes> = z.infer<(typeof votingShapes)[Type]>

export type VotingActs = PollingActs & {
  'vote.open': Parsed<'vote.open'>
  'ballot.cast': Parsed<'ballot.cast'>
  'ballot.rank': Parsed<'ballot.rank'>
  'vote.keys': Parsed<'vote.keys'>
  'vote.renew': Parsed<'vote.renew'>
  'vote.close': {
    vote: string
    results: ItemResult[]
    count?: RankedCount
    secret?: Board
    settlement: Json
  }
}
