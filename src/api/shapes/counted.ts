import { z } from 'zod'
import { decide, whyDecided } from '#modules/counting/core'
import { language } from '#ui/language.ts'
import type { Counted } from '#views/view-decision.server.ts'
import { listOf } from './common.ts'

const tallyShape = z.object({ yes: z.int(), no: z.int(), abstain: z.int() }).meta({ id: 'Tally' })

export const majorityShape = z
  .object({
    share: z.string().meta({ examples: ['2/3'] }),
    more: z.boolean().meta({ description: 'More than the share, instead of at least.' }),
    of: z.enum(['cast', 'present', 'roll']),
  })
  .meta({ id: 'Majority' })

export const outcomeShape = z.enum(['adopted', 'short', 'tied', 'nothing-cast', 'no-quorum'])

export const countedShape = z
  .object({
    outcome: outcomeShape,
    tally: tallyShape,
    roll: z.int().meta({ description: 'How many could vote.' }),
    took: z.int().meta({ description: 'How many took part; abstaining is taking part.' }),
    quorum: z.string(),
    quorumNeeded: z.int(),
    majority: majorityShape,
    base: z.int().meta({ description: 'What the share was taken of.' }),
    needed: z.int().meta({ description: 'How many yes votes that made necessary.' }),
    sentences: listOf(z.string()).meta({ description: 'The same as a person reads it.' }),
  })
  .meta({ id: 'Counted' })

/** A count with its arithmetic, by the function that clerk and auditor decide by. */
export function countedAnswer({ tally, roll, majority, quorum }: Counted): z.infer<typeof countedShape> {
  const decision = decide(tally, roll, { majority, quorum })
  const { outcome, took, quorumNeeded, base, needed } = decision
  return {
    outcome,
    tally,
    roll,
    took,
    quorum,
    quorumNeeded,
    majority,
    base,
    needed,
    sentences: whyDecided(decision, language()),
  }
}
