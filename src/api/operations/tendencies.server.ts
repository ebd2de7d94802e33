import { z } from 'zod'
import { refuseToken } from '#modules/tokens/core'
import { read } from '#views/read.server.ts'
import { viewTendencies, viewTendency } from '#views/view-tendency.server.ts'
import { whoIs } from '#views/who.server.ts'
import { operation } from '../operation.server.ts'
import { idParams, instantShape, listOf, unitRefShape, whoShape, whyNotShape } from '../shapes/common.ts'
import { amendmentStageShape } from '../shapes/motion.ts'

const TAG = 'Tendencies'

const lineFields = {
  id: z.string(),
  name: z.string(),
  unit: unitRefShape,
  stage: z.enum(['forming', 'standing', 'below', 'ended']),
  count: z.int().meta({ description: 'Signatories in good standing and of the unit.' }),
  needed: z.int(),
}

const stanceShape = z
  .object({
    stance: z.enum(['affirm', 'change', 'strike', 'own']),
    point: z.string().nullable().meta({ description: 'The point of the program; null for one of its own.' }),
    clauses: listOf(z.string()).meta({ description: 'What the point should say.' }),
    salience: z.int().meta({ description: 'How much it matters, from 1 to 5.' }),
    rationale: z.string(),
  })
  .meta({ id: 'Stance' })

export const listTendencies = operation({
  method: 'get',
  path: '/tendencies',
  id: 'listTendencies',
  tag: TAG,
  summary: 'Tendencies, those that live first',
  needs: 'read',
  answer: z.object({ items: listOf(z.object(lineFields).meta({ id: 'TendencyLine' })) }),
  async run({ asker }) {
    const items = await read(asker, viewTendencies)
    return { items: items.map((each) => ({ ...each, stage: each.stage.kind })) }
  },
})

const tendencyShape = z
  .object({
    ...lineFields,
    by: whoShape,
    at: instantShape,
    platform: listOf(stanceShape),
    listed: z.boolean().meta({
      description:
        'Whether everybody sees who signed. Where not, you see it if you signed; the acts are `unlisted.sign`, `unlisted.take`, `unlisted.leave`, `unlisted.agree`, with you as `member`.',
    }),
    signatories: listOf(whoShape),
    waiting: listOf(whoShape).meta({ description: 'Signed, and not taken in by a signatory yet.' }),
    proposals: listOf(
      z.object({
        id: z.string(),
        kind: z.enum(['platform', 'name', 'end']),
        by: whoShape,
        at: instantShape,
        agreed: z.int(),
        needed: z.int(),
        held: z.int().nullable().meta({ description: 'The entry that made it hold.' }),
      }),
    ).meta({ description: 'What is put to the signatories, newest first.' }),
    motions: listOf(
      z.object({
        id: z.string(),
        number: z.int(),
        title: z.string(),
        spoke: instantShape.nullable().meta({ description: 'When it spoke beside it, if it did.' }),
        amendments: listOf(z.object({ number: z.int(), stage: amendmentStageShape })),
        reports: z.int().meta({ description: 'Minority reports under its name.' }),
      }),
    ).meta({ description: 'Motions on which something was done under its name, newest first.' }),
    elections: listOf(
      z.object({
        id: z.string(),
        office: z.string(),
        number: z.int(),
        seats: z.int(),
        standing: z.int().meta({ description: 'Who stood under its name.' }),
        won: z.int().nullable().meta({ description: 'Seats they won; null until it is decided.' }),
        votes: z
          .object({ first: z.int(), ballots: z.int() })
          .nullable()
          .meta({ description: 'How many of the ballots put them first; null until the vote has closed.' }),
      }),
    ).meta({ description: 'Elections in which somebody stood under its name, newest first.' }),
    maySign: whyNotShape.meta({ description: 'Why you could not sign, if so.' }),
  })
  .meta({ id: 'Tendency' })

export const getTendency = operation({
  method: 'get',
  path: '/tendencies/{id}',
  id: 'getTendency',
  tag: TAG,
  summary: 'A tendency: its platform, who signed it, what is put to them, and its record',
  description:
    'Acts: `tendency.found`, `tendency.sign`, `tendency.take`, `tendency.leave`, `tendency.change`, `tendency.agree`, `tendency.state`.',
  needs: 'read',
  params: idParams,
  answer: tendencyShape,
  async run({ asker, params: { id } }) {
    const view = await read(asker, (org, now) => viewTendency(org, now, asker.member ?? '', id))
    if (view === undefined) return refuseToken('unknown-thing')
    const who = await whoIs(view.people)
    const { tendency } = view
    return {
      ...tendency,
      stage: tendency.stage.kind,
      by: who(tendency.by),
      platform: view.platform.map(({ parts: _parts, point, clauses, ...stance }) => ({
        ...stance,
        clauses: [...clauses],
        point: point?.id ?? null,
      })),
      signatories: view.signatories.map(who),
      waiting: view.waiting.map(who),
      proposals: view.proposals.map(({ id, kind, by, at, agreed, needed, held }) => ({
        ...{ id, kind, at, agreed, needed, held },
        by: who(by),
      })),
      motions: view.record.motions.map(({ id, number, title, spoke, amendments, reports }) => ({
        ...{ id, number, title, spoke, reports },
        amendments: [...amendments],
      })),
      elections: [...view.record.elections],
      maySign: view.may.sign,
    }
  },
})
