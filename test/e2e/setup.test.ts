import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch, type LaunchedBrowser } from '../kit/browser.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// One founding from the console's code to the debate about it, on a phone and without JavaScript.
const data = mkdtempSync(join(tmpdir(), 'plenum-setup-'))
let server: StartedServer
let browser: LaunchedBrowser
let page: Page

beforeAll(async () => {
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await launch({ javaScript: false, viewport: { width: 360, height: 740 } })
  page = browser.page
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

const alert = () => page.getByRole('alert').innerText()
const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
const heading = () => page.getByRole('heading', { level: 1 }).innerText()
/** Nothing on the page is wider than the screen. */
const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

async function preview(list: string): Promise<void> {
  await page.goto(`${server.url}/setup/import`)
  await page.getByLabel('Or paste the list here').fill(list)
  await press('Look at it first')
}

test('nobody sets up without the code of the console', async () => {
  await page.goto(`${server.url}/setup/import`)
  expect(await heading()).toBe('Not for you')
  await page.goto(`${server.url}/setup?code=0000-0000-0000`)
  expect(await alert()).toContain('This is not the code')
  const code = /setup\?code=(\S+)/.exec(server.output())?.[1] ?? ''
  await page.getByLabel('Code').fill(code.toLowerCase())
  await press('Go on')
  expect(await page.getByLabel('Name of the organization').count()).toBe(1)
})

test('founds the organization with a set of rules', async () => {
  await page.getByLabel('Name of the organization').fill('Riverside')
  await page.getByLabel('Branch.').check()
  await press('Found the organization')
  expect(await page.getByRole('status').innerText()).toContain('founded')
  expect(await page.getByText('“Riverside” is founded, with the rules “Branch”.').count()).toBe(1)
})

test('shows what is wrong in a list line by line, and enters nothing of it', async () => {
  await preview(
    'name,email,place,organizer\nAna Núñez,ana@example.org,Harbour,yes\n,x@example.org,,\nBo,bo@example,,\nChidi,ANA@example.org,,',
  )
  const problems = await page.getByRole('alert').getByRole('listitem').allInnerTexts()
  expect(problems).toEqual([
    expect.stringContaining('Line 3, name: The member has no name.'),
    expect.stringContaining('Line 4, email: “bo@example” is not a mail address.'),
    expect.stringContaining('Line 5, email: The address ANA@example.org stands on line 2 already.'),
  ])
  expect(await page.getByRole('button', { name: /^Enter/ }).count()).toBe(0)
  await page.goto(`${server.url}/setup`)
  expect(await page.getByText('Nobody is on the founding roll yet.').count()).toBe(1)
})

test('shows what a list of a thousand comes to, and enters it once somebody is an organizer', async () => {
  const lines = Array.from({ length: 1000 }, (_, n) => `Member ${n},member${n}@example.org,Branch ${n % 20}`)
  await preview(['name,email,place', ...lines].join('\n'))
  expect(await page.getByText('1,000 members, 0 organizers').count()).toBe(1)
  expect(await page.locator('tbody tr').count()).toBe(100)
  expect(await fits()).toBe(true)
  await press('Enter 1,000 members')
  expect(await alert()).toContain('Nobody is named as an organizer')
  await page.getByLabel('Member 0 is an organizer').check()
  const asked = performance.now()
  await press('Enter 1,000 members')
  expect(performance.now() - asked).toBeLessThan(5_000)
  expect(await page.getByText('1,000 people are on the founding roll, in 21 places.').count()).toBe(1)
})

test('says which addresses of another list are held already', async () => {
  await preview('name,email\nSomebody,member7@example.org\nAnother,another@example.org')
  expect(await alert()).toContain('Line 2: Somebody with the address member7@example.org is on the roll')
})

test('strikes somebody off the founding roll and deletes what was held', async () => {
  await page.goto(`${server.url}/setup/roll?q=member999@`)
  await press('Strike off the founding roll: Member 999')
  await page.goto(`${server.url}/setup/roll?q=member999@`)
  expect(await page.getByText('Nobody on the founding roll fits.').count()).toBe(1)
})

let link = ''
test('makes links for organizers and a file of links for all', async () => {
  await page.goto(`${server.url}/setup/invitations`)
  const download = page.waitForEvent('download')
  await press('Download the links of all who have none')
  const file = readFileSync(await (await download).path(), 'utf8')
  expect(file.trim().split('\r\n')).toHaveLength(1000)
  expect(file).toContain(`"Member 5","member5@example.org","${server.url}/invitation/`)
  await press('Make links for the organizers')
  link = await page.locator('dd').innerText()
  expect(link).toContain(`${server.url}/invitation/`)
})

test('an invitation sets a password once and signs in', async () => {
  await page.goto(link)
  expect(await page.getByText('Riverside invites Member 0.').count()).toBe(1)
  await page.getByLabel('Password', { exact: true }).fill('four words in a row')
  await page.getByLabel('The same password again').fill('four words in a rov')
  await press('Set the password and sign in')
  expect(await alert()).toContain('not the same')
  await page.getByLabel('Password', { exact: true }).fill('four words in a row')
  await page.getByLabel('The same password again').fill('four words in a row')
  await press('Set the password and sign in')
  expect(await page.getByRole('status').innerText()).toContain('Welcome')
  await page.goto(link)
  expect(await page.getByText('This invitation has been used already.').count()).toBe(1)
})

test('signs out, and in again to where somebody wanted to go', async () => {
  await press('Sign out')
  await page.goto(`${server.url}/setup/founding`)
  expect(page.url()).toBe(`${server.url}/sign-in?next=%2Fsetup%2Ffounding`)
  await page.getByLabel('Mail address or member number').fill('MEMBER0@example.org')
  await page.getByLabel('Password').fill('something else entirely')
  await press('Sign in')
  expect(await alert()).toContain('does not fit together')
  await page.getByLabel('Password').fill('four words in a row')
  await press('Sign in')
  expect(page.url()).toBe(`${server.url}/setup/founding`)
})

test('an organizer puts the founding to the members', async () => {
  await press('Put it to the members')
  expect(await alert()).toContain('at least one point of unity')
  await page
    .getByLabel('Points of unity', { exact: true })
    .fill('Housing is for living in.\n\nWe decide together.')
  await press('Put it to the members')
  expect(page.url()).toMatch(/\/motions\/[0-9a-f-]{36}$/)
  await page.goto(`${server.url}/setup`)
  expect(await page.getByText('The founding is before the members.').count()).toBe(1)
  await page.goto(server.url)
  expect(await page.getByText('Motion 1, “Founding”, was proposed').count()).toBe(1)
})

test('the clock of a demonstration moves, and what falls due by that happens', async () => {
  await press('Move the clock forward by 7 days')
  expect(await page.getByRole('link', { name: 'Vote on motion 1, “Founding”', exact: true }).count()).toBe(1)
})

test('healthz tells whoever watches, and nothing about anybody', async () => {
  const answer = await fetch(`${server.url}/healthz`)
  expect(await answer.json()).toEqual({ ok: true, entries: expect.any(Number) })
})

test('the clock of a real organization moves for nobody', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plenum-real-'))
  const real = await startServer({ data: folder, env: { PLENUM_DEMONSTRATION: '' } })
  const form = { method: 'POST', headers: { origin: real.url }, body: new URLSearchParams({ hours: '1' }) }
  const answer = await fetch(`${real.url}/demonstration/clock`, form)
  expect(answer.status).toBe(404)
  await real.stop()
  rmSync(folder, { recursive: true, force: true })
})
