import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY } from '#kernel/instant'
import { readingPaths, type ApiDocument } from '../kit/api.ts'
import { runPlenum } from '../kit/command.ts'
import { electForComplaints } from '../kit/complaint-seed.ts'
import { pagesFrom } from '../kit/crawl.ts'
import { openMembers, press, said, type MembersInBrowser } from '../kit/members-in-browser.ts'
import { bytesIn } from '../kit/places.ts'
import { PASSWORD, seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'

// Written as whoever wants to know what is none of their business. Words of their own stand in a complaint that is open and in one that
// was referred to a panel; they, and whoever is concerned, are looked for wherever a server says something.

const [ANSWERING, COMPLAINANT, ABOUT, REPRESENTATIVE, OTHER] = [0, 4, 5, 6, 7] as const
const CONCERNED = [COMPLAINANT, ABOUT, REPRESENTATIVE] as const
const WORDS = ['quittenbaum', 'mispelgarten', 'schlehdorn', 'hazelrod'] as const
const [WRITTEN, ANSWERED, REFERRED, FACTS] = WORDS
/** Entries of the record that are asked for one by one. */
const SEQS = Array.from({ length: 150 }, (_, seq) => String(seq))
const OF_THEM = /"type":"(complaint|referral|case)\./

const folder = mkdtempSync(join(tmpdir(), 'plenum-sealed-'))
const data = join(folder, 'data')
const told: string[] = []
const receiver = createServer((request, response) => {
  let body = ''
  request.on('data', (part: Buffer) => (body += part.toString()))
  request.on('end', () => {
    told.push(body)
    response.writeHead(204).end()
  })
})
let seeded: Seeded
let server: StartedServer
let browser: MembersInBrowser
let token = ''
/** The open complaint, and the case that began out of the other. */
const paths = { open: '', referred: '' }
/** Feeds and calendars of somebody else and of whoever complains. */
const feeds: string[] = []

const nameOf = (n: number): string => seeded.members[n]?.name ?? ''
const idOf = (n: number): string => seeded.members[n]?.id ?? ''
const lastOf = (path: string): string => path.split('/').at(-1) ?? ''

function expectNone(text: string, where: string, words: readonly string[] = WORDS): void {
  expect(
    words.filter((word) => text.includes(word)),
    where,
  ).toEqual([])
}

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  seeded = await seedOrganization(data, { then: electForComplaints })
  const env = {
    PLENUM_DEMONSTRATION: '1',
    PLENUM_LOG: 'debug',
    PLENUM_API_CALLS: '0',
    PLENUM_WEBHOOKS_LOCAL: '1',
  }
  server = await startServer({ data, env })
  browser = await openMembers(seeded, server.url)
  token = await makeToken()
  for (const n of [OTHER, COMPLAINANT]) feeds.push(...(await makeFeeds(n)))
  await makeWebhook()
  paths.open = await complain(WRITTEN)
  const answering = await browser.as(ANSWERING, paths.open)
  await press(answering, 'I answer this')
  await write(answering, ANSWERED)
  await answering.fill('[name=days]', '14')
  await press(answering, 'Order them to keep apart')
  const second = await complain(REFERRED)
  await press(await browser.as(ANSWERING, second), 'I answer this')
  paths.referred = await refer(second)
}, 240_000)
afterAll(async () => {
  await browser.close()
  await server.stop()
  receiver.close()
  rmSync(folder, { recursive: true, force: true })
})

async function makeToken(): Promise<string> {
  const page = await browser.as(OTHER, '/me/tokens')
  await page.fill('[name=name]', 'a program of mine')
  for (const scope of ['read', 'webhooks']) await page.check(`[name=scope][value=${scope}]`)
  await page.selectOption('[name=days]', '90')
  await page.fill('[name=password-now]', PASSWORD)
  await page.locator('form[action$="make"] button').last().click()
  return /plenum_[\w-]{43}/.exec(await page.content())?.[0] ?? ''
}

async function makeFeeds(n: number): Promise<readonly string[]> {
  const page = await browser.as(n, '/me/notices')
  const form = page.locator('form[action$="/feed"]')
  await form.locator('[name=password-now]').fill(PASSWORD)
  await form.getByRole('button').last().click()
  await page.waitForLoadState()
  return [...new Set((await page.content()).match(/\/(feed\/[\w-]+|calendar\/[\w-]+\.ics)/g))]
}

/** Somebody has a server of theirs told of every entry. */
async function makeWebhook(): Promise<void> {
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
  const made = await fetch(`${server.url}/api/v1/webhooks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ url }),
  })
  expect(made.status).toBe(201)
}

async function complain(word: string): Promise<string> {
  const page = await browser.as(COMPLAINANT, '/complaints/new')
  await page.selectOption('[name=about]', { label: nameOf(ABOUT) })
  await page.selectOption('[name=representative]', { label: nameOf(REPRESENTATIVE) })
  await page.fill('[name=text]', `He waited at the ${word}.`)
  await press(page, 'Send')
  expect(await said(page)).toContain(word)
  return new URL(page.url()).pathname
}

async function write(page: Page, word: string): Promise<void> {
  await page.fill('[name=text]', `I call you from the ${word}.`)
  await press(page, 'Send')
  expect(await said(page)).toContain(word)
}

async function refer(path: string): Promise<string> {
  const page = await browser.as(ANSWERING, `${path}/refer`)
  const now = Date.parse((await page.locator('.demonstration time').first().getAttribute('datetime')) ?? '')
  await page.fill('[name=facts]', `He has threatened a member with a ${FACTS}.`)
  await page.fill('[name=day]', new Date(now - DAY).toISOString().slice(0, 10))
  await page.check('[name=measure][value=warning]')
  await press(page, 'Refer it to a panel')
  expect(await said(page)).toContain(FACTS)
  return new URL(page.url()).pathname
}

describe('of a complaint, and of one that was referred, nothing is told to whom it does not concern', () => {
  test(
    'by search: neither for the words, nor parts of them, nor for names',
    { timeout: 120_000 },
    async () => {
      const parts = WORDS.flatMap((word) => [
        word,
        word.slice(0, 5),
        `${word.slice(0, 5)}*`,
        word.toUpperCase(),
      ])
      for (const n of [OTHER, COMPLAINANT]) {
        const { request } = await browser.as(n, '/')
        for (const query of [...parts, ...CONCERNED.map(nameOf)]) {
          const html = await (await request.get(`${server.url}/search?q=${encodeURIComponent(query)}`)).text()
          const results = html.slice(html.indexOf('</form>', html.indexOf('<main')))
          expectNone(results.replaceAll(query, ''), query, [...WORDS, paths.open, paths.referred])
          const found = await request.get(`${server.url}/api/v1/search?q=${encodeURIComponent(query)}`, {
            headers: { authorization: `Bearer ${token}` },
          })
          expect(found.status()).toBe(200)
          const { items } = (await found.json()) as { items: unknown[] }
          if (parts.includes(query)) expect(items, query).toEqual([])
          expectNone(JSON.stringify(items), query, [lastOf(paths.open), lastOf(paths.referred)])
        }
      }
    },
  )

  test('by pages and by operations of the API', { timeout: 240_000 }, async () => {
    const { request } = await browser.as(OTHER, '/')
    const read = [...(await pagesFrom(request, server.url))]
    expect(read.map(([at]) => at)).toEqual(expect.arrayContaining(['/complaints', paths.referred, '/record']))
    const document = await (await request.get(`${server.url}/api/v1/openapi.json`)).json()
    const ids = [lastOf(paths.open), lastOf(paths.referred), idOf(ABOUT)]
    for (const path of readingPaths(document as ApiDocument, ids, SEQS)) {
      const at = `/api/v1${path}`
      const answer = await request.get(server.url + at, { headers: { authorization: `Bearer ${token}` } })
      if (answer.ok()) read.push([at, await answer.text()])
    }
    expect(read.map(([at]) => at)).toEqual(expect.arrayContaining(['/api/v1/cases']))
    for (const [at, text] of read) {
      expectNone(text, at)
      const isOfThem =
        /\/(cases|complaints)(?!\/new)/.test(at) || (/\/entries\/\d+$/.test(at) && OF_THEM.test(text))
      if (isOfThem)
        expectNone(
          text,
          at,
          CONCERNED.flatMap((n) => [nameOf(n), idOf(n)]),
        )
    }
    expect((await request.get(server.url + paths.open)).status()).toBe(404)
  })

  test('by feeds and calendars, whosever they are', async () => {
    expect(feeds).toHaveLength(4)
    for (const path of feeds) {
      const answer = await fetch(server.url + path)
      expect(answer.status).toBe(200)
      const text = await answer.text()
      expectNone(text, path)
      expectNone(text, path, [lastOf(paths.open), ...CONCERNED.map(idOf)])
    }
  })

  test('by webhooks: headers without a body for what is sealed', { timeout: 120_000 }, async () => {
    const types = (): readonly string[] => told.map((body) => /"type":"([\w.]+)"/.exec(body)?.[1] ?? '')
    const wanted = [
      'complaint.name',
      'complaint.write',
      'complaint.separate',
      'referral.name',
      'referral.open',
    ]
    await expect.poll(types, { timeout: 60_000 }).toEqual(expect.arrayContaining(wanted))
    for (const body of told) {
      expectNone(body, body)
      if (OF_THEM.test(body)) expectNone(body, body, CONCERNED.map(idOf))
    }
    for (const body of told.filter((each) => /"type":"(complaint\.(name|write)|referral\.name)"/.test(each)))
      expect(body).not.toContain('"salt"')
  })

  test('by letters, in whose subjects and bodies nobody is named', async () => {
    const { request } = await browser.as(OTHER, '/')
    const letters = await Promise.all(
      seeded.members.map(async ({ id }, n) => {
        const html = await (await request.get(`${server.url}/demonstration/mail?member=${id}`)).text()
        // Whose letter it is stands above and below it; what it says, and under which subject, between.
        return [
          n,
          [...html.matchAll(/<details[\s\S]*?<\/details>/g)].map(([letter]) => letter).join('\n'),
        ] as const
      }),
    )
    expect(letters.find(([n]) => n === ABOUT)?.[1]).toContain('case')
    for (const [n, text] of letters) {
      expectNone(text, nameOf(n))
      const others = CONCERNED.filter((each) => each !== n)
      expectNone(text, nameOf(n), [
        lastOf(paths.open),
        ...others.flatMap((each) => [nameOf(each), idOf(each)]),
      ])
    }
  })

  test('by the log of the server, as talkative as it can be', () => {
    expect(server.output()).toContain('/complaints/[id]')
    expectNone(server.output(), 'log')
    expectNone(server.output(), 'log', [
      lastOf(paths.open),
      ...CONCERNED.flatMap((n) => [nameOf(n), idOf(n)]),
    ])
  })

  test(
    'by a backup, nor by a server that is restored from it without the key',
    { timeout: 120_000 },
    async () => {
      const backups = join(folder, 'backups')
      const made = await runPlenum(['backup', '--to', backups, '--data', data])
      expect(made.code, made.err).toBe(0)
      const [file = ''] = readdirSync(backups)
      const lines = readFileSync(join(backups, file), 'utf8')
      expect(lines).toContain('sealed_text')
      expectNone(lines, file)
      const restored = join(folder, 'restored')
      const ran = await runPlenum(['restore', join(backups, file), '--data', restored])
      expect(ran.code, ran.err).toBe(0)
      const again = await startServer({ data: restored, env: { PLENUM_DEMONSTRATION: '1' } })
      const members = await openMembers(seeded, again.url)
      // Not even those whom it concerns: what was sealed is lost without its key.
      for (const n of [COMPLAINANT, ANSWERING, OTHER]) {
        const page = await members.as(n, '/complaints')
        expectNone(await page.content(), nameOf(n))
        expect((await page.goto(again.url + paths.open))?.status()).toBe(404)
        await page.goto(again.url + paths.referred)
        expectNone(await page.content(), nameOf(n), [FACTS, nameOf(ABOUT)])
      }
      await members.close()
      await again.stop()
      for (const each of [data, restored])
        expect(WORDS.filter((word) => bytesIn(each).includes(word))).toEqual([])
    },
  )
})
