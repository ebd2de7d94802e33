import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { apiWorld, field, openApi, type ApiCaller } from '../kit/api.ts'
import { foundingWorld, THINGS, type World } from '../kit/two-worlds.ts'

let world: World
let api: ApiCaller
let token: string
let keeper: string

beforeAll(async () => {
  ;({ world, api, token, keeper } = await apiWorld(['read', 'roll']))
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
    votes: Array.from({ length: 3 }, () => ({ questions: [{ then: { outcome: 'adopted' } }] })),
  })
  const unknown = { under: { kind: 'motion', motion: THINGS.motion } }
  expect((await api.call('POST', '/rulebook/what-if', { token, json: unknown })).status).toBe(404)
})

describe('a file of members', () => {
  const file = (csv: string) => ({ id: derivedUuid('file', csv), csv })

  test('is looked at and then entered, once, by who keeps the roll of the whole', async () => {
    const json = file('name,email\nImported One,one@example.org\nImported Two,two@example.org\n')
    expect((await api.call('POST', '/imports', { token, json })).body).toMatchObject({ code: 'needs-duty' })
    const seen = await api.call('POST', '/imports/preview', { token: keeper, json })
    expect(seen).toMatchObject({ status: 200, body: { members: 2, problems: [] } })
    expect(await named('Imported')).toEqual([])
    for (let times = 0; times < 2; times++)
      expect((await api.call('POST', '/imports', { token: keeper, json })).body).toEqual({ members: 2 })
    expect(await named('Imported')).toHaveLength(2)
  })

  test('with a problem is not entered at all', async () => {
    const json = file('name,email\nFine Person,fine@example.org\nOther Person,no address\n')
    expect(await api.call('POST', '/imports', { token: keeper, json })).toMatchObject({
      status: 409,
      body: { code: 'file-has-problems', facts: { count: 1 } },
    })
    expect(await named('Fine')).toEqual([])
  })
})

test('whoever holds the code of the console founds, and nobody else', async () => {
  const founding = await foundingWorld()
  try {
    const there = await openApi(founding.url)
    const [, code = ''] = /setup\?code=(\S+)/.exec(founding.output()) ?? []
    const headers = { 'plenum-setup-code': code }
    const json = { id: derivedUuid('roll'), csv: 'name,email,organizer\nNew Founder,new@example.org,\n' }
    expect((await there.call('POST', '/setup/imports', { json })).body).toMatchObject({
      code: 'setup-code-wrong',
    })
    const seen = await there.call('POST', '/setup/imports/preview', { json, headers })
    expect(seen.body).toMatchObject({ members: 1, problems: [] })
    const entered = await there.call('POST', '/setup/imports', { json, headers })
    expect(entered).toMatchObject({ status: 201, body: { members: 1 } })
    const invited = await there.call('POST', '/setup/invitations', { json: { members: null }, headers })
    const links = field(invited.body, 'items') as { member: string; name: string }[]
    expect(links).toMatchObject([{ name: 'New Founder' }])
    const strike = {
      id: derivedUuid('strike'),
      type: 'founding.strike',
      body: { member: links[0]?.member },
    }
    expect((await there.call('POST', '/setup/acts', { json: strike })).status).toBe(403)
    expect((await there.call('POST', '/setup/acts', { json: strike, headers })).status).toBe(201)
    expect((await there.call('POST', '/setup/acts', { json: strike, headers })).status).toBe(200)
  } finally {
    await founding.close()
  }
})
