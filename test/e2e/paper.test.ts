import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, HOUR } from '#kernel/instant'
import { hashPerson, insertPerson } from '#modules/members'
import { openPlenum } from '#organization/server'
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

test('a keeper prints a sheet, and whoever has it types the code, without scripts', async () => {
  const { page, context, close } = await launch({ javaScript: false, viewport: { width: 360, height: 640 } })
  await page.goto(`${server.url}/sign-in?next=/members/invitations`)
  await page.getByLabel('Mail address or member number').fill(seeded.members[0]?.login ?? '')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: 'Make sheets to print' }).click()
  const sheet = page.getByRole('heading', { name: 'an invitation for Nora Mail-less' })
  expect(await sheet.count()).toBe(1)
  expect(await page.getByRole('img', { name: 'QR code of the invitation' }).count()).toBe(1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  const code =
    /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec((await page.getByRole('main').textContent()) ?? '')?.[0] ?? ''

  await context.clearCookies()
  await page.goto(`${server.url}/sign-in`)
  await page.getByRole('link', { name: 'I have an invitation on paper' }).click()
  await page.getByLabel('Code').fill('0000 0000 0000 0000')
  await page.getByRole('button', { name: 'Go on' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('not valid')
  await page.getByLabel('Code').fill(code.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByLabel('Password', { exact: true }).fill('slow green river')
  await page.getByLabel('The same password again').fill('slow green river')
  await page.getByRole('button', { name: 'Set the password and sign in' }).click()
  await page.goto(`${server.url}/me`)
  expect(await page.getByRole('main').textContent()).toContain(MEMBER)
  await close()
})
