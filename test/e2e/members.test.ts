import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { launch, type LaunchedBrowser } from '../kit/browser.ts'
import { PASSWORD, seedOrganization, type SeededMember, type Seeding } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

const data = mkdtempSync(join(tmpdir(), 'plenum-members-'))
let server: StartedServer
let browser: LaunchedBrowser
let page: Page
let ana: SeededMember
let bo: SeededMember
let chidi: SeededMember
let whole: string

beforeAll(async () => {
  const names = ['Ana Núñez', 'Bo Lindqvist', 'Chidi Okafor']
  const points = ['Housing is for living in.']
  const seeded = await seedOrganization(data, { names, organizers: 1, points, then: formNightReaders })
  ;[ana, bo, chidi] = seeded.members as [SeededMember, SeededMember, SeededMember]
  whole = seeded.root
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await launch({ javaScript: false, viewport: { width: 360, height: 740 } })
  page = browser.page
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

/** A group, through the whole life of the motion that forms it. */
async function formNightReaders({ enter, pass, members, root, rules }: Seeding): Promise<void> {
  const [motion, unit] = [derivedUuid('night readers'), derivedUuid('night readers', 'unit')]
  const clauses = [{ id: derivedUuid('night readers', 'clause'), text: 'We form the Night readers.' }]
  const enactment = {
    kind: 'unit.form',
    unit,
    name: 'Night readers',
    as: 'group',
    parent: root,
    decidedBy: 'members',
  }
  const [first, second] = members
  await enter(first?.id ?? '', 'motion.propose', { motion, title: 'Form Night readers', clauses, enactment })
  await enter(second?.id ?? '', 'motion.second', { motion })
  await pass(rules.debateHours)
  const vote = derivedUuid('vote', 'motion', motion)
  for (const { id } of members) await enter(id, 'ballot.cast', { vote, choices: ['yes'] })
  await pass(rules.votingHours)
}

const go = (path: string) => page.goto(server.url + path)
const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
/** Presses a button of the dialog that is open. */
const confirm = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
const status = () => page.getByRole('status').innerText()
const heading = () => page.getByRole('heading', { level: 1 }).innerText()
const shows = (text: string) => page.getByText(text).count()

async function signIn({ login }: Pick<SeededMember, 'login'>): Promise<void> {
  await browser.context.clearCookies()
  await go('/sign-in')
  await page.getByLabel('Mail address or member number').fill(login)
  await page.getByLabel('Password').fill(PASSWORD)
  await press('Sign in')
}

async function apply(name: string, email: string): Promise<void> {
  await go('/apply')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Mail address').fill(email)
  await page.getByLabel('I accept the points of unity.').check()
  await press('Apply')
}

test('what is for members is not for visitors', async () => {
  for (const path of [
    '/members',
    `/members/${ana.id}`,
    '/members/import',
    '/units',
    '/me',
    '/setup/founding',
  ]) {
    await go(path)
    expect(page.url()).toBe(`${server.url}/sign-in?next=${encodeURIComponent(path)}`)
  }
  await go('/')
  expect(await shows('Housing is for living in.')).toBe(1)
  expect(await shows('Ana Núñez')).toBe(0)
})

test('somebody applies, and the page tells nobody which addresses are held', async () => {
  await apply('Newcomer Ngo', 'new@example.org')
  expect(await heading()).toBe('Thank you')
  const before = await entries()
  await apply('Somebody Else', ana.login)
  expect(await heading()).toBe('Thank you')
  expect(await entries()).toBe(before)
})

async function entries(): Promise<number> {
  const answer = (await (await fetch(`${server.url}/healthz`)).json()) as { entries: number }
  return answer.entries
}

test('an applicant is vouched for by a member and admitted by whoever keeps the roll', async () => {
  await signIn(bo)
  await page.getByRole('link', { name: '1 applicant waits for the members' }).click()
  await page.getByRole('link', { name: 'Newcomer Ngo' }).click()
  expect(await shows('new@example.org')).toBe(0)
  expect(await page.getByRole('button', { name: 'Admit' }).count()).toBe(0)
  await press('Vouch for this applicant')
  expect(await status()).toContain('You have vouched')
  const applicant = new URL(page.url()).pathname

  await signIn(ana)
  expect(await shows('1 has the vouchers needed and can be admitted.')).toBe(1)
  await go(applicant)
  expect(await shows('new@example.org')).toBe(1)
  await press('Admit')
  expect(await status()).toContain('Admitted')
  expect((await shows('(13 days left)')) + (await shows('(14 days left)'))).toBe(1)

  await page.getByText('Make an invitation link').first().click()
  await press('Make an invitation link')
  const link = await page.locator('dd.copy').innerText()
  await browser.context.clearCookies()
  await page.goto(link)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByLabel('The same password again').fill(PASSWORD)
  await press('Set the password and sign in')
  expect(await shows('Signed in as Newcomer Ngo')).toBe(1)
})

test('only whoever keeps the roll sees its pages and its searches', async () => {
  await signIn(bo)
  for (const path of ['/members/import', '/members/invitations']) {
    await go(path)
    expect(await heading()).toBe('Not for you')
  }
  await go('/members?q=new@example')
  expect(await shows('Newcomer Ngo')).toBe(0)
  await signIn(ana)
  await go('/members?q=new@example')
  expect(await shows('Newcomer Ngo')).toBe(1)
})

test('an application is refused with a reason, then erased', async () => {
  await apply('Refused Person', 'refused@example.org')
  await signIn(ana)
  await go('/members?status=applicant')
  await page.getByRole('link', { name: 'Refused Person' }).click()
  await page.getByText('Refuse the application').first().click()
  await page.getByLabel('Reason').fill('None of us knows you yet.')
  await press('Refuse the application')
  await page.getByRole('link', { name: 'Delete what is held about this person' }).click()
  await page.getByLabel('Yes, delete it.').check()
  await confirm('Delete what is held about this person')
  expect(await heading()).toBe('A former member')
  expect(await shows('refused@example.org')).toBe(0)
})

test('standing lapses after notice, and can be mended before', async () => {
  await signIn(ana)
  await go(`/members/${bo.id}`)
  await page.getByText('Give notice that the standing lapses').first().click()
  await page.getByLabel('Reason').fill('Dues are open since June.')
  await press('Give notice that the standing lapses')
  await signIn(bo)
  expect(await shows('Notice was given that your standing lapses')).toBe(1)
  await go('/me')
  expect(await shows('Dues are open since June.')).toBe(1)
  await signIn(chidi)
  await go(`/members/${bo.id}`)
  expect(await shows('Dues are open since June.')).toBe(0)
  await signIn(ana)
  await go(`/members/${bo.id}`)
  await press('The standing is mended')
  expect(await status()).toContain('good again')
})

test('a list of applicants is looked at first, then entered', async () => {
  await signIn(ana)
  await go('/members/import')
  await page.getByLabel('CSV file').setInputFiles({
    name: 'list.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'name;email;place\nDilek Aydin;dilek@example.org;Nowhere\nÉlodie Brun;elodie@example.org;Riverside',
    ),
  })
  await press('Look at it first')
  expect(await shows('Nowhere')).toBe(2)
  await press('Enter 2 applications')
  expect(await page.getByRole('link', { name: 'Élodie Brun' }).count()).toBe(1)
})

test('groups are joined and left', async () => {
  await signIn(chidi)
  await go('/units')
  await page.getByRole('link', { name: 'Night readers' }).click()
  await press('Join this group')
  expect(await shows('You belong here.')).toBe(1)
  await press('Leave this group')
  expect(await status()).toContain('left this group')
})

test('a password is changed, and the old one ends', async () => {
  await signIn(chidi)
  await go('/me/security')
  await page.getByText('Change your password', { exact: true }).click()
  const form = page.locator('form', { hasText: 'New password' })
  await form.getByLabel('Your password now').fill(PASSWORD)
  await page.getByLabel('New password', { exact: true }).fill('five words in a row')
  await page.getByLabel('The new password again').fill('five words in a row')
  await press('Change the password')
  expect(await status()).toContain('password is changed')
  await signIn(chidi)
  expect(await page.getByRole('alert').innerText()).toContain('does not fit together')
})

test('whoever resigns and is erased is “a former member” from then on', async () => {
  await signIn(ana)
  await go(`/units/${whole}`)
  expect(await page.getByRole('link', { name: 'Ana Núñez' }).count()).toBeGreaterThan(1)
  await go('/me')
  await page.getByRole('link', { name: 'Resign' }).click()
  await page.getByLabel('Delete my name and address').check()
  await page.getByLabel('Yes, I resign.').check()
  await page.getByLabel('Your password now').fill(PASSWORD)
  await confirm('Resign')
  expect(await status()).toContain('You have resigned')
  await signIn(ana)
  expect(await page.getByRole('alert').innerText()).toContain('does not fit together')

  await signIn(bo)
  await go(`/units/${whole}`)
  expect(await page.getByRole('link', { name: 'Ana Núñez' }).count()).toBe(0)
  expect(await page.getByRole('link', { name: 'a former member' }).count()).toBeGreaterThan(0)
  await go(`/members/${ana.id}`)
  expect(await heading()).toBe('A former member')
})

test('an address that names nobody is a plain page', async () => {
  for (const path of ['/members/m-000000000000', '/members/nonsense', '/units/nonsense']) {
    expect((await go(path))?.status()).toBe(404)
    expect(await heading()).toBe('Not found')
  }
})
