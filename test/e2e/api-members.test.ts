import { afterAll, beforeAll, expect, test } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { field, makeToken, openApi, type ApiCaller } from '../kit/api.ts'
import { foundedWorld, THINGS, type World } from '../kit/two-worlds.ts'

let world: World
let api: ApiCaller
let token: string
let keeper: string

beforeAll(async () => {
  world = await foundedWorld()
  api = await openApi(world.url)
  token = await makeToken(world, 'member', ['read', 'act'])
  keeper = await makeToken(world, 'keeper', ['read', 'roll'])
})
afterAll(() => world.close())

/** Those on the roll whose name this is a part of. */
async function named(part: string): Promise<readonly unknown[]> {
  const { body } = await api.call('GET', `/members?q=${part}`, { token: keeper })
  return field(body, 'items') as readonly unknown[]
}

test('somebody applies once, however often it is sent; an address that is held is told to nobody', async () => {
  const json = {
    id: derivedUuid('apply'),
    name: 'Zoe Newcomer',
    email: 'zoe@example.org',
    home: world.seeded.root,
    accepted: true,
  }
  for (const id of [json.id, json.id, derivedUuid('another')])
    expect((await api.call('POST', '/applications', { json: { ...json, id } })).status).toBe(204)
  expect(await named('Zoe')).toMatchObject([{ name: 'Zoe Newcomer', status: 'applicant' }])
  const refused = await api.call('POST', '/applications', { json: { ...json, accepted: false } })
  expect(refused.body).toMatchObject({ code: 'points-not-accepted' })
})

test('whoever keeps the roll makes a link for who has no password, and nobody else does', async () => {
  const path = `/members/${THINGS.applicant}/invitation`
  expect(await api.call('POST', path, { token: keeper })).toMatchObject({ status: 403 })
  const json = { id: derivedUuid('admit'), type: 'member.admit', body: { member: THINGS.applicant } }
  expect((await api.call('POST', '/acts', { token: keeper, json })).status).toBe(201)
  expect(await api.call('POST', path, { token })).toMatchObject({ status: 403, body: { code: 'needs-duty' } })
  const one = await api.call('POST', path, { token: keeper })
  expect(one).toMatchObject({ status: 201, body: { member: THINGS.applicant } })
  const all = await api.call('POST', '/invitations', { token: keeper, json: { members: null } })
  const links = field(all.body, 'items') as { member: string; link: string }[]
  expect(links.map(({ member }) => member)).toContain(THINGS.applicant)
  const link = links.find(({ member }) => member === THINGS.applicant)?.link ?? ''
  expect(await (await fetch(link)).text()).toContain('Applicant 0')
  // The newer link ended the one before.
  expect(await (await fetch(String(field(one.body, 'link')))).text()).not.toContain('Applicant 0')
})

test('a member chooses what to be told', async () => {
  const json = { level: 'urgent', weekday: 3, speaking: true, language: 'es', html: false }
  expect((await api.call('PUT', '/me/notices', { token, json })).status).toBe(204)
  const { body } = await api.call('GET', '/me/notices', { token })
  expect(body).toMatchObject({ preferences: json, isUnreached: false })
})

test('the last votes are counted under other rules', async () => {
  const json = { under: { kind: 'preset', preset: 'federation' } }
  const { status, body } = await api.call('POST', '/rulebook/what-if', { token, json })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    unit: world.seeded.root,
    votes: [{ questions: [{ then: { outcome: 'adopted' } }] }],
  })
  const unknown = { under: { kind: 'motion', motion: THINGS.motion } }
  expect((await api.call('POST', '/rulebook/what-if', { token, json: unknown })).status).toBe(404)
})
