import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runPlenum } from '../kit/command.ts'
import { launch } from '../kit/browser.ts'
import { PASSWORD, seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

const data = mkdtempSync(join(tmpdir(), 'plenum-operator-'))
let seeded: Seeded
let server: StartedServer

beforeAll(async () => {
  seeded = await seedOrganization(data)
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
})
afterAll(async () => {
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

async function freshCode(): Promise<string> {
  const ran = await runPlenum(['operator-code', '--data', data, '--json'])
  expect(ran.code).toBe(0)
  return (JSON.parse(ran.out) as { code: string }).code
}

function send(path: string, cookie: string, fields?: Readonly<Record<string, string>>): Promise<Response> {
  const init = fields === undefined ? {} : { method: 'POST', body: new URLSearchParams(fields) }
  const headers = { accept: 'text/html', origin: server.url, cookie }
  return fetch(server.url + path, { redirect: 'manual', headers, ...init })
}

async function cookieOf(path: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await send(path, '', fields)
  expect(answer.status).toBe(303)
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
}

test('without scripts: a code from the console opens health and keys, on a small screen', async () => {
  const { page, close } = await launch({ javaScript: false, viewport: { width: 360, height: 640 } })
  await page.goto(`${server.url}/operator`)
  expect(page.url()).toBe(`${server.url}/operator/sign-in`)
  await page.getByLabel('Code').fill('0000-0000-0000')
  await page.getByRole('button', { name: 'Open the maintenance pages' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('This is not the code')
  await page.getByLabel('Code').fill(await freshCode())
  await page.getByRole('button', { name: 'Open the maintenance pages' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Health')
  expect(await page.getByRole('main').textContent()).toMatch(/All is well.*Plenum \d.*SQLite.*entries/s)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.getByRole('link', { name: 'Keys' }).click()
  expect(await page.getByRole('main').textContent()).toMatch(/plenum\/[0-9a-f]{16}\/1\+/)
  await page.getByRole('button', { name: 'Sign out of these pages' }).click()
  await page.goto(`${server.url}/operator`)
  expect(page.url()).toBe(`${server.url}/operator/sign-in`)
  await close()
})

test('the operator’s session opens no page of members and enters nothing; a member’s opens no maintenance page', async () => {
  const operator = await cookieOf('/operator/sign-in', { code: await freshCode() })
  expect((await send('/operator', operator)).status).toBe(200)
  const asMember = operator.replace('plenum-operator=', 'plenum-session=')
  for (const cookie of [operator, asMember]) {
    expect((await send('/me', cookie)).headers.get('location')).toMatch(/^\/sign-in/)
    const vote = await send('/motions/new?/propose', cookie, { title: 'x', text: 'x' })
    expect(vote.headers.get('location')).toMatch(/^\/sign-in/)
  }
  const member = await cookieOf('/sign-in', { login: seeded.members[0]?.login ?? '', password: PASSWORD })
  for (const cookie of [member, member.replace('plenum-session=', 'plenum-operator=')])
    expect((await send('/operator', cookie)).headers.get('location')).toBe('/operator/sign-in')
})

test('a code works once, and its cookie goes to no other page and no other site', async () => {
  const code = await freshCode()
  const answer = await send('/operator/sign-in', '', { code })
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(
      /^plenum-operator=[^;]+; Path=\/operator; Expires=[^;]+; HttpOnly; SameSite=Strict$/i,
    ),
  ])
  expect((await send('/operator/sign-in', '', { code })).status).toBe(403)
})
