import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, HOUR } from '#kernel/instant'
import { hashPerson, insertPerson } from '#modules/members'
import { openPlenum } from '#organization/server'
import type { Page } from 'playwright-core'
import { launch } from '../kit/browser.ts'
import { PASSWORD, seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'
import { must } from '../kit/storage.ts'

const data = mkdtempSync(join(tmpdir(), 'plenum-paper-'))
const MEMBER = 'm-eeeeeeeeeeee'
let seeded: Seeded
let server: StartedServer

/** Somebody without a mail address is admitted, and has no password yet. */
async function admit(): Promise<void> {
  const { clerk, clock, database, close } = must(await openPlenum({ data, demonstration: true }))
  const held = { member: MEMBER, name: 'Nora Mail-less', email: null, salt: randomBytes(16) }
  const enter = async (by: string, type: string, body: object, n: number) =>
    must(
      await clerk.submit(
        {
          by,
          id: `01890000-0000-7000-8000-00000000000${n}`,
          type,
          unit: null,
          body: { member: MEMBER, ...body },
        },
        type === 'member.apply' ? [insertPerson(database, held)] : [],
      ),
    )
  await enter('nobody', 'member.apply', { home: seeded.root, details: hashPerson(held) }, 1)
  for (const n of [2, 3]) await enter(seeded.members[n]?.id ?? '', 'member.vouch', {}, n)
  await enter(seeded.members[0]?.id ?? '', 'member.admit', {}, 5)
  clock.shift(DAY + HOUR)
  await close()
}

beforeAll(async () => {
  seeded = await seedOrganization(data)
  await admit()
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
})
afterAll(async () => {
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

const NARROW = { javaScript: false, viewport: { width: 360, height: 640 } } as const
const CODE = /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/

/** Signs the first member in, who keeps the roll. */
async function signInAsKeeper(page: Page, next: string): Promise<void> {
  await page.goto(`${server.url}/sign-in?next=${next}`)
  await page.getByLabel('Mail address or member number').fill(seeded.members[0]?.login ?? '')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** The code of the one sheet on the page. */
async function codeOn(page: Page): Promise<string> {
  const sheet = page.locator('.paper-invitation')
  expect(await sheet.count()).toBe(1)
  const text = (await sheet.textContent()) ?? ''
  expect(text).toContain('an invitation for Nora Mail-less')
  expect(text).toContain(`${server.url}/join`)
  expect(text).toMatch(/It works once, until .*\d{4}/)
  expect(await page.getByRole('img', { name: 'QR code of the invitation' }).count()).toBe(1)
  expect(await page.locator('main [style]').count()).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  return CODE.exec(text)?.[0] ?? ''
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Go on' }).click()
}

test('a print holds the sheets and nothing else of the page', async () => {
  const { page, close } = await launch(NARROW)
  await signInAsKeeper(page, '/members/invitations')
  await page.getByLabel('Only for those of whom no mail address is held').check()
  await page.getByRole('button', { name: 'Make sheets to print' }).click()
  await codeOn(page)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.paper-invitation svg').isVisible()).toBe(true)
  for (const other of ['h1', '.masthead', '.colophon', '.notice', '.lead'])
    for (const each of await page.locator(other).all())
      expect([other, await each.isVisible()]).toEqual([other, false])
  await close()
})

test('a keeper prints the sheet of one member, and whoever has it types the code, without scripts', async () => {
  const { page, context, close } = await launch(NARROW)
  await signInAsKeeper(page, '/members/invitations')
  await page.getByRole('button', { name: 'Make sheets to print' }).click()
  const older = await codeOn(page)
  await page.goto(`${server.url}/members/${MEMBER}`)
  await page.getByText('Make an invitation link').first().click()
  await page.getByRole('button', { name: 'Make a sheet to print' }).click()
  const code = await codeOn(page)

  await context.clearCookies()
  await page.goto(`${server.url}/sign-in`)
  await page.getByRole('link', { name: 'I have an invitation on paper' }).click()
  for (const wrong of ['0000 0000 0000 0000', older]) {
    await typeCode(page, wrong)
    expect(await page.getByRole('alert').textContent()).toContain('not valid')
  }
  await typeCode(page, code.toLowerCase().replaceAll('-', ' '))
  await page.getByLabel('Password', { exact: true }).fill('slow green river')
  await page.getByLabel('The same password again').fill('slow green river')
  await page.getByRole('button', { name: 'Set the password and sign in' }).click()
  await page.goto(`${server.url}/me`)
  expect(await page.getByRole('main').textContent()).toContain(MEMBER)
  await close()
})

test('nobody prints a sheet for a member who has a password', async () => {
  const { page, context, close } = await launch(NARROW)
  const path = `/members/${seeded.members[1]?.id ?? ''}`
  await signInAsKeeper(page, path)
  expect(await page.getByRole('button', { name: 'Make a sheet to print' }).count()).toBe(0)
  const answer = await context.request.post(`${server.url}${path}?/sheet`, {
    form: {},
    headers: { origin: server.url, accept: 'text/html' },
  })
  const said = await answer.text()
  expect(said).toContain('This member has a password.')
  expect(said).not.toContain('paper-invitation')
  await close()
})

// The last one: afterwards nobody comes in by paper from this address.
test('guessing is held back, at /join and where a QR code leads', async () => {
  const guess = (code: string) =>
    fetch(`${server.url}/join`, {
      method: 'POST',
      headers: { origin: server.url, accept: 'text/html' },
      body: new URLSearchParams({ code }),
    })
  const answers: string[] = []
  for (let n = 100; n < 151; n++) answers.push(await (await guess(`0000-0000-0000-0${n}`)).text())
  expect(answers.at(0)).toContain('not valid')
  expect(answers.at(-1)).toContain('too many wrong attempts')
  const scanned = await (await fetch(`${server.url}/invitation/0000-0000-0000-0999`)).text()
  expect(scanned).toContain('too many wrong attempts')
  const link = await (await fetch(`${server.url}/invitation/${'x'.repeat(43)}`)).text()
  expect(link).toContain('not valid')
})
