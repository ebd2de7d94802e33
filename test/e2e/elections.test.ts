import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { runPlenum } from '../kit/command.ts'
import { openMembers, press, said as text, wait, type MembersInBrowser } from '../kit/members-in-browser.ts'
import { seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// An office from its opening to the recall of who holds it, by pages alone: without scripts, on a narrow screen.

const data = mkdtempSync(join(tmpdir(), 'plenum-e2e-elections-'))
let seeded: Seeded
let server: StartedServer
let browser: MembersInBrowser

beforeAll(async () => {
  seeded = await seedOrganization(data)
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await openMembers(seeded, server.url)
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

/** Everybody says yes to the motion that is voted on. */
async function adopt(address: string): Promise<void> {
  for (let n = 0; n < seeded.members.length; n++) {
    const page = await browser.as(n, address)
    await page.check('[name=choice-0][value=yes]')
    await press(page, 'Cast my ballot')
  }
}

const standing = [0, 1, 2]
let office = ''
let election = ''

test('an office is opened by motion, and nominations open by themselves', async () => {
  const page = await browser.as(0, '/motions/new?enact=office.open')
  await page.fill('[name=officeTitle]', 'Steering committee')
  await page.fill('[name=seats]', '2')
  await page.fill('[name=title]', 'A steering committee')
  await page.fill('[name=text]', 'The committee prepares meetings and reports each month.')
  await press(page, 'Propose it')
  const motion = new URL(page.url()).pathname
  for (const n of [1, 2, 3]) {
    const other = await browser.as(n, motion)
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
    const page = await browser.as(n, election)
    await page.fill('[name=statement]', `I stand, says ${n}.`)
    await press(page, 'Stand')
  }
  const page = await browser.as(3, election)
  await page.selectOption('[name=member]', seeded.members[4]?.id ?? '')
  await press(page, 'Nominate')
  expect(await text(page)).toContain('has not accepted yet')
  for (const n of standing) expect(await text(page)).toContain(`I stand, says ${n}.`)
  await wait(page, 7)
  await wait(page, 7)
})

test('ballots are numbers in boxes; the result is told stage by stage', async () => {
  for (let n = 0; n < seeded.members.length; n++) {
    const page = await browser.as(n, election)
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
  const page = await browser.as(1, election)
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
  const page = await browser.as(1, `${election}/print`)
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
  const page = await browser.as(3, office)
  const before = await page.locator('main table a').allInnerTexts()
  expect(before).toHaveLength(2)
  await page.fill('[name=reason]', 'No report for months.')
  await press(page, 'Start a petition')
  const recall = new URL(page.url()).pathname
  for (let n = 0; n < seeded.members.length; n++) {
    const other = await browser.as(n, recall)
    const sign = other.getByRole('button', { name: 'Sign the petition', exact: true })
    if ((await sign.count()) > 0) await sign.click()
  }
  for (let n = 0; n < seeded.members.length; n++) {
    const other = await browser.as(n, recall)
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
