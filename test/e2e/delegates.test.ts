import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { electionsOf, PRESETS } from '#modules/rulebook/core'
import { runPlenum } from '../kit/command.ts'
import { openMembers, press, said, wait, type MembersInBrowser } from '../kit/members-in-browser.ts'
import { seedOrganization, type Seeded, type Seeding } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// The whole way of delegates, by pages alone: an office that sends five to a council, nominations, an election of five of nine, a
// binding, a departure from it, a petition, a recall, the seat filled from the same ballots, and the audit over all of it.

const MEMBERS = 14
// A fifth of the harbour puts a recall to the vote: whoever asks for it needs one more.
const ELECTIONS = { ...electionsOf(PRESETS['reading-group']), recallShare: '1/5' } as const
const RULES = { ...PRESETS['reading-group'], name: 'Riverside rules', elections: ELECTIONS }
const IN_HARBOUR = 10
const id = (name: string): string => derivedUuid('delegates', name)
const [COUNCIL, HARBOUR, MILL] = ['council', 'harbour', 'mill'].map(id) as [string, string, string]
const harbour = Array.from({ length: IN_HARBOUR }, (_, n) => n)

let folder: string
let seeded: Seeded
let server: StartedServer
let browser: MembersInBrowser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plenum-delegates-'))
  seeded = await seedOrganization(folder, { members: MEMBERS, then: makeCouncil })
  server = await startServer({ data: folder, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await openMembers(seeded, server.url)
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Two places of ten and four members, and a council of seven; the mill has sent its two, and the council debates for two weeks. */
async function makeCouncil({ enter, members, pass, root, rules }: Seeding): Promise<void> {
  const who = members.map((member) => member.id)
  const adopt = async (name: string, enactment: Json, unit: string, voters: readonly number[]) => {
    const motion = id(name)
    const clauses = [{ id: id(`${name} clause`), text: `${name}.` }]
    const [by = 0, second = 1] = voters
    await enter(who[by] ?? '', 'motion.propose', { motion, title: name, clauses, enactment }, unit)
    await enter(who[second] ?? '', 'motion.second', { motion }, unit)
    await pass(rules.debateHours)
    const vote = derivedUuid('vote', 'motion', motion)
    for (const n of voters) await enter(who[n] ?? '', 'ballot.cast', { vote, choices: ['yes'] }, unit)
    await pass(rules.votingHours)
  }
  const form = (unit: string, name: string, as: string, decidedBy: string): Json => ({
    ...{ kind: 'unit.form', unit, name, as, parent: root, decidedBy },
  })
  const all = who.map((_, n) => n)
  await adopt('Rules of elections', { kind: 'rules.adopt', rules: RULES }, root, all)
  await adopt('Form the harbour', form(HARBOUR, 'Harbour', 'place', 'members'), root, all)
  await adopt('Form the mill', form(MILL, 'Mill', 'place', 'members'), root, all)
  await adopt('Form the council', form(COUNCIL, 'City council', 'group', 'delegates'), root, all)
  for (const [n, member] of who.entries())
    await enter(member, 'member.move', { home: n < IN_HARBOUR ? HARBOUR : MILL }, null)
  await pass(15 * 24)
  const allot = { kind: 'council.allot', council: COUNCIL, method: 'sainte-lague', seats: 7, fixed: 0 }
  await adopt('Share out the seats', { ...allot, everyDays: null }, root, all)
  for (const n of [10, 11]) {
    const give = { kind: 'mandate.give', mandate: id(`mandate ${n}`), office: 'Delegate', duties: [] }
    await adopt(
      `Send ${n}`,
      { ...give, council: COUNCIL, member: who[n] ?? '', days: 300 },
      MILL,
      [10, 11, 12, 13],
    )
  }
  const slow = { ...rules, name: 'Rules of the council', debateHours: 14 * 24 }
  await adopt('Debate for two weeks', { kind: 'rules.adopt', rules: slow }, COUNCIL, [10, 11])
}

/** Proposes a motion by its form; the page is left at the motion. */
async function propose(
  n: number,
  address: string,
  fields: Readonly<Record<string, string>>,
  choose: (page: Page) => Promise<unknown> = async () => Promise.resolve(),
): Promise<string> {
  const page = await browser.as(n, address)
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name=${name}]`, value)
  await choose(page)
  await press(page, 'Propose it')
  return new URL(page.url()).pathname
}

async function second(n: number, motion: string): Promise<void> {
  await press(await browser.as(n, motion), 'Second this motion')
}

/** Where the vote about a motion is. */
async function voteOn(n: number, motion: string): Promise<string> {
  const page = await browser.as(n, motion)
  return (await page.locator('main a[href^="/votes/"]').first().getAttribute('href')) ?? ''
}

async function castYes(voters: readonly number[], vote: string): Promise<void> {
  for (const n of voters) {
    const page = await browser.as(n, vote)
    await page.check('[name=choice-0][value=yes]')
    await press(page, 'Cast my ballot')
  }
}

describe('delegates who can be recalled', () => {
  let office = ''
  let election = ''
  let question = ''
  let delegates: readonly number[] = []
  let departs = -1

  test('an office of five seats in the council is opened by motion', async () => {
    const motion = await propose(
      0,
      `/motions/new?enact=office.open&unit=${HARBOUR}`,
      {
        ...{ officeTitle: 'Delegates to the city council', seats: '5', title: 'Whom we send to the council' },
        ...{ text: 'They vote as the harbour binds them, and report each month.' },
      },
      async (page) => page.selectOption('[name=council]', COUNCIL),
    )
    await second(1, motion)
    await wait(await browser.as(0, motion), 3)
    await castYes(harbour, await voteOn(0, motion))
    const page = await browser.as(0, motion)
    await wait(page, 3)
    await page.goto(`${server.url}/offices`)
    await page.getByRole('link', { name: 'Delegates to the city council' }).first().click()
    office = new URL(page.url()).pathname
    await page.click('main a[href^="/elections/"]')
    election = new URL(page.url()).pathname
    expect(await said(page)).toContain('5 seats')
  })

  test('nine stand, one of them nominated by another; all vote, and five are elected', async () => {
    await press(await nominate(0, 8), 'Nominate')
    for (const n of harbour.slice(0, 9)) {
      const page = await browser.as(n, election)
      await page.fill('[name=statement]', `I carry what the harbour decides, says ${n}.`)
      await page.getByRole('button', { name: /^(Stand|Accept)/ }).click()
    }
    await wait(await browser.as(9, election), 7, 7)
    const firsts = [0, 0, 0, 1, 1, 2, 3, 4, 5, 6]
    for (const n of harbour) {
      const page = await browser.as(n, election)
      const order = await standing(page)
      const places = [firsts[n] ?? 0, ((firsts[n] ?? 0) + 3) % 9, (n + 5) % 9]
      for (const [place, member] of [...new Set(places)].entries())
        await page.locator(`[name=place-${order.indexOf(member)}]`).fill(String(place + 1))
      await press(page, 'Cast my ballot')
    }
    const page = await browser.as(0, election)
    // Seven days of voting, two for the seeds of a lot.
    await wait(page, 7, 3)
    await page.goto(server.url + election)
    const shown = await said(page)
    expect(shown).toContain('The first choices are counted.')
    expect(shown).toContain('Single transferable vote (Scottish rules)')
    expect(shown).toContain(`${IN_HARBOUR} of ${IN_HARBOUR}`)
    const totals = await totalsOfStages(page)
    expect(totals.length).toBeGreaterThan(2)
    // The page cuts each number after two digits.
    for (const total of totals) expect(Math.abs(total - IN_HARBOUR)).toBeLessThan(0.12)
    const elected = await page.locator('main h3:text-is("Elected") + ol a').allInnerTexts()
    expect(elected).toHaveLength(5)
    delegates = elected.map((name) => seeded.members.findIndex((member) => member.name === name))
    expect(delegates.every((n) => n >= 0 && n < 9)).toBe(true)
  })

  test('the harbour binds its delegates on a question of the council', async () => {
    const [first = -1, other = -1] = delegates
    departs = first
    const page = await browser.as(first, `/councils/${COUNCIL}`)
    expect(await said(page)).toContain('7')
    question = await propose(other, `/motions/new?enact=resolve&unit=${COUNCIL}`, {
      ...{ title: 'Buy the hall', text: 'The council buys the hall by the river.' },
    })
    await second(10, question)
    const bind = await propose(
      0,
      `/motions/new?enact=mandate.bind&unit=${HARBOUR}`,
      { title: 'Our delegates vote for the hall', text: 'The harbour wants the hall.' },
      async (form) => {
        await form.selectOption('[name=subject]', { label: await labelWith(form, 'Buy the hall') })
        await form.check('[name=answer][value=yes]')
      },
    )
    await second(1, bind)
    await wait(await browser.as(0, bind), 3)
    await castYes(harbour.slice(0, 8), await voteOn(0, bind))
    await wait(await browser.as(0, bind), 3)
    expect(await said(await browser.as(0, `/councils/${COUNCIL}`))).toContain('Harbour binds its delegates')
  })

  test('one of them votes against it, and everybody sees the departure', async () => {
    await wait(await browser.as(0, question), 7, 1)
    const vote = await voteOn(departs, question)
    for (const n of [...delegates, 10, 11]) {
      const page = await browser.as(n, vote)
      if (n < IN_HARBOUR) expect(await said(page)).toContain('Harbour binds you to vote yes')
      await page.check(`[name=choice-0][value=${n === departs ? 'no' : 'yes'}]`)
      await press(page, 'Cast my ballot')
    }
    await wait(await browser.as(0, question), 3)
    const name = seeded.members[departs]?.name ?? ''
    for (const path of [vote, `${vote}/roll-call`, `/councils/${COUNCIL}`]) {
      const departures = (await browser.as(12, path)).locator('main tr', { hasText: 'departed from' })
      expect(await departures.allInnerTexts(), path).toEqual([expect.stringContaining(name)])
    }
  })

  test('members petition, the recall is put to the vote by itself, and the same ballots name who follows', async () => {
    const [by = 9] = harbour.filter((n) => !delegates.includes(n))
    const name = seeded.members[departs]?.name ?? ''
    const page = await browser.as(by, office)
    const form = page.locator('form', { has: page.locator('[name=reason]') })
    if ((await page.locator('select[name=mandate]').count()) > 0)
      await page.selectOption('select[name=mandate]', { label: await labelWith(page, name) })
    await form.locator('[name=reason]').first().fill('They voted against what we had decided.')
    await form.getByRole('button', { name: 'Start a petition' }).first().click()
    const recall = new URL(page.url()).pathname
    expect(await said(page)).toContain(`Recall of ${name}`)
    expect(await said(page)).toContain('1 member has signed; 2 are needed.')
    expect(await page.locator('[name=choice]').count()).toBe(0)
    const [signs = 0] = harbour.filter((n) => n !== by)
    await press(await browser.as(signs, recall), 'Sign the petition')
    for (const n of harbour) {
      const other = await browser.as(n, recall)
      await other.check(`[name=choice][value=${n === departs ? 'no' : 'yes'}]`)
      await press(other, 'Cast my ballot')
    }
    await wait(await browser.as(by, recall), 3)
    expect(await said(await browser.as(by, recall))).toContain('Recalled: the mandate has ended.')
    const after = await browser.as(by, office)
    const left = after.locator('main li', { hasText: 'filled from the same ballots' })
    expect(await left.allInnerTexts()).toEqual([expect.stringContaining(name)])
    const hold = await after.locator('main table a').allInnerTexts()
    expect(hold).toHaveLength(5)
    expect(hold).not.toContain(name)
    expect(await said(await browser.as(by, '/rotation'))).toContain(name)
  })

  test('the record has all of it, and the audit counts it again', async () => {
    const page = await browser.as(0, '/record')
    const download = await page.request.get(`${server.url}/record/export`)
    const lines = await download.text()
    const found = (type: string): boolean => lines.includes(`"type":"${type}"`)
    for (const type of ['candidate.nominate', 'ballot.rank', 'recall.sign', 'vacancy.fill'])
      expect(found(type), type).toBe(true)
    const audited = await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, lines)
    expect(audited).toMatchObject({ code: 0 })
    expect(audited.out).toContain('The record is sound')
  })
})

/** The form to nominate, with this member chosen in it. */
async function nominate(by: number, member: number): Promise<Page> {
  const page = await browser.as(by, await electionAddress(by))
  await page.selectOption('[name=member]', seeded.members[member]?.id ?? '')
  return page
}

async function electionAddress(n: number): Promise<string> {
  const page = await browser.as(n, '/offices')
  return (await page.locator('main a[href^="/elections/"]').first().getAttribute('href')) ?? ''
}

/** Who stands, by their numbers, in the order of the ballot. */
async function standing(page: Page): Promise<readonly number[]> {
  const names = await page
    .locator('main ol.ballot > li')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-name') ?? ''))
  return names.map((name) => seeded.members.findIndex((member) => member.name === name))
}

/** The option of the page's first list in which this stands. */
async function labelWith(page: Page, part: string): Promise<string> {
  const labels = await page.locator('main option').allInnerTexts()
  return labels.find((label) => label.includes(part)) ?? ''
}

/** What the votes of each stage come to, with those that stay with nobody. */
async function totalsOfStages(page: Page): Promise<readonly number[]> {
  const rows = await page.locator('main table.count tbody tr').all()
  const votes = await Promise.all(rows.map(async (row) => row.locator('td').allInnerTexts()))
  return (votes[0] ?? []).map((_, stage) => votes.reduce((sum, row) => sum + Number(row[stage]), 0))
}
