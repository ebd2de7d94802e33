import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sql } from 'kysely'
import { derivedUuid } from '#kernel/ids'
import { HOUR } from '#kernel/instant'
import { choiceOfLetters } from '#modules/ballots/core'
import type { Board, SecretQuestion } from '#modules/voting/core'
import { openPlenum, type Plenum } from '#organization/server'
import { person } from '../../test/kit/given.ts'
import { bytesIn, folderOf } from '../../test/kit/places.ts'
import { announceSession, passTime } from '../../test/kit/polling-world.ts'
import { seedOrganization } from '../../test/kit/seed-organization.ts'
import { OPEN_RULES, putToSecretVote, SECRET_VOTE } from '../../test/kit/seed-secret-vote.ts'
import { testVoter } from '../../test/kit/secret-voter.ts'
import { freshStorage, must } from '../../test/kit/storage.ts'
import { enterPapers, issueAtScreen, markMember, openBatch } from './polling.server.ts'
import { castSecretly, issueKeys } from './secret-vote.server.ts'

// Written as whoever takes the machine after the close would: with all files, tables, logs of the database and row versions in hand. Each
// member is given a key and votes before the next one does, which is the worst case.

const VOTERS = [1, 2, 3, 4, 5, 6]
const OFFICER = person(2)
const BATCH = derivedUuid('batch')
const PAPERS = ['y', 'n'].map(choiceOfLetters)
/** Of them at a voting screen of a polling session; and who takes a paper there. */
const AT_SCREEN = [5, 6]
const ON_PAPER = [7, 8]

async function sealOf({ database }: Plenum, data: string): Promise<Buffer> {
  if (database.engine === 'sqlite') return readFileSync(join(data, 'ballots', `${SECRET_VOTE}.key`))
  const { rows } = await sql<{ seal: Buffer }>`select seal from ballot_seal`.execute(database.kysely)
  return rows[0]?.seal ?? Buffer.alloc(0)
}

/** The number of the file in which PostgreSQL keeps the seals. */
async function sealFile({ database }: Plenum): Promise<number | undefined> {
  if (database.engine === 'sqlite') return undefined
  const found = sql<{ file: number }>`select pg_relation_filenode('ballot_seal')::int as file`
  return (await found.execute(database.kysely)).rows[0]?.file
}

/** The rows of a table in the order in which they were written, as far as the database tells. */
async function rowsOf({ database }: Plenum, table: 'ballot_issue' | 'ballot_urn' | 'ballot_paper') {
  const order = database.engine === 'postgres' ? sql`xmin::text::bigint` : sql`tag`
  const found = sql<{
    tag: string
    sealed: Buffer
  }>`select tag, sealed from ${sql.table(table)} order by ${order}`
  return (await found.execute(database.kysely)).rows
}

it.each(['sqlite', 'postgres'] as const)(
  'on %s nothing is left with which a ballot could be joined to a member',
  { timeout: 60_000 },
  async (engine) => {
    const storage = await freshStorage(engine)
    await seedOrganization(storage.data, {
      members: 8,
      ...(storage.databaseUrl === undefined ? {} : { databaseUrl: storage.databaseUrl }),
      then: (seeding) => putToSecretVote(seeding, {}),
    })
    const plenum = must(await openPlenum({ ...storage, demonstration: true }))
    const holder = globalThis as Record<symbol, Plenum | undefined>
    holder[Symbol.for('plenum.open')] = plenum
    const opened = await plenum.clerk.read((org) => org.voting.votes.get(SECRET_VOTE)?.openedSeq ?? 0)
    const announced = await bodyAt(plenum, opened)
    const keys: Buffer[] = []
    await announceSession(plenum, OFFICER)
    await passTime(plenum, 1)
    const codes: Buffer[] = []
    const mark = async (n: number, way: 'screen' | 'paper'): Promise<string> => {
      const { code } = must(await markMember(OFFICER, SECRET_VOTE, { member: person(n), way }))
      if (code !== null) codes.push(Buffer.from(code))
      return code ?? ''
    }
    const given = async (n: number, request: string) =>
      AT_SCREEN.includes(n)
        ? issueAtScreen(SECRET_VOTE, { code: await mark(n, 'screen'), requests: [request] })
        : issueKeys(person(n), SECRET_VOTE, [request])
    for (const n of VOTERS) {
      const device = testVoter(announced as { secret: SecretQuestion }, new Uint8Array(16).fill(n))
      const { answers } = must(await given(n, device.request))
      must(await castSecretly(SECRET_VOTE, device.take(answers[0] ?? '').ballot(choiceOfLetters('y'))))
      keys.push(Buffer.from(device.key.publicKey))
    }
    for (const n of ON_PAPER) await mark(n, 'paper')
    must((await openBatch(OFFICER, SECRET_VOTE, { batch: BATCH, tellers: [person(7), person(8)] })) ?? {})
    for (const n of ON_PAPER)
      must((await enterPapers(person(n), SECRET_VOTE, { batch: BATCH, papers: PAPERS })) ?? {})
    const seal = await sealOf(plenum, storage.data)
    expect(seal).toHaveLength(32)

    // Even while it is open, rows say neither whose they are nor of what, and all are of one length.
    const rows = [
      await rowsOf(plenum, 'ballot_issue'),
      await rowsOf(plenum, 'ballot_urn'),
      await rowsOf(plenum, 'ballot_paper'),
    ]
    expect(rows.map(({ length }) => length)).toEqual([VOTERS.length + ON_PAPER.length, VOTERS.length, 1])
    for (const table of rows) {
      expect(new Set(table.map(({ sealed }) => sealed.length)).size).toBe(1)
      for (const { tag, sealed } of table) {
        const bytes = Buffer.concat([Buffer.from(tag), Buffer.from(tag, 'base64'), sealed])
        for (const n of [...VOTERS, ...ON_PAPER]) expect(bytes.includes(person(n))).toBe(false)
        for (const key of keys) expect(bytes.includes(key)).toBe(false)
        for (const code of codes) expect(bytes.includes(code)).toBe(false)
      }
    }
    if (engine === 'postgres')
      expect(bytesIn(join(await folderOf(plenum, storage.data), 'pg_wal')).includes(seal)).toBe(false)

    const before = await sealFile(plenum)
    plenum.clock.shift(OPEN_RULES.votingHours * HOUR)
    must(await plenum.clerk.submitAll([]))
    await plenum.ballots.tidy()
    const left = bytesIn(await folderOf(plenum, storage.data))
    // What was written may still be found as it was: sealed, under a seal that nobody has any more.
    expect(left.includes(seal)).toBe(false)
    // Pages that the database has not written to the disk yet go with their file.
    if (engine === 'postgres') expect(await sealFile(plenum)).not.toBe(before)
    for (const code of codes) expect(left.includes(code)).toBe(false)
    for (const table of ['ballot_issue', 'ballot_urn', 'ballot_paper'] as const)
      expect(await rowsOf(plenum, table)).toEqual([])
    // The record names who took part and shows the ballots, each in an order of its own.
    const order = await boardKeys(plenum)
    expect(new Set(order)).toEqual(new Set(keys.map((key) => key.toString('base64'))))
    expect(order).not.toEqual(keys.map((key) => key.toString('base64')))
    // What is said of polling sessions joins nobody to anything: who came with a device, to a screen or for a paper is one list.
    const { participation, paper, polling } = await closedBoard(plenum)
    expect(participation).toEqual({ kind: 'named', members: [...VOTERS, ...ON_PAPER].map(person) })
    expect(paper).toEqual(PAPERS.map((choice) => Buffer.from(choice).toString('base64')).sort())
    expect(polling).toEqual({
      officers: [{ member: OFFICER, screens: AT_SCREEN.length, papers: ON_PAPER.length }],
      batches: [{ tellers: [person(7), person(8)], papers: PAPERS.length }],
    })
    expect(Object.keys(await closedBoard(plenum)).sort()).toEqual([
      ...['board', 'issued', 'keys', 'paper', 'participation', 'polling'],
    ])
    await plenum.close()
    await storage.drop()
  },
)

/** The keys on the board, in its order. */
async function boardKeys({ clerk, store }: Pick<Plenum, 'clerk' | 'store'>): Promise<readonly string[]> {
  const { board } = await closedBoard({ clerk, store })
  return board.map((text) => Buffer.from(text, 'base64').subarray(1, 33).toString('base64'))
}

async function closedBoard({ clerk, store }: Pick<Plenum, 'clerk' | 'store'>): Promise<Board> {
  const seq = await clerk.read(({ voting }) => {
    const vote = voting.votes.get(SECRET_VOTE)
    return vote?.status === 'closed' ? vote.closedSeq : -1
  })
  return ((await bodyAt({ store }, seq)) as { secret: Board }).secret
}

async function bodyAt({ store }: Pick<Plenum, 'store'>, seq: number): Promise<unknown> {
  for await (const [entry] of store.read(seq, seq + 1)) return entry?.body
  return undefined
}
