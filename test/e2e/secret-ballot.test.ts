import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runPlenum } from '../kit/command.ts'
import { openMembers, press, said, wait, type MembersInBrowser } from '../kit/members-in-browser.ts'
import { putToSecretVote, SECRET_VOTE } from '../kit/seed-secret-vote.ts'
import { seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// A secret vote in a real browser, from the slip to the board.

const folder = mkdtempSync(join(tmpdir(), 'plenum-secret-ballot-'))
const VOTE = `/votes/${SECRET_VOTE}`
const PHONE = { viewport: { width: 360, height: 740 } }
const CHOICES = ['yes', 'yes', 'no', 'yes', 'abstain'] as const
let seeded: Seeded
let server: StartedServer
let browser: MembersInBrowser
let plain: MembersInBrowser

beforeAll(async () => {
  seeded = await seedOrganization(folder, {
    members: 6,
    then: async (seeding) => putToSecretVote(seeding, {}),
  })
  server = await startServer({ data: folder, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await openMembers(seeded, server.url, PHONE)
  plain = await openMembers(seeded, server.url)
})
afterAll(async () => {
  await plain.close()
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function vote(page: Page, choice: string): Promise<string> {
  await page.check(`[name=choice-0][value=${choice}]`)
  await press(page, 'Cast my secret ballot')
  const status = page.locator('[data-says]')
  await expect.poll(async () => status.innerText()).not.toContain('Working')
  return status.innerText()
}

/** The slip, once the page’s script has shown it; none where none is kept. */
async function words(page: Page): Promise<readonly string[]> {
  await page.locator('[data-secret-vote]').waitFor({ state: 'visible' })
  return page.locator('[data-slip] li').allInnerTexts()
}

describe('a secret vote', () => {
  test('without JavaScript says why it needs it, and what to do', async () => {
    const page = await plain.as(5, VOTE)
    expect(await said(page)).toContain('that takes JavaScript')
    expect(await said(page)).toContain('polling session')
    expect(await page.locator('[data-cast]').isVisible()).toBe(false)
  })

  test('is cast from five browsers, each with a slip and a receipt of its own', async () => {
    const slips = new Set<string>()
    for (const [n, choice] of CHOICES.entries()) {
      const page = await browser.as(n, VOTE)
      expect(await vote(page, choice)).toContain('Your ballot lies in the urn')
      const slip = await words(page)
      expect(slip).toHaveLength(12)
      slips.add(slip.join(' '))
      expect(await page.locator('[data-receipt-file]').getAttribute('href')).toMatch(/^blob:/)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    }
    expect(slips.size).toBe(CHOICES.length)
    // Whoever was given a key is not asked again; who has none is.
    expect(await said(await browser.as(0, '/'))).not.toContain('Vote on motion')
    expect(await said(await browser.as(5, '/'))).toContain('Vote on motion')
  })

  test('can be cast again, from another device by the twelve words', async () => {
    const page = await browser.as(2, VOTE)
    const slip = await words(page)
    const other = await plainScripted(2)
    expect(await vote(other, 'yes')).toContain('with another slip')
    expect(await words(other)).toEqual([])
    await other.getByLabel('The twelve words').fill(`${slip.slice(1).join(' ')} zoo`)
    await press(other, 'Go on with these words')
    await expect.poll(async () => other.locator('[data-says]').innerText()).toContain('not the twelve words')
    await other.getByLabel('The twelve words').fill(slip.join(' ').toUpperCase())
    await press(other, 'Go on with these words')
    await expect.poll(async () => other.locator('[data-says]').innerText()).toContain('now has your slip')
    expect(await vote(other, 'yes')).toContain('Your ballot lies in the urn')
    await other.context().close()
  })

  test('whose browser crashed between issue and cast is finished from the same device', async () => {
    const page = await browser.as(5, VOTE)
    await page.route('**/ballots/**', async (route) => route.abort())
    expect(await vote(page, 'no')).toContain('Nothing was lost')
    const slip = await words(page)
    await page.unroute('**/ballots/**')
    await page.goto(server.url + VOTE)
    expect(await words(page)).toEqual(slip)
    expect(await vote(page, 'no')).toContain('Your ballot lies in the urn')
  })

  test('shows nothing before the close, and afterwards each voter the own ballot on the board', async () => {
    const page = await browser.as(0, VOTE)
    expect(await said(page)).not.toMatch(/\d+ (yes|of \d+ cast)/)
    await wait(page, 3)
    await page.goto(server.url + VOTE)
    const shown = await said(page)
    expect(shown).toContain('Adopted')
    expect(shown).toContain('Keys given out: 6. Keys that were used or listed: 6. Ballots cast: 6.')
    expect(shown).not.toContain('Who voted how')
    for (const [n, told] of [
      [0, 'Yes'],
      [2, 'Yes'],
      [5, 'No'],
    ] as const) {
      const own = await browser.as(n, VOTE)
      await press(own, 'Find my ballot on the board')
      await expect
        .poll(async () => own.locator('[data-says]').innerText())
        .toMatch(new RegExp(`number \\d of 6 on the board\\. It says: ${told}\\.`))
    }
  })

  test('and the audit checks every signature and counts again', async () => {
    const page = await browser.as(0, '/record')
    const lines = await (await page.request.get(`${server.url}/record/export`)).text()
    const audited = await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, lines)
    expect(audited).toMatchObject({ code: 0 })
    // One letter of the board changed, with the hashes left as they are.
    const broken = lines.replace(
      /"board":\["(.)/,
      (all, letter: string) => all.slice(0, -1) + (letter === 'A' ? 'B' : 'A'),
    )
    expect(broken).not.toBe(lines)
    expect(await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, broken)).toMatchObject({
      code: 1,
    })
  })
})

/** Another device of a member: a browser that knows nothing yet. */
async function plainScripted(n: number): Promise<Page> {
  const device = await openMembers(seeded, server.url, PHONE)
  const page = await device.as(n, VOTE)
  page.context().on('close', () => void device.close())
  return page
}
