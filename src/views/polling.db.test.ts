import { afterEach, describe, expect, it } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { isRefusal } from '#kernel/refusal'
import { choiceOfLetters } from '#modules/ballots/core'
import { listItems } from '#modules/outbox'
import type { BallotRules } from '#modules/rulebook/core'
import type { Plenum } from '#organization/server'
import { person } from '../../test/kit/given.ts'
import { announced, announceSession, openSeeded, passTime, voteIn } from '../../test/kit/polling-world.ts'
import { OPEN_RULES as RULES, SECRET_VOTE as VOTE } from '../../test/kit/seed-secret-vote.ts'
import { testVoter, type TestVoter } from '../../test/kit/secret-voter.ts'
import { must, type Storage } from '../../test/kit/storage.ts'
import {
  enterPapers,
  issueAtScreen,
  markMember,
  openBatch,
  openScreen,
  takeMarkBack,
} from './polling.server.ts'
import { castSecretly, issueKeys } from './secret-vote.server.ts'
import { readBoardEntry } from './view-secret.server.ts'

const [YES, NO] = ['y', 'n'].map(choiceOfLetters) as [Uint8Array, Uint8Array]
const [OFFICER, OTHER] = [person(1), person(2)]
const BATCH = derivedUuid('batch')

const code = (answer: unknown): string | undefined => (isRefusal(answer) ? answer.code : undefined)

describe.each(['sqlite', 'postgres'] as const)('a polling session on %s', (engine) => {
  let storage: Storage
  let plenum: Plenum

  /** A secret vote with a polling session that is on. */
  async function begin(changed: Partial<BallotRules> = {}): Promise<void> {
    ;({ storage, plenum } = await openSeeded(engine, changed))
    await announceSession(plenum, OFFICER)
    await passTime(plenum, 1)
  }
  afterEach(async () => {
    await plenum.close()
    await storage.drop()
  })

  async function device(slip: number): Promise<TestVoter> {
    return testVoter(await announced(plenum), new Uint8Array(16).fill(slip))
  }

  async function mark(n: number, way: 'screen' | 'paper' = 'screen', officer = OFFICER): Promise<string> {
    return must(await markMember(officer, VOTE, { member: person(n), way })).code ?? ''
  }

  async function voteAtScreen(opened: string, slip: number, choice: Uint8Array): Promise<void> {
    const voter = await device(slip)
    const { answers } = must(await issueAtScreen(VOTE, { code: opened, requests: [voter.request] }))
    must(await castSecretly(VOTE, voter.take(answers[0] ?? '').ballot(choice)))
  }

  it('gives each member one thing: a key here or there, or a paper', { timeout: 60_000 }, async () => {
    await begin()
    const opened = await mark(3)
    expect(must(await openScreen(VOTE, ` ${opened.toLowerCase()} `))).toEqual({
      member: person(3),
      code: opened,
      isUsed: false,
    })
    const home = await device(33)
    expect(code(await issueKeys(person(3), VOTE, [home.request]))).toBe('marked-for-screen')
    await voteAtScreen(opened, 3, YES)
    expect(code(await issueKeys(person(3), VOTE, [home.request]))).toBe('marked-for-screen')
    expect(code(await issueAtScreen(VOTE, { code: opened, requests: [home.request] }))).toBe('code-used')
    // Another code opens the screen again, and gives no second key; the words of the slip go on anywhere.
    const again = await mark(3, 'screen', OTHER)
    expect(code(await issueAtScreen(VOTE, { code: opened, requests: [home.request] }))).toBe('code-wrong')
    expect(must(await openScreen(VOTE, again)).isUsed).toBe(true)
    expect(code(await issueAtScreen(VOTE, { code: again, requests: [home.request] }))).toBe('code-used')
    const same = await device(3)
    must(await issueAtScreen(VOTE, { code: again, requests: [same.request] }))
    must(await issueKeys(person(3), VOTE, [same.request]))
    expect(code(await markMember(OFFICER, VOTE, { member: person(3), way: 'paper' }))).toBe(
      'marked-for-screen',
    )
    must(await issueKeys(person(4), VOTE, [(await device(4)).request]))
    for (const way of ['screen', 'paper'] as const)
      expect(code(await markMember(OFFICER, VOTE, { member: person(4), way }))).toBe('key-given-online')
    await mark(5, 'paper')
    expect(code(await issueKeys(person(5), VOTE, [(await device(5)).request]))).toBe('paper-taken')
    expect(code(await markMember(OTHER, VOTE, { member: person(5), way: 'paper' }))).toBe('paper-taken')
    expect(code(await openScreen(VOTE, '0005-0000-0000-0000'))).toBe('code-wrong')
    for (const typed of ['', 'nonsense', 'ZZZZ-0000-0000-0000', 'UUUU-UUUU-UUUU-UUUU'])
      expect(code(await openScreen(VOTE, typed)), typed).toBe('code-wrong')
  })

  it('marks whom it may, when it is on, and tells them at once', { timeout: 60_000 }, async () => {
    await begin()
    const way = 'screen' as const
    expect(code(await markMember(person(3), VOTE, { member: person(4), way }))).toBe('needs-duty')
    expect(code(await markMember(OFFICER, VOTE, { member: OFFICER, way }))).toBe('mark-yourself')
    expect(code(await markMember(OFFICER, VOTE, { member: person(99), way }))).toBe('marked-not-on-roll')
    const unused = await mark(3)
    await mark(4, 'paper')
    const { items } = await mails()
    expect(items).toEqual([
      [person(3), { about: 'polling', vote: VOTE, way: 'screen' }],
      [person(4), { about: 'polling', vote: VOTE, way: 'paper' }],
    ])
    // What came of nothing is taken back: by an officer, or by the member whose name was used.
    expect(code(await takeMarkBack(person(4), VOTE, person(4)))).toBe('needs-duty')
    expect(code(await takeMarkBack(person(4), VOTE, person(3)))).toBe('needs-duty')
    expect(await takeMarkBack(person(3), VOTE, person(3))).toBeUndefined()
    expect(code(await openScreen(VOTE, unused))).toBe('code-wrong')
    must(await issueKeys(person(3), VOTE, [(await device(3)).request]))
    expect(code(await takeMarkBack(OFFICER, VOTE, person(3)))).toBe('not-marked')
    expect(await takeMarkBack(OFFICER, VOTE, person(4))).toBeUndefined()
    await voteAtScreen(await mark(4), 4, NO)
    expect(code(await takeMarkBack(OFFICER, VOTE, person(4)))).toBe('mark-used')
    await passTime(plenum, 3)
    expect(code(await markMember(OFFICER, VOTE, { member: person(5), way }))).toBe('polling-not-now')
  })

  async function mails() {
    const found = await listItems(plenum.database, { kind: 'mail', from: 0, count: 20 })
    const items = found
      .filter(({ key }) => key.startsWith('polling/'))
      .map(({ subject, payload }) => [subject, payload])
      .sort()
    return { items }
  }

  it('counts papers that two tellers read alike, and no others', { timeout: 60_000 }, async () => {
    await begin()
    for (const n of [3, 4]) await mark(n, 'paper')
    await mark(5, 'paper', OTHER)
    const tellers = [person(4), person(3)] as const
    const open = (batch: string, pair: readonly [string, string], by = OFFICER) =>
      openBatch(by, VOTE, { batch, tellers: pair })
    expect(code(await open(BATCH, tellers, person(3)))).toBe('needs-duty')
    expect(code(await open(BATCH, [person(3), person(3)]))).toBe('paper-tellers')
    expect(code(await open(BATCH, [person(3), person(99)]))).toBe('teller-not-on-roll')
    expect(await open(BATCH, tellers)).toBeUndefined()
    expect(code(await open(BATCH, tellers))).toBe('id-taken')
    const enter = (teller: number, papers: readonly Uint8Array[], batch = BATCH) =>
      enterPapers(person(teller), VOTE, { batch, papers })
    expect(code(await enter(5, [YES]))).toBe('not-teller')
    expect(code(await enter(3, [YES], derivedUuid('none')))).toBe('unknown-batch')
    expect(code(await enter(3, []))).toBe('papers-missing')
    expect(code(await enter(3, [choiceOfLetters('x')]))).toBe('choice-malformed')
    expect(code(await enter(3, [YES, YES, YES, YES]))).toBe('papers-too-many')
    expect(await enter(3, [YES, NO])).toBeUndefined()
    expect(await enter(4, [NO, NO])).toBeUndefined()
    expect(await enter(4, [NO, YES])).toBeUndefined()
    expect(code(await enter(4, [NO, NO]))).toBe('papers-agreed')
    // A second batch that the tellers never read alike.
    const second = derivedUuid('second')
    expect(await open(second, [person(1), person(5)])).toBeUndefined()
    expect(code(await enter(1, [YES, NO], second))).toBe('papers-too-many')
    expect(await enter(1, [YES], second)).toBeUndefined()
    expect(await enter(5, [NO], second)).toBeUndefined()
    await voteAtScreen(await mark(1, 'screen', OTHER), 1, YES)
    await mark(2)
    await passTime(plenum, RULES.votingHours)
    expect(await voteIn(plenum)).toMatchObject({
      status: 'closed',
      results: [{ tally: { yes: 2, no: 1, abstain: 0 } }],
      counts: { issued: [1], keys: 1, cast: 1, paper: 2 },
    })
    const { secret } = (await readBoardEntry(VOTE))!
    expect(secret.participation).toEqual({ kind: 'named', members: [1, 3, 4, 5].map(person) })
    expect(secret.polling).toEqual({
      officers: [
        { member: OFFICER, screens: 0, papers: 2 },
        { member: OTHER, screens: 1, papers: 1 },
      ],
      batches: [{ tellers: [person(3), person(4)], papers: 2 }],
    })
  })

  it('closes with fewer papers where more were agreed than members took', { timeout: 60_000 }, async () => {
    await begin()
    for (const n of [3, 4]) await mark(n, 'paper')
    must((await openBatch(OFFICER, VOTE, { batch: BATCH, tellers: [person(3), person(4)] })) ?? {})
    for (const n of [3, 4]) await enterPapers(person(n), VOTE, { batch: BATCH, papers: [YES, YES] })
    expect(await takeMarkBack(OFFICER, VOTE, person(3))).toBeUndefined()
    await passTime(plenum, RULES.votingHours)
    expect(await voteIn(plenum)).toMatchObject({ status: 'closed', counts: { paper: 0 } })
  })

  it(
    'gives keys before they are listed, and takes votes and papers afterwards',
    { timeout: 60_000 },
    async () => {
      await begin({ keysFirst: 2, keyHours: 24 })
      const opened = await mark(3)
      const voter = await device(3)
      const { answers } = must(await issueAtScreen(VOTE, { code: opened, requests: [voter.request] }))
      const signed = voter.take(answers[0] ?? '')
      const { registerKey } = await import('./secret-vote.server.ts')
      must(await registerKey(VOTE, signed.registration()))
      await mark(4)
      await passTime(plenum, 24)
      await announceSession(plenum, OFFICER, 'second')
      await passTime(plenum, 1)
      expect(code(await markMember(OFFICER, VOTE, { member: person(5), way: 'screen' }))).toBe('keys-over')
      expect(code(await markMember(OFFICER, VOTE, { member: person(4), way: 'screen' }))).toBe('keys-over')
      await mark(5, 'paper')
      const again = await mark(3)
      must(await issueAtScreen(VOTE, { code: again, requests: [voter.request] }))
      must(await castSecretly(VOTE, signed.ballot(YES)))
      await passTime(plenum, RULES.votingHours)
      expect(await voteIn(plenum)).toMatchObject({
        status: 'closed',
        counts: { issued: [1], keys: 1, cast: 1 },
      })
    },
  )
})
