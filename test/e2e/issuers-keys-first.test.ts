import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runPlenum } from '../kit/command.ts'
import { openMembers, press, said, wait, type MembersInBrowser } from '../kit/members-in-browser.ts'
import { seedIssuers, type SeededIssuer } from '../kit/seed-issuers.ts'
import { OPEN_RULES, putToSecretVote, SECRET_VOTE } from '../kit/seed-secret-vote.ts'
import { seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { freePort, startIssuer, startServer, type StartedServer } from '../kit/server.ts'

// Keys come first, signed by the server and an issuer of others; then the server loses what opens the box, and the vote begins again.

const folder = mkdtempSync(join(tmpdir(), 'plenum-issuers-keys-'))
const VOTE = `/votes/${SECRET_VOTE}`
const VOTERS = [0, 1, 2] as const
const KEY_HOURS = 24
let port = 0
let seeded: Seeded
let server: StartedServer
let browser: MembersInBrowser
let seededIssuers: readonly SeededIssuer[] = []
const started: StartedServer[] = []

beforeAll(async () => {
  port = await freePort()
  seeded = await seedOrganization(folder, {
    members: 5,
    async then(seeding) {
      seededIssuers = await seedIssuers(seeding, { folder, port, count: 1 })
      const issuers = seededIssuers.map(({ issuer }) => issuer)
      await putToSecretVote(seeding, { keysFirst: 2, keyHours: KEY_HOURS }, issuers)
      for (const issuer of issuers) issuer.close()
    },
  })
  await start()
  for (const { data, port: own } of seededIssuers) started.push(await startIssuer({ data, port: own }))
  browser = await openMembers(seeded, server.url, { viewport: { width: 360, height: 740 } })
}, 60_000)
afterAll(async () => {
  for (const issuer of started) await issuer.stop()
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<void> {
  server = await startServer({
    data: folder,
    port,
    env: { PLENUM_DEMONSTRATION: '1', PLENUM_FORMS: '0' },
  })
}

async function status(page: Page): Promise<string> {
  const place = page.locator('[data-says]')
  await expect.poll(async () => place.innerText()).not.toMatch(/^(Working.*)?$/)
  return place.innerText()
}

/** Asks for a key with the code of the issuer, and answers what the page says. */
async function getKey(n: number, code: string): Promise<string> {
  const page = await browser.as(n, VOTE)
  await page.fill('[name=code-1]', code)
  await press(page, 'Get my key')
  return status(page)
}

async function cast(n: number, choice: string): Promise<string> {
  const page = await browser.as(n, VOTE)
  await page.check(`[name=choice-0][value=${choice}]`)
  await press(page, 'Cast my secret ballot')
  return status(page)
}

function codeOf(n: number): string {
  return seededIssuers[0]?.codes.get(seeded.members[n]?.id ?? '') ?? ''
}

/** All voters get a key; the issuer takes up the vote when it next asks the server. */
async function getKeys(): Promise<void> {
  for (const n of VOTERS)
    await expect
      .poll(() => getKey(n, codeOf(n)), { timeout: 60_000, interval: 1000 })
      .toContain('Your key is on the list')
}

async function days(...of: readonly number[]): Promise<void> {
  await wait(await browser.as(0, '/'), ...of)
}

describe('keys first, from two issuers', () => {
  test('gives none without the code, and one with it', async () => {
    expect(await getKey(0, '')).toContain('1 of the 2 issuers')
    await getKeys()
    expect(await (await browser.as(0, VOTE)).evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })

  test('asks for no code any more once voting begins, and takes nobody in late', async () => {
    await days(1)
    for (const n of VOTERS) expect(await cast(n, 'yes')).toContain('Your ballot lies in the urn')
    expect(await cast(4, 'no')).toContain('No more keys are given out')
  })
})

describe('where the keys of the box are lost', () => {
  test('the vote begins again, with a new key of each issuer, and says so', async () => {
    await server.kill()
    rmSync(join(folder, 'ballots', `${SECRET_VOTE}.key`))
    await start()
    await days(...Array.from({ length: OPEN_RULES.votingHours / 24 }, () => 1))
    await expect
      .poll(async () => said(await browser.as(3, VOTE)), { timeout: 60_000, interval: 1000 })
      .toContain('Whoever had voted before has to vote again')
    expect(await said(await browser.as(3, VOTE))).toContain('In this vote keys come first')
    expect(await said(await browser.as(0, '/'))).toContain('Rent')
  })

  test('whoever voted before gets a key of the new beginning, and votes again', async () => {
    await getKeys()
    await days(1)
    for (const n of VOTERS)
      expect(await cast(n, n === 0 ? 'no' : 'yes')).toContain('Your ballot lies in the urn')
    await days(...Array.from({ length: OPEN_RULES.votingHours / 24 }, () => 1))
    await expect
      .poll(async () => said(await browser.as(0, VOTE)), { timeout: 30_000, interval: 1000 })
      .toContain('Ballots cast: 3.')
    const page = await browser.as(0, VOTE)
    await press(page, 'Find my ballot on the board')
    expect(await status(page)).toContain('It says: No.')
  })

  test('and audit and second verifier count the same', async () => {
    const file = join(folder, 'export.jsonl')
    const page = await browser.as(0, '/record')
    writeFileSync(file, await (await page.request.get(`${server.url}/record/export`)).text())
    expect(await runPlenum(['audit', file, '--no-seen', '--as', 'members'])).toMatchObject({ code: 0 })
    const verifier = join(import.meta.dirname, '../interop/python/verify_ballots.py')
    const { stdout, status: code } = spawnSync('python3', ['-B', verifier, file], { encoding: 'utf8' })
    if (code === 0) expect(stdout).toContain(`${SECRET_VOTE} accepted`)
  })
})
