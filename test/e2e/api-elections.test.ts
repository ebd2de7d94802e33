import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { field, openApi, type ApiAnswer, type ApiCaller } from '../kit/api.ts'
import { runPlenum } from '../kit/command.ts'
import { seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { startServer, type StartedServer } from '../kit/server.ts'
import { must } from '../kit/storage.ts'

// An office from its opening to the recall of who holds it, by the API alone. Every answer is held against the document.

const data = mkdtempSync(join(tmpdir(), 'plenum-api-elections-'))
const DAY = 24
const office = derivedUuid('api elections', 'office')
const election = derivedUuid('election', office, 1)
const petition = derivedUuid('api elections', 'petition')
const tokens: string[] = []
let seeded: Seeded
let server: StartedServer
let api: ApiCaller

beforeAll(async () => {
  seeded = await seedOrganization(data, {
    async then({ members, plenum: { tokens: made, clock } }) {
      for (const { id } of members) {
        const wish = { name: 'test', scopes: ['read', 'act'], days: 300 } as const
        tokens.push(must(await made.make(id, wish, clock.now())).secret)
      }
    },
  })
  server = await startServer({ data, env: { PLENUM_DEMONSTRATION: '1' } })
  api = await openApi(server.url)
})
afterAll(async () => {
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

let count = 0
const newId = () => derivedUuid('api elections', 'act', count++)

function send(who: number, type: string, body: object, more: object = {}): Promise<ApiAnswer> {
  return api.call('POST', '/acts', { token: tokens[who], json: { id: newId(), type, body, ...more } })
}

async function enter(who: number, type: string, body: object, more: object = {}): Promise<void> {
  expect(await send(who, type, body, more)).toMatchObject({ status: 201 })
}

async function get(path: string, who = 0): Promise<unknown> {
  const { status, body } = await api.call('GET', path, { token: tokens[who] })
  expect([path, status]).toEqual([path, 200])
  return body
}

async function wait(hours: number): Promise<void> {
  expect(await api.call('POST', '/demonstration/clock', { token: tokens[0], json: { hours } })).toMatchObject(
    { status: 200 },
  )
}

/** A commitment as docs/api.md says how to make it. */
function committed(by: string, seed: string): string {
  const text = `{"by":"${by}","seed":"${seed}","what":"plenum/seed/1"}`
  return createHash('sha256').update(text).digest('base64')
}

const idOf = (n: number): string => seeded.members[n]?.id ?? ''
const everybody = () => seeded.members.map((_, n) => n)

test('an office is opened by motion, and nominations open by themselves', async () => {
  const motion = derivedUuid('api elections', 'motion')
  const clauses = [{ id: derivedUuid('api elections', 'clause'), text: 'They report each month.' }]
  const terms = { seats: 1, days: 300, termsMost: 2, duties: [], council: null }
  const enactment = { kind: 'office.open', office, title: 'Treasurer', ...terms }
  const proposed = { motion, title: 'A treasurer', clauses, enactment }
  await enter(0, 'motion.propose', proposed, { unit: seeded.root })
  await enter(1, 'motion.second', { motion })
  await wait(seeded.rules.debateHours)
  const vote = field(await get(`/motions/${motion}`), 'vote')
  for (const n of everybody()) await enter(n, 'ballot.cast', { vote, choices: ['yes'] })
  await wait(seeded.rules.votingHours)
  expect(await get('/offices')).toMatchObject({ items: [{ id: office, holders: [], election }] })
  expect(await get(`/offices/${office}`)).toMatchObject({
    motion: { id: motion },
    mandate: ['They report each month.'],
    elections: [{ id: election, stage: 'nominating' }],
  })
})

test('members nominate, stand, accept and withdraw; the same act sent again is entered once', async () => {
  await enter(2, 'candidate.nominate', { election, member: idOf(1) })
  const said = { election, statement: 'I count twice.', commitment: null }
  const json = { id: newId(), type: 'candidate.accept', body: said }
  for (const [status, again] of [
    [201, false],
    [200, true],
  ])
    expect(await api.call('POST', '/acts', { token: tokens[1], json })).toMatchObject({
      status,
      body: { again },
    })
  const commitment = committed(idOf(0), 'a heron on the weir')
  await enter(0, 'candidate.accept', { ...said, commitment })
  await enter(3, 'candidate.accept', said)
  await enter(3, 'candidate.withdraw', { election })
  expect(await send(4, 'candidate.withdraw', { election })).toMatchObject({
    status: 409,
    body: { code: 'not-nominated' },
  })
  expect(await get(`/elections/${election}`)).toMatchObject({
    stage: 'nominating',
    nominees: [
      { who: { id: idOf(1) }, by: { id: idOf(2) }, statement: 'I count twice.', hasSeed: false },
      { who: { id: idOf(0) }, by: { id: idOf(0) }, hasSeed: true },
    ],
    vote: null,
    result: null,
  })
})

test('ballots rank; nobody is told of the result before the close, and a tie waits for a lot', async () => {
  await wait(14 * DAY)
  const { id: vote, candidates } = field(await get(`/elections/${election}`), 'vote') as {
    readonly id: string
    readonly candidates: readonly { readonly id: string }[]
  }
  expect(candidates.map(({ id }) => id)).toEqual([idOf(1), idOf(0)])
  expect(await send(0, 'ballot.rank', { vote, ranks: [[0], [2]] })).toMatchObject({
    status: 404,
    body: { code: 'unknown-candidate' },
  })
  for (const n of everybody()) await enter(n, 'ballot.rank', { vote, ranks: [[n % 2]] })
  expect(await get(`/elections/${election}`, 3)).toMatchObject({ vote: { mine: [[1]] }, result: null })
  const refused = await api.call('GET', `/elections/${election}/ballots`, { token: tokens[0] })
  expect(refused).toMatchObject({ status: 404 })
  const votes = await get('/votes?status=open')
  expect(votes).toMatchObject({ items: [{ id: vote, about: 'election', subject: election, motion: null }] })
  await wait(7 * DAY)
  expect(await get(`/elections/${election}`)).toMatchObject({
    stage: 'drawing',
    result: { outcome: 'open-tie', winners: [], count: { ties: [{ settled: { by: 'open' } }] } },
  })
})

test('seeds are opened, and the lot that is drawn decides', async () => {
  expect(await send(0, 'seed.open', { election, seed: 'another bird' })).toMatchObject({
    status: 409,
    body: { code: 'seed-other' },
  })
  await enter(0, 'seed.open', { election, seed: 'a heron on the weir' })
  await wait(2 * DAY)
  const decided = (await get(`/elections/${election}`)) as {
    readonly result: { readonly winners: readonly { readonly id: string }[] }
    readonly lot: { readonly seeds: readonly { by: string; commitment: string; opened: string }[] }
  }
  expect(decided).toMatchObject({
    stage: 'over',
    result: { outcome: 'decided', took: 8, count: { method: 'scottish-stv', ballots: 8 } },
  })
  const { seeds } = decided.lot
  expect(seeds.map(({ by }) => by)).toEqual([idOf(0), 'clerk'])
  for (const { by, commitment, opened } of seeds) expect(committed(by, opened)).toBe(commitment)
  const { winners } = decided.result
  expect(winners).toHaveLength(1)
  expect(await get(`/offices/${office}`)).toMatchObject({ mandates: [{ holder: winners[0] }] })
})

test('the ballots are handed out for a recount elsewhere', async () => {
  const ballots = await get(`/elections/${election}/ballots`)
  expect(ballots).toMatch(/^2 1\n/)
  const { out } = await runPlenum(['count', '-', '--method', 'scottish-stv', '--json'], {}, String(ballots))
  expect(JSON.parse(out)).toMatchObject({ ballots: 8 })
  const csv = await api.call('GET', `/elections/${election}/ballots?as=csv`, { token: tokens[0] })
  expect(csv.headers.get('content-type')).toMatch(/^text\/csv/)
})

test('a petition that enough sign opens a vote by itself, and the recalled makes room', async () => {
  const { mandates } = (await get(`/offices/${office}`)) as {
    readonly mandates: readonly { readonly id: string; readonly holder: { readonly id: string } }[]
  }
  const [held] = mandates
  const started = { petition, mandate: held?.id ?? '', reason: 'No report for months.' }
  await enter(5, 'recall.petition', started)
  const asked = (await get(`/recalls/${petition}`, 5)) as {
    readonly needed: number
    readonly vote: { readonly id: string } | null
  }
  expect(asked).toMatchObject({ reason: 'No report for months.', hasSigned: true, mandate: held?.id })
  expect(await send(5, 'recall.sign', { petition })).toMatchObject({ status: 409 })
  for (let n = 0; n < asked.needed - 1; n++) await enter(n, 'recall.sign', { petition })
  const opened = (await get(`/recalls/${petition}`)) as typeof asked
  expect(opened).toMatchObject({ stage: 'voting', vote: { isOpen: true, result: null } })
  const cast = { vote: opened.vote?.id ?? '', choices: ['yes'] }
  for (const n of everybody()) await enter(n, 'ballot.cast', cast)
  await wait(seeded.rules.votingHours)
  expect(await get(`/recalls/${petition}`)).toMatchObject({
    stage: 'decided',
    recalled: true,
    vote: { result: { outcome: 'adopted', tally: { yes: 8 } } },
  })
  const after = (await get(`/offices/${office}`)) as { readonly mandates: typeof mandates }
  expect(after).toMatchObject({ mandates: [{ ended: null }, { vacancy: 'countback' }] })
  expect(after.mandates[0]?.holder.id).not.toBe(held?.holder.id)
})

test('the audit counts all of it again', async () => {
  const headers = { authorization: `Bearer ${tokens[0] ?? ''}` }
  const exported = await (await fetch(`${server.url}/api/v1/record/export`, { headers })).text()
  expect(await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, exported)).toMatchObject({
    code: 0,
  })
})
