import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { ballotsOf } from '#modules/rulebook/core'
import { runPlenum } from '../kit/command.ts'
import { openMembers, press, said, wait, type MembersInBrowser } from '../kit/members-in-browser.ts'
import { OPEN_RULES } from '../kit/seed-secret-vote.ts'
import { seedOrganization, type Seeded, type Seeding } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// An election in a real browser whose voters first get keys, then vote: nobody could join the two by their times.

const folder = mkdtempSync(join(tmpdir(), 'plenum-secret-election-'))
const OFFICE = derivedUuid('secret election', 'office')
const ELECTION = `/elections/${derivedUuid('election', OFFICE, 1)}`
const VOTERS = [0, 1, 2, 3, 4]
let seeded: Seeded
let server: StartedServer
let browser: MembersInBrowser

beforeAll(async () => {
  seeded = await seedOrganization(folder, { members: 6, then: callElection })
  server = await startServer({ data: folder, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await openMembers(seeded, server.url, { viewport: { width: 360, height: 740 } })
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Elections are secret and keys come first, for a day; three stand for an office of one seat. */
async function callElection({ enter, hold, members, pass, root, rules }: Seeding): Promise<void> {
  const who = members.map(({ id }) => id)
  const adopt = async (name: string, enactment: Json) => {
    const motion = derivedUuid('secret election', name)
    const clauses = [{ id: derivedUuid('clause', name), text: `${name}.` }]
    await enter(who[0] ?? '', 'motion.propose', { motion, title: name, clauses, enactment })
    await enter(who[1] ?? '', 'motion.second', { motion })
    await pass(rules.debateHours)
    const vote = derivedUuid('vote', 'motion', motion)
    for (const id of who) await enter(id, 'ballot.cast', { vote, choices: ['yes'] })
    await pass(rules.votingHours)
  }
  const ballots = { ...ballotsOf(OPEN_RULES), elections: 'secret', keysFirst: 2, keyHours: 24 }
  await adopt('Secret elections', { kind: 'rules.adopt', rules: { ...OPEN_RULES, ballots } })
  const terms = { seats: 1, days: 300, termsMost: 2, duties: [], council: null }
  await adopt('A treasurer', { kind: 'office.open', office: OFFICE, title: 'Treasurer', ...terms })
  for (const id of who.slice(0, 3)) {
    const { ref, row } = hold('I count twice.')
    const body = { election: derivedUuid('election', OFFICE, 1), statement: ref, commitment: null }
    await enter(id, 'candidate.accept', body, root, [row])
  }
  await pass(14 * 24)
}

async function status(page: Page): Promise<string> {
  const place = page.locator('[data-says]')
  await expect.poll(async () => place.innerText()).not.toMatch(/^(Working.*)?$/)
  return place.innerText()
}

describe('a secret election with keys first', () => {
  test('gives keys for a day, and takes no ballot meanwhile', async () => {
    for (const n of VOTERS) {
      const page = await browser.as(n, ELECTION)
      expect(await page.locator('[name^=place-]').count()).toBe(0)
      await press(page, 'Get my key')
      expect(await status(page)).toContain('Your key is on the list')
    }
    const page = await browser.as(5, ELECTION)
    await expect.poll(() => said(page)).toContain('In this vote keys come first')
  })

  test('then takes rankings from whoever has a key, and from nobody else', async () => {
    await wait(await browser.as(0, ELECTION), 1)
    for (const n of VOTERS) {
      const page = await browser.as(n, ELECTION)
      expect(await said(page)).not.toContain('keys come first')
      await page.fill('[name=place-1]', '1')
      await page.fill(`[name=place-${n % 2 === 0 ? 0 : 2}]`, '2')
      await press(page, 'Cast my secret ballot')
      expect(await status(page)).toContain('Your ballot lies in the urn')
    }
    const late = await browser.as(5, ELECTION)
    await late.fill('[name=place-0]', '1')
    await press(late, 'Cast my secret ballot')
    expect(await status(late)).toContain('No more keys are given out')
  })

  test('is counted from the board, on which each voter finds the own ranking', async () => {
    await wait(await browser.as(0, ELECTION), 7)
    const page = await browser.as(0, ELECTION)
    const shown = await said(page)
    expect(shown).toContain('Keys given out: 5. Keys that were used or listed: 5. Ballots cast: 5.')
    const elected = await page.locator('main h3:text-is("Elected") + ol a').allInnerTexts()
    expect(elected).toEqual([seeded.members[1]?.name])
    await press(page, 'Find my ballot on the board')
    expect(await status(page)).toContain(
      `It says: 1. ${seeded.members[1]?.name ?? ''}; 2. ${seeded.members[0]?.name ?? ''}.`,
    )
  })

  test('and audits', async () => {
    const page = await browser.as(0, '/record')
    const lines = await (await page.request.get(`${server.url}/record/export`)).text()
    expect(lines.includes('"type":"vote.keys"')).toBe(true)
    expect(await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, lines)).toMatchObject({
      code: 0,
    })
  })
})
