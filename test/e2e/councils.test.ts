import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { launch, type LaunchedBrowser } from '../kit/browser.ts'
import { PASSWORD, seedOrganization, type Seeding } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// A unit binds its delegate on a question of the council; the delegate is told so on the ballot, departs all the same, and
// everybody sees it. In a browser with JavaScript off, as wide as a phone.

const id = (name: string): string => derivedUuid('councils', name)
const voteOn = (motion: string): string => derivedUuid('vote', 'motion', motion)
const [COUNCIL, HARBOUR, MILL, QUESTION] = ['council', 'harbour', 'mill', 'question'].map(id) as [
  string,
  string,
  string,
  string,
]
const DELEGATE = 2

let folder: string
let server: StartedServer
let browser: LaunchedBrowser
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plenum-councils-'))
  await seedOrganization(folder, { then: makeCouncil })
  server = await startServer({ data: folder, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await launch({ javaScript: false, viewport: { width: 360, height: 740 } })
  page = browser.page
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Two places, a council to which each sends a delegate, and a question before it on which one of them is bound. */
async function makeCouncil(seeding: Seeding): Promise<void> {
  const { enter, members, pass, root, rules } = seeding
  const who = members.map((member) => member.id)
  const propose = async (name: string, enactment: Json, unit: string, [by = 0, second = 1]: number[]) => {
    const motion = id(name)
    const clauses = [{ id: id(`${name} clause`), text: `${name}.` }]
    await enter(who[by] ?? '', 'motion.propose', { motion, title: name, clauses, enactment }, unit)
    await enter(who[second] ?? '', 'motion.second', { motion }, unit)
  }
  const decide = async (names: Readonly<Record<string, readonly number[]>>, units: readonly string[]) => {
    await pass(rules.debateHours)
    for (const [i, [name, voters]] of Object.entries(names).entries())
      for (const n of voters)
        await enter(
          who[n] ?? '',
          'ballot.cast',
          { vote: voteOn(id(name)), choices: ['yes'] },
          units[i] ?? root,
        )
    await pass(rules.votingHours)
  }
  const all = [0, 1, 2, 3, 4, 5, 6, 7]
  const form = (unit: string, name: string, as: string, decidedBy: string): Json => ({
    kind: 'unit.form',
    unit,
    name,
    as,
    parent: root,
    decidedBy,
  })
  const give = (n: number): Json => ({
    kind: 'mandate.give',
    mandate: id(`mandate ${n}`),
    office: 'Delegate',
    duties: [],
    council: COUNCIL,
    member: who[n] ?? '',
    days: 300,
  })
  await propose('Form the harbour', form(HARBOUR, 'Harbour', 'place', 'members'), root, [0, 1])
  await propose('Form the mill', form(MILL, 'Mill', 'place', 'members'), root, [0, 1])
  await propose('Form the council', form(COUNCIL, 'City council', 'group', 'delegates'), root, [0, 1])
  await decide({ 'Form the harbour': all, 'Form the mill': all, 'Form the council': all }, [])
  for (const [n, member] of who.entries())
    await enter(member, 'member.move', { home: n < 5 ? HARBOUR : MILL }, null)
  await pass(15 * 24)

  const allot = { kind: 'council.allot', council: COUNCIL, method: 'sainte-lague', seats: 3, fixed: 0 }
  await propose('Seats', { ...allot, everyDays: null }, root, [0, 1])
  await propose('Send from the harbour', give(DELEGATE), HARBOUR, [0, 1])
  await propose('Send from the mill', give(5), MILL, [5, 6])
  await decide({ Seats: all, 'Send from the harbour': [0, 1, 3], 'Send from the mill': [5, 6, 7] }, [
    root,
    HARBOUR,
    MILL,
  ])
  const slow = { ...rules, name: 'Council rules', debateHours: 14 * 24 }
  await propose('Rules of the council', { kind: 'rules.adopt', rules: slow }, COUNCIL, [DELEGATE, 5])
  await decide({ 'Rules of the council': [DELEGATE, 5] }, [COUNCIL])
  await propose('question', { kind: 'resolve' }, COUNCIL, [5, DELEGATE])
  const bind = { kind: 'mandate.bind', council: COUNCIL, question: QUESTION, answer: 'yes' }
  await propose('Bind our delegate', bind, HARBOUR, [0, 1])
  await decide({ 'Bind our delegate': [0, 1, 3] }, [HARBOUR])
  await pass(14 * 24 - rules.debateHours - rules.votingHours)
}

async function signIn(n: number): Promise<void> {
  await browser.context.clearCookies()
  await page.goto(`${server.url}/sign-in`)
  await page.fill('[name=login]', `member${n + 1}@example.org`)
  await page.fill('[name=password]', PASSWORD)
  await page.getByRole('main').getByRole('button').first().click()
}

async function said(): Promise<string> {
  return page.getByRole('main').innerText()
}

it(
  'a delegate who departs from the mandate is seen, and who is silent too',
  { timeout: 120_000 },
  async () => {
    await signIn(DELEGATE)
    await page.goto(`${server.url}/councils/${COUNCIL}`)
    // 5 and 3 members: 5, 3 and 5 by 3.
    expect(await said()).toContain('5 ÷ 3')
    expect(await said()).toContain('Harbour binds its delegates')

    await page.goto(`${server.url}/votes/${voteOn(QUESTION)}`)
    expect(await said()).toContain('Harbour binds you to vote yes')
    await page.getByRole('radio', { name: 'No' }).check()
    await page.getByRole('main').getByRole('button').first().click()
    expect(await said()).toContain('You can change your ballot')

    for (let turn = 0; turn < 8; turn++) {
      await page.goto(`${server.url}/votes/${voteOn(QUESTION)}`)
      if ((await said()).includes('Closed on')) break
      await page.locator('aside.demonstration button[value="24"]').click()
    }
    for (const path of [
      `/votes/${voteOn(QUESTION)}`,
      `/votes/${voteOn(QUESTION)}/roll-call`,
      `/councils/${COUNCIL}`,
    ]) {
      await page.goto(server.url + path)
      expect(await said(), path).toContain('departed from')
    }

    const mandate = `${server.url}/mandates/${id(`mandate ${DELEGATE}`)}`
    await page.goto(mandate)
    await page.fill('[name=text]', 'I voted against the mandate, and say why at the next meeting.')
    await page.getByRole('button', { name: 'Give the report' }).click()
    expect(await said()).toContain('I voted against the mandate')
    await signIn(0)
    await page.goto(mandate)
    expect(await said()).not.toContain('Give the report')
    await page.goto(`${server.url}/rotation`)
    expect(await said()).toContain('in office now')
    const wide = await page.evaluate('document.documentElement.scrollWidth')
    expect(wide).toBeLessThanOrEqual(360)
  },
)
