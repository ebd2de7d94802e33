import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY } from '#kernel/instant'
import { openMembers, press, said, wait, type MembersInBrowser } from '../kit/members-in-browser.ts'
import { seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// A charge by pages alone, without scripts, on a narrow screen: it is signed, notice is given, and it lapses because a time has passed.

const folder = mkdtempSync(join(tmpdir(), 'plenum-discipline-'))
const MEMBERS = 13
let seeded: Seeded
let server: StartedServer
let browser: MembersInBrowser

beforeAll(async () => {
  seeded = await seedOrganization(folder, { members: MEMBERS, points: ['We cross no picket line.'] })
  server = await startServer({ data: folder, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await openMembers(seeded, server.url)
  // What is charged is done on a day on all of which the point holds.
  await wait(await browser.as(0, '/'), 1, 1)
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

function nameOf(n: number): string {
  return seeded.members[n]?.name ?? ''
}

async function narrow(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
}

/** The day before that on the server's clock, by the banner: the deeds are of it, whatever the hour at which the test runs. */
async function yesterday(page: Page): Promise<string> {
  const now = Date.parse((await page.locator('.demonstration time').first().getAttribute('datetime')) ?? '')
  return new Date(now - DAY).toISOString().slice(0, 10)
}

/** Members 0, 1 and 2 charge somebody; its page is answered once notice is given. */
async function charge(member: number, measure: 'suspension' | 'expulsion', facts: string): Promise<string> {
  const page = await browser.as(0, '/cases/new')
  expect(await said(page)).toContain('What can never be charged')
  await narrow(page)
  await page.fill('[name=day]', await yesterday(page))
  await page.selectOption('[name=member]', { label: nameOf(member) })
  const others = page.locator('[name=with]')
  for (const [i, n] of [1, 2].entries()) await others.nth(i).selectOption({ label: nameOf(n) })
  await page.fill('[name=facts]', facts)
  await page.check(`[name=measure][value=${measure}]`)
  if (measure === 'suspension') {
    await page.check('[name=rights][value=vote]')
    await page.fill('[name=days]', '30')
  }
  await press(page, 'Bring the charge')
  expect(await said(page)).toContain('Those whom you named are asked to sign')
  const path = new URL(page.url()).pathname
  // Nobody is told before all have signed: neither the charged member nor anybody else.
  expect(await said(await browser.as(member, path))).not.toContain(facts)
  for (const n of [1, 2]) {
    const signing = await browser.as(n, '/')
    expect(await said(signing)).toContain('Sign the charge of case')
    await signing.goto(server.url + path)
    await press(signing, 'Sign the charge')
  }
  expect(await said(await browser.as(0, path))).toContain('Notice was given')
  return path
}

describe('a charge', () => {
  test('lapses because nobody found in time', { timeout: 120_000 }, async () => {
    const lapsing = await charge(3, 'suspension', 'Said to have been late.')
    await wait(await browser.as(0, lapsing), 7, 7, 7, 7, 7, 7, 7)
    const page = await browser.as(0, lapsing)
    expect(await said(page)).toMatch(/no panel could be seated|did not find in time/)
    const list = await said(await browser.as(12, '/cases'))
    expect(list).toContain('Case 1')
    expect(list).not.toContain('late')
    expect(list).not.toContain(nameOf(3))
  })
})
