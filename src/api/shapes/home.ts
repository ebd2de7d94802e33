import { z } from 'zod'
import { instantShape, motionRefShape } from './common.ts'
import { motionOutcomeShape } from './motion.ts'

const motion = motionRefShape
const until = instantShape.meta({ description: 'When it is too late.' })

export const needShape = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('vote'), vote: z.string(), about: z.string(), motion, until }),
    z.object({ kind: z.literal('second'), motion, until }),
    z.object({ kind: z.literal('confirm'), motion, until }),
    z.object({ kind: z.literal('applicants'), waiting: z.int(), ready: z.int() }),
    z.object({ kind: z.literal('election'), id: z.string(), office: z.string(), until }),
    z.object({ kind: z.literal('recall'), id: z.string(), office: z.string(), until }),
    z.object({ kind: z.literal('nomination'), id: z.string(), office: z.string(), until }),
    z.object({ kind: z.literal('seed'), id: z.string(), office: z.string(), until }),
    z.object({
      kind: z.literal('panel'),
      id: z.string(),
      what: z.enum(['seat', 'commit', 'open', 'find']),
      until,
    }),
    z.object({
      kind: z.literal('case'),
      id: z.string(),
      number: z.int(),
      what: z.enum(['sign', 'answer', 'witness', 'find', 'appeal', 'vote', 'reply', 'contest', 'protection']),
      until,
    }),
    z.object({ kind: z.literal('complaint'), id: z.string(), what: z.enum(['answer', 'apart']), until }),
    z.object({ kind: z.literal('report'), mandate: z.string(), office: z.string(), until }),
    z.object({ kind: z.literal('notice'), until }),
    z.object({ kind: z.literal('recovery'), stage: z.enum(['vouching', 'waiting', 'ripe']), until }),
    z.object({ kind: z.literal('found') }),
    z.object({ kind: z.literal('lapsed') }),
  ])
  .meta({ id: 'Need' })

const happened = { seq: z.int(), at: instantShape, motion }

export const newsShape = z
  .discriminatedUnion('kind', [
    z.object({ ...happened, kind: z.literal('proposed') }),
    z.object({ ...happened, kind: z.literal('opened'), vote: z.string(), about: z.string() }),
    z.object({ ...happened, kind: z.literal('decided'), outcome: motionOutcomeShape }),
  ])
  .meta({ id: 'News' })
