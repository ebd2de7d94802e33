import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import type { OfficeMethod } from '#modules/rulebook/core'
import { voteIdFor } from '#modules/voting/core'
import { launch, type LaunchedBrowser } from '../kit/browser.ts'
import { runPlenum } from '../kit/command.ts'
import { seedOrganization, type Seeding } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'
import { carry, firstElection, openOffice, stand } from '../kit/showcase-offices.ts'
import { PHONE, readIn, signIn } from '../kit/visit.ts'

// Offices whose candidates are compared in pairs: what the page tells, and what the command counts from its download.

const OFFICE = derivedUuid('pairs', 'chair')
const ELECTION = firstElection(OFFICE)
// Ada wins against Ben by 6 to 3, Ben against Carmen by 7 to 2, Carmen against Ada by 5 to 4.
const BALLOTS: readonly (readonly [voters: number, ranks: readonly number[]])[] = [
  [4, [0, 1, 2]],
  [3, [1, 2, 0]],
  [2, [2, 0, 1]],
]
const NAMES = ['Ada Okafor', 'Ben Lindqvist', 'Carmen Ruiz']

/** Rules can say how offices are filled once the organization is founded. */
async function adoptMethod(seeding: Seeding, method: OfficeMethod): Promise<void> {
  const elections = {
    ...{ method, nominationDays: 3, votingDays: 1, quorum: '1/10', vacancy: 'countback' },
    ...{ termsMost: 2, recallShare: '1/10', recallDays: 30 },
  }
  const rules = { ...seeding.rules, elections }
  await carry(seeding, 'method', 'How we elect', 'Offices are filled by another method.', {
    kind: 'rules.adopt',
    rules,
  })
}

async function elect(seeding: Seeding, method: OfficeMethod): Promise<void> {
  const { enter, members, pass, root } = seeding
  await adoptMethod(seeding, method)
  await openOffice(seeding, OFFICE, 'Chair', 1)
  for (const { id } of members.slice(0, NAMES.length)) await stand(seeding, ELECTION, id)
  await pass(3 * 24)
  const vote = voteIdFor({ kind: 'election', id: ELECTION })
  const ballots = BALLOTS.flatMap(([voters, ranks]) => Array.from({ length: voters }, () => ranks))
  for (const [n, ranks] of ballots.entries())
    await enter(members[n]?.id ?? '', 'ballot.rank', { vote, ranks: ranks.map((each) => [each]) }, root)
  await pass(24)
}

describe.each(['schulze', 'ranked-pairs'] as const)('an office filled by %s', (method) => {
  const data = mkdtempSync(join(tmpdir(), 'plenum-e2e-pairs-'))
  let server: StartedServer
  let browser: LaunchedBrowser

  beforeAll(async () => {
    const seeded = await seedOrganization(data, {
      members: 9,
      then: (seeding) => elect(seeding, method),
    })
    server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
    browser = await launch({ ...PHONE, javaScript: false })
    await signIn(browser.page, server.url, seeded)
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  })

  const rows = (): Promise<readonly string[]> => browser.page.locator('table.count tbody tr').allInnerTexts()

  test('its result says who wins against whom, and what follows', async () => {
    await browser.page.goto(`${server.url}/elections/${ELECTION}`)
    const text = await browser.page.locator('main').innerText()
    expect(text).toContain('Nobody wins against all others')
    const told = (await rows()).map((row) => row.replace(/\s+/g, ' ').replaceAll(' ,', ','))
    expect(told).toEqual([
      'Ada Okafor – 6 : 3, wins 4 : 5, loses 1',
      'Ben Lindqvist 3 : 6, loses – 7 : 2, wins 1',
      'Carmen Ruiz 5 : 4, wins 2 : 7, loses – 1',
    ])
    const order = browser.page.getByRole('heading', { name: 'The order that follows' })
    expect(await order.locator('xpath=following-sibling::ol[1]/li').allInnerTexts()).toEqual(NAMES)
    expect(await browser.page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.viewport.width)
    // No quota and no stages: nothing is transferred.
    expect(await browser.page.getByText('How many votes elect').count()).toBe(0)
    expect(await browser.page.locator('.flow').count()).toBe(0)
  })

  test('it is told in Spanish and on the printed record as well', async () => {
    await browser.page.goto(`${server.url}/elections/${ELECTION}/print`)
    expect(await rows()).toHaveLength(NAMES.length)
    await readIn(browser.context, server.url, 'es')
    await browser.page.goto(`${server.url}/elections/${ELECTION}`)
    expect(await browser.page.locator('main').innerText()).toContain(
      'Nadie gana a todas las demás candidaturas',
    )
    await readIn(browser.context, server.url, 'en')
  })

  test('the command counts the same from the ballots', async () => {
    const answer = await browser.context.request.get(`${server.url}/elections/${ELECTION}/ballots`)
    const { code, out } = await runPlenum(
      ['count', '-', '--method', method, '--json'],
      {},
      await answer.text(),
    )
    expect(code).toBe(0)
    const [ada, ben, carmen] = NAMES
    expect(JSON.parse(out)).toMatchObject({ winners: [ada], ranking: [[ada], [ben], [carmen]] })
  })
})
