import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, SECOND } from '#kernel/instant'
import { launch } from '../kit/browser.ts'
import { PASSWORD, seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// The second step at signing in, at 360 px and without scripts.

const data = mkdtempSync(join(tmpdir(), 'plenum-factor-'))
let seeded: Seeded
let server: StartedServer
// The seed's clock was moved, and a demonstration goes on from there.
let ahead = 0

beforeAll(async () => {
  seeded = await seedOrganization(data)
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
  ahead = (await serverNow()) - Date.now()
})
afterAll(async () => {
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

async function enterPassword(page: Page, path: string): Promise<void> {
  await page.goto(`${server.url}${path}`)
  await page.getByLabel('Mail address or member number').fill(seeded.members[1]?.login ?? '')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** The server's time to the second, from how long it lets a session's cookie live. */
async function serverNow(): Promise<number> {
  const answer = await fetch(`${server.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.url, accept: 'text/html' },
    body: new URLSearchParams({ login: seeded.members[2]?.login ?? '', password: PASSWORD }),
  })
  const until = /Expires=([^;]+)/i.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''
  return Date.parse(until) - (30 + 366) * DAY
}

/** A code of now, or of `later`. */
function codeOf(secret: string, later = 0): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + ahead + later })
}

/** A code of the next half minute, which is taken now, and is none that was used. */
function nextCode(secret: string): string {
  return codeOf(secret, 30 * SECOND)
}

async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
}

/** Whatever lasts or shuts others out, as a form of this address takes it. */
const LASTING: readonly [path: string, fields: Readonly<Record<string, string>>][] = [
  ['/me/tokens?/make', { name: 'reader', scope: 'read', days: '30' }],
  ['/me?/resign', { confirmed: 'yes' }],
  ['/me/notices?/feed', {}],
  ['/me/webhooks?/make', { url: 'https://example.org/hook' }],
  ['/me/security?/end', { session: '0011223344556677' }],
  ['/me/security?/endOthers', {}],
  ['/me/security?/addPasskey', { name: 'Phone', answer: '{}' }],
  ['/me/security?/removePasskey', { passkey: 'x' }],
  ['/me/security?/password', { 'password-new': 'another river', 'password-again': 'another river' }],
  ['/me/security/factor?/codes', {}],
  ['/me/security/factor?/end', {}],
]

async function refusesWithoutCode(page: Page): Promise<void> {
  for (const [path, fields] of LASTING) {
    const answer = await page.request.post(`${server.url}${path}`, {
      headers: { origin: server.url, accept: 'text/html' },
      form: { ...fields, 'password-now': PASSWORD },
      maxRedirects: 0,
    })
    expect([path, answer.status()]).toEqual([path, 401])
    expect(await answer.text()).toContain('This code is not right')
  }
}

test('is set up, asked for, stood in for by a recovery code, and ended', { timeout: 120_000 }, async () => {
  const phone = { javaScript: false, viewport: { width: 360, height: 640 } }
  const { page, close } = await launch(phone)
  await enterPassword(page, '/sign-in?next=/me/security')
  await page.getByRole('link', { name: 'Set up a second step' }).click()
  await page.getByLabel('Your password now').fill(PASSWORD)
  await page.getByRole('button', { name: 'Show the secret' }).click()
  expect(await page.getByRole('img', { name: 'The secret as a QR code' }).isVisible()).toBe(true)
  await fits(page)
  const secret = (await page.locator('.mono').first().innerText()).replaceAll(' ', '')
  const first = page.getByLabel('The code that your app shows')
  await first.fill('wrong')
  await page.getByRole('button', { name: 'Ask for codes from now on' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('This code is not right')
  expect((await page.locator('.mono').first().innerText()).replaceAll(' ', '')).toBe(secret)
  await first.fill(codeOf(secret))
  await page.getByRole('button', { name: 'Ask for codes from now on' }).click()
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
  const codes = await page.locator('li.mono').allInnerTexts()
  expect(codes).toHaveLength(10)
  await fits(page)
  expect(existsSync(join(data, 'second-factor.key'))).toBe(true)
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await page.getByText('10 recovery codes are left.').waitFor()
  await refusesWithoutCode(page)

  const other = await launch(phone)
  await enterPassword(other.page, '/sign-in?next=/me/security')
  await other.page.waitForURL(/\/sign-in\/code/)
  await fits(other.page)
  await other.page.goto(`${server.url}/me`)
  expect(other.page.url()).toContain('/sign-in?next')
  await enterPassword(other.page, '/sign-in?next=/me/security')
  const code = nextCode(secret)
  await other.page.getByLabel('Code', { exact: true }).fill('000')
  await other.page.getByRole('button', { name: 'Sign in' }).click()
  expect(await other.page.getByRole('alert').textContent()).toContain('This code is not right')
  await other.page.getByLabel('Code', { exact: true }).fill(code)
  await other.page.getByRole('button', { name: 'Sign in' }).click()
  await other.page.waitForURL(`${server.url}/me/security`)
  await other.close()

  const third = await launch(phone)
  await enterPassword(third.page, '/sign-in?next=/me/security/factor')
  await third.page.getByLabel('Code', { exact: true }).fill(code)
  await third.page.getByRole('button', { name: 'Sign in' }).click()
  expect(await third.page.getByRole('alert').textContent()).toContain('was used already')
  await third.page.getByLabel('Code', { exact: true }).fill(codes[0]?.toLowerCase() ?? '')
  await third.page.getByRole('button', { name: 'Sign in' }).click()
  await third.page.waitForURL(`${server.url}/me/security/factor`)
  await fits(third.page)
  await third.page.getByLabel('Your password now').last().fill(PASSWORD)
  await third.page
    .getByLabel('Code', { exact: true })
    .last()
    .fill(codes[1] ?? '')
  await third.page.getByRole('button', { name: 'End the second step' }).click()
  expect(await third.page.getByRole('status').textContent()).toContain('The second step is ended.')
  await third.close()

  await enterPassword(page, '/sign-in?next=/me')
  await page.waitForURL(`${server.url}/me`)
  await close()
})
