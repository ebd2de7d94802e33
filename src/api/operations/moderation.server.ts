import { z } from 'zod'
import { TEXT_KINDS } from '#modules/moderation/core'
import { read } from '#views/read.server.ts'
import { viewModeration } from '#views/view-moderation.server.ts'
import { whoIs } from '#views/who.server.ts'
import { operation } from '../operation.server.ts'
import { instantShape, listOf, unitRefShape, whoShape } from '../shapes/common.ts'

const TAG = 'Moderation'

const hidingShape = z
  .object({
    seq: z.int().meta({ description: 'The entry that hid it.' }),
    at: instantShape,
    by: whoShape,
    author: whoShape,
    kind: z.enum(TEXT_KINDS),
    number: z.int().meta({ description: 'Which of the rules of conduct that held when it was written.' }),
    rule: z.string(),
    reason: z.string(),
    page: z.string(),
    restored: z.object({ how: z.enum(['lifted', 'panel', 'no-decision']), at: instantShape }).nullable(),
  })
  .meta({ id: 'Hiding' })

export const listHidings = operation({
  method: 'get',
  path: '/moderation',
  id: 'listHidings',
  tag: TAG,
  summary: 'Every text that was hidden, newest first, who moderates, and the rules of conduct of your units',
  description:
    'Acts: `text.hide`, `text.lift` (moderators), `text.withdraw`, `text.erase`, `hiding.appeal` (authors), `standing.contest`.',
  needs: 'read',
  answer: z.object({
    items: listOf(hidingShape),
    moderators: listOf(z.object({ holder: whoShape, unit: unitRefShape })),
    conduct: listOf(
      z.object({
        unit: unitRefShape,
        version: z.int(),
        motion: z.string(),
        rules: listOf(z.string()),
      }),
    ),
  }),
  async run({ asker }) {
    const view = await read(asker, (org) => viewModeration(org, asker.member ?? ''))
    const who = await whoIs([
      ...view.hidings.flatMap(({ by, author }) => [by, author]),
      ...view.moderators.map(({ holder }) => holder),
    ])
    return {
      items: view.hidings.map(({ by, author, href, ...each }) => ({
        ...each,
        by: who(by),
        author: who(author),
        page: href,
      })),
      moderators: view.moderators.map(({ holder, unit }) => ({ holder: who(holder), unit })),
      conduct: view.conduct.map(({ rules, ...each }) => ({ ...each, rules: rules.map(({ text }) => text) })),
    }
  },
})
