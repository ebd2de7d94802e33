import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@hey-api/openapi-ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { makeToken } from '../kit/api.ts'
import { runPlenum } from '../kit/command.ts'
import { foundedWorld, type World } from '../kit/two-worlds.ts'

// A client that a public generator made of the document, with nothing of ours in it, goes the whole way of a motion.

interface Answer {
  readonly data?: unknown
  readonly error?: unknown
  readonly response: Response
}

type Call = (options: {
  readonly client: unknown
  readonly path?: object
  readonly query?: object
  readonly body?: unknown
}) => Promise<Answer>

let world: World
let folder: string
let sdk: Readonly<Record<string, Call>>
const clients: unknown[] = []

beforeAll(async () => {
  world = await foundedWorld()
  folder = mkdtempSync(join(tmpdir(), 'plenum-client-'))
  await createClient({
    input: `${world.url}/api/v1/openapi.json`,
    output: { path: folder, entryFile: true },
    plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
    logs: { level: 'silent' },
  })
  sdk = (await import(join(folder, 'sdk.gen.ts'))) as typeof sdk
  const { createClient: connect } = (await import(join(folder, 'client', 'index.ts'))) as {
    createClient: (config: { baseUrl: string; auth: string }) => unknown
  }
  for (const who of ['keeper', 'voucher', 'member'] as const) {
    const token = await makeToken(world, who, ['read', 'act'])
    clients.push(connect({ baseUrl: `${world.url}/api/v1`, auth: token }))
  }
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

async function call<Data>(
  name: string,
  who: number,
  options: Omit<Parameters<Call>[0], 'client'> = {},
): Promise<Data> {
  const operation = sdk[name]
  if (operation === undefined)
    throw new Error(`the client has no ${name}, but ${Object.keys(sdk).join(', ')}`)
  const { data, error, response } = await operation({ client: clients[who], ...options })
  if (!response.ok) throw new Error(`${name}: ${response.status} ${JSON.stringify(error)}`)
  return data as Data
}

let count = 0
function act(who: number, type: string, body: object, unit?: string) {
  const id = derivedUuid('client', count++)
  return call('enterAct', who, { body: { id, type, body, ...(unit === undefined ? {} : { unit }) } })
}

interface Motion {
  readonly stage: string
  readonly vote: string | null
  readonly decision: {
    readonly outcome: string
    readonly vote: string
    readonly counted: { readonly sentences: readonly string[] }
  } | null
  readonly clauses: readonly { readonly text: string }[]
}

test('proposes, seconds, amends, speaks, waits, votes, reads the result, and audits', async () => {
  const { root, rules, members } = world.seeded
  const motion = derivedUuid('client', 'motion')
  const path = { id: motion }
  const [clause, added, amendment] = ['clause', 'added', 'amendment'].map((part) =>
    derivedUuid('client', part),
  )
  const read = () => call<Motion>('getMotion', 0, { path })

  await act(
    0,
    'motion.propose',
    {
      motion,
      title: 'A notice board',
      clauses: [{ id: clause, text: 'We put up a board.' }],
      enactment: { kind: 'resolve' },
    },
    root,
  )
  await act(1, 'motion.second', { motion })
  const change = { kind: 'insert', after: clause, clause: added, text: 'It hangs at the door.' }
  await act(2, 'amendment.propose', { amendment, motion, changes: [change], reason: 'Or nobody sees it.' })
  await act(0, 'amendment.second', { amendment })
  await act(1, 'speech.give', {
    speech: derivedUuid('client', 'speech'),
    motion,
    side: 'for',
    text: 'I have the nails.',
  })

  const preview = await call<{ clauses: { text: string }[] }>('previewText', 0, {
    path,
    query: { with: [amendment] },
  })
  expect(preview.clauses.map(({ text }) => text)).toEqual(['We put up a board.', 'It hangs at the door.'])
  const speeches = await call<{ items: { text: string }[] }>('listSpeeches', 2, { path })
  expect(speeches.items).toMatchObject([{ text: 'I have the nails.' }])

  // The amendments are voted on first, then the motion as they have made it.
  for (const hours of [rules.debateHours, rules.votingHours]) {
    await call('moveClock', 0, { body: { hours } })
    const { vote } = await read()
    for (const who of [0, 1, 2]) await act(who, 'ballot.cast', { vote, choices: ['yes'] })
    expect(await call('getVote', 1, { path: { id: vote } })).toMatchObject({
      status: 'open',
      result: null,
      mine: { choices: ['yes'] },
    })
  }
  await call('moveClock', 0, { body: { hours: rules.votingHours } })

  const decided = await read()
  expect(decided).toMatchObject({ stage: 'decided', decision: { outcome: 'adopted' } })
  expect(decided.clauses.map(({ text }) => text)).toEqual(['We put up a board.', 'It hangs at the door.'])
  expect(decided.decision?.counted.sentences.join(' ')).toMatch(/3/)
  const vote = decided.decision?.vote
  const calls = await call<{ items: { by: { id: string }; choices: string[] }[] }>('getRollCall', 0, {
    path: { id: vote },
  })
  expect(calls.items.map(({ by, choices }) => [by.id, choices])).toContainEqual([members[0]?.id, ['yes']])

  const exported = await (
    await fetch(`${world.url}/api/v1/record/export`, {
      headers: { authorization: `Bearer ${await makeToken(world, 'member', ['read'])}` },
    })
  ).text()
  const audited = await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, exported)
  expect(audited).toMatchObject({ code: 0 })
})
