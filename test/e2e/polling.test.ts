import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runPlenum } from '../kit/command.ts'
import { layoutFaults } from '../kit/layout.ts'
import { openMembers, press, said, wait, type MembersInBrowser } from '../kit/members-in-browser.ts'
import { putToSecretVote, SECRET_VOTE } from '../kit/seed-secret-vote.ts'
import { seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// A polling session: an officer, a shared machine that is nobody's, a member without scripts, and two tellers.

const folder = mkdtempSync(join(tmpdir(), 'plenum-polling-'))
const VOTE = `/votes/${SECRET_VOTE}`
const POLLING = `${VOTE}/polling`
const SCREEN = `/ballots/${SECRET_VOTE}/screen`
const PHONE = { viewport: { width: 360, height: 740 } }
const [OFFICER, OTHER, TELLER, TAKER, ONLINE, WITHOUT] = [0, 1, 2, 3, 4, 5] as const
let seeded: Seeded
let server: StartedServer
let plain: MembersInBrowser
let scripted: MembersInBrowser
let shared: Page

beforeAll(async () => {
  seeded = await seedOrganization(folder, {
    members: 6,
    then: async (seeding) => putToSecretVote(seeding, {}),
  })
  server = await startServer({ data: folder, env: { PLENUM_DEMONSTRATION: '1' } })
  plain = await openMembers(seeded, server.url)
  scripted = await openMembers(seeded, server.url, PHONE)
  shared = await scripted.visitor(SCREEN)
})
afterAll(async () => {
  await Promise.all([plain.close(), scripted.close()])
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const name = (n: number): string => seeded.members[n]?.name ?? ''
const shows = (page: Page) => expect.poll(async () => page.locator('[data-says]').innerText())

/** An officer marks a member at the session, and answers the code that the page shows, if it shows one. */
async function mark(n: number, way: 'screen' | 'paper', officer: number = OFFICER): Promise<string> {
  const page = await plain.as(officer, POLLING)
  await page.getByLabel('Member', { exact: true }).selectOption(seeded.members[n]?.id ?? '')
  await page.check(`[name=way][value=${way}]`)
  await press(page, 'Mark and give it out')
  expect(await layoutFaults(page)).toEqual([])
  const code = page.locator('[data-code]')
  return (await code.count()) === 0 ? said(page) : code.innerText()
}

async function openScreen(code: string): Promise<void> {
  await shared.goto(server.url + SCREEN)
  await shared.fill('[name=code]', code)
  await press(shared, 'Open the ballot')
}

async function castHere(page: Page, choice: string): Promise<void> {
  await page.check(`[name=choice-0][value=${choice}]`)
  await press(page, 'Cast my secret ballot')
}

/** What a browser keeps, beside the checkpoint of the record that every browser keeps. */
function keptIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])
}

describe('a polling session', () => {
  test('is announced by an officer, and offered to whoever has no JavaScript', async () => {
    const before = await said(await plain.as(WITHOUT, VOTE))
    expect(before).toContain('that takes JavaScript')
    expect(before).toContain('No polling session has been announced')
    expect(await said(await plain.as(WITHOUT, POLLING))).not.toContain('Announce a polling session')
    const page = await plain.as(OFFICER, POLLING)
    expect(await said(page)).toContain('nobody can be marked')
    const from = await page.inputValue('[name=from]')
    const until = new Date(Date.parse(`${from}Z`) + 47 * 3_600_000).toISOString().slice(0, 16)
    await page.fill('[name=until]', from)
    await page.fill('[name=place]', 'Mill Hall, Canal Street 4, first floor')
    await press(page, 'Announce it')
    expect(await said(page)).toContain('ends after it begins')
    expect(await page.inputValue('[name=place]')).toContain('Mill Hall')
    await page.fill('[name=until]', until)
    await press(page, 'Announce it')
    expect(await said(page)).toContain('Mill Hall, Canal Street 4')
    const after = await plain.as(WITHOUT, VOTE)
    expect(await said(after)).toContain('Mill Hall, Canal Street 4')
    expect(await layoutFaults(after)).toEqual([])
    await wait(after, 1)
  })

  test('gives a member a screen on a machine that is nobody’s, and the machine forgets', async () => {
    const code = await mark(WITHOUT, 'screen')
    expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
    expect(await said(await plain.as(WITHOUT, VOTE))).toContain(`Marked by ${name(OFFICER)}`)
    await openScreen('AAAA-BBBB-CCCC-DDDD')
    expect(await said(shared)).toContain('opens no voting screen')
    await openScreen(code.toLowerCase().replaceAll('-', ' '))
    expect(await said(shared)).toContain('Rent')
    expect(await said(shared)).not.toContain(name(WITHOUT))
    expect(await layoutFaults(shared)).toEqual([])
    await expect.poll(() => shared.locator('[data-slip] li').count()).toBe(12)
    const slip = await shared.locator('[data-slip] li').allInnerTexts()
    await castHere(shared, 'no')
    await shows(shared).toContain('Your ballot lies in the urn')
    expect(await shared.locator('[data-receipt-text]').innerText()).toHaveLength(176)
    await shared.emulateMedia({ media: 'print' })
    expect(await shared.locator('[data-receipt-text]').isVisible()).toBe(true)
    expect(await shared.locator('[data-slip]').isVisible()).toBe(false)
    await shared.emulateMedia({ media: null })
    await press(shared, 'I am done: forget everything')
    await expect.poll(async () => said(shared)).toContain('has forgotten your vote')
    expect(await keptIn(shared)).toEqual(['plenum-checkpoint'])
    await shared.goBack()
    const back = await shared.content()
    for (const word of [slip.join(' '), slip.slice(0, 3).join('</li><li>'), code])
      expect(back).not.toContain(word)
    expect(await shared.locator('[data-slip] li').count()).toBe(0)
    expect(await shared.context().cookies()).toEqual([])

    // The code gives no second key, to whoever types it.
    await openScreen(code)
    expect(await said(shared)).toContain('A key was given out with your code before')
    await castHere(shared, 'yes')
    await shows(shared).toContain('nobody gets a second key')
    await shared.getByLabel('The twelve words').fill(slip.join(' '))
    await press(shared, 'Go on with these words')
    await castHere(shared, 'yes')
    await shows(shared).toContain('Your ballot lies in the urn')
    await press(shared, 'I am done: forget everything')
    await expect.poll(async () => said(shared)).toContain('has forgotten your vote')
  })

  test('is refused to whoever was given a key online, and online to whoever was marked', async () => {
    const online = await scripted.as(ONLINE, VOTE)
    await castHere(online, 'yes')
    await shows(online).toContain('Your ballot lies in the urn')
    for (const way of ['screen', 'paper'] as const)
      expect(await mark(ONLINE, way)).toContain('was given a key from a device of their own')
    const marked = await scripted.as(WITHOUT, VOTE)
    await castHere(marked, 'no')
    await shows(marked).toContain('was marked at a polling session')
    expect(await mark(OFFICER, 'screen')).toContain('Nobody marks themselves')
  })

  test('shows members that they were marked, and lets them take it back', async () => {
    await mark(OTHER, 'screen')
    const page = await plain.as(OTHER, VOTE)
    expect(await said(page)).toContain(`Marked by ${name(OFFICER)}`)
    await press(page, 'Take this mark back')
    expect(await said(page)).toContain('The mark is taken back')
    expect(await said(await plain.as(OTHER, VOTE))).not.toContain('Marked by')
    const letters = await plain.as(OTHER, '/demonstration/mail')
    expect(await letters.locator('body').innerText()).not.toContain('Yes')
  })

  test('counts papers that two tellers read alike, and shows them where they differ', async () => {
    for (const n of [TAKER, OTHER]) await mark(n, 'paper')
    expect(await said(await plain.as(TAKER, VOTE))).toContain('You took a paper ballot')
    const officer = await plain.as(OFFICER, POLLING)
    expect(await said(officer)).toContain('Only 2 members have taken a paper')
    await officer.click('summary:has-text("Open a batch")')
    for (const [i, n] of [TELLER, WITHOUT].entries())
      await officer.getByLabel(`Teller ${i + 1}`).selectOption(seeded.members[n]?.id ?? '')
    await press(officer, 'Open it for these two')
    const enter = async (n: number, counts: readonly [string, string, string]): Promise<string> => {
      const page = await plain.as(n, POLLING)
      for (const [i, field] of ['yes', 'no', 'abstain'].entries())
        await page.fill(`[name=${field}]`, counts[i] ?? '')
      await press(page, 'Enter what I read')
      expect(await layoutFaults(page)).toEqual([])
      return said(page)
    }
    expect(await said(await plain.as(ONLINE, POLLING))).not.toContain('Batch 1')
    expect(await enter(TELLER, ['9', '0', '0'])).toContain('these are too many')
    expect(await enter(TELLER, ['1', '1', '0'])).toContain('One teller has entered it')
    // The other teller sees that, and not what.
    expect(await said(await plain.as(WITHOUT, POLLING))).not.toContain('You have entered')
    const differing = await enter(WITHOUT, ['2', '0', '0'])
    expect(differing).toContain('Both have entered it, and differ')
    expect(differing).toMatch(/Yes\s+1\s+2|Yes\s+2\s+1/)
    expect(await enter(WITHOUT, ['1', '1', '0'])).toContain('Both have entered the same')
    expect(await said(await plain.as(OFFICER, POLLING))).toContain('Papers counted so far: 2')
  })

  test('is told by the result, officer by officer, and the audit and the second verifier count the same', async () => {
    const page = await plain.as(OFFICER, VOTE)
    await wait(page, 3)
    const result = await said(await plain.as(OFFICER, VOTE))
    expect(result).toContain('Adopted')
    expect(result).toContain('Keys given out: 2. Keys that were used or listed: 2. Ballots cast: 2.')
    expect(result).toContain('Papers counted: 2, of 2 that members took')
    expect(result).toContain('the word of the two tellers')
    expect(result).toMatch(new RegExp(`${name(OFFICER)}\\s+1\\s+2`))
    const found = await scripted.as(WITHOUT, VOTE)
    expect(await layoutFaults(found)).toEqual([])
    const lines = await (await page.request.get(`${server.url}/record/export`)).text()
    const audited = await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, lines)
    expect(audited).toMatchObject({ code: 0 })
    const file = join(folder, 'export.jsonl')
    writeFileSync(file, lines)
    const verifier = join(import.meta.dirname, '../interop/python/verify_ballots.py')
    const { stdout, status } = spawnSync('python3', ['-B', verifier, file], { encoding: 'utf8' })
    if (status !== null) expect(stdout).toContain(`${SECRET_VOTE} accepted`)
    // A paper that says the other thing is found.
    const broken = lines.replace('"paper":["bg==","eQ=="]', '"paper":["bg==","bg=="]')
    expect(broken).not.toBe(lines)
    const code = (await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, broken)).code
    expect(code).toBe(1)
  })
})
