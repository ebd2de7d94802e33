import { z } from 'zod'
import { enactments } from '#organization'
import { instantShape, listOf, unitRefShape, tendencyRefShape, whoShape, whyNotShape } from './common.ts'
import { countedShape } from './counted.ts'
import { clauseDiffShape, clauseShape, collisionShape } from './texts.ts'

const stageShape = z
  .enum([
    'seconding',
    'debate',
    'amending',
    'amended',
    'voting',
    'entered',
    'decided',
    'review',
    'review-voting',
    'lapsed',
    'withdrawn',
  ])
  .meta({ id: 'Stage' })

export const motionOutcomeShape = z
  .enum(['adopted', 'rejected', 'notDecided', 'revoked'])
  .meta({ id: 'Outcome' })

export const motionLineShape = z
  .object({
    id: z.string(),
    number: z.int(),
    title: z.string(),
    unit: unitRefShape,
    by: whoShape,
    stage: stageShape,
    at: instantShape.nullable().meta({
      description: 'Until when the stage lasts, or when the motion was decided, lapsed or withdrawn.',
    }),
    outcome: motionOutcomeShape.nullable(),
    vote: z.string().nullable().meta({ description: 'The open vote about it.' }),
  })
  .meta({ id: 'MotionLine' })

const stepShape = z
  .object({
    kind: z.enum([
      'held',
      'proposed',
      'entered',
      'seconds',
      'debate',
      'frozen',
      'amendments',
      'vote',
      'decided',
      'open-to-review',
      'review',
      'review-vote',
      'revoked',
      'lapsed',
      'withdrawn',
    ]),
    state: z.enum(['done', 'now', 'next']),
    from: instantShape.nullable(),
    until: instantShape.nullable(),
  })
  .meta({ id: 'Step' })

export const amendmentStageShape = z.enum([
  'proposed',
  'withdrawn',
  'lapsed',
  'adopted',
  'rejected',
  'displaced',
])

const amendmentShape = z
  .object({
    id: z.string(),
    number: z.int(),
    seq: z.int(),
    by: whoShape,
    reason: z.string().nullable(),
    seconds: z.int(),
    stage: amendmentStageShape,
    displacedBy: z.int().nullable().meta({ description: 'The number of the one that had more votes.' }),
    diffs: listOf(clauseDiffShape).meta({ description: 'What it changes in the text as proposed.' }),
    maySecond: z.boolean(),
    mayWithdraw: z.boolean(),
  })
  .meta({ id: 'Amendment' })

const reportShape = z
  .object({
    id: z.string(),
    seq: z.int(),
    text: z.string(),
    by: whoShape,
    signers: listOf(whoShape),
    tendency: tendencyRefShape,
    maySign: z.boolean(),
  })
  .meta({ id: 'MinorityReport' })

const decisionShape = z
  .object({
    outcome: motionOutcomeShape,
    adopted: z.boolean(),
    at: instantShape,
    seq: z.int(),
    notCarriedOut: z.string().nullable().meta({ description: 'Why it could not be carried out, if so.' }),
    vote: z.string().nullable(),
    counted: countedShape.nullable(),
    heldAt: instantShape.nullable().meta({ description: 'When the meeting was, if one decided.' }),
    amendments: z
      .object({
        vote: z.string(),
        results: listOf(
          z.object({
            id: z.string(),
            number: z.int(),
            stage: amendmentStageShape,
            displacedBy: z.int().nullable(),
            counted: countedShape,
          }),
        ),
      })
      .nullable(),
    review: z
      .object({
        until: instantShape.nullable(),
        had: z.int(),
        needed: z.int(),
        mayPetition: z.boolean(),
        signed: z.boolean(),
        underReview: z.boolean(),
      })
      .nullable(),
    revokedBy: z.string().nullable(),
    reportsUntil: instantShape,
    mayReport: whyNotShape,
    reports: listOf(reportShape),
  })
  .meta({ id: 'Decision' })

export const motionShape = z
  .object({
    id: z.string(),
    number: z.int(),
    title: z.string(),
    unit: unitRefShape,
    by: whoShape,
    at: instantShape,
    seq: z.int(),
    stage: stageShape,
    until: instantShape.nullable(),
    vote: z.string().nullable(),
    enactment: enactments.shape,
    clauses: listOf(clauseShape).meta({ description: 'The text as it stands.' }),
    proposed: listOf(clauseShape).meta({ description: 'The text as proposed: amendments change this.' }),
    diffs: z.object({
      point: listOf(clauseDiffShape).nullable().meta({ description: 'What it changes in a point.' }),
      amended: listOf(clauseDiffShape).nullable().meta({ description: 'What amendments changed in it.' }),
    }),
    rules: z.object({ unit: z.string(), name: z.string(), version: z.int(), isPinned: z.boolean() }),
    steps: listOf(stepShape),
    seconds: z.object({ by: listOf(whoShape), needed: z.int().nullable() }),
    amendments: z.object({
      items: listOf(amendmentShape),
      collisions: listOf(collisionShape),
      needed: z.int(),
      frozen: instantShape.nullable().meta({ description: 'From when no further amendment is taken.' }),
    }),
    speeches: z.int().meta({ description: 'How many were given.' }),
    decision: decisionShape.nullable(),
    entered: z.object({ heldAt: instantShape, counted: countedShape, mayConfirm: z.boolean() }).nullable(),
    may: z.object({
      second: whyNotShape,
      withdraw: whyNotShape,
      amend: whyNotShape,
      speak: whyNotShape,
    }),
  })
  .meta({ id: 'Motion' })

export const speechShape = z
  .object({
    id: z.string(),
    by: whoShape,
    at: instantShape,
    seq: z.int(),
    side: z.enum(['for', 'against']),
    text: z.string(),
  })
  .meta({ id: 'Speech' })

export const previewShape = z
  .object({
    chosen: listOf(z.string()).meta({ description: 'The amendments that are made here.' }),
    clauses: listOf(clauseShape).nullable().meta({ description: 'The text; null where some collide.' }),
    diffs: listOf(clauseDiffShape).nullable(),
    collisions: listOf(collisionShape),
  })
  .meta({ id: 'Preview' })
