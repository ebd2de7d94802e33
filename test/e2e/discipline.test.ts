import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY, HOUR } from '#kernel/instant'
import { openMembers, press, said, wait, type MembersInBrowser } from '../kit/members-in-browser.ts'
import { seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// Three charges by pages alone, on a narrow screen: one is overturned on appeal, one leads to expulsion, one lapses. Without scripts but
// for the secret ballots, which need the browser's cryptography.

const folder = mkdtempSync(join(tmpdir(), 'plenum-discipline-'))
const MEMBERS = 13
const WORD = 'quixotry-of-the-facts'
let seeded: Seeded
let server: StartedServer
let browser: MembersInBrowser
let voters: MembersInBrowser

beforeAll(async () => {
  seeded = await seedOrganization(folder, { members: MEMBERS, points: ['We cross no picket line.'] })
  server = await startServer({ data: folder, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await openMembers(seeded, server.url)
  voters = await openMembers(seeded, server.url, { viewport: { width: 360, height: 740 } })
})
afterAll(async () => {
  await browser.close()
  await voters.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

function nameOf(n: number): string {
  return seeded.members[n]?.name ?? ''
}

async function narrow(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
}

let passed = 0

/** Moves the demonstration's clock, and remembers how far. */
async function pass(page: Page, ...days: readonly number[]): Promise<void> {
  for (const each of days) passed += each
  await wait(page, ...days)
}

/** The day on the demonstration's clock. */
function today(): string {
  const { debateHours, votingHours } = seeded.rules
  return new Date(Date.now() + (debateHours + votingHours) * HOUR + passed * DAY).toISOString().slice(0, 10)
}

/** Members 0, 1 and 2 charge somebody; its page is answered once notice is given. */
async function charge(member: number, measure: 'suspension' | 'expulsion', facts: string): Promise<string> {
  const page = await browser.as(0, '/cases/new')
  expect(await said(page)).toContain('What can never be charged')
  await narrow(page)
  await page.fill('[name=day]', today())
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

/** The panel is drawn; whoever is drawn takes the seat, or steps aside where the case concerns them. Answers who sits. */
async function seat(path: string): Promise<readonly number[]> {
  await pass(await browser.as(0, path), 7)
  const panel = await (
    await browser.as(0, path)
  )
    .getByRole('link', { name: 'The panel and how it was drawn' })
    .getAttribute('href')
  const sits = new Set<number>()
  for (let round = 0; round < 4; round++)
    for (let n = 0; n < MEMBERS; n++) {
      if (sits.has(n)) continue
      const page = await browser.as(n, panel ?? '')
      const accept = page.getByRole('button', { name: 'Take the seat' })
      const recuse = page.getByRole('button', { name: 'Step aside' })
      if ((await accept.count()) > 0) {
        await accept.click()
        sits.add(n)
      } else if ((await recuse.count()) > 0) await recuse.click()
    }
  return [...sits]
}

/** More than half of the panel find for what was asked. */
async function find(path: string, panel: readonly number[], reasons: string): Promise<void> {
  const [first = 0, ...others] = panel
  const page = await browser.as(first, path)
  await page.check('[name=measure][value=asked]')
  await page.fill('[name=reasons]', reasons)
  await press(page, 'Propose a finding')
  for (const n of others.slice(0, 2)) await press(await browser.as(n, path), 'Agree with this finding')
  expect(await said(await browser.as(0, path))).toContain('The panel has found')
}

async function status(page: Page): Promise<string> {
  const place = page.locator('[data-says]')
  await expect.poll(async () => place.innerText(), { timeout: 30_000 }).not.toMatch(/^(Working.*)?$/)
  return place.innerText()
}

/** The vote opens by itself; these vote, the first so many of them for the measure. */
async function vote(path: string, who: readonly number[], yes: number): Promise<void> {
  await pass(await browser.as(0, path), 7)
  for (const [i, n] of who.entries()) {
    const page = await voters.as(n, path)
    expect(await said(page)).toContain('The finding of the panel')
    await page.check(`[name=choice-0][value=${i < yes ? 'yes' : 'no'}]`)
    await press(page, 'Cast my secret ballot')
    expect(await status(page)).toContain('Your ballot lies in the urn')
  }
  await pass(await browser.as(0, path), 7)
}

describe('a charge', () => {
  let path = ''

  test('is answered, heard and adopted, and overturned on appeal', { timeout: 280_000 }, async () => {
    await pass(await browser.as(0, '/'), 1, 1)
    path = await charge(5, 'suspension', WORD)
    const page = await browser.as(5, '/')
    expect(await said(page)).toContain('You are charged')
    await page.goto(server.url + path)
    expect(await said(page)).toContain(WORD)
    await narrow(page)
    await page.fill('form[action$="state"] [name=text]', 'I brought them soup.')
    await page.locator('form[action$="state"]').getByRole('button', { name: 'Enter it' }).click()
    // Whom it does not concern is told nothing.
    const other = await said(await browser.as(12, path))
    for (const secret of [WORD, 'soup', nameOf(5), nameOf(0)]) expect(other).not.toContain(secret)
    const panel = await seat(path)
    expect(panel).toHaveLength(5)
    expect(panel.filter((n) => [0, 1, 2, 5].includes(n))).toEqual([])
    await pass(await browser.as(0, path), 7, 1)
    await find(path, panel, 'Two saw it.')
    await vote(path, [6, 7, 8], 2)
    expect(await said(await browser.as(5, path))).toContain('does not hold before the time to appeal has run')
    const appealing = await browser.as(5, path)
    await appealing.fill('form[action$="appeal"] [name=text]', 'Nobody asked me for the soup.')
    await press(appealing, 'Appeal')
    await vote(path, [6, 7, 8], 1)
    const over = await said(await browser.as(5, path))
    expect(over).toContain('overturned on appeal')
    expect(over).toContain('Nothing in the record names anybody in it any more')
    expect(over).not.toContain(WORD)
  })

  test('leads to expulsion once the time to appeal has run', { timeout: 280_000 }, async () => {
    const expelling = await charge(4, 'expulsion', 'Broke the strike for money.')
    const panel = await seat(expelling)
    await pass(await browser.as(0, expelling), 7, 1)
    await find(expelling, panel, 'Two saw it, and the books show it.')
    await vote(expelling, [6, 7, 8], 2)
    expect(await said(await browser.as(4, '/'))).toContain('appeal in case')
    await pass(await browser.as(0, expelling), 7, 7, 7, 7, 7)
    expect(await said(await browser.as(0, expelling))).toContain('The measure holds')
    const gone = await browser.as(4, '/cases')
    expect(new URL(gone.url()).pathname).toBe('/sign-in')
  })

  test('lapses because nobody found in time', { timeout: 120_000 }, async () => {
    const lapsing = await charge(3, 'suspension', 'Said to have been late.')
    await pass(await browser.as(0, lapsing), 7, 7, 7, 7, 7, 7, 7)
    const page = await browser.as(0, lapsing)
    expect(await said(page)).toMatch(/no panel could be seated|did not find in time/)
    const list = await said(await browser.as(12, '/cases'))
    expect(list).toContain('overturned on appeal')
    expect(list).not.toContain(nameOf(3))
  })
})
