import { z } from 'zod'
import { CASE_PARTS, ENDS, MEASURES, PROTECTION_ENDS, RIGHTS } from '#modules/discipline/core'
import { instantShape, listOf, unitRefShape, whoShape } from './common.ts'

/** What is done in a case, by the last part of the path of the operation that does it. */
export const CASE_DEEDS = [
  'signature',
  'withdrawal',
  'witnesses',
  'statements',
  'last-word',
  'bar',
  'appeal',
  'findings',
  'dissent',
  'protection',
  'protection/reply',
  'protection/appeal',
] as const

export const measureAnswerShape = z
  .object({
    kind: z.enum(MEASURES),
    rights: listOf(z.enum(RIGHTS)).meta({ description: 'Of a suspension: what rests.' }),
    days: z.int().nullable().meta({ description: 'Of a suspension: for how many days.' }),
  })
  .meta({ id: 'Measure' })

const caseFields = {
  id: z.string(),
  number: z.int(),
  unit: unitRefShape,
  ground: z.object({ kind: z.enum(['unity', 'conduct']), number: z.int(), text: z.string() }),
  asked: measureAnswerShape,
  measure: measureAnswerShape.nullable().meta({ description: 'What the panel found for.' }),
  at: instantShape,
  charged: instantShape.nullable().meta({ description: 'When notice was given.' }),
  charging: z.int().meta({ description: 'How many bring the charge.' }),
  stage: z.enum(['signing', 'notice', 'hearing', 'found', 'voting', 'appealable', 'binding', 'ended']),
  until: instantShape.nullable(),
  why: z.enum(ENDS).nullable().meta({ description: 'Why it ended.' }),
  votes: z.int(),
}

export const caseLineShape = z.object(caseFields).meta({
  id: 'CaseLine',
  description: 'What everybody may know. Who is concerned, and what is said, is sealed.',
})

const roleShape = z.enum(['charged', 'charging', 'witness', 'panel', 'voter', 'protection-voter', 'unit'])

export const ownCaseShape = z
  .object({ ...caseFields, roles: listOf(roleShape).meta({ description: 'What you are in it.' }) })
  .meta({ id: 'OwnCase' })

const saidShape = z.object({ by: whoShape, text: z.string(), at: instantShape })

const sealedShape = z
  .object({
    roles: listOf(roleShape).meta({ description: 'What you are in it.' }),
    reads: listOf(z.enum(CASE_PARTS)).meta({ description: 'The parts that you may read.' }),
    may: listOf(z.enum(CASE_DEEDS)).meta({
      description: 'What you can do now, by the last part of the path of its operation.',
    }),
    charged: whoShape.nullable(),
    code: z.string().nullable().meta({
      description: 'For whoever is charged: with it they can show later that the case was theirs.',
    }),
    charging: listOf(whoShape.extend({ signed: z.boolean() })),
    deed: z.object({ kind: z.enum(['deed', 'advocacy']), on: instantShape }).nullable(),
    facts: z.string().nullable(),
    witnesses: listOf(whoShape.extend({ side: z.enum(['charging', 'charged']) })),
    statements: listOf(
      z.object({
        part: z.enum(['charging', 'charged', 'witness', 'last-word']),
        witness: z.int().nullable().meta({ description: 'Which of the witnesses, from 0.' }),
        text: z.string(),
        at: instantShape,
      }),
    ),
    findings: listOf(
      z.object({
        id: z.string(),
        by: whoShape,
        measure: measureAnswerShape.nullable(),
        reasons: z.string(),
        agreed: listOf(whoShape),
        holds: z.boolean(),
      }),
    ),
    dissents: listOf(saidShape),
    vote: z.string().nullable().meta({ description: 'The vote that is open on it.' }),
  })
  .meta({ id: 'SealedCase', description: 'What your part in the case lets you read.' })

const protectionShape = z
  .object({
    rights: listOf(z.enum(RIGHTS)),
    days: z.int(),
    stage: z.enum(['announced', 'contested', 'voting', 'holding', 'ended']),
    opens: instantShape.nullable().meta({ description: 'When the vote on it opens.' }),
    until: instantShape.nullable().meta({ description: 'Until when it holds at the most.' }),
    ended: z.object({ at: instantShape, why: z.enum(PROTECTION_ENDS) }).nullable(),
    vote: z.string().nullable().meta({ description: 'The vote that is open on it.' }),
    said: listOf(
      z.object({ part: z.enum(['asking', 'reply', 'contest']), text: z.string(), at: instantShape }),
    ).meta({ description: 'Empty where you may not read it.' }),
  })
  .meta({ id: 'ProtectiveMeasure' })

export const caseShape = z
  .object({
    ...caseFields,
    panel: z.string().nullable(),
    protection: protectionShape
      .nullable()
      .meta({ description: 'What was asked to hold before the finding.' }),
    sealed: sealedShape.nullable().meta({
      description: 'Null for a token without the scope `sealed`, and for whom the case does not concern.',
    }),
  })
  .meta({ id: 'Case' })
