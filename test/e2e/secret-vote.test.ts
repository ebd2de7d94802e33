import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { choiceOfLetters } from '#modules/ballots/core'
import type { SecretQuestion } from '#modules/voting/core'
import { putToSecretVote, SECRET_VOTE } from '../kit/seed-secret-vote.ts'
import { testVoter, type SignedVoter } from '../kit/secret-voter.ts'
import { PASSWORD, seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'
import { Visitor } from '../kit/visitor.ts'

// What a voter's browser does, by hand: issuing as a member, casting as nobody.

const folder = mkdtempSync(join(tmpdir(), 'plenum-secret-'))
const ADDRESS = '203.0.113.78'
const [YES, NO] = ['y', 'n'].map(choiceOfLetters) as [Uint8Array, Uint8Array]
let seeded: Seeded
let server: StartedServer
let openedSeq: number | undefined

beforeAll(async () => {
  seeded = await seedOrganization(folder, {
    members: 5,
    async then(seeding) {
      await putToSecretVote(seeding, {})
      openedSeq = await seeding.plenum.clerk.read((org) => org.voting.votes.get(SECRET_VOTE)?.openedSeq)
    },
  })
  const env = { PLENUM_DEMONSTRATION: '1', PLENUM_LOG: 'debug', ADDRESS_HEADER: 'x-real-ip' }
  server = await startServer({ data: folder, env })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function signedIn(n: number): Promise<string> {
  const visitor = new Visitor({ 'x-real-ip': ADDRESS })
  await visitor.send(`${server.url}/sign-in`, { login: seeded.members[n]?.login ?? '', password: PASSWORD })
  return `plenum-session=${visitor.cookie('plenum-session') ?? ''}`
}

function issue(cookie: string, requests: readonly string[]): Promise<Response> {
  const headers = { cookie, 'content-type': 'application/json', 'x-real-ip': ADDRESS }
  return fetch(`${server.url}/votes/${SECRET_VOTE}/issue`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ requests }),
  })
}

function cast(octets: Uint8Array, more: Readonly<Record<string, string>> = {}): Promise<Response> {
  const headers = { 'content-type': 'application/octet-stream', 'x-real-ip': ADDRESS, ...more }
  const body = new Uint8Array(octets)
  return fetch(`${server.url}/ballots/${SECRET_VOTE}/cast`, { method: 'POST', headers, body })
}

/** The entry that announced the keys, from its proof, as a voter's browser reads it. */
async function announced(cookie: string): Promise<{ readonly secret: SecretQuestion }> {
  const proof = await fetch(`${server.url}/record/entries/${openedSeq ?? 0}/proof`, { headers: { cookie } })
  return ((await proof.json()) as { entry: { body: { secret: SecretQuestion } } }).entry.body
}

async function signed(n: number): Promise<SignedVoter> {
  const cookie = await signedIn(n)
  const device = testVoter(await announced(cookie), new Uint8Array(16).fill(n + 1))
  const { answers } = (await (await issue(cookie, [device.request])).json()) as { answers: string[] }
  return device.take(answers[0] ?? '')
}

describe('a secret vote over HTTP', () => {
  test('gives keys to members only, each one', async () => {
    expect((await issue('', ['AAAA'])).status).toBe(401)
    const cookie = await signedIn(1)
    expect((await issue(cookie, ['AAAA'])).status).toBe(400)
    await signed(1)
    const other = testVoter(await announced(cookie), new Uint8Array(16).fill(99))
    const again = await issue(cookie, [other.request])
    expect([again.status, await again.json()]).toMatchObject([409, { code: 'already-issued' }])
  })

  test('takes ballots of nobody, and says in the voter’s language what is wrong with one', async () => {
    const voter = await signed(2)
    const first = await cast(voter.ballot(YES))
    expect([first.status, first.headers.getSetCookie()]).toEqual([200, []])
    expect(first.headers.get('cache-control')).toBe('no-store')
    const { receipt } = (await first.json()) as { receipt: string }
    expect(Buffer.from(receipt, 'base64')).toHaveLength(132)
    expect(await (await cast(voter.ballot(YES))).json()).toEqual({ receipt })
    const late = await cast(voter.ballot(NO), { 'accept-language': 'es' })
    expect([late.status, await late.json()]).toMatchObject([
      409,
      {
        code: 'ballot-superseded',
        sentence: expect.stringContaining('Antes se aceptó'),
        facts: { number: 1 },
      },
    ])
    const long = await cast(Uint8Array.of(...voter.ballot(NO, 2), 0))
    expect([long.status, await long.json()]).toMatchObject([400, { code: 'ballot-length' }])
    expect((await cast(voter.ballot(NO, 2), { 'content-type': 'text/html' })).status).toBe(415)
    expect((await cast(new Uint8Array(1_000_000))).status).toBe(400)
  })

  test('shows nothing before the close, and neither cookies nor the log join who was given a key to a ballot', async () => {
    const cookie = await signedIn(3)
    const voter = await signed(3)
    // Whatever a browser sends along is not looked at.
    expect((await cast(voter.ballot(NO), { cookie })).status).toBe(200)
    expect(
      (await cast(voter.ballot(NO, 2), { cookie: 'plenum-session=nonsense' })).headers.getSetCookie(),
    ).toEqual([])
    const board = await fetch(`${server.url}/votes/${SECRET_VOTE}/board`, { headers: { cookie } })
    expect(board.status).toBe(404)
    const page = await (await fetch(`${server.url}/votes/${SECRET_VOTE}`, { headers: { cookie } })).text()
    expect(page).toContain('<main')
    const lines = server.output().split('\n')
    expect(lines.some((line) => line.includes('/votes/[id]/issue'))).toBe(true)
    expect(lines.filter((line) => line.includes('/ballots') || line.includes(ADDRESS))).toEqual([])
  })
})
