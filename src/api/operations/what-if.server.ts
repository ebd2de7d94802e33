import { z } from 'zod'
import { uuidShape } from '#modules/record/core'
import { PRESET_NAMES, PRESETS, ruleSetShape, type RuleSet } from '#modules/rulebook/core'
import { refuseToken } from '#modules/tokens/core'
import { organizationOf } from '#modules/units/core'
import type { Org } from '#organization'
import { read } from '#views/read.server.ts'
import { rulesOfMotion, viewUnder } from '#views/what-if.server.ts'
import { operation } from '../operation.server.ts'
import { instantShape, listOf, motionRefShape } from '../shapes/common.ts'
import { outcomeShape } from '../shapes/counted.ts'

const MOST_VOTES = 100

const askedShape = z.strictObject({
  unit: uuidShape.optional().meta({ description: 'Whose votes; left out, the motion’s, or the whole’s.' }),
  under: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('rules'), rules: ruleSetShape }),
      z.strictObject({ kind: z.literal('preset'), preset: z.enum(PRESET_NAMES) }),
      z.strictObject({ kind: z.literal('motion'), motion: uuidShape }),
    ])
    .meta({ description: 'The rules that are asked about: those of a motion are what it is to adopt.' }),
  count: z.int().min(1).max(MOST_VOTES).default(20).meta({ description: 'Of the last votes, how many.' }),
})

const endedShape = z.object({ outcome: outcomeShape, why: listOf(z.string()) })

const voteUnderShape = z
  .object({
    id: z.string(),
    about: z.string(),
    closed: instantShape,
    unit: z.string().meta({ description: 'The name of the unit.' }),
    motion: motionRefShape,
    differs: z.boolean(),
    questions: listOf(
      z.object({
        id: z.string(),
        number: z.int().nullable(),
        differs: z.boolean(),
        then: endedShape,
        now: endedShape.meta({ description: 'The same ballots, by the other rules.' }),
      }),
    ),
    otherwise: listOf(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('seconds'), had: z.int(), needed: z.int() }),
        z.object({ kind: z.enum(['debate', 'voting']), was: z.number(), would: z.number() }),
        z.object({
          kind: z.enum(['shut-out', 'let-in']),
          number: z.int(),
          had: z.int(),
          needed: z.int(),
        }),
        z.object({ kind: z.literal('text') }),
      ]),
    ).meta({ description: 'What else would have gone otherwise, as far as numbers tell.' }),
  })
  .meta({ id: 'VoteUnder' })

export const askWhatIf = operation({
  method: 'post',
  path: '/rulebook/what-if',
  id: 'askWhatIf',
  tag: 'Rulebook',
  summary: 'How the last votes would have ended under other rules',
  description: 'Enters nothing. The same ballots are counted; how people would have acted is not known.',
  needs: 'read',
  body: askedShape,
  answer: z.object({
    unit: z.string(),
    breaches: listOf(z.string()).meta({ description: 'Why the unit could not adopt them.' }),
    votes: listOf(voteUnderShape),
  }),
  async run({ asker, body }) {
    return read(asker, (org) => {
      const rules = rulesUnder(org, body.under)
      const ofMotion =
        body.under.kind === 'motion' ? org.motions.motions.get(body.under.motion)?.unit : undefined
      const unit = body.unit ?? ofMotion ?? organizationOf(org.units).root
      if (rules === undefined || !org.units.units.has(unit)) return refuseToken('unknown-thing')
      return { unit, ...viewUnder(org, unit, rules, body.count) }
    })
  },
})

function rulesUnder(org: Org, under: z.infer<typeof askedShape>['under']): RuleSet | undefined {
  switch (under.kind) {
    case 'rules':
      return under.rules
    case 'preset':
      return PRESETS[under.preset]
    case 'motion':
      return rulesOfMotion(org, under.motion)
  }
}
