import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runPlenum } from '../kit/command.ts'
import { openMembers, press, said, type MembersInBrowser } from '../kit/members-in-browser.ts'
import { seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// A tendency that does not list who signed it, by pages alone: without scripts, on a narrow screen.

const data = mkdtempSync(join(tmpdir(), 'plenum-e2e-unlisted-'))
let seeded: Seeded
let server: StartedServer
let browser: MembersInBrowser
let tendency = ''

beforeAll(async () => {
  seeded = await seedOrganization(data, { members: 8 })
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
  browser = await openMembers(seeded, server.url)
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

const nameOf = (n: number): string => seeded.members[n]?.name ?? ''

test('is founded so, signed, and taken in; others see how many, and not who', async () => {
  const page = await browser.as(0, '/tendencies/new')
  await page.fill('[name=name]', 'The quiet ones')
  await page.check('[name=unlisted]')
  await press(page, 'Found a tendency')
  // Nothing that was typed or ticked is lost with the refusal.
  expect(await page.getByRole('alert').innerText()).toContain('A platform needs at least one stance')
  expect(await page.isChecked('[name=unlisted]')).toBe(true)
  await page.check('[name=stance-0][value=affirm]')
  await press(page, 'Found a tendency')
  tendency = new URL(page.url()).pathname
  for (const n of [1, 2, 3]) {
    const own = await browser.as(n, tendency)
    expect(await said(own)).toContain('The record shows that somebody signed, and not who.')
    await press(own, 'Sign the platform')
    expect(await said(own)).toContain('You have signed; a signatory can take you in.')
    await press(await browser.as(0, tendency), `Take in ${nameOf(n)}`)
  }
  const outside = await browser.as(6, tendency)
  const shown = await said(outside)
  expect(shown).toContain('Stands')
  expect(shown).toContain('4 signatories')
  expect(shown).toContain('does not list who signed')
  expect(shown).toContain(nameOf(0))
  for (const n of [1, 2, 3]) expect(shown).not.toContain(nameOf(n))
  const within = await said(await browser.as(3, tendency))
  for (const n of [0, 1, 2, 3]) expect(within).toContain(nameOf(n))
  expect(await outside.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

test('decides and is left without showing who', async () => {
  const page = await browser.as(0, tendency)
  await page.locator('summary', { hasText: 'another name' }).click()
  await page.fill('[name=name]', 'The quieter ones')
  await press(page, 'Propose another name')
  await press(await browser.as(2, tendency), 'Agree')
  await press(await browser.as(3, tendency), 'Agree')
  expect(await said(await browser.as(6, tendency))).toContain('The quieter ones')
  const leaving = await browser.as(3, tendency)
  await leaving.locator('summary', { hasText: 'Leave the tendency' }).click()
  await press(leaving, 'Leave the tendency')
  const shown = await said(await browser.as(6, tendency))
  expect(shown).toContain('3 signatories')
  for (const n of [1, 2, 3]) expect(shown).not.toContain(nameOf(n))
})

test('its signatures are closed in the record to who did not sign, and the export audits clean', async () => {
  const record = await browser.as(6, '/record')
  const shown = record.locator('main li, main tr', { hasText: 'unlisted' })
  expect(await shown.count()).toBeGreaterThan(5)
  for (const text of await shown.allInnerTexts())
    for (const n of [1, 2, 3]) expect(text).not.toContain(nameOf(n))
  const lines = await (await record.request.get(`${server.url}/record/export`)).text()
  for (const line of lines.split('\n').filter((each) => each.includes('"type":"unlisted.')))
    expect(line).not.toMatch(/"body":|"salt":/)
  const audit = await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, lines)
  expect(audit).toMatchObject({ code: 0 })
  expect(audit.out).toContain('unlisted.sign')
})

test('no line of the log names who signed', () => {
  for (const n of [1, 2, 3]) expect(server.output()).not.toContain(seeded.members[n]?.id ?? 'nobody')
})
