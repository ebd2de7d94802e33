import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPlenum } from '#organization/server'
import { derivedUuid } from '#kernel/ids'
import { runPlenum } from '../kit/command.ts'
import { openMembers, press, said, type MembersInBrowser } from '../kit/members-in-browser.ts'
import { PASSWORD, seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'
import { must } from '../kit/storage.ts'

// Devices that sign what their members enter, in a real browser.

const folder = mkdtempSync(join(tmpdir(), 'plenum-devices-'))
const PHONE = { viewport: { width: 360, height: 740 } }
let seeded: Seeded
let server: StartedServer
let url: string
let phones: MembersInBrowser
let laptops: MembersInBrowser
let plain: MembersInBrowser

async function open(): Promise<void> {
  server = await startServer({ data: folder, env: { PLENUM_DEMONSTRATION: '1' } })
  // Keys are kept on a name over http, and on an address of numbers over https only.
  url = `http://localhost:${new URL(server.url).port}`
  phones = await openMembers(seeded, url, PHONE)
  laptops = await openMembers(seeded, url, {})
  plain = await openMembers(seeded, url)
}

async function close(): Promise<void> {
  for (const each of [phones, laptops, plain]) await each.close()
  await server.stop()
}

beforeAll(async () => {
  seeded = await seedOrganization(folder, { members: 5 })
  await open()
})
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true, force: true })
})

async function register(page: Page, name: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Name of the device').fill(name)
  await page.locator('[data-device-room]').getByLabel('Your password now').fill(password)
  await press(page, 'Register this device')
}

async function propose(page: Page, title: string): Promise<void> {
  await page.locator('[name=title]').fill(title)
  await page.locator('textarea[name=text]').fill(`${title}, at noon.\n\nWhoever comes brings a chair.`)
  await press(page, 'Propose it')
  await page.waitForURL(/\/motions\/[0-9a-f-]+\?done=/)
}

async function audit(): Promise<{ sound: boolean; signatures: { signed: number; attested: number } }> {
  const page = await plain.as(4, '/record')
  const cookies = await page.context().cookies()
  const session = cookies.find(({ name }) => name === 'plenum-session')?.value ?? ''
  const answer = await fetch(`${url}/record/export`, { headers: { cookie: `plenum-session=${session}` } })
  const file = join(folder, 'record.jsonl')
  writeFileSync(file, await answer.text())
  const { out } = await runPlenum(['audit', file, '--json', '--no-seen', '--as', 'members'])
  return JSON.parse(out) as Awaited<ReturnType<typeof audit>>
}

const NEW = '/motions/new?enact=resolve'

describe('a device', () => {
  test('cannot be registered without JavaScript, and the page says why', async () => {
    const page = await plain.as(0, '/me/devices')
    expect(await said(page)).toContain('needs a browser that runs scripts')
    expect(await page.locator('[data-device-room]').isVisible()).toBe(false)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  })

  test('is registered by who proves that it is them, and is told of at once', async () => {
    const page = await phones.as(0, '/me/devices')
    await register(page, 'My phone', 'a wrong password')
    await page.getByText('is not right').first().waitFor()
    await register(page, 'My phone')
    await page.waitForURL(/done=device/)
    expect(await said(page)).toContain('My phone')
    await page.locator('[data-device-here]:visible').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.goto(`${url}/`)
    expect(await said(page)).toContain('A device was registered that signs in your name')
    // Letters are queued by what follows the record.
    const letters = async (): Promise<string> => {
      await page.goto(`${url}/demonstration/mail`)
      return said(page)
    }
    await expect.poll(letters).toContain('A change to how you sign in')
  })

  test('signs a motion, and the pages and the audit say so', async () => {
    const page = await phones.as(0, NEW)
    await propose(page, 'A street kitchen')
    expect(await said(page)).toContain('signed by a device of the member')
    await page.goto(`${url}/record`)
    expect(await page.locator('#entries li').first().innerText()).toContain(
      'signed by a device of the member',
    )
    const { sound, signatures } = await audit()
    expect(sound).toBe(true)
    expect(signatures.signed).toBe(2)
  })

  test('is one of several; what another browser of the member enters unsigned is attested by the server only', async () => {
    const page = await laptops.as(0, NEW)
    await propose(page, 'A library of tools')
    expect(await said(page)).toContain('attested by the server only')
    await page.goto(`${url}/me/devices`)
    await register(page, 'My laptop')
    await page.waitForURL(/done=device/)
    await page.locator('[data-device-here]:visible').waitFor()
    expect(await page.locator('#list + ul > li').count()).toBe(2)
    await page.goto(`${url}${NEW}`)
    await propose(page, 'A choir')
    expect(await said(page)).toContain('signed by a device of the member')
  })

  test('signs nothing once it is revoked from another, without JavaScript too', async () => {
    const page = await plain.as(0, '/me/devices')
    const phone = page.locator('#list + ul > li', { hasText: 'My phone' })
    await phone.locator('summary').click()
    await phone.getByLabel('Your password now').fill(PASSWORD)
    await press(page, 'Revoke “My phone”')
    expect(await said(page)).toContain('The device is revoked')
    const before = await phones.as(0, NEW)
    await before.locator('[name=title]').fill('A garden')
    await before.locator('textarea[name=text]').fill('A garden on the roof.')
    await press(before, 'Propose it')
    const dialog = before.locator('dialog[data-sign-dialog]')
    await dialog.waitFor()
    expect(await dialog.innerText()).toContain('it was revoked, or the server hides it')
    await press(before, 'Send without a signature')
    await before.waitForURL(/\/motions\/[0-9a-f-]+\?done=/)
    expect(await said(before)).toContain('attested by the server only')
    expect((await audit()).sound).toBe(true)
  })
})

describe('a server that is not honest', () => {
  /** Answers the question for the text to sign with another one, as a server could. */
  async function lying(
    page: Page,
    change: (act: Record<string, unknown>) => void,
  ): Promise<() => Promise<void>> {
    await page.route('**/motions/new**', async (route) => {
      if (route.request().headers()['plenum-sign'] === undefined) return route.continue()
      const answer = await route.fetch()
      const body = (await answer.json()) as { error: { toSign: string } }
      const act = JSON.parse(body.error.toSign) as Record<string, unknown>
      change(act)
      body.error.toSign = JSON.stringify(act)
      return route.fulfill({ response: answer, json: body })
    })
    return () => page.unroute('**/motions/new**')
  }

  test.each([
    [
      'another type of act',
      (act: Record<string, unknown>) => (act['type'] = 'member.resign'),
      'something else than what you sent',
      false,
    ],
    [
      'another title',
      (act: Record<string, unknown>) => ((act['body'] as { title: string }).title = 'We dissolve'),
      'does not find all that you filled in',
      true,
    ],
  ])('gets no signature for %s', async (_, change, says, maySign) => {
    const page = await laptops.as(0, NEW)
    const honest = await lying(page, change)
    await page.locator('[name=title]').fill('A reading room')
    await page.locator('textarea[name=text]').fill('A reading room.')
    await press(page, 'Propose it')
    const dialog = page.locator('dialog[data-sign-dialog]')
    await dialog.waitFor()
    expect(await dialog.innerText()).toContain(says)
    const offered = await dialog.getByRole('button', { name: 'Sign and send' }).isVisible()
    expect(offered).toBe(maySign)
    await dialog.getByRole('button', { name: 'Back' }).click()
    expect(page.url()).toContain(NEW)
    await honest()
  })

  test('enters something in the name of a member: the record shows that no device signed it', async () => {
    const { signatures } = await audit()
    await close()
    const plenum = must(await openPlenum({ data: folder, demonstration: true }))
    const [member] = seeded.members
    const motion = derivedUuid('forged')
    const body = {
      motion,
      title: 'Hand everything to the operator',
      clauses: [{ id: derivedUuid('forged clause'), text: 'We hand everything over.' }],
      enactment: { kind: 'resolve' },
    }
    const id = derivedUuid('forged act')
    must(
      await plenum.clerk.submit({
        by: member?.id ?? '',
        id,
        type: 'motion.propose',
        unit: seeded.root,
        body,
      }),
    )
    await plenum.close()
    await open()
    const page = await plain.as(0, `/motions/${motion}`)
    expect(await said(page)).toContain('attested by the server only')
    const after = await audit()
    expect(after.sound).toBe(true)
    expect(after.signatures).toEqual({ ...signatures, attested: signatures.attested + 1 })
  })
})
