import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { launch, type LaunchedBrowser } from '../kit/browser.ts'
import { PASSWORD, seedOrganization, type SeededMember, type Seeding } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

const data = mkdtempSync(join(tmpdir(), 'plenum-finding-'))
const RENTS = derivedUuid('finding', 'rents')
const NORTH = derivedUuid('finding', 'north')
let server: StartedServer
let browser: LaunchedBrowser
let page: Page
let seeding: Pick<Seeding, 'members' | 'rules'>
let ana: SeededMember
let chidi: SeededMember

beforeAll(async () => {
  const names = ['Ana Núñez', 'Bo Lindqvist', 'Chidi Okafor', 'Dina Sørensen']
  seeding = await seedOrganization(data, {
    names,
    organizers: 1,
    points: ['Housing is for living in.'],
    then: fill,
  })
  ;[ana, , chidi] = seeding.members as [SeededMember, SeededMember, SeededMember]
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await launch({ javaScript: false, viewport: { width: 360, height: 740 } })
  page = browser.page
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

/** A unit with one member, names kept to units by a rule of the whole, and a motion in debate with a speech. */
async function fill(seeding: Seeding): Promise<void> {
  const { enter, hold, members, root, rules } = seeding
  const [first, second, , fourth] = members.map(({ id }) => id)
  const form = {
    kind: 'unit.form',
    unit: NORTH,
    name: 'North',
    as: 'place',
    parent: root,
    decidedBy: 'members',
  }
  await decide(seeding, 'Form North', form)
  await enter(fourth ?? '', 'member.move', { home: NORTH }, null)
  await decide(seeding, 'Keep names to units', {
    kind: 'rules.adopt',
    rules: { ...rules, directory: 'own-units' },
  })
  const clauses = [{ id: derivedUuid('rents', 'clause'), text: 'Rents go down by a tenth, <b>now</b>.' }]
  const body = { motion: RENTS, title: 'On the rents', clauses, enactment: { kind: 'resolve' } }
  await enter(first ?? '', 'motion.propose', body)
  await enter(second ?? '', 'motion.second', { motion: RENTS })
  const { ref, row } = hold('Landlords will howl about it.')
  await enter(
    second ?? '',
    'speech.give',
    { speech: derivedUuid('howl'), motion: RENTS, side: 'for', text: ref },
    root,
    [row],
  )
}

async function decide(
  { enter, members, pass, rules }: Seeding,
  title: string,
  enactment: Json,
): Promise<void> {
  const motion = derivedUuid('finding', title)
  const clauses = [{ id: derivedUuid('finding', title, 'clause'), text: `${title}.` }]
  const [first = '', second = ''] = members.map(({ id }) => id)
  await enter(first, 'motion.propose', { motion, title, clauses, enactment })
  await enter(second, 'motion.second', { motion })
  await pass(rules.debateHours)
  for (const { id } of members)
    await enter(id, 'ballot.cast', { vote: derivedUuid('vote', 'motion', motion), choices: ['yes'] })
  await pass(rules.votingHours)
}

const go = (path: string) => page.goto(server.url + path)
const text = () => page.locator('main').innerText()

async function signIn({ login }: SeededMember): Promise<void> {
  await browser.context.clearCookies()
  await go('/sign-in')
  await page.getByLabel('Mail address or member number').fill(login)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function look(question: string, kind = 'Everything'): Promise<readonly string[]> {
  await go('/search')
  const main = page.locator('main')
  await main.getByLabel('Words to look for').fill(question)
  if ((await main.getByLabel('Search in').count()) > 0) await main.getByLabel('Search in').selectOption(kind)
  await main.getByRole('button', { name: 'Search' }).click()
  await page.waitForLoadState()
  return page.locator('main ol.items a.title').allInnerTexts()
}

test('a member finds what is written and said, with what matched marked', async () => {
  await signIn(ana)
  expect(await look('RENTS')).toEqual(['Motion 4: On the rents'])
  expect(await page.locator('mark').allInnerTexts()).toEqual(['rents', 'Rents'])
  expect(await text()).toContain('by a tenth, <b>now</b>')
  expect(await look('howl')).toEqual(['Debate of motion 4, “On the rents”'])
  await page.getByRole('link', { name: 'Debate of motion 4' }).click()
  expect(await text()).toContain('Landlords will howl about it.')
  expect(await look('living')).toContain('Point of unity 1')
  expect(await look('living', 'Motions')).toEqual(['Motion 1: We found Riverside'])
  expect(await look('north', 'Units')).toEqual(['North'])
})

test('whatever is typed is looked for and never breaks the page', async () => {
  for (const odd of ['"*(', "' or 1=1 --", '🔥', 'x'.repeat(500), 'NEAR/2 -"', '<script>alert(1)</script>']) {
    await look(odd)
    expect(await page.getByRole('heading', { level: 1 }).innerText(), odd).toBe('Search')
  }
  for (const query of [
    `q=${'a'.repeat(10_000)}`,
    'q=rents&kind=nothing&page=9999999',
    'q=%00%ff&kind=__proto__',
  ]) {
    const answer = await go(`/search?${query}`)
    expect(answer?.status(), query.slice(0, 40)).toBe(200)
  }
})

test('a visitor finds the program and nothing else', async () => {
  await browser.context.clearCookies()
  expect(await look('housing')).toEqual(['Point of unity 1'])
  for (const word of ['rents', 'howl', 'okafor', 'north', 'riverside'])
    expect(await look(word), word).toEqual([])
})

test('what members see of one another is a rule: in the list, in the search, on the page', async () => {
  await signIn(chidi)
  await go('/members')
  expect(await page.locator('main ul.items a').allInnerTexts()).toEqual([
    'Ana Núñez',
    'Bo Lindqvist',
    'Chidi Okafor',
  ])
  expect(await look('sorensen')).toEqual([])
  expect(await look('nunez')).toEqual(['Ana Núñez'])
  const dina = seeding.members[3]
  await go(`/members/${dina?.id ?? ''}`)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('A member')
  expect(await page.content()).not.toContain('Sørensen')
  expect(await text()).not.toContain('North')
})

test('an entry is told in a sentence, which names nobody whom the rules keep from the reader', async () => {
  const dina = seeding.members[3]
  if (dina === undefined) throw new Error('the showcase has no fourth member')
  const sentences = async () => {
    await go('/record?type=founding.member')
    const entries = await page
      .locator('#entries a.title')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
    const found: string[] = []
    for (const entry of entries) {
      await page.goto(entry)
      found.push(await page.locator('main p.lead').innerText())
      expect(await page.content()).toContain('founding.member')
    }
    return found.map((each) => each.replace(/ was put on the founding roll, in .*\.$/, ''))
  }
  await signIn(chidi)
  expect(await sentences()).toEqual(['A member', 'Chidi Okafor', 'Bo Lindqvist', 'Ana Núñez'])
  await signIn(dina)
  expect(await sentences()).toContain('Dina Sørensen')
})

test('whoever keeps the roll sees all, and the rule says so in plain words', async () => {
  await signIn(ana)
  expect(await look('sorensen')).toEqual(['Dina Sørensen'])
  await page.getByRole('link', { name: 'Dina Sørensen' }).click()
  expect(await text()).toContain('North')
  await go('/rulebook')
  expect(await text()).toContain(
    'Members see the names of those with whom they share a unit, and of no others.',
  )
})

test('a member sees how the last votes would have ended under other rules, and what cannot be known', async () => {
  await signIn(ana)
  await go('/rulebook/what-if')
  await page.getByLabel('Rules', { exact: true }).selectOption('Federation')
  await page.getByRole('button', { name: 'Show the last votes' }).first().click()
  expect(await text()).toContain('All of the last 3 votes would have ended as they did.')
  expect(await text()).toContain('The motion had 1 second when its debate opened, and these rules ask for 10')
  await page.locator('[name=quorum]').fill('4/5')
  await page.getByRole('button', { name: 'Show the last votes' }).last().click()
  expect(await text()).toContain('must be at most 3/4')
  await go(page.url().slice(server.url.length).replace('debateHours=336', 'debateHours=soon'))
  expect(await text()).toContain('“soon” cannot be taken')
})

test('the form for new rules shows the last votes under what is typed in it', async () => {
  await go('/motions/new?enact=rules.adopt')
  await page.locator('[name=votingHours]').fill('240')
  const [opened] = await Promise.all([
    browser.context.waitForEvent('page'),
    page.getByRole('button', { name: 'Show our last votes under these rules' }).click(),
  ])
  await opened.waitForLoadState()
  expect(await opened.locator('main').innerText()).toContain(
    'these rules say 10 days. Who would have voted cannot be known.',
  )
  await opened.close()
})

test('the record is browsed by type, unit, day, author and id; what is closed is not looked into', async () => {
  await signIn(ana)
  const entries = async (query: string) => {
    await go(`/record?${query}`)
    return page.locator('#entries ul.items a.title').allInnerTexts()
  }
  expect(await entries('type=speech.give')).toHaveLength(1)
  expect(await entries(`about=${RENTS}`)).toHaveLength(3)
  expect(await entries(`by=${ana.id}&type=motion.propose`)).toHaveLength(4)
  expect(await entries(`unit=${NORTH}`)).toEqual([])
  expect(await entries('until=2020-01-01')).toEqual([])
  expect((await entries('from=2020-01-01&until=2099-01-01')).length).toBeGreaterThan(20)
  expect((await entries('from=x&by=%00&about=%25%25%25%25%25%25%25%25')).length).toBeGreaterThan(20)
})

test('a browser that runs scripts keeps the checkpoint and compares the next one with it', async () => {
  const scripted = await launch()
  try {
    await scripted.page.goto(`${server.url}/sign-in?next=%2Frecord`)
    await scripted.page.getByLabel('Mail address or member number').fill(ana.login)
    await scripted.page.getByLabel('Password').fill(PASSWORD)
    await scripted.page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await scripted.page.getByText('This browser remembers this checkpoint from now on').waitFor()
    await scripted.page.reload()
    await scripted.page.locator('[data-checkpoint]', { hasText: 'nothing was rewritten' }).waitFor()
    await scripted.page.evaluate(() => {
      const kept = JSON.parse(localStorage.getItem('plenum-checkpoint') ?? '{}') as object
      localStorage.setItem('plenum-checkpoint', JSON.stringify({ ...kept, size: 5 }))
    })
    await scripted.page.reload()
    await scripted.page.getByRole('alert').filter({ hasText: 'something before it was changed' }).waitFor()
  } finally {
    await scripted.close()
  }
})
