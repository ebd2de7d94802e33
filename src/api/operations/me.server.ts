import { z } from 'zod'
import { isRefusal } from '#kernel/refusal'
import { readPeople } from '#modules/members'
import { isOnCase } from '#modules/discipline/core'
import { indexOf } from '#modules/members/core'
import { refuseToken, SCOPES } from '#modules/tokens/core'
import type { Org } from '#organization'
import { plenum } from '#views/plenum.server.ts'
import { read, textsOf } from '#views/read.server.ts'
import { newsOf, type Need } from '#views/view-home.server.ts'
import { needsAndKeys, withoutGivenKeys } from '#views/view-secret.server.ts'
import { noticeFor, viewMember } from '#views/view-member.server.ts'
import { memberWith, readsSealed } from '../asker.server.ts'
import { operation } from '../operation.server.ts'
import { idParams, instantShape, listOf } from '../shapes/common.ts'
import { statusShape, mandateShape } from '../shapes/member.ts'
import { needShape, newsShape } from '../shapes/home.ts'

const TAG = 'Me'

const meShape = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    status: statusShape,
    home: z.object({ id: z.string(), name: z.string() }),
    votesFrom: instantShape.nullable().meta({ description: 'From when you can vote, if not yet.' }),
    notice: z.object({ until: instantShape, reason: z.string().nullable() }).nullable(),
    mandates: listOf(mandateShape),
    token: z
      .object({ id: z.string(), scopes: listOf(z.enum(SCOPES)) })
      .nullable()
      .meta({ description: 'The token that asks.' }),
  })
  .meta({ id: 'Me' })

export const getMe = operation({
  method: 'get',
  path: '/me',
  id: 'getMe',
  tag: TAG,
  summary: 'Who you are here',
  needs: 'read',
  answer: meShape,
  async run({ asker }) {
    const id = memberWith(asker, 'read')
    if (isRefusal(id)) return id
    const seen = await read(asker, (org, now) => viewMember(org, now, id))
    const [people, texts] = await Promise.all([
      readPeople(plenum().database, [id]),
      textsOf(seen.notice === null ? [] : [seen.notice.reason]),
    ])
    const { token, scopes } = asker
    return {
      ...seen,
      name: people.get(id)?.name ?? '',
      email: people.get(id)?.email ?? null,
      notice: noticeFor(seen.notice, true, texts),
      token: token === undefined ? null : { id: token, scopes },
    }
  },
})

export const getNeeds = operation({
  method: 'get',
  path: '/me/needs',
  id: 'getNeeds',
  tag: TAG,
  summary: 'What needs you, what falls due first at the top; and what is new',
  description: 'What cases and complaints ask of you is told to a token with the scope `sealed` alone.',
  needs: 'read',
  answer: z.object({ now: instantShape, needs: listOf(needShape), news: listOf(newsShape) }),
  async run({ asker }) {
    const id = memberWith(asker, 'read')
    if (isRefusal(id)) return id
    const { waiting, ...rest } = await read(asker, (org, now) => {
      const { needs, byKey } = needsAndKeys(org, indexOf(org.members, id), now)
      const told = readsSealed(asker) ? needs : needs.filter((need) => !isSealed(org, need))
      return { now, waiting: { needs: told, byKey }, news: newsOf(org) }
    })
    return { ...rest, needs: await withoutGivenKeys(id, waiting) }
  },
})

/** Whether what somebody is to do tells what they are in a case or a complaint. */
function isSealed({ panels }: Org, need: Need): boolean {
  if (need.kind === 'case' || need.kind === 'complaint') return true
  const isOfSide = need.kind === 'panel' && (need.what === 'commit' || need.what === 'open')
  return isOfSide && isOnCase(panels, need.id)
}

const tokenShape = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: listOf(z.enum(SCOPES)),
    madeAt: instantShape,
    expires: instantShape,
    usedDay: instantShape.nullable().meta({ description: 'The day of its last use.' }),
  })
  .meta({ id: 'Token' })

export const listOwnTokens = operation({
  method: 'get',
  path: '/me/tokens',
  id: 'listTokens',
  tag: TAG,
  summary: 'Your tokens; they are made on the page “Tokens” and nowhere else',
  needs: 'read',
  answer: z.object({ items: listOf(tokenShape) }),
  async run({ asker }) {
    const { clock, tokens } = plenum()
    return { items: await tokens.list(asker.member ?? '', clock.now()) }
  },
})

export const endOwnToken = operation({
  method: 'delete',
  path: '/me/tokens/{id}',
  id: 'endToken',
  tag: TAG,
  summary: 'End one of your tokens, be it the one that asks',
  needs: 'own',
  params: idParams,
  status: 204,
  async run({ asker, params: { id } }) {
    if (asker.member === undefined) return refuseToken('token-needed')
    // Ending is what a program should be able to do about itself, whatever else it may do.
    if (id !== asker.token && !asker.scopes.includes('act'))
      return refuseToken('scope-missing', { scope: 'act' })
    const ended = await plenum().tokens.end(asker.member, id)
    return isRefusal(ended) ? ended : undefined
  },
})

const sessionShape = z
  .object({ id: z.string(), since: instantShape, used: instantShape })
  .meta({ id: 'Session' })

export const listSessions = operation({
  method: 'get',
  path: '/me/sessions',
  id: 'listSessions',
  tag: TAG,
  summary: 'Where you are signed in',
  needs: 'read',
  answer: z.object({ items: listOf(sessionShape) }),
  async run({ asker }) {
    const { access, clock } = plenum()
    return { items: await access.sessions(asker.member ?? '', '', clock.now()) }
  },
})

export const endSession = operation({
  method: 'delete',
  path: '/me/sessions/{id}',
  id: 'endSession',
  tag: TAG,
  summary: 'End one of your sessions',
  needs: 'act',
  params: z.object({
    id: z.string().max(100),
  }),
  status: 204,
  async run({ asker, params: { id } }) {
    const { access, clock } = plenum()
    await access.endSession(asker.member ?? '', id, clock.now())
    return undefined
  },
})
