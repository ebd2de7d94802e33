import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { HOUR } from '#kernel/instant'
import { hashPerson, insertPerson } from '#modules/members'
import { PRESETS } from '#modules/rulebook/core'
import { openPlenum } from '#organization/server'
import { launch } from '../kit/browser.ts'
import { runPlenum } from '../kit/command.ts'
import { person } from '../kit/given.ts'
import { PASSWORD, seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'
import { startSmtp, type TestSmtp } from '../kit/smtp.ts'
import { must } from '../kit/storage.ts'

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'plenum-mail-'))
}

/** Asks a server as a browser with these cookies does; `origin: null` as a program that names none. */
async function ask(
  url: string,
  path: string,
  options: {
    readonly cookie?: string
    readonly fields?: Readonly<Record<string, string>>
    readonly origin?: string | null
  } = {},
): Promise<Response> {
  const { cookie = '', fields, origin = url } = options
  return fetch(path.startsWith('http') ? path : url + path, {
    redirect: 'manual',
    headers: { accept: 'text/html', cookie, ...(origin === null ? {} : { origin }) },
    ...(fields === undefined ? {} : { method: 'POST', body: new URLSearchParams(fields) }),
  })
}

async function cookieOf(
  url: string,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const answer = await ask(url, path, { fields })
  expect(answer.status).toBe(303)
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
}

async function operatorOf(data: string, url: string): Promise<string> {
  const ran = await runPlenum(['operator-code', '--data', data, '--json'])
  return cookieOf(url, '/operator/sign-in', { code: (JSON.parse(ran.out) as { code: string }).code })
}

describe('a demonstration', () => {
  const data = folder()
  let seeded: Seeded
  let server: StartedServer
  let cookie: string

  beforeAll(async () => {
    seeded = await seedOrganization(data, { members: 4 })
    server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1', PLENUM_SMTP_URL: '' } })
    cookie = await cookieOf(server.url, '/sign-in', {
      login: seeded.members[0]?.login ?? '',
      password: PASSWORD,
    })
  })
  afterAll(async () => {
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  })

  const get = async (path: string) => (await ask(server.url, path, { cookie })).text()

  test('shows everybody what members would have got, and nobody gets it twice', async () => {
    for (let week = 0; week < 2; week++)
      await ask(server.url, '/demonstration/clock', { cookie, fields: { hours: '168', back: '/' } })
    const { page, close } = await launch({ javaScript: false, viewport: { width: 360, height: 640 } })
    await page.goto(`${server.url}/demonstration/mail`)
    expect(await page.getByText('Your weekly message').count()).toBe(4)
    await page.getByText('Your weekly message').first().click()
    await page.getByText('Keep this message').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page
      .getByRole('link', { name: seeded.members[0]?.name ?? '' })
      .first()
      .click()
    expect(await page.getByText('Your weekly message').count()).toBe(1)
    await close()
  })

  test('a member chooses without scripts, and the link in a letter lowers without a sign-in', async () => {
    const saved = await ask(server.url, '/me/notices?/save', {
      cookie,
      fields: { level: 'weekly', weekday: '3', language: 'en', speaking: 'yes', html: 'yes' },
    })
    expect(saved.headers.get('location')).toBe('/me/notices?done=notices')
    expect(await get('/me/notices')).toMatch(/value="3" selected/)

    const letters = await get(`/demonstration/mail?member=${seeded.members[1]?.id ?? ''}`)
    const link = /http:\/\/[^\s<]+(\/unsubscribe\/[^\s<]+)/.exec(letters)?.[1] ?? ''
    expect(link).toMatch(/\/urgent$/)
    // Looking at it changes nothing.
    expect(await (await ask(server.url, link)).text()).toContain('One message a week')
    const clicked = await ask(server.url, link, {
      origin: null,
      fields: { 'List-Unsubscribe': 'One-Click' },
    })
    expect(clicked.status).toBe(200)
    expect(await (await ask(server.url, link)).text()).toContain('Only when I must act')
    // Another site can have nobody's browser do anything else without an origin of ours.
    const other = await ask(server.url, '/me/notices?/save', {
      cookie,
      origin: null,
      fields: { level: 'legal' },
    })
    expect(other.status).toBe(403)
    const forged = link.replace(/\.[^/]+\//, `.${'A'.repeat(22)}/`)
    expect((await ask(server.url, forged, { origin: null, fields: { a: 'b' } })).status).toBe(404)
  })

  test('a feed and a calendar open by their secret only, and end', async () => {
    await ask(server.url, '/me/notices?/save', { cookie, fields: { level: 'weekly', weekday: '0' } })
    // What opens for ever is made by the member, not by whoever finds the browser.
    const unproven = { 'password-now': 'a wrong password' }
    const refused = await ask(server.url, '/me/notices?/feed', { cookie, fields: unproven })
    expect([refused.status, /\/feed\/[\w-]{43}/.test(await refused.text())]).toEqual([409, false])
    const fields = { 'password-now': PASSWORD }
    const made = await (await ask(server.url, '/me/notices?/feed', { cookie, fields })).text()
    const feed = /(\/feed\/[\w-]{43})/.exec(made)?.[1] ?? ''
    const calendar = /(\/calendar\/[\w-]{43}\.ics)/.exec(made)?.[1] ?? ''
    const atom = await ask(server.url, feed)
    expect(atom.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const xml = await atom.text()
    expect(xml).toContain('<title>Something new</title>')
    expect(xml).not.toContain('Riverside')
    expect(await (await ask(server.url, calendar)).text()).toMatch(/^BEGIN:VCALENDAR\r\n/)
    await ask(server.url, '/me/notices?/save', {
      cookie,
      fields: { level: 'weekly', weekday: '0', speaking: 'yes' },
    })
    expect(await (await ask(server.url, feed)).text()).toContain('<title>Riverside</title>')
    await ask(server.url, '/me/notices?/endFeed', { cookie, fields: {} })
    expect((await ask(server.url, feed)).status).toBe(404)
    expect((await ask(server.url, calendar)).status).toBe(404)
  })
})

describe('a real organization', () => {
  const data = folder()
  const login = 'ana@example.org'
  let smtp: TestSmtp
  let server: StartedServer

  beforeAll(async () => {
    smtp = await startSmtp()
    await foundReal(data, login)
    server = await startServer({
      data,
      env: {
        PLENUM_SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
        PLENUM_MAIL_FROM: 'plenum@example.org',
        PLENUM_ORIGIN: '',
      },
    })
  })
  afterAll(async () => {
    await server.stop()
    await smtp.close()
    rmSync(data, { recursive: true, force: true })
  })

  test('tells a member that the password was changed, and names nothing', async () => {
    const cookie = await cookieOf(server.url, '/sign-in', { login, password: PASSWORD })
    const fields = {
      'password-now': PASSWORD,
      'password-new': 'another long password',
      'password-again': 'another long password',
    }
    await ask(server.url, '/me/security?/password', { cookie, fields })
    await expect.poll(() => smtp.mails.length).toBe(1)
    const [mail] = smtp.mails.splice(0)
    expect(mail?.to).toBe(login)
    expect(mail?.parsed.subject).toBe('A change to how you sign in')
    expect(mail?.raw.slice(0, mail.raw.indexOf('\r\n\r\n'))).not.toContain('Southbank')
  })

  test('the operator sends a test and sees what became of everything, but not what opens an account', async () => {
    const operator = await operatorOf(data, server.url)
    await ask(server.url, '/operator/mail?/test', { cookie: operator, fields: { address: 'op@example.org' } })
    await expect.poll(() => smtp.mails.map(({ to }) => to)).toEqual(['op@example.org'])
    const page = await (await ask(server.url, '/operator/mail', { cookie: operator })).text()
    expect(page).toContain('Sent.')
    expect(page).toContain(login)
    expect((await ask(server.url, '/demonstration/mail')).status).toBe(404)
  })

  test('stops within seconds while the mail server hangs', async () => {
    const started = performance.now()
    expect(await server.stop()).toBe(0)
    expect(performance.now() - started).toBeLessThan(8000)
  })
})

test('a setting that cannot be read is told, and nothing starts', async () => {
  const data = folder()
  await expect(
    startServer({ data, env: { PLENUM_SMTP_URL: 'mail.example.org:587', PLENUM_MAIL_FROM: 'a@b.org' } }),
  ).rejects.toThrow('PLENUM_SMTP_URL cannot be read')
  rmSync(data, { recursive: true, force: true })
})

/** Founds an organization that is no demonstration, with one member who can sign in. */
async function foundReal(data: string, login: string): Promise<void> {
  const plenum = must(await openPlenum({ data }))
  const { access, clerk, clock, database } = plenum
  const root = derivedUuid('real', 'root')
  const found = { name: 'Southbank', root, rules: PRESETS.branch, demonstration: false }
  must(
    await clerk.submit({
      by: 'nobody',
      id: derivedUuid('real'),
      type: 'organization.found',
      unit: null,
      body: found,
    }),
  )
  const held = { member: person(1), name: 'Ana Núñez', email: login, salt: new Uint8Array(16) }
  const body = { member: held.member, home: root, organizer: true, details: hashPerson(held) }
  const id = derivedUuid('real', 'ana')
  must(
    await clerk.submit({ by: 'nobody', id, type: 'founding.member', unit: null, body }, [
      insertPerson(database, held),
    ]),
  )
  const { token } = must(await access.invite(held.member, clock.now() - HOUR))
  must(await access.accept(token, { login, password: PASSWORD }, clock.now()))
  await plenum.close()
}
