import { z } from 'zod'
import { CHOICES } from '#modules/voting/core'
import { refuseToken } from '#modules/tokens/core'
import { read, textsOf } from '#views/read.server.ts'
import { viewRecall } from '#views/view-recall.server.ts'
import { whoIs } from '#views/who.server.ts'
import { operation } from '../operation.server.ts'
import { idParams, instantShape, whoShape, whyNotShape } from '../shapes/common.ts'
import { countedAnswer, countedShape } from '../shapes/counted.ts'

const recallShape = z
  .object({
    id: z.string(),
    mandate: z.string(),
    unit: z.string(),
    office: z.string().meta({ description: 'What the office is called.' }),
    officeId: z.string().nullable(),
    holder: whoShape,
    by: whoShape.meta({ description: 'Who started it.' }),
    at: instantShape,
    reason: z.string(),
    signed: z.int(),
    needed: z.int().meta({ description: 'How many signatures open the vote.' }),
    hasSigned: z.boolean().meta({ description: 'Whether you have.' }),
    stage: z.enum(['signing', 'ready', 'voting', 'decided', 'lapsed']),
    until: instantShape.nullable().meta({ description: 'When it lapses without enough signatures.' }),
    recalled: z.boolean().nullable().meta({ description: 'null until it is decided.' }),
    maySign: whyNotShape,
    vote: z
      .object({
        id: z.string().meta({ description: 'What `ballot.cast` names.' }),
        closes: instantShape,
        isOpen: z.boolean(),
        refused: whyNotShape,
        mine: z.enum(CHOICES).nullable().meta({ description: 'Your choice while the vote is open.' }),
        result: countedShape.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Recall' })

export const getRecall = operation({
  method: 'get',
  path: '/recalls/{id}',
  id: 'getRecall',
  tag: 'Offices',
  summary: 'A petition for a recall, and the vote that it leads to',
  description:
    'By acts one starts it (`recall.petition`), signs it (`recall.sign`) and votes on it (`ballot.cast`, one choice).',
  needs: 'read',
  params: idParams,
  answer: recallShape,
  async run({ asker, params: { id } }) {
    const view = await read(asker, (org, now) => viewRecall(org, now, asker.member ?? '', id))
    if (view === undefined) return refuseToken('unknown-thing')
    const [who, texts] = await Promise.all([whoIs(view.people), textsOf([view.reason])])
    const { recall, reason, maySign, vote } = view
    const { stage } = recall
    return {
      ...recall,
      holder: who(recall.holder),
      by: who(recall.by),
      reason: texts.get(reason) ?? '',
      stage: stage.kind,
      until: stage.kind === 'signing' ? stage.until : null,
      recalled: stage.kind === 'decided' ? stage.recalled : null,
      maySign,
      vote:
        vote === null ? null : { ...vote, result: vote.result === null ? null : countedAnswer(vote.result) },
    }
  },
})
