import { globSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { freshPostgres, type FreshPostgres } from '../kit/postgres.ts'
import { PASSWORD, seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// Whatever somebody sends, the answer is a page that says what is wrong, and it comes soon.

const root = join(import.meta.dirname, '../..')

const ODD = [
  '',
  '%',
  '\\',
  '\0',
  "'",
  '-1',
  '1.5',
  '1e308',
  '9'.repeat(21),
  '__proto__',
  '😀',
  'x'.repeat(6000),
  '//evil.example',
]
const PARAMETERS =
  'page q status type before unit point mandate group with preview speeches next done code thanks'.split(' ')
const FIELDS =
  `act salt name email home accepted login password password-again password-now password-new text title reason
  choice-0 unit as point revision office member days mandate part hours back next code preset points kind csv pasted file
  chosen organizer heldAt yes no abstain teller-1 teller-2 amendment report side confirmed debateHours after only`.split(
    /\s+/,
  )
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  const data = mkdtempSync(join(tmpdir(), 'plenum-odd-'))
  let postgres: FreshPostgres | undefined
  let seeded: Seeded
  let server: StartedServer
  let cookie = ''

  beforeAll(async () => {
    postgres = engine === 'postgres' ? await freshPostgres() : undefined
    const databaseUrl = postgres === undefined ? {} : { databaseUrl: postgres.url }
    seeded = await seedOrganization(data, databaseUrl)
    const env = { PLENUM_DEMONSTRATION: '1', PLENUM_FORMS: '0', DATABASE_URL: postgres?.url ?? '' }
    server = await startServer({ data, env })
    cookie = await signIn()
  })
  afterAll(async () => {
    await server.stop()
    await postgres?.drop()
    rmSync(data, { recursive: true, force: true })
  })

  async function signIn(): Promise<string> {
    const fields = { login: seeded.members[0]?.login ?? '', password: PASSWORD }
    const answer = await send('/sign-in', { method: 'POST', body: new URLSearchParams(fields) })
    expect(answer.status).toBe(303)
    return answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
  }

  /** A request; the test fails where its answer takes long. */
  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = {
      accept: 'text/html',
      origin: server.url,
      cookie,
      ...(init.headers as object | undefined),
    }
    const signal = AbortSignal.timeout(5_000)
    const answer = await fetch(server.url + path, { redirect: 'manual', signal, ...init, headers })
    await answer.arrayBuffer()
    return answer
  }

  /** Addresses of a route, with things that are there and things that are not. */
  function pathsOf(route: string): readonly string[] {
    const part = /\[[^\]]+\]/.exec(route)?.[0]
    if (part === undefined) return [route]
    const there: Readonly<Record<string, readonly string[]>> = {
      '[id]': [
        derivedUuid('vote', 'motion', derivedUuid('seed', 'founding')),
        derivedUuid('seed', 'founding'),
        seeded.members[0]?.id ?? '',
        seeded.root,
      ],
      '[seq]': ['0', '99999999999999'],
      '[point]': [seeded.points[0] ?? ''],
      '[unit]': [seeded.root],
      '[version]': ['1'],
      '[token]': [],
      '[...path]': ['0/000.p/1', '63/000.p/1', '9/x999/x999/x999/x999/999', 'entries/000'],
    }
    const odd = ['__proto__', '%00', '%F0%9F%98%80', '%E0%A4%A', 'a'.repeat(3000)]
    return [...(there[part] ?? []), ...odd].flatMap((value) => pathsOf(route.replace(part, () => value)))
  }

  const files = globSync('src/routes/**/+{page.svelte,page.server.ts,server.ts}', { cwd: root })
  const routes = [...new Set(files.map((file) => `/${file.split('/').slice(2, -1).join('/')}`))].sort()

  test('no address and no parameter is answered with a fault', async () => {
    const faults: string[] = []
    const get = async (path: string) => {
      const { status } = await send(path)
      if (status >= 500) faults.push(`${status} ${path.slice(0, 200)}`)
    }
    for (const route of routes) for (const path of pathsOf(route)) await get(path)
    const kinds = [
      'program.change',
      'program.strike',
      'rules.adopt',
      'unit.form',
      'mandate.give',
      'mandate.recall',
    ]
    const asking = [
      ...routes.map((route) => pathsOf(route)[0] ?? ''),
      ...kinds.map((kind) => `/motions/new?enact=${kind}`),
    ]
    for (const path of asking)
      for (const value of ODD) {
        const query = new URLSearchParams(PARAMETERS.map((name) => [name, value])).toString()
        await get(path + (path.includes('?') ? '&' : '?') + query)
      }
    expect(faults).toEqual([])
  })

  test('no form is answered with a fault, and none leads to another site', async () => {
    const faults: string[] = []
    const post = async (path: string, body: BodyInit, headers: Readonly<Record<string, string>> = FORM) => {
      const answer = await send(path, { method: 'POST', body, headers })
      const to = answer.headers.get('location') ?? '/'
      if (answer.status >= 500 || !/^\/(?!\/)/.test(to)) faults.push(`${answer.status} ${path} ${to}`)
      if (path.startsWith('/sign-out')) cookie = await signIn()
    }
    for (const action of await actionsOf())
      for (const path of [pathsOf(action)[0] ?? '', ...pathsOf(action).slice(-5, -4)]) {
        await post(path, '')
        await post(path, '{"a":1}', { 'content-type': 'application/json' })
        await post(path, 'x', { 'content-type': 'multipart/form-data' })
        for (const value of ODD)
          await post(path, new URLSearchParams(FIELDS.map((name) => [name, value])).toString())
        const form = new FormData()
        for (const name of FIELDS) {
          form.append(name, new Blob(['x\0']), 'a.csv')
          form.append(name, 'y')
        }
        await post(path, form, {})
      }
    expect(faults).toEqual([])
  })

  async function actionsOf(): Promise<readonly string[]> {
    const found: string[] = []
    for (const file of files.filter((each) => each.endsWith('.ts'))) {
      const route = `/${file.split('/').slice(2, -1).join('/')}`
      const module = (await import(join(root, file))) as Readonly<Record<string, object>>
      if ('POST' in module) found.push(route)
      for (const name of Object.keys(module['actions'] ?? {}))
        found.push(name === 'default' ? route : `${route}?/${name}`)
    }
    return found
  }

  test.each([
    ['millions of fields', 'a&'.repeat(3_900_000), 413],
    ['one field as long as can be sent', `login=${'x'.repeat(7_900_000)}`, 401],
    ['more than can be sent', 'x'.repeat(9_000_000), 413],
  ])('a form of %s holds nobody up', async (_, body, status) => {
    const asked = performance.now()
    const answer = await send('/sign-in', { method: 'POST', body, headers: FORM })
    expect(answer.status).toBe(status)
    expect(performance.now() - asked).toBeLessThan(3_000)
  })

  test('a browser that claims to have seen what is not there waits once', async () => {
    const asked = performance.now()
    const answer = await send('/', { headers: { cookie: 'plenum-seen=999999999' } })
    expect(performance.now() - asked).toBeLessThan(1_700)
    expect(answer.headers.getSetCookie().join()).toMatch(/plenum-seen=;/)
  })
})
