import { z } from 'zod'
import { isRefusal } from '#kernel/refusal'
import { KINDS } from '#modules/search/core'
import { search } from '#views/search.server.ts'
import { cursorAt, pageOf, pageShape, placeIn } from '../cursor.ts'
import { operation } from '../operation.server.ts'
import { instantShape, listOf } from '../shapes/common.ts'

const partsShape = listOf(z.object({ text: z.string(), marked: z.boolean() }).meta({ id: 'FoundPart' }))

const hitShape = z
  .object({
    kind: z.enum(KINDS),
    id: z.string(),
    about: z
      .string()
      .meta({ description: 'The id of the motion, point, unit or member on whose page it stands.' }),
    at: instantShape,
    unit: z.string().nullable(),
    title: partsShape,
    excerpt: partsShape,
  })
  .meta({ id: 'Hit' })

export const searchAll = operation({
  method: 'get',
  path: '/search',
  id: 'search',
  tag: 'Organization',
  summary: 'What is written here, by its words',
  needs: 'read',
  query: pageShape.extend({
    q: z.string().max(300).meta({ description: 'Words, or beginnings of words.' }),
    kind: z.enum(KINDS).optional(),
  }),
  answer: pageOf(hitShape),
  async run({ asker, query: { q, kind = null, limit, cursor } }) {
    const from = placeIn(cursor, 0)
    if (isRefusal(from)) return from
    const { hits, more } = await search(asker, { question: q, kind, from, count: limit })
    return { items: hits, next: more ? cursorAt(from + limit) : null }
  },
})
