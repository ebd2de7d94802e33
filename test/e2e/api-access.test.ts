import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { field, makeToken, openApi, type ApiCaller } from '../kit/api.ts'
import { GROUP } from '../kit/group-within.ts'
import { PASSWORD } from '../kit/seed-organization.ts'
import { foundedWorld, THINGS, type World } from '../kit/two-worlds.ts'

// Who gets what from every operation there is. An operation that is missing here fails the first test.

/**
 * Nobody; a token that is none; one without the scope; a session in the browser; a token with the scope: of a member, of one whose
 * standing has lapsed, of one who asks about the things of a group of others. These two get what the member gets in all that is read.
 */
type Answers = readonly [nobody: number, invalid: number, scopeless: number, session: number, member: number]

const PUBLIC: Answers = [200, 401, 200, 200, 200]
const READ: Answers = [401, 401, 403, 200, 200]
/** Bodies are sent empty: 400 means that the caller was let through, and what was sent was looked at. */
const OWN: Answers = [400, 401, 400, 400, 400]
const ACT: Answers = [401, 401, 403, 401, 400]

/** Neither a session nor a token that reads and enters everything else; what a token with the scope gets: sealed-api.test.ts. */
const SEALED: Answers = [401, 401, 403, 401, 403]
const SEALED_READ: Answers = [401, 401, 403, 403, 403]

const TABLE: Readonly<Record<string, Answers>> = {
  'GET /organization': PUBLIC,
  'GET /search': READ,
  'GET /me': READ,
  'GET /me/needs': READ,
  'GET /me/tokens': READ,
  'DELETE /me/tokens/{id}': [401, 401, 403, 401, 404],
  'GET /me/sessions': READ,
  'DELETE /me/sessions/{id}': [401, 401, 403, 401, 204],
  'GET /me/notices': READ,
  'PUT /me/notices': ACT,
  'POST /acts': OWN,
  'POST /acts/batch': OWN,
  'POST /acts/check': OWN,
  'GET /motions': READ,
  'GET /motions/{id}': READ,
  'GET /motions/{id}/speeches': READ,
  'GET /motions/{id}/text': READ,
  'GET /votes': READ,
  'GET /votes/{id}': READ,
  // Nobody, the member included, is told before the close.
  'GET /votes/{id}/roll-call': [401, 401, 403, 404, 404],
  'POST /votes/{id}/issue': ACT,
  // The vote is open, and not secret.
  'GET /votes/{id}/board': [401, 401, 403, 404, 404],
  'GET /issuers': PUBLIC,
  // There is no such entry.
  'GET /issuers/openings/{seq}': [404, 401, 404, 404, 404],
  'POST /issuers/keys': OWN,
  'POST /issuers/counts': OWN,
  'GET /program': PUBLIC,
  'GET /program/{id}': PUBLIC,
  'GET /units': READ,
  'GET /units/{id}': READ,
  'GET /councils': READ,
  // There is none.
  'GET /councils/{id}': [401, 401, 403, 404, 404],
  'GET /mandates/{id}': READ,
  'GET /rotation': READ,
  'GET /offices': READ,
  'GET /offices/{id}': READ,
  'GET /elections/{id}': READ,
  // Nobody is told before the close.
  'GET /elections/{id}/ballots': [401, 401, 403, 404, 404],
  'GET /cases': READ,
  // There is none.
  'GET /cases/{id}': [401, 401, 403, 404, 404],
  'GET /me/cases': SEALED_READ,
  ...Object.fromEntries(
    [
      ...['/cases', '/cases/{id}/signature', '/cases/{id}/withdrawal', '/cases/{id}/witnesses'],
      ...['/cases/{id}/statements', '/cases/{id}/last-word', '/cases/{id}/bar', '/cases/{id}/appeal'],
      ...['/cases/{id}/findings', '/cases/{id}/agreement', '/cases/{id}/dissent'],
      ...['/cases/{id}/protection', '/cases/{id}/protection/reply', '/cases/{id}/protection/appeal'],
      ...['/panels/{id}/commitment', '/panels/{id}/seed', '/panels/{id}/challenge'],
      ...['/complaints', '/complaints/{id}/answer', '/complaints/{id}/texts', '/complaints/{id}/separation'],
      ...['/complaints/{id}/referral', '/complaints/{id}/end'],
    ].map((path) => [`POST ${path}`, SEALED]),
  ),
  'GET /me/complaints': SEALED_READ,
  'GET /complaints': READ,
  'GET /complaints/{id}': SEALED_READ,
  // There is none: a panel is called by what needs one.
  'GET /panels/{id}': [401, 401, 403, 404, 404],
  'GET /recalls/{id}': READ,
  'GET /moderation': READ,
  'GET /tendencies': READ,
  'GET /tendencies/{id}': READ,
  'GET /members': READ,
  'GET /members/{id}': READ,
  'POST /applications': OWN,
  // The member keeps no roll.
  'POST /members/{id}/invitation': [401, 401, 403, 401, 403],
  'POST /invitations': ACT,
  'POST /imports/preview': ACT,
  'POST /imports': ACT,
  // Whoever has no code is told what is malformed first: nothing is entered by that.
  'POST /setup/acts': OWN,
  'POST /setup/imports/preview': OWN,
  'POST /setup/imports': OWN,
  'POST /setup/invitations': OWN,
  'GET /rulebook': READ,
  'GET /rulebook/{unit}/{version}': READ,
  'POST /rulebook/what-if': ACT,
  'GET /record/entries': READ,
  'GET /record/entries/{seq}': READ,
  'GET /record/entries/{seq}/proof': READ,
  'GET /record/acts/{id}': [401, 401, 403, 404, 404],
  'GET /record/checkpoint': PUBLIC,
  'GET /record/export': READ,
  'GET /record/tile/{path}': PUBLIC,
  'GET /webhooks': [401, 401, 200, 403, 403],
  'POST /webhooks': [401, 401, 400, 401, 403],
  'POST /webhooks/{id}/test': [401, 401, 404, 401, 403],
  'DELETE /webhooks/{id}': [401, 401, 404, 401, 403],
  'POST /demonstration/clock': ACT,
  'GET /problems': PUBLIC,
  'GET /problems/{code}': PUBLIC,
}

let world: World
let api: ApiCaller
let tokens: Readonly<Record<'scopeless' | 'member' | 'lapsed' | 'outsider', string>>
let cookie: string

beforeAll(async () => {
  world = await foundedWorld()
  api = await openApi(world.url)
  tokens = {
    scopeless: await makeToken(world, 'member', ['webhooks']),
    member: await makeToken(world, 'member', ['read', 'act']),
    lapsed: await makeToken(world, 'lapsed', ['read', 'act']),
    outsider: await makeToken(world, 'outsider', ['read', 'act']),
  }
  // The world's own asker sends its cookies by itself; the API is asked by hand.
  cookie = await sessionOf(world)
})
afterAll(() => world.close())

async function sessionOf({ url, seeded }: World): Promise<string> {
  const body = new URLSearchParams({
    login: seeded.members[5]?.login ?? '',
    password: PASSWORD,
  })
  const headers = { origin: url }
  const answer = await fetch(`${url}/sign-in`, { method: 'POST', redirect: 'manual', headers, body })
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
}

/** An address of the operation at which there is something: of the group for who does not belong to it. */
function pathOf(template: string, isApart = false): string {
  const { root, points, members } = world.seeded
  return template
    .replace('/search', '/search?q=debated')
    .replace('/motions/{id}', `/motions/${isApart ? GROUP.motion : THINGS.motion}`)
    .replace('/votes/{id}', `/votes/${isApart ? GROUP.vote : THINGS.vote}`)
    .replace('/program/{id}', `/program/${points[0] ?? ''}`)
    .replace('/units/{id}', `/units/${isApart ? GROUP.id : root}`)
    .replace('/offices/{id}', `/offices/${GROUP.office}`)
    .replace('/tendencies/{id}', `/tendencies/${GROUP.tendency}`)
    .replace('/elections/{id}', `/elections/${GROUP.election}`)
    .replace('/recalls/{id}', `/recalls/${GROUP.recall}`)
    .replace('/mandates/{id}', `/mandates/${derivedUuid('founding-mandate', members[0]?.id ?? '')}`)
    .replace('/members/{id}', `/members/${THINGS.applicant}`)
    .replace('{unit}/{version}', `${root}/1`)
    .replace('{seq}', '0')
    .replace('{code}', 'standing-lapsed')
    .replace('{path}', '0/000.p/1')
    .replace('{id}', derivedUuid('nothing'))
}

test('the table has every operation', () => {
  const found = Object.entries(api.document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(Object.keys(TABLE).sort()).toEqual(found.sort())
})

describe.each(Object.entries(TABLE))('%s', (name, [nobody, invalid, scopeless, session, member]) => {
  test('answers whom it may', async () => {
    const [method = '', template = ''] = name.split(' ')
    const json = method === 'POST' || method === 'PUT' ? {} : undefined
    const ask = async (token: string | undefined, headers: Record<string, string> = {}, isApart = false) =>
      (await api.call(method, pathOf(template, isApart), { token, json, headers })).status
    expect({
      nobody: await ask(undefined),
      invalid: await ask(`plenum_${'A'.repeat(43)}`),
      scopeless: await ask(tokens.scopeless),
      session: await ask(undefined, { cookie }),
      member: await ask(tokens.member),
      lapsed: await ask(tokens.lapsed),
      outsider: await ask(tokens.outsider, {}, true),
    }).toEqual({ nobody, invalid, scopeless, session, member, lapsed: member, outsider: member })
  })
})

interface Things {
  readonly unit: string
  readonly motion: string
  readonly vote: string
}
const somebody = { statement: 'I would.', commitment: null }
const proposed = {
  motion: derivedUuid('asked about'),
  title: 'Ours',
  clauses: [{ id: derivedUuid('clause asked about'), text: 'We do it ourselves.' }],
  enactment: { kind: 'resolve' },
}

/** What becomes of an act of somebody whose standing has lapsed, in the whole, and of an outsider's, in the group. */
const ACTS: Readonly<Record<string, readonly [lapsed: string, outsider: string, (of: Things) => object]>> = {
  'motion.propose': ['standing-lapsed', 'not-of-unit', () => proposed],
  'speech.give': [
    'standing-lapsed',
    'not-of-unit',
    ({ motion }) => ({ speech: derivedUuid('asked'), motion, side: 'for', text: 'Yes.' }),
  ],
  'ballot.cast': ['not-on-roll', 'not-on-roll', ({ vote }) => ({ vote, choices: ['yes'] })],
  'candidate.nominate': [
    'standing-lapsed',
    'not-of-unit',
    () => ({ election: GROUP.election, member: world.seeded.members[1]?.id }),
  ],
  'candidate.accept': ['standing-lapsed', 'not-of-unit', () => ({ election: GROUP.election, ...somebody })],
  'candidate.withdraw': ['not-nominated', 'not-nominated', () => ({ election: GROUP.election })],
  'unit.join': ['standing-lapsed', 'accepted', () => ({})],
}

test.each(Object.entries(ACTS))('%s is taken from whom it may be', async (type, [lapsed, outsider, of]) => {
  const ask = async (token: string, things: Things) => {
    const { unit } = things
    const isNamed = type === 'motion.propose' || type === 'unit.join'
    const json = { id: derivedUuid('asked', type), type, body: of(things), ...(isNamed ? { unit } : {}) }
    const { status, body } = await api.call('POST', '/acts/check', { token, json })
    return status === 200 ? 'accepted' : field(body, 'code')
  }
  const group = { unit: GROUP.id, motion: GROUP.motion, vote: GROUP.vote }
  const whole = { unit: world.seeded.root, motion: THINGS.motion, vote: THINGS.vote }
  expect({ lapsed: await ask(tokens.lapsed, whole), outsider: await ask(tokens.outsider, group) }).toEqual({
    lapsed,
    outsider,
  })
})

describe('a token', () => {
  test('opens no page, and makes no other token', async () => {
    const headers = { authorization: `Bearer ${tokens.member}` }
    for (const path of ['/me', '/me/tokens', '/me/security', '/operator', '/motions', '/record/export']) {
      const answer = await fetch(world.url + path, { headers, redirect: 'manual' })
      expect([path, answer.status]).toEqual([path, 303])
    }
    const init = {
      method: 'POST',
      headers: { ...headers, origin: world.url, accept: 'text/html' },
      body: new URLSearchParams({ name: 'n', scope: 'act', days: '1' }),
    }
    const made = await fetch(`${world.url}/me/tokens?/make`, { ...init, redirect: 'manual' })
    expect(made.headers.get('location')).toMatch(/^\/sign-in/)
  })

  test('of one area acts in no other', async () => {
    const vote = await makeToken(world, 'member', ['vote'])
    const speak = {
      id: derivedUuid('s'),
      type: 'speech.give',
      body: { speech: derivedUuid('t'), motion: THINGS.motion, side: 'for', text: 'No.' },
    }
    expect(await api.call('POST', '/acts', { token: vote, json: speak })).toMatchObject({
      status: 403,
      body: { code: 'scope-missing', facts: { scope: 'motions' } },
    })
    const ballot = {
      id: derivedUuid('b'),
      type: 'ballot.cast',
      body: { vote: THINGS.vote, choices: ['yes'] },
    }
    expect((await api.call('POST', '/acts', { token: vote, json: ballot })).status).toBe(201)
    expect((await api.call('GET', '/motions', { token: vote })).status).toBe(403)
  })

  test('that was ended is worth nothing, and says how to get in', async () => {
    const short = await makeToken(world, 'member', ['read'])
    const me = await api.call('GET', '/me', { token: short })
    const { token } = me.body as { token: { id: string } }
    expect((await api.call('DELETE', `/me/tokens/${token.id}`, { token: short })).status).toBe(204)
    const refused = await api.call('GET', '/me', { token: short })
    expect(refused).toMatchObject({ status: 401, body: { code: 'token-invalid' } })
    expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer/)
  })

  test('ends with the membership', async () => {
    const last = await makeToken(world, 'voucher', ['read', 'act'])
    const json = { id: derivedUuid('r'), type: 'member.resign', body: { erase: true } }
    expect((await api.call('POST', '/acts', { token: last, json })).status).toBe(201)
    expect((await api.call('GET', '/me', { token: last })).status).toBe(401)
  })
})

test('a session in the browser enters nothing', async () => {
  const json = { id: derivedUuid('c'), type: 'motion.second', body: { motion: THINGS.motion } }
  const answer = await api.call('POST', '/acts', { json, headers: { cookie, origin: world.url } })
  expect(answer).toMatchObject({ status: 401, body: { code: 'token-needed' } })
})

test('what is at no path, or takes another method, says so', async () => {
  expect(await api.call('GET', '/nothing')).toMatchObject({ status: 404, body: { code: 'unknown-path' } })
  const answer = await api.call('PUT', '/motions')
  expect(answer).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } })
  expect(answer.headers.get('allow')).toBe('GET')
})

test('a token that has run out is worth nothing, and one that has not goes on', async () => {
  const make = { name: 'short', scope: 'read', days: '1', 'password-now': PASSWORD }
  const page = await (await world.post('member', '/me/tokens?/make', make)).text()
  const [short = ''] = /plenum_[\w-]{43}/.exec(page) ?? []
  expect((await api.call('GET', '/me', { token: short })).status).toBe(200)
  expect((await world.post('member', '/demonstration/clock', { hours: '168', back: '/' })).status).toBe(303)
  expect(await api.call('GET', '/me', { token: short })).toMatchObject({
    status: 401,
    body: { code: 'token-invalid' },
  })
  expect((await api.call('GET', '/me', { token: tokens.member })).status).toBe(200)
})
