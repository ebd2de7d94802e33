import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { apiWorld, field, type ApiCaller } from '../kit/api.ts'
import { THINGS, type World } from '../kit/two-worlds.ts'

let world: World
let api: ApiCaller
let token: string
let keeper: string

beforeAll(async () => {
  ;({ world, api, token, keeper } = await apiWorld())
})
afterAll(() => world.close())

let count = 0
const newId = (): string => derivedUuid('api test', count++)

/** A speech on the motion in debate. */
function speech(id: string, text: string) {
  return {
    id,
    type: 'speech.give',
    body: { speech: derivedUuid('speech', id), motion: THINGS.motion, side: 'for', text },
  }
}

describe('entering acts', () => {
  test('the same act sent again has the same receipt; another under its id is refused', async () => {
    const act = speech(newId(), 'We should.')
    const first = await api.call('POST', '/acts', { token, json: act })
    expect(first.status).toBe(201)
    const again = await api.call('POST', '/acts', { token, json: act })
    expect(again.status).toBe(200)
    expect(again.body).toEqual({ ...(first.body as object), again: true })
    const other = await api.call('POST', '/acts', { token, json: speech(act.id, 'We should not.') })
    expect(other.status).toBe(409)
    expect(other.body).toMatchObject({ code: 'id-reused', type: `${world.url}/api/v1/problems/id-reused` })
  })

  test('many at once under one id come to one entry', async () => {
    const act = speech(newId(), 'At once.')
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => api.call('POST', '/acts', { token, json: act })),
    )
    expect(new Set(answers.map(({ body }) => field(body, 'seq'))).size).toBe(1)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  test('all of a batch or nothing', async () => {
    const good = speech(newId(), 'One of two.')
    const bad = { id: newId(), type: 'motion.second', body: { motion: newId() } }
    const refused = await api.call('POST', '/acts/batch', { token, json: { acts: [good, bad] } })
    expect(refused.status).toBe(404)
    expect(refused.body).toMatchObject({ facts: { index: 1 } })
    const taken = await api.call('POST', '/acts/batch', { token, json: { acts: [good] } })
    expect(taken.status).toBe(201)
    const speeches = await api.call('GET', `/motions/${THINGS.motion}/speeches?limit=200`, { token })
    expect(
      (field(speeches.body, 'items') as { text: string }[]).filter(({ text }) => text === 'One of two.'),
    ).toHaveLength(1)
  })

  test('a problem is told in the language that is asked for', async () => {
    const json = { id: newId(), type: 'motion.second', body: { motion: THINGS.voted } }
    const english = await api.call('POST', '/acts', { token, json })
    const spanish = await api.call('POST', '/acts', { token, json, headers: { 'accept-language': 'es-MX' } })
    expect(field(spanish.body, 'title')).not.toBe(field(english.body, 'title'))
    expect(field(spanish.body, 'code')).toBe(field(english.body, 'code'))
    expect(english.headers.get('content-type')).toBe('application/problem+json')
  })

  test('asking whether an act would be accepted enters nothing', async () => {
    const act = speech(newId(), 'Only asked.')
    expect(await api.call('POST', '/acts/check', { token, json: act })).toMatchObject({ status: 200 })
    const bad = { id: newId(), type: 'member.admit', body: { member: THINGS.applicant } }
    expect(await api.call('POST', '/acts/check', { token, json: bad })).toMatchObject({
      status: 403,
      body: { code: 'needs-duty' },
    })
    expect((await api.call('POST', '/acts', { token, json: act })).status).toBe(201)
  })
})

describe('reading motions', () => {
  test('page by page, each once', async () => {
    const seen: number[] = []
    let cursor = ''
    do {
      const { body } = await api.call('GET', `/motions?limit=1${cursor}`, { token })
      seen.push(...(field(body, 'items') as { number: number }[]).map(({ number }) => number))
      const next = field(body, 'next') as string | null
      cursor = next === null ? '' : `&cursor=${next}`
    } while (cursor !== '')
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1])
    expect((await api.call('GET', '/motions?cursor=nonsense', { token })).body).toMatchObject({
      code: 'cursor-wrong',
    })
  })

  test('as its page shows it, also once it is decided', async () => {
    const debated = await api.call('GET', `/motions/${THINGS.motion}`, { token })
    expect(debated.body).toMatchObject({ stage: 'debate', enactment: { kind: 'resolve' } })
    const founding = await api.call('GET', `/motions/${derivedUuid('seed', 'founding')}`, { token })
    expect(founding.body).toMatchObject({ decision: { adopted: true, counted: { outcome: 'adopted' } } })
  })

  test('with a mark of its content, by which one asks whether it changed', async () => {
    const path = `/motions/${derivedUuid('seed', 'founding')}`
    const first = await api.call('GET', path, { token })
    const mark = first.headers.get('etag') ?? ''
    const again = await api.call('GET', path, { token, headers: { 'if-none-match': mark } })
    expect(again.status).toBe(304)
    expect(again.body).toBe('')
  })
})

test('somebody who keeps the roll admits by it, and nobody else', async () => {
  const json = { id: newId(), type: 'member.admit', body: { member: THINGS.applicant } }
  expect((await api.call('POST', '/acts', { token, json })).status).toBe(403)
  expect((await api.call('POST', '/acts', { token: keeper, json })).status).toBe(201)
})
