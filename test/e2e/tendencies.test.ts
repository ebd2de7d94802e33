import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { runPlenum } from '../kit/command.ts'
import { openMembers, press, said, wait, type MembersInBrowser } from '../kit/members-in-browser.ts'
import { seedOrganization, type Seeded, type Seeding } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'
import { carry } from '../kit/showcase-offices.ts'

// A tendency against the majority, by pages alone: without scripts, on a narrow screen.

const data = mkdtempSync(join(tmpdir(), 'plenum-e2e-tendencies-'))
let seeded: Seeded
let server: StartedServer
let browser: MembersInBrowser
let tendency = ''
let majority = ''

beforeAll(async () => {
  seeded = await seedOrganization(data, { members: 12, then: openCommittee })
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await openMembers(seeded, server.url)
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

const OFFICE = derivedUuid('tendencies', 'office')
const ELECTION = `/elections/${derivedUuid('election', OFFICE, 1)}`

/** A committee of five is to be elected. */
async function openCommittee(seeding: Seeding): Promise<void> {
  const terms = { seats: 5, days: 300, termsMost: 2, duties: [], council: null }
  const enactment = { kind: 'office.open', office: OFFICE, title: 'Committee', ...terms }
  await carry(seeding, 'committee', 'A committee', 'They prepare meetings.', enactment)
}

const nameOf = (n: number): string => seeded.members[n]?.name ?? ''

describe('a tendency', () => {
  test('is founded by a platform against the program, point by point', async () => {
    const page = await browser.as(0, '/tendencies')
    await page.getByRole('link', { name: 'Found a tendency' }).click()
    expect(await said(page)).toMatch(/it stands once \d+ members have signed/)
    await page.fill('[name=name]', 'For the commons')
    await press(page, 'Found a tendency')
    expect(await page.getByRole('alert').innerText()).toContain('A platform needs at least one stance')
    await page.check('[name=stance-0][value=affirm]')
    await page.check('[name=stance-1][value=change]')
    await page
      .locator('details', { has: page.locator('[name=text-1]') })
      .locator('summary')
      .click()
    const text = page.locator('[name=text-1]')
    await text.fill((await text.inputValue()).replace('an open debate', 'an open and free debate'))
    await page.fill('[name=rationale-1]', 'Who is afraid does not speak.')
    await page.check('[name=stance-2][value=strike]')
    await page.fill('[name=text-own-0]', 'What stands empty for a year is opened.')
    await press(page, 'Found a tendency')
    tendency = new URL(page.url()).pathname
    const shown = await said(page)
    for (const told of ['For the commons', 'Forming', 'Would change', 'Would strike', 'Would add'])
      expect(shown).toContain(told)
    expect(await page.locator('ins').allInnerTexts()).toEqual([expect.stringContaining('and free')])
  })

  test('stands once enough signed and were taken in', async () => {
    for (const n of [1, 2, 3, 4]) {
      await press(await browser.as(n, tendency), 'Sign the platform')
      await press(await browser.as(0, tendency), `Take in ${nameOf(n)}`)
    }
    const page = await browser.as(7, tendency)
    expect(await said(page)).toContain('Stands')
    expect(await said(page)).toContain('5 signatories')
    expect(await page.getByRole('button', { name: /Take in|end it/ }).count()).toBe(0)
    const form = await browser.as(7, `${tendency}/platform`)
    expect(await said(form)).toContain('You are not a signatory')
    expect(await form.locator('main form').count()).toBe(0)
  })

  test('speaks beside a motion of the majority', async () => {
    const page = await browser.as(8, '/motions/new?enact=resolve')
    await page.fill('[name=title]', 'No more tendencies')
    await page.fill('[name=text]', 'Whoever founds a tendency leaves.')
    await press(page, 'Propose it')
    const motion = new URL(page.url()).pathname
    expect(await page.getByRole('button', { name: 'Say it' }).count()).toBe(0)
    const other = await browser.as(1, motion)
    await other.getByLabel('What For the commons says').fill('We stay, and say why.')
    await press(other, 'Say it')
    expect(await said(await browser.as(9, motion))).toContain('We stay, and say why.')
    expect(await said(await browser.as(9, tendency))).toContain('No more tendencies')
    await press(await browser.as(9, motion), 'Second this motion')
    majority = motion
  })

  test('stands for an office under its name', async () => {
    for (const [n, isOurs] of [
      [0, true],
      [1, true],
      [5, false],
      [6, false],
      [7, false],
      [8, false],
    ] as const) {
      const form = await browser.as(n, ELECTION)
      await form.fill('[name=statement]', `I work, says ${n}.`)
      expect(await form.locator('select[name=tendency]').count()).toBe(isOurs ? 1 : 0)
      if (isOurs) await form.selectOption('select[name=tendency]', { label: 'For the commons' })
      await press(form, 'Stand')
    }
    expect(
      (await said(await browser.as(9, ELECTION))).split('Under the name of For the commons'),
    ).toHaveLength(3)
  })

  test('publishes a minority report on what the majority decides', async () => {
    await wait(await browser.as(0, majority), 3)
    const page = await browser.as(0, majority)
    const vote = (await page.locator('main a[href^="/votes/"]').first().getAttribute('href')) ?? ''
    for (const n of [5, 6, 7, 8, 9, 10, 11]) {
      const ballot = await browser.as(n, vote)
      await ballot.check('[name=choice-0][value=yes]')
      await press(ballot, 'Cast my ballot')
    }
    await wait(await browser.as(0, majority), 3)
    const decided = await browser.as(2, majority)
    await decided.locator('summary', { hasText: 'report' }).last().click()
    await decided.fill('#reports [name=text]', 'Whoever leaves for this leaves for nothing.')
    await decided.selectOption('#reports select[name=tendency]', { label: 'For the commons' })
    await decided.locator('#reports form button').last().click()
    const shown = await said(await browser.as(9, majority))
    expect(shown).toContain('Whoever leaves for this leaves for nothing.')
    expect(shown).toContain('under the name of For the commons')
    // The decision says that they leave; nothing in the program carries it out.
    expect(await said(await browser.as(9, tendency))).toContain('5 signatories')
  })

  test('cannot be renamed or ended by a majority that signs it full, nor by rules', async () => {
    for (const n of [5, 6, 7, 8, 9, 10, 11]) await press(await browser.as(n, tendency), 'Sign the platform')
    const page = await browser.as(7, tendency)
    expect(await said(page)).toContain('You have signed; a signatory can take you in.')
    expect(await page.getByText('Propose to end it').count()).toBe(0)
    // Nominations close, and nothing else happens to it.
    await wait(page, 7, 1)
    await page.goto(server.url + tendency)
    expect(await said(page)).toContain('5 signatories')
  })

  test('wins seats in proportion', async () => {
    for (let n = 0; n < 12; n++) {
      const page = await browser.as(n, ELECTION)
      const items = page.locator('main ol.ballot > li')
      const names = await items.evaluateAll((all) => all.map((item) => item.getAttribute('data-name')))
      const own = n < 5 ? [n % 2, 1 - (n % 2)] : [5 + (n % 4), 5 + ((n + 1) % 4), 5 + ((n + 2) % 4)]
      for (const [place, member] of own.entries())
        await page.fill(`[name=place-${names.indexOf(nameOf(member))}]`, String(place + 1))
      await press(page, 'Cast my ballot')
    }
    const page = await browser.as(0, ELECTION)
    await wait(page, 7, 3)
    await page.goto(server.url + ELECTION)
    const elected = await page.locator('main h3:text-is("Elected") + ol a').allInnerTexts()
    expect(elected).toHaveLength(5)
    // Five of twelve members: two of five seats.
    expect(elected.filter((name) => [nameOf(0), nameOf(1)].includes(name))).toHaveLength(2)
    const record = await said(await browser.as(9, tendency))
    for (const told of [
      '2 members stood for 5 seats under its name. 5 of 12 ballots put one of them first. It won 2 of 5 seats.',
      'It spoke beside it on',
      '1 minority report under its name',
    ])
      expect(record).toContain(told)
  })

  test('gives itself another name by more than half of its signatories', async () => {
    const page = await browser.as(0, tendency)
    await page.getByText('Propose another name').first().click()
    await page.getByLabel('New name').fill('Commons')
    await press(page, 'Propose another name')
    for (const n of [1, 2]) await press(await browser.as(n, tendency), 'Agree')
    expect(await page.goto(server.url + tendency).then(async () => page.locator('h1').innerText())).toBe(
      'Commons',
    )
  })

  test('and the record of all of it audits', async () => {
    const page = await browser.as(0, '/record')
    const lines = await (await page.request.get(`${server.url}/record/export`)).text()
    expect(lines.includes('"type":"tendency.take"')).toBe(true)
    expect(await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, lines)).toMatchObject({
      code: 0,
    })
  })
})
