import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { fromBase64 } from '#kernel/bytes'
import { HOUR } from '#kernel/instant'
import { isRefusal } from '#kernel/refusal'
import { openBallots } from '#modules/ballots'
import { boardKeeps, choiceOfLetters, readBoard, readReceipt } from '#modules/ballots/core'
import type { BallotRules } from '#modules/rulebook/core'
import { ballotVote, type SecretQuestion, type Vote } from '#modules/voting/core'
import { openPlenum, type Plenum } from '#organization/server'
import type { Json } from '#kernel/canonical'
import { person } from '../../test/kit/given.ts'
import { seedOrganization } from '../../test/kit/seed-organization.ts'
import { OPEN_RULES as RULES, putToSecretVote, SECRET_VOTE as VOTE } from '../../test/kit/seed-secret-vote.ts'
import { testVoter, type SignedVoter, type TestVoter } from '../../test/kit/secret-voter.ts'
import { freshStorage, must, type Storage } from '../../test/kit/storage.ts'
import { castSecretly, issueKeys, registerKey } from './secret-vote.server.ts'
import { ownPart, readBoardEntry } from './view-secret.server.ts'

const [YES, NO] = ['y', 'n'].map(choiceOfLetters) as [Uint8Array, Uint8Array]

const holder = globalThis as Record<symbol, Plenum | undefined>

/** Has the views work in this process of several. */
function workIn(plenum: Plenum): void {
  holder[Symbol.for('plenum.open')] = plenum
}

describe.each(['sqlite', 'postgres'] as const)('a secret vote on %s', (engine) => {
  let storage: Storage
  const opened: Plenum[] = []

  async function begin(changed: Partial<BallotRules> = {}): Promise<Plenum> {
    storage = await freshStorage(engine)
    const { data, databaseUrl } = storage
    await seedOrganization(data, {
      members: 5,
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
      then: (seeding) => putToSecretVote(seeding, changed),
    })
    return open()
  }

  async function open(): Promise<Plenum> {
    const plenum = must(await openPlenum({ ...storage, demonstration: true }))
    opened.push(plenum)
    workIn(plenum)
    return plenum
  }

  afterEach(async () => {
    for (const plenum of opened.splice(0)) await plenum.close()
    await storage.drop()
  })

  /** The entry that announced the keys, as a voter's device reads it. */
  async function announced({ clerk, store }: Plenum): Promise<Json & { readonly secret: SecretQuestion }> {
    const vote = await voteIn({ clerk })
    const seq = vote.renewals?.at(-1)?.seq ?? vote.openedSeq
    for await (const [entry] of store.read(seq, seq + 1))
      return entry?.body as Json & { readonly secret: SecretQuestion }
    throw new Error('no entry')
  }

  async function voteIn({ clerk }: Pick<Plenum, 'clerk'>): Promise<Vote> {
    return clerk.read((org) => org.voting.votes.get(VOTE)!)
  }

  async function voter(plenum: Plenum, n: number, slip = n): Promise<TestVoter> {
    return testVoter(await announced(plenum), new Uint8Array(16).fill(slip))
  }

  async function signed(plenum: Plenum, n: number): Promise<SignedVoter> {
    const device = await voter(plenum, n)
    const { answers } = must(await issueKeys(person(n), VOTE, [device.request]))
    return device.take(answers[0] ?? '')
  }

  async function pass({ clerk, clock }: Plenum, hours: number): Promise<void> {
    clock.shift(hours * HOUR)
    must(await clerk.submitAll([]))
  }

  const code = (answer: unknown): string | undefined => (isRefusal(answer) ? answer.code : undefined)

  it('is issued, cast and closed, and nothing of it is left', { timeout: 60_000 }, async () => {
    const plenum = await begin()
    const [one, two, three] = [await signed(plenum, 1), await signed(plenum, 2), await signed(plenum, 3)]
    const receipt = must(await castSecretly(VOTE, one.ballot(YES))).receipt
    must(await castSecretly(VOTE, two.ballot(NO)))
    must(await castSecretly(VOTE, three.ballot(NO)))
    const changed = must(await castSecretly(VOTE, three.ballot(YES, 2)))
    expect(must(await castSecretly(VOTE, three.ballot(YES, 2)))).toEqual(changed)
    expect(code(await castSecretly(VOTE, three.ballot(NO, 1)))).toBe('ballot-superseded')
    expect(code(await castSecretly(VOTE, three.ballot(NO, 2)))).toBe('ballot-superseded')
    const asked = await plenum.clerk.read((org) => ballotVote(org.voting.votes.get(VOTE) as never))

    await pass(plenum, RULES.votingHours)
    const vote = await voteIn(plenum)
    expect(vote).toMatchObject({
      status: 'closed',
      results: [{ tally: { yes: 2, no: 1, abstain: 0 } }],
      counts: { issued: [3], keys: 3, cast: 3 },
    })
    const entry = (await readBoardEntry(VOTE))!
    expect(entry.secret.participation).toEqual({ kind: 'named', members: [person(1), person(2), person(3)] })
    const read = readReceipt(fromBase64(vote.secret!.receiptKey)!, asked.context, fromBase64(receipt)!)!
    expect(boardKeeps(must(readBoard(asked, entry.secret.board)), read)).toBe(true)
    expect(code(await castSecretly(VOTE, one.ballot(NO, 2)))).toBe('unknown-vote')
    await plenum.ballots.tidy()
    await expectNothingLeft(plenum)
  })

  /** Neither rows nor seals of the vote. */
  async function expectNothingLeft({ database }: Plenum): Promise<void> {
    const tables = [
      'ballot_vote',
      'ballot_issue',
      'ballot_urn',
      ...(engine === 'postgres' ? ['ballot_seal'] : []),
    ]
    for (const table of tables) {
      const rows = await database.kysely
        .$extendTables<Record<string, { vote: string }>>()
        .selectFrom(table)
        .select('vote')
        .execute()
      expect(rows, table).toEqual([])
    }
    if (engine === 'sqlite') expect(readdirSync(join(storage.data, 'ballots'))).toEqual([])
  }

  it('gives each member one key, and the same answer again', { timeout: 60_000 }, async () => {
    const plenum = await begin()
    const device = await voter(plenum, 1)
    const first = must(await issueKeys(person(1), VOTE, [device.request]))
    expect(must(await issueKeys(person(1), VOTE, [device.request]))).toEqual(first)
    const second = await voter(plenum, 1, 77)
    expect(code(await issueKeys(person(1), VOTE, [second.request]))).toBe('already-issued')
    expect(code(await issueKeys(person(99), VOTE, [second.request]))).toBe('not-on-roll')
    expect(code(await issueKeys(person(2), VOTE, ['AAAA']))).toBe('request-malformed')
    const all = await Promise.all([3, 4].map((n) => voter(plenum, 3, n)))
    const raced = await Promise.all(all.map(({ request }) => issueKeys(person(3), VOTE, [request])))
    expect(raced.map(code).sort()).toEqual(['already-issued', undefined])
  })

  it('takes nothing late, nothing longer and nothing forged', { timeout: 60_000 }, async () => {
    const plenum = await begin()
    const one = await signed(plenum, 1)
    const ballot = one.ballot(YES)
    expect(code(await castSecretly(VOTE, Uint8Array.of(...ballot, 0)))).toBe('ballot-length')
    expect(code(await castSecretly(VOTE, ballot.slice().fill(1, 100, 101)))).toMatch(/^ballot-not-/)
    expect(code(await registerKey(VOTE, one.registration()))).toBe('keys-over')
    const { closes } = await voteIn(plenum)
    plenum.clock.shift(closes - plenum.clock.now() - 1000)
    must(await castSecretly(VOTE, ballot))
    plenum.clock.shift(2000)
    expect(code(await castSecretly(VOTE, one.ballot(NO, 2)))).toMatch(/^(vote-closed|unknown-vote)$/)
    must(await plenum.clerk.submitAll([]))
    expect(await voteIn(plenum)).toMatchObject({ results: [{ tally: { yes: 1, no: 0, abstain: 0 } }] })
  })

  it('lists keys first where the rules say so', { timeout: 60_000 }, async () => {
    const plenum = await begin({ keysFirst: 2, keyHours: 24, participation: 'committed' })
    const [one, two] = [await signed(plenum, 1), await signed(plenum, 2)]
    expect(code(await castSecretly(VOTE, one.ballot(YES)))).toBe('ballots-later')
    must(await registerKey(VOTE, one.registration()))
    must(await registerKey(VOTE, one.registration()))
    await pass(plenum, 24)
    expect(code(await registerKey(VOTE, two.registration()))).toBe('keys-over')
    expect(code(await issueKeys(person(3), VOTE, [(await voter(plenum, 3)).request]))).toBe('keys-over')
    must(await castSecretly(VOTE, one.ballot(YES)))
    expect(code(await castSecretly(VOTE, two.ballot(NO)))).toBe('key-not-listed')
    await pass(plenum, RULES.votingHours)
    const vote = await voteIn(plenum)
    expect(vote).toMatchObject({ status: 'closed', counts: { issued: [2], keys: 1, cast: 1 } })
    const { secret } = (await readBoardEntry(VOTE))!
    expect(ownPart(vote, person(2), secret)).toMatchObject({ took: true, proof: { place: 1 } })
    expect(ownPart(vote, person(4), secret)).toMatchObject({ took: false, proof: { place: 3 } })
    expect(ownPart(vote, person(99), secret)).toBeUndefined()
  })

  it(
    'survives a stop of the server, and begins again where its seal is lost',
    { timeout: 60_000 },
    async () => {
      const before = await begin()
      const one = await signed(before, 1)
      must(await castSecretly(VOTE, one.ballot(YES)))
      await before.close()
      opened.splice(0)
      const plenum = await open()
      must(await castSecretly(VOTE, one.ballot(NO, 2)))
      await pass(plenum, 1)
      await loseSeal(plenum)
      await plenum.close()
      opened.splice(0)
      const after = await open()
      await pass(after, RULES.votingHours)
      expect(await voteIn(after)).toMatchObject({ status: 'open', renewals: [{ why: 'lost' }] })
      expect(code(await castSecretly(VOTE, one.ballot(YES, 3)))).toMatch(/^ballot-not-/)
      must(await castSecretly(VOTE, (await signed(after, 1)).ballot(YES)))
      await pass(after, RULES.votingHours)
      expect(await voteIn(after)).toMatchObject({ status: 'closed', counts: { issued: [1], cast: 1 } })
    },
  )

  it(
    'is not closed without its ballots where another process has made new keys and not announced them yet',
    { timeout: 60_000 },
    async () => {
      const before = await begin()
      must(await castSecretly(VOTE, (await signed(before, 1)).ballot(YES)))
      await loseSeal(before)
      await before.close()
      opened.splice(0)
      const plenum = await open()
      await openBallots(plenum.database, storage.data).keys(VOTE)
      await pass(plenum, RULES.votingHours)
      expect(await voteIn(plenum)).toMatchObject({ status: 'open', renewals: [{ why: 'lost' }] })
      must(await castSecretly(VOTE, (await signed(plenum, 2)).ballot(NO)))
      await pass(plenum, RULES.votingHours)
      expect(await voteIn(plenum)).toMatchObject({ status: 'closed', counts: { issued: [1], cast: 1 } })
    },
  )

  async function loseSeal({ database }: Plenum): Promise<void> {
    if (engine === 'postgres')
      await database.kysely
        .$extendTables<{ ballot_seal: { vote: string } }>()
        .deleteFrom('ballot_seal')
        .execute()
    const file = join(storage.data, 'ballots', `${VOTE}.key`)
    expect(existsSync(file)).toBe(engine === 'sqlite')
    rmSync(file, { force: true })
  }

  it(
    'counts every ballot that got a receipt, and none that came while it closed',
    { timeout: 60_000 },
    async () => {
      const plenum = await begin()
      const voters = [
        await signed(plenum, 1),
        await signed(plenum, 2),
        await signed(plenum, 3),
        await signed(plenum, 4),
      ]
      const { closes } = await voteIn(plenum)
      plenum.clock.shift(closes - plenum.clock.now() - 100)
      const cast = voters.map((each) => castSecretly(VOTE, each.ballot(YES)))
      plenum.clock.shift(200)
      const closing = plenum.clerk.submitAll([])
      const late = voters.map((each) => castSecretly(VOTE, each.ballot(NO, 2)))
      const answers = await Promise.all([...cast, ...late])
      must(await closing)
      await expectKept(plenum, answers)
    },
  )

  /** Every receipt that was answered is kept by the board. */
  async function expectKept(
    plenum: Plenum,
    answers: readonly Awaited<ReturnType<typeof castSecretly>>[],
  ): Promise<void> {
    const vote = await voteIn(plenum)
    expect(vote.status).toBe('closed')
    const asked = ballotVote(vote as never)
    const board = must(readBoard(asked, (await readBoardEntry(VOTE))!.secret.board))
    const key = fromBase64(vote.secret!.receiptKey)!
    const receipts = answers.flatMap((answer) =>
      isRefusal(answer) ? [] : readReceipt(key, asked.context, fromBase64(answer.receipt)!)!,
    )
    expect(receipts.length).toBeGreaterThan(0)
    for (const receipt of receipts) expect(boardKeeps(board, receipt)).toBe(true)
    expect(board).toHaveLength(new Set(receipts.map(({ publicKey }) => publicKey.join())).size)
  }

  it.runIf(engine === 'postgres')(
    'outlives a crash of the database, which empties what it does not log',
    { timeout: 60_000 },
    async () => {
      const plenum = await begin()
      const one = await signed(plenum, 1)
      await loseSeal(plenum)
      must(await castSecretly(VOTE, one.ballot(YES)))
      await new Promise((resolve) => setTimeout(resolve, 2500))
      await plenum.close()
      opened.splice(0)
      const after = await open()
      must(await castSecretly(VOTE, one.ballot(NO, 2)))
      await pass(after, RULES.votingHours)
      expect(await voteIn(after)).toMatchObject({ status: 'closed', results: [{ tally: { yes: 0, no: 1 } }] })
    },
  )

  it.runIf(engine === 'postgres')(
    'is one vote for several processes: what one takes the other counts, and none takes what comes too late',
    { timeout: 60_000 },
    async () => {
      const one = await begin()
      const other = await open()
      other.clock.shift(one.clock.now() - other.clock.now())
      const voters: SignedVoter[] = []
      for (const n of [1, 2, 3, 4]) {
        workIn(n % 2 === 0 ? one : other)
        voters.push(await signed(n % 2 === 0 ? one : other, n))
      }
      const { closes } = await voteIn(one)
      for (const each of [one, other]) each.clock.shift(closes - each.clock.now() - 50)
      const answers: Awaited<ReturnType<typeof castSecretly>>[] = []
      const casting = voters.map(async (each, i) => {
        for (let number = 1; number <= 20; number++) {
          workIn(i % 2 === 0 ? one : other)
          answers.push(await castSecretly(VOTE, each.ballot(number % 2 === 0 ? YES : NO, number)))
        }
      })
      await new Promise((resolve) => setTimeout(resolve, 60))
      const closing = Promise.all([one, other].map(async ({ clerk }) => must(await clerk.submitAll([]))))
      await Promise.all([...casting, closing])
      expect(answers.some(isRefusal)).toBe(true)
      await expectKept(one, answers)
      await other.clerk.read((org) => org.head.get().size, await one.clerk.read((org) => org.head.get().size))
      expect(await voteIn(other)).toEqual(await voteIn(one))
    },
  )
})
