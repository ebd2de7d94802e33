import { afterAll, beforeAll, expect, test } from 'vitest'
import { formsIn, linksIn, type FoundForm } from '../kit/crawl.ts'
import { createRandom, hostileJson, hostileText, MARKUP, type Random } from '../kit/hostile.ts'
import { foundedWorld, type Asker, type World } from '../kit/two-worlds.ts'

// Random and hostile requests at every page, form and operation of the API that a crawl finds. `npm run fuzz` sends a
// hundred thousand of them; here a few.

const REQUESTS = Number(process.env['PLENUM_FUZZ'] ?? 1500)
const SEED = Number(process.env['PLENUM_FUZZ_SEED'] ?? 20261127)
const AT_ONCE = 6
const ASKERS: readonly Asker[] = ['nobody', 'member', 'voucher', 'keeper']
// These end what the askers need to go on; access.test.ts and others send them.
const ENDING = /resign|devices|sign-out|erase|\/end|passkey|factor/

interface Target {
  readonly who: Asker
  readonly method: string
  readonly path: string
  readonly fields?: FoundForm['fields']
  readonly isJson?: boolean
}

let world: World
const targets: Target[] = []

beforeAll(async () => {
  const unlimited = { PLENUM_API_CALLS: '0', PLENUM_FORMS: '0', PLENUM_SEARCHES: '0' }
  world = await foundedWorld({ ADDRESS_HEADER: 'x-real-ip', ...unlimited })
  for (const who of ASKERS) await crawl(who)
  await readOperations()
})
afterAll(() => world.close())

/** A request from some address, so that a throttle of one does not answer all. */
function ask(who: Asker, path: string, init: RequestInit = {}, address = '192.0.2.1'): Promise<Response> {
  const headers = { ...(init.headers as Record<string, string> | undefined), 'x-real-ip': address }
  return world.ask(who, path, { ...init, headers })
}

/** Every page that this asker comes to by links, each kind of address a few times, and the forms on them. */
async function crawl(who: Asker): Promise<void> {
  const seen = new Map<string, number>()
  const waiting = [
    '/',
    '/sign-in',
    '/apply',
    '/search',
    '/api',
    '/design',
    '/me',
    '/recover',
    '/join',
    '/operator',
  ]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = path.replaceAll(/[0-9a-f-]{36}|m-[0-9a-z]{12}|\d+/g, '*').replace(/=[^&]*/g, '=')
    const times = seen.get(kind) ?? 0
    if (times >= 2 || /^\/record\/(export|tile)/.test(path)) continue
    seen.set(kind, times + 1)
    targets.push({ who, method: 'GET', path })
    const answer = await ask(who, path)
    const html = await answer.text()
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    waiting.push(...linksIn(html, path))
    for (const { action, method, fields } of formsIn(html, path))
      if (!ENDING.test(action)) targets.push({ who, method: method.toUpperCase(), path: action, fields })
  }
}

interface Document {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** The operations that the document of the API names. */
async function readOperations(): Promise<void> {
  const answer = await ask('member', '/api/v1/openapi.json')
  if (answer.status !== 200) return
  const { paths = {} } = (await answer.json()) as Document
  for (const who of ASKERS)
    for (const [path, operations] of Object.entries(paths))
      for (const method of Object.keys(operations))
        if (!ENDING.test(path))
          targets.push({
            who,
            method: method.toUpperCase(),
            path: path.startsWith('/api') ? path : `/api/v1${path}`,
            isJson: true,
          })
}

function bend(random: Random, path: string): string {
  const [before = '', query = ''] = path.split('?')
  const parts = before
    .split('/')
    .map((part) =>
      /\{.*\}/.test(part) || (part !== '' && random.chance(0.12))
        ? encodeURIComponent(hostileText(random).toWellFormed().slice(0, 500))
        : part,
    )
  const asked = new URLSearchParams(query)
  for (const name of [
    ...asked.keys(),
    random.pick(['page', 'q', 'cursor', 'type', 'before', 'unit', 'next', 'done']),
  ])
    if (name !== undefined && !name.startsWith('/') && random.chance(0.4))
      asked.set(name, hostileText(random))
  // The name of an action stays a bare one: `?/second`.
  const action = query.startsWith('/') ? query : undefined
  const text = action ?? asked.toString()
  return parts.join('/') + (text === '' ? '' : `?${text}`)
}

function fill(random: Random, fields: FoundForm['fields']): URLSearchParams {
  const filled = new URLSearchParams()
  for (const [name, value] of fields) {
    if (random.chance(0.08)) continue
    filled.append(
      name,
      random.chance(name === 'act' || name === 'salt' ? 0.2 : 0.6) ? hostileText(random) : value,
    )
    if (random.chance(0.05)) filled.append(name, hostileText(random))
  }
  if (random.chance(0.1)) filled.append(hostileText(random), hostileText(random))
  return filled
}

function addressOf(random: Random): string {
  return `10.${random.below(256)}.${random.below(256)}.${random.below(256)}`
}

function requestOf(random: Random, { method, fields, isJson }: Target): RequestInit {
  const headers: Record<string, string> = { origin: world.url }
  if (random.chance(0.1)) headers['accept-language'] = random.pick(['es', 'de;q=x', ',,,', '*']) ?? ''
  if (method === 'GET') return { method, headers }
  if (isJson !== true) return { method, headers, body: fill(random, fields ?? []) }
  headers['content-type'] = random.chance(0.1) ? 'text/plain' : 'application/json'
  const body = JSON.stringify(hostileJson(random))
  return { method, headers, body: random.chance(0.1) ? body.slice(0, -1) : body }
}

const TRACE = /\n\s+at .+[:(]\d+:\d+|node:internal|node_modules/

/** What is wrong with an answer, if anything is. */
function faultOf(answer: Response, text: string): string | undefined {
  if (answer.status >= 500 && answer.status !== 503) return `status ${answer.status}`
  if (TRACE.test(text)) return 'a stack trace'
  const to = answer.headers.get('location')
  if (to !== null && URL.parse(to, answer.url)?.origin !== world.url) return `leads to ${to}`
  const isPage = answer.headers.get('content-type')?.includes('html') === true
  return isPage && text.includes(MARKUP) ? 'markup as it was sent' : undefined
}

test(`${REQUESTS} hostile requests meet no fault`, { timeout: 3_600_000 }, async () => {
  const random = createRandom(SEED)
  const faults: string[] = []
  const statuses = new Map<number, number>()
  let left = REQUESTS
  const work = async (): Promise<void> => {
    while (left-- > 0 && faults.length < 20) {
      const target = random.pick(targets)
      if (target === undefined) return
      const path = bend(random, target.path)
      const init = requestOf(random, target)
      const answer = await ask(target.who, path, init, addressOf(random))
      const text = await answer.text()
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      const fault = faultOf(answer, text)
      if (fault !== undefined)
        faults.push(`${fault}: ${target.who} ${target.method} ${path.slice(0, 300)} ${bodyOf(init)}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  console.log(
    `${targets.length} targets; answers by status: ${JSON.stringify(Object.fromEntries([...statuses].sort()))}`,
  )
  expect(faults).toEqual([])
  // What was sent and kept is shown now: to everybody escaped.
  const shown = await Promise.all(
    targets
      .filter(({ method }) => method === 'GET')
      .map(async ({ who, path }) => {
        const answer = await ask(who, path)
        return faultOf(answer, await answer.text()) === undefined ? [] : [`${who} ${path}`]
      }),
  )
  expect(shown.flat()).toEqual([])
})

function bodyOf({ body }: RequestInit): string {
  const text = body instanceof URLSearchParams ? body.toString() : typeof body === 'string' ? body : ''
  return text.slice(0, 400)
}
