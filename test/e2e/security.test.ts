import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from '../kit/browser.ts'
import { PASSWORD, seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

const data = mkdtempSync(join(tmpdir(), 'plenum-security-'))
let seeded: Seeded
let server: StartedServer
let origin: string

beforeAll(async () => {
  seeded = await seedOrganization(data)
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
  // Passkeys belong to a name, and an address of numbers is none.
  origin = `http://localhost:${new URL(server.url).port}`
})
afterAll(async () => {
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

async function signIn(page: Page, member: number, password = PASSWORD): Promise<void> {
  await page.goto(`${origin}/sign-in`)
  await page.getByLabel('Mail address or member number').fill(seeded.members[member]?.login ?? '')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

describe('without scripts', () => {
  test('a stolen session is seen and ended, and opens nothing any more', async () => {
    const mine = await launch({ javaScript: false, viewport: { width: 360, height: 640 } })
    const thief = await launch({ javaScript: false })
    await signIn(thief.page, 1)
    await thief.page.goto(`${origin}/me`)
    expect(thief.page.url()).toBe(`${origin}/me`)
    await signIn(mine.page, 1)
    await mine.page.goto(`${origin}/me`)
    await mine.page.getByRole('link', { name: 'Signing in' }).click()
    expect(await mine.page.getByText('Chrome on Linux').count()).toBeGreaterThan(0)
    expect(await mine.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await mine.page.getByText('End it', { exact: true }).first().click()
    await mine.page.getByLabel('Your password now').first().fill('a wrong password')
    await mine.page.getByRole('button', { name: 'End this session' }).first().click()
    expect(await mine.page.getByRole('alert').first().textContent()).toContain('is not right')
    await mine.page.getByText('End it', { exact: true }).first().click()
    await mine.page.getByLabel('Your password now').first().fill(PASSWORD)
    await mine.page.getByRole('button', { name: 'End this session' }).first().click()
    expect(await mine.page.getByRole('status').textContent()).toContain('That session is ended.')
    await thief.page.goto(`${origin}/me`)
    expect(thief.page.url()).toContain('/sign-in')
    await mine.page.goto(`${origin}/me`)
    expect(mine.page.url()).toBe(`${origin}/me`)
    await mine.close()
    await thief.close()
  })

  test('a new password ends the other sessions', async () => {
    const mine = await launch({ javaScript: false })
    const thief = await launch({ javaScript: false })
    await signIn(thief.page, 2)
    await signIn(mine.page, 2)
    await mine.page.goto(`${origin}/me/security`)
    await mine.page.getByText('Change your password', { exact: true }).click()
    await mine.page.getByLabel('Your password now').last().fill(PASSWORD)
    await mine.page.getByLabel('New password', { exact: true }).fill('another green river')
    await mine.page.getByLabel('The new password again').fill('another green river')
    await mine.page.getByRole('button', { name: 'Change the password' }).click()
    expect(await mine.page.getByRole('status').textContent()).toContain('Your password is changed')
    await thief.page.goto(`${origin}/me/security`)
    expect(thief.page.url()).toContain('/sign-in')
    await mine.close()
    await thief.close()
  })
})

describe('a passkey', () => {
  /** A phone with a fingerprint reader, as far as Chromium can be one. */
  async function addAuthenticator(page: Page): Promise<void> {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
  }

  function addForm(page: Page): Locator {
    return page.locator('form', { has: page.getByRole('button', { name: 'Add a passkey on this device' }) })
  }

  async function add(page: Page, name: string, password = PASSWORD): Promise<void> {
    await page.goto(`${origin}/me/security`)
    await page.getByText('Add a passkey', { exact: true }).click()
    await page.getByLabel('Name of the passkey').last().fill(name)
    await addForm(page).getByLabel('Your password now').fill(password)
    await page.getByRole('button', { name: 'Add a passkey on this device' }).click()
    await page.waitForURL(/done=|addPasskey/)
  }

  test('is added with the password, named, signs in without it, and no more once it is removed', async () => {
    const { page, context, close } = await launch()
    await addAuthenticator(page)
    await signIn(page, 3)
    await add(page, 'My phone', 'a wrong password')
    expect(await page.getByRole('alert').first().textContent()).toContain('not right')
    await add(page, 'My phone')
    expect(await page.getByRole('status').textContent()).toContain('The passkey is added.')
    await page.getByText('Rename or remove “My phone”').click()
    await page.getByLabel('Name of the passkey').first().fill('Red phone')
    await page.getByRole('button', { name: 'Rename' }).click()
    expect(await page.getByText('Red phone', { exact: true }).count()).toBe(1)

    await context.clearCookies()
    await page.goto(`${origin}/sign-in/passkey?next=/me`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL(`${origin}/me`)
    expect(await page.getByRole('main').textContent()).toContain(seeded.members[3]?.name)

    await page.goto(`${origin}/me/security`)
    await page.getByText('Rename or remove “Red phone”').click()
    const removal = page.locator('form', { has: page.getByRole('button', { name: 'Remove “Red phone”' }) })
    await removal.getByLabel('Your password now').fill(PASSWORD)
    await page.getByRole('button', { name: 'Remove “Red phone”' }).click()
    await page.waitForURL(/done=passkey-removed/)
    await context.clearCookies()
    await page.goto(`${origin}/sign-in/passkey`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('does not sign anybody in here').waitFor()
    await close()
  })

  test('is offered by the browser in the field of the login', async () => {
    const { page, context, close } = await launch()
    await addAuthenticator(page)
    await signIn(page, 4)
    await add(page, 'My phone')
    await context.clearCookies()
    // The virtual authenticator chooses at once, as somebody would from the list.
    await page.goto(`${origin}/sign-in?next=/me`)
    await page.waitForURL(`${origin}/me`)
    await close()
  })

  test('is not spoken of where it cannot be used', async () => {
    const { page, close } = await launch({ javaScript: false })
    await page.goto(`${origin}/sign-in`)
    expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).count()).toBe(0)
    await close()
  })
})
