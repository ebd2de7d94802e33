import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundedWorld, type Asker, type World } from '../kit/two-worlds.ts'

// Whoever sends forms or searches faster than people do is told to wait, and nobody else is.

let world: World

beforeAll(async () => {
  world = await foundedWorld({ PLENUM_FORMS: '3', PLENUM_SEARCHES: '3' })
})
afterAll(() => world.close())

const form = (who: Asker) => world.post(who, '/me/notices?/save', { level: 'urgent' })
const search = (who: Asker) => world.ask(who, '/search?q=debated')

test.each([
  ['forms', form],
  ['searches', search],
])('%s: three in a minute are taken, the fourth is told how long to wait', async (_, send) => {
  for (let n = 0; n < 3; n++) expect((await send('member')).status).toBeLessThan(400)
  const held = await send('member')
  expect(held.status).toBe(429)
  expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(Number(held.headers.get('retry-after'))).toBeLessThanOrEqual(60)
  const page = await held.text()
  expect(page).toContain('Too fast')
  expect(page).toMatch(/Wait \d+ seconds? and try again; nothing was entered\./)
  expect((await send('keeper')).status).toBeLessThan(400)
})

test('strangers are counted by their network, for members’ pages too', async () => {
  const statuses: number[] = []
  for (let n = 0; n < 5; n++) statuses.push((await world.post('nobody', '/apply', {})).status)
  // Askers have signed in from the same address.
  expect(statuses).toContain(429)
  expect(statuses.indexOf(429)).toBeLessThanOrEqual(3)
  expect((await world.ask('nobody', '/')).status).toBe(200)
})
