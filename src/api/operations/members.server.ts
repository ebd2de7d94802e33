import { z } from 'zod'
import { isRefusal } from '#kernel/refusal'
import { readPeople } from '#modules/members'
import { indexOf, statusOf } from '#modules/members/core'
import { refuseToken } from '#modules/tokens/core'
import { sightOf } from '#views/directory.server.ts'
import { listMembers } from '#views/list-members.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { read, textsOf } from '#views/read.server.ts'
import { asSeen, noticeFor, viewMember, viewPossible } from '#views/view-member.server.ts'
import { cursorAt, pageOf, pageShape, placeIn } from '../cursor.ts'
import { operation } from '../operation.server.ts'
import { instantShape, listOf, unitRefShape, whyNotShape } from '../shapes/common.ts'
import { mandateShape, statusShape } from '../shapes/member.ts'

const TAG = 'Members'
const RULE = 'What the rules of their unit keep from you is null, or they are not there at all.'

export const listPeopleHere = operation({
  method: 'get',
  path: '/members',
  id: 'listMembers',
  tag: TAG,
  summary: 'The roll, as far as you may see it, in the order of names',
  description: RULE,
  needs: 'read',
  query: pageShape.extend({
    q: z.string().max(300).default('').meta({ description: 'A part of a name.' }),
    status: statusShape.optional(),
  }),
  answer: pageOf(
    z
      .object({
        id: z.string(),
        name: z.string(),
        status: statusShape.nullable(),
        home: z.string().nullable().meta({ description: 'The name of the place.' }),
      })
      .meta({ id: 'MemberLine' }),
  ),
  async run({ asker, query: { q, status = null, limit, cursor } }) {
    const from = placeIn(cursor, 0)
    if (isRefusal(from)) return from
    const asked = { part: q, status, from, count: limit }
    const { rows, more } = await listMembers(asker, asker.member ?? '', asked)
    return { items: rows, next: more ? cursorAt(from + limit) : null }
  },
})

const memberShape = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    email: z.string().nullable().meta({ description: 'For themselves and whoever keeps their roll.' }),
    isErased: z.boolean(),
    status: statusShape.nullable(),
    home: unitRefShape.nullable(),
    votesFrom: instantShape.nullable(),
    vouches: z.object({ had: z.int(), needed: z.int() }),
    notice: z.object({ until: instantShape, reason: z.string().nullable() }).nullable(),
    mandates: listOf(mandateShape),
    may: z.object({
      keeps: z.boolean(),
      vouch: whyNotShape,
      admit: whyNotShape,
      refuse: z.boolean(),
      notice: z.boolean(),
      mend: z.boolean(),
      erase: z.boolean(),
    }),
  })
  .meta({ id: 'Member' })

export const getMember = operation({
  method: 'get',
  path: '/members/{id}',
  id: 'getMember',
  tag: TAG,
  summary: 'A member, as far as you may see them',
  description: RULE,
  needs: 'read',
  params: z.object({
    id: z.string().max(40),
  }),
  answer: memberShape,
  async run({ asker, params: { id } }) {
    const me = asker.member ?? ''
    const found = await read(asker, (org, now) => {
      const index = org.members.indices.get(id)
      if (index === undefined) return undefined
      return {
        seen: asSeen(viewMember(org, now, id), sightOf(org, indexOf(org.members, me))(index)),
        may: viewPossible(org, now, me, id),
        status: statusOf(org.members, id),
      }
    })
    const isKept = found?.status === 'refused' || found?.status === 'struck'
    if (found === undefined || (isKept && !found.may.keeps && id !== me)) return refuseToken('unknown-thing')
    const { seen, may } = found
    const mayRead = may.keeps || id === me
    const [people, texts] = await Promise.all([
      readPeople(plenum().database, [id]),
      textsOf(seen.notice === null ? [] : [seen.notice.reason]),
    ])
    return {
      ...seen,
      name: seen.hasName ? (people.get(id)?.name ?? null) : null,
      email: mayRead ? (people.get(id)?.email ?? null) : null,
      notice: noticeFor(seen.notice, mayRead, texts),
      may,
    }
  },
})
