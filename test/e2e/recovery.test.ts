import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeToken } from '../kit/api.ts'
import { launch } from '../kit/browser.ts'
import { runPlenum } from '../kit/command.ts'
import { PASSWORD, seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// Somebody has lost their password. No script runs on any of these pages.

const data = mkdtempSync(join(tmpdir(), 'plenum-recovery-'))
const FRESH = 'another green river'
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

async function signIn(page: Page, member: number, password = PASSWORD): Promise<void> {
  await page.goto(`${server.url}/sign-in`)
  await page.getByLabel('Mail address or member number').fill(seeded.members[member]?.login ?? '')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function ask(
  page: Page,
  login: string,
): Promise<{ readonly number: string; readonly address: string }> {
  await page.goto(`${server.url}/sign-in`)
  await page.getByRole('link', { name: 'I have lost my password' }).click()
  await page.getByLabel('Mail address or member number').fill(login)
  await page.getByRole('button', { name: 'Ask for it' }).click()
  const number = await page.locator('dd.mono').first().textContent()
  return { number: number ?? '', address: page.url() }
}

async function vouch(member: number, number: string): Promise<string> {
  const { page, close } = await launch({ javaScript: false })
  await signIn(page, member)
  await page.goto(`${server.url}/me/security`)
  await page.getByRole('link', { name: 'Vouch for somebody' }).click()
  await page.getByLabel('The number you were told').fill(number.toLowerCase())
  await page.getByRole('button', { name: 'Look it up' }).click()
  const said = (await page.getByRole('main').textContent()) ?? ''
  const submit = page.getByRole('button', { name: 'Vouch', exact: true })
  if ((await submit.count()) > 0) {
    await page.getByLabel('I know this person').check()
    await submit.click()
    await page.getByRole('status').waitFor()
  }
  await close()
  return said
}

async function cookieIn(page: Page): Promise<string> {
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** A token of whoever is signed in here. */
async function tokenIn(page: Page): Promise<string> {
  const cookie = await cookieIn(page)
  const ask = (_who: string, path: string, init: RequestInit = {}) => {
    const headers = { ...(init.headers as Record<string, string>), accept: 'text/html', cookie }
    return fetch(server.url + path, { ...init, headers })
  }
  return makeToken({ url: server.url, ask }, 'member', ['read', 'act'])
}

async function statusWith(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  return (await fetch(`${server.url}/api/v1/me`, { headers })).status
}

async function moveClock(hours: number): Promise<void> {
  const { page, close } = await launch({ javaScript: false })
  await signIn(page, 7)
  const cookie = await cookieIn(page)
  const moved = await fetch(`${server.url}/demonstration/clock`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: server.url, accept: 'text/html' },
    body: new URLSearchParams({ hours: String(hours), back: '/' }),
  })
  expect(moved.status).toBe(303)
  await close()
}

test(
  'two vouch, it waits, and the member comes back in while old sessions end',
  { timeout: 240_000 },
  async () => {
    const old = await launch({ javaScript: false })
    await signIn(old.page, 5)
    await old.page.goto(`${server.url}/me/notices`)
    await old.page.getByLabel('Your password now').fill(PASSWORD)
    await old.page.getByRole('button', { name: 'Make new addresses' }).click()
    const feed = /\/feed\/[\w-]{43}/.exec(await old.page.content())?.[0] ?? ''
    expect((await fetch(server.url + feed)).status).toBe(200)
    const token = await tokenIn(old.page)
    expect(await statusWith(token)).toBe(200)
    await old.page.goto(`${server.url}/me/webhooks`)
    await old.page.getByLabel('Address that is told').fill('https://example.org/told')
    await old.page.getByLabel('Your password now').fill(PASSWORD)
    await old.page.getByRole('button', { name: 'Make the webhook' }).click()
    const { page, close } = await launch({ javaScript: false, viewport: { width: 360, height: 640 } })
    const { number, address } = await ask(page, seeded.members[5]?.login ?? '')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await vouch(2, number)).toContain(seeded.members[5]?.name)
    expect(await vouch(2, number)).toContain('You have vouched for this person already')
    await page.goto(address)
    expect(await page.getByRole('main').textContent()).toContain('1 of 2')
    await vouch(3, number)
    await old.page.goto(server.url)
    expect(await old.page.getByRole('main').textContent()).toMatch(
      /Somebody asks for a way into your account.*It can be used from/s,
    )
    await page.goto(address)
    expect(await page.getByLabel('Password', { exact: true }).count()).toBe(0)
    await moveClock(24)
    await moveClock(24)
    await page.goto(address)
    expect(await page.getByLabel('Password', { exact: true }).count()).toBe(0)
    await moveClock(24)
    await page.goto(address)
    await page.getByLabel('Password', { exact: true }).fill(FRESH)
    await page.getByLabel('The same password again').fill(FRESH)
    await page.getByRole('button', { name: 'Set the new password' }).click()
    expect(await page.getByRole('status').textContent()).toContain('Your new password is set')
    await signIn(page, 5, FRESH)
    await page.goto(`${server.url}/me`)
    expect(page.url()).toBe(`${server.url}/me`)
    await old.page.goto(`${server.url}/me`)
    expect(old.page.url()).toContain('/sign-in')
    // Nor does anything go on that was set up before, by whomever.
    expect((await fetch(server.url + feed)).status).toBe(404)
    expect(await statusWith(token)).toBe(401)
    await page.goto(`${server.url}/me/webhooks`)
    expect(await page.getByRole('main').textContent()).toContain('You have none')
    const used = await page.goto(address)
    expect(used?.status()).toBe(404)
    await old.close()
    await close()
    const exported = await runPlenum(['export', 'record', '--data', data])
    const audited = await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, exported.out)
    expect(audited).toMatchObject({ code: 0 })
  },
)

test('the member stops what they did not ask for', async () => {
  const { page, close } = await launch({ javaScript: false })
  const { number, address } = await ask(page, seeded.members[4]?.login ?? '')
  await vouch(2, number)
  await vouch(3, number)
  await signIn(page, 4)
  await page.goto(server.url)
  await page.getByRole('link', { name: 'Somebody asks for a way into your account' }).click()
  await page.getByRole('button', { name: 'Stop it: it is not me' }).click()
  expect(await page.getByRole('status').textContent()).toContain('It is stopped')
  await page.goto(address)
  expect(await page.getByRole('main').textContent()).toContain('0 of 2')
  await close()
})

test('what a stranger sees does not tell whether a login is somebody’s', async () => {
  const { page, close } = await launch({ javaScript: false })
  const seen: string[] = []
  for (const login of [seeded.members[6]?.login ?? '', 'nobody@example.org', seeded.members[6]?.id ?? '']) {
    await ask(page, login)
    seen.push(
      ((await page.getByRole('main').textContent()) ?? '').replaceAll(/[0-9A-Z]{4}(-[0-9A-Z]{4})+/g, 'code'),
    )
  }
  expect(new Set(seen).size).toBe(1)
  const { number } = await ask(page, 'nobody@example.org')
  expect(await vouch(2, number)).toContain('There is no request of this number')
  await close()
})

test('neither operator nor keeper of the roll makes a way in for a member who has a password', async () => {
  const post = (path: string, cookie: string, fields: Readonly<Record<string, string>> = {}) =>
    fetch(server.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: server.url, accept: 'text/html', cookie },
      body: new URLSearchParams(fields),
    })
  const cookiesOf = (answer: Response) =>
    answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
  const ran = await runPlenum(['operator-code', '--data', data, '--json'])
  const { code } = JSON.parse(ran.out) as { code: string }
  const operator = cookiesOf(await post('/operator/sign-in', '', { code }))
  const [keeper, victim] = [seeded.members[0], seeded.members[6]]
  const keeping = cookiesOf(await post('/sign-in', '', { login: keeper?.login ?? '', password: PASSWORD }))
  const both = `${operator}; ${keeping}`

  // Every action there is, as operator and as keeper, about this member: none gives a session or a link of theirs.
  const fields = {
    member: victim?.id ?? '',
    login: victim?.login ?? '',
    password: FRESH,
    'password-again': FRESH,
    code,
  }
  const files = globSync('src/routes/**/+{page.server,server}.ts', {
    cwd: join(import.meta.dirname, '../..'),
  })
  for (const file of files) {
    const route = `/${file.split('/').slice(2, -1).join('/')}`.replace(
      '/members/[id]',
      `/members/${victim?.id ?? ''}`,
    )
    // A demonstration’s visitors step into anybody’s shoes; no real organization has such a door.
    if (/^\/(sign-out|operator\/sign-out|demonstration)/.test(route)) continue
    const module = (await import(join(import.meta.dirname, '../..', file))) as Readonly<
      Record<string, object>
    >
    const actions = 'POST' in module ? [''] : Object.keys(module['actions'] ?? {})
    for (const action of actions) {
      const path = action === '' || action === 'default' ? route : `${route}?/${action}`
      if (path.startsWith('/me?/resign') || path.includes('[')) continue
      const answer = await post(path, both, fields)
      const text = await answer.text()
      expect([path, /\/invitation\/[\w-]{20}/.test(text)]).toEqual([path, false])
      expect([path, /plenum-session=[\w-]/.test(answer.headers.getSetCookie().join())]).toEqual([path, false])
    }
  }
  const invited = await post(`/members/${victim?.id ?? ''}?/invite`, keeping)
  expect(await invited.text()).toContain('This member has a password')
  const still = await post('/sign-in', '', { login: victim?.login ?? '', password: PASSWORD })
  expect(still.headers.getSetCookie().join()).toContain('plenum-session=')
  // Nor does any command name a member’s password, session or link.
  const help = await runPlenum(['--help'])
  expect(help.out).not.toMatch(/password|session|invit|reset/i)
})
