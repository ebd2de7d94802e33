import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { launch, type LaunchedBrowser } from '../kit/browser.ts'
import { runPlenum } from '../kit/command.ts'
import { PASSWORD, seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// An office from its opening to the recall of who holds it, by pages alone: without scripts, on a narrow screen.

const data = mkdtempSync(join(tmpdir(), 'plenum-e2e-elections-'))
let seeded: Seeded
let server: StartedServer
let browser: LaunchedBrowser
const pages = new Map<number, Page>()

beforeAll(async () => {
  seeded = await seedOrganization(data)
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await launch({ javaScript: false, viewport: { width: 360, height: 740 } })
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

async function as(n: number, path: string): Promise<Page> {
  const page = pages.get(n) ?? (await signIn(n))
  pages.set(n, page)
  await page.goto(server.url + path)
  return page
}

async function signIn(n: number): Promise<Page> {
  const other = browser.context.browser()
  const context = await other?.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  })
  const page = await (context ?? browser.context).newPage()
  await page.goto(`${server.url}/sign-in`)
  await page.fill('[name=login]', seeded.members[n]?.login ?? '')
  await page.fill('[name=password]', PASSWORD)
  await page.click('main form button')
  return page
}

function text(page: Page): Promise<string> {
  return page.locator('main').innerText()
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

async function wait(page: Page, days: number): Promise<void> {
  await page.click(`.demonstration button[value="${days * 24}"]`)
}

/** Everybody says yes to the motion that is voted on. */
async function adopt(address: string): Promise<void> {
  for (let n = 0; n < seeded.members.length; n++) {
    const page = await as(n, address)
    await page.check('[name=choice-0][value=yes]')
    await press(page, 'Cast my ballot')
  }
}

const standing = [0, 1, 2]
let office = ''
let election = ''

test('an office is opened by motion, and nominations open by themselves', async () => {
  const page = await as(0, '/motions/new?enact=office.open')
  await page.fill('[name=officeTitle]', 'Steering committee')
  await page.fill('[name=seats]', '2')
  await page.fill('[name=title]', 'A steering committee')
  await page.fill('[name=text]', 'The committee prepares meetings and reports each month.')
  await press(page, 'Propose it')
  const motion = new URL(page.url()).pathname
  for (const n of [1, 2, 3]) {
    const other = await as(n, motion)
    const second = other.getByRole('button', { name: 'Second this motion', exact: true })
    if ((await second.count()) > 0) await second.click()
  }
  await wait(page, 3)
  await page.goto(server.url + motion)
  const vote = await page.locator('main a[href^="/votes/"]').first().getAttribute('href')
  await adopt(vote ?? '')
  await wait(page, 3)
  await page.goto(`${server.url}/offices`)
  await page.click('main h2 a')
  office = new URL(page.url()).pathname
  expect(await text(page)).toContain('The committee prepares meetings')
  await page.click('main a[href^="/elections/"]')
  election = new URL(page.url()).pathname
  expect(await text(page)).toContain('Nominations are open until')
})

test('members stand and nominate; statements stand side by side', async () => {
  for (const n of standing) {
    const page = await as(n, election)
    await page.fill('[name=statement]', `I stand, says ${n}.`)
    await press(page, 'Stand')
  }
  const page = await as(3, election)
  await page.selectOption('[name=member]', seeded.members[4]?.id ?? '')
  await press(page, 'Nominate')
  expect(await text(page)).toContain('has not accepted yet')
  for (const n of standing) expect(await text(page)).toContain(`I stand, says ${n}.`)
  await wait(page, 7)
  await wait(page, 7)
})

test('ballots are numbers in boxes; the result is told stage by stage', async () => {
  for (let n = 0; n < seeded.members.length; n++) {
    const page = await as(n, election)
    const boxes = page.locator('[name^="place-"]')
    expect(await boxes.count()).toBe(standing.length)
    if (n === 0) {
      await boxes.nth(0).fill('1')
      await boxes.nth(1).fill('1')
      await press(page, 'Cast my ballot')
      expect(await page.locator('main, .notice').allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringContaining('same number')]),
      )
    }
    const first = n % 3
    for (const i of standing) await boxes.nth(i).fill('')
    await boxes.nth(first === 2 && n > 3 ? 0 : first).fill('1')
    await boxes.nth((first + 1) % 3).fill(first === 2 && n > 3 ? '' : '2')
    await press(page, 'Cast my ballot')
    expect(await text(page)).toContain('Change my ballot')
  }
  const page = await as(1, election)
  await wait(page, 7)
  await page.goto(server.url + election)
  const shown = await text(page)
  expect(shown).toContain('The first choices are counted.')
  expect(shown).toMatch(/and is elected\. \S+ \S+ has enough votes and is elected\./)
  expect(await page.locator('main svg').count()).toBe(1)
  const width = await page.evaluate(() => document.documentElement.scrollWidth).catch(() => 360)
  expect(width).toBeLessThanOrEqual(360)
  const blt = await page.request.get(`${server.url}${election}/ballots`)
  const ballots = await blt.text()
  expect(ballots).toMatch(/^3 2\n/)
  const counted = await runPlenum(['count', '-', '--method', 'scottish-stv', '--json'], {}, ballots)
  const { winners } = z.object({ winners: z.array(z.string()) }).parse(JSON.parse(counted.out))
  expect(winners).toEqual(await page.locator('main h3:text-is("Elected") + ol a').allInnerTexts())
  expect(winners).toHaveLength(2)
})

test('what was counted is printed to be signed, with its arithmetic and its entries', async () => {
  const page = await as(1, `${election}/print`)
  const shown = await text(page)
  for (const told of [
    'Record of election 1: Steering committee',
    `${seeded.members.length} of ${seeded.members.length} took part`,
    'ballots with a choice ÷ 3, rounded down, is',
    'A ballot ends where it gives one rank to several candidates.',
    'npx plenum count election.blt --method scottish-stv',
    'Witness: name, date, signature',
  ])
    expect(shown).toContain(told)
  expect(shown).toMatch(/Vote closed\s+.* UTC, entry \d+/)
  expect(shown).toMatch(/Checkpoint\s+\d+ entries, root \S{44}/)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.masthead nav').isVisible()).toBe(false)
  expect(await page.locator('main button, main form').count()).toBe(0)
  await page.emulateMedia({ media: 'screen' })
})

test('a recall is asked for, voted and followed by whom the same ballots name', async () => {
  const page = await as(3, office)
  const before = await page.locator('main table a').allInnerTexts()
  expect(before).toHaveLength(2)
  await page.fill('[name=reason]', 'No report for months.')
  await press(page, 'Start a petition')
  const recall = new URL(page.url()).pathname
  for (let n = 0; n < seeded.members.length; n++) {
    const other = await as(n, recall)
    const sign = other.getByRole('button', { name: 'Sign the petition', exact: true })
    if ((await sign.count()) > 0) await sign.click()
  }
  for (let n = 0; n < seeded.members.length; n++) {
    const other = await as(n, recall)
    await other.check('[name=choice][value=yes]')
    await press(other, 'Cast my ballot')
  }
  await wait(page, 7)
  await page.goto(server.url + recall)
  expect(await text(page)).toContain('Recalled: the mandate has ended.')
  await page.goto(server.url + office)
  const after = await page.locator('main table a').allInnerTexts()
  expect(after).toHaveLength(2)
  expect(after).not.toEqual(before)
  expect(await text(page)).toContain('filled from the same ballots')
})

test('the audit counts all of it again', async () => {
  await server.stop()
  const { out } = await runPlenum(['export', 'record', '--data', data])
  const audited = await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, out)
  expect(audited).toMatchObject({ code: 0 })
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
})
