import { describe, expect, it } from 'vitest'
import { choiceOfRanks, listKeys, voterKey } from '#modules/ballots/core'
import type { BallotRules } from '#modules/rulebook/core'
import { check, subjects } from '#organization'
import { openingBody } from './index.ts'
import { must } from '../../../../test/kit/storage.ts'
import { auditOf } from '../../../../test/kit/export.ts'
import {
  castAll,
  DAY,
  DEBATE,
  HOUR,
  inDebate,
  openVote,
  person,
  RESOLVE,
  ROOT,
  SOME_HASH,
  uuid,
  VOTING,
} from '../../../../test/kit/given.ts'
import { ballotOf } from '../../../../test/kit/secret-vote.ts'
import {
  ballotsOfAll,
  boardOf,
  close,
  makeIssuing,
  NO,
  participants,
  secretWorld,
  slip,
  testVoteIn,
  twoToOne,
  voteIn,
  type Voting,
  voting,
  whyNot,
  YES,
} from '../../../../test/kit/secret-world.ts'

const issuing = await makeIssuing()
const other = await makeIssuing()

describe('where keys come first', () => {
  const KEYS = 72 * HOUR
  const keysFirst = (): Voting => voting(issuing, { keysFirst: 2, keyHours: 72 })
  const listOf = ({ vote }: Voting, members: readonly number[]): string[] =>
    listKeys(members.map((n) => voterKey(slip(n), vote.context).publicKey))

  it('they are listed before anybody votes, and only they vote', () => {
    const open = keysFirst()
    const { closes, opens, secret } = voteIn(open)
    expect([secret?.keysUntil, closes]).toEqual([opens + KEYS, opens + KEYS + VOTING])
    open.world.lists.set(open.id, listOf(open, [0, 1, 2, 3]))
    open.world.pass(KEYS)
    const board = { ...twoToOne(open.vote), ...participants([0, 1, 2, 3]), issued: [4], keys: 4 }
    const unlisted = boardOf(ballotsOfAll(open.vote, { 0: YES, 8: YES }), [0, 1, 2, 8])
    expect(whyNot(open, { ...unlisted, keys: 4 })).toBe('key-not-listed')
    expect(whyNot(open, { ...board, keys: 3 })).toBe('board-counts')
    const all = ballotsOfAll(open.vote, { 0: YES, 1: YES, 2: NO, 3: NO, 4: NO })
    expect(whyNot(open, { ...boardOf(all, [0, 1, 2, 3, 4]), keys: 4 })).toBe('board-counts')
    close(open, board)
    expect(voteIn(open)).toMatchObject({ status: 'closed', counts: { issued: [4], keys: 4, cast: 3 } })
    expect(auditOf(open.world.entries)).toMatchObject({ violations: [], unchecked: [] })
  })

  it('the list has each key once, in order, and is closed in time', () => {
    const open = keysFirst()
    const keys = listOf(open, [0, 1, 2])
    const at = voteIn(open).opens + KEYS
    const why = (body: object, when = at): string | undefined => {
      const { size, law } = open.world.org.head.get()
      const header = {
        seq: size,
        at: when,
        by: 'clerk',
        id: uuid('keys'),
        type: 'vote.keys',
        law,
        unit: ROOT,
      }
      return check(open.world.org, { ...header, body: { vote: open.id, ...body } })?.code
    }
    expect(why({ count: 3, keys })).toBeUndefined()
    expect(why({ count: 3, keys }, at - 1)).toBe('not-due')
    expect(why({ count: 2, keys })).toBe('key-list-unfit')
    const many = listOf(
      open,
      Array.from({ length: 11 }, (_, n) => n),
    )
    expect(why({ count: 11, keys: many })).toBe('key-list-unfit')
    expect(why({ count: 3, keys: keys.toReversed() })).toBe('keys-unsorted')
    expect(why({ count: 2, keys: [keys[0], keys[0]] })).toBe('keys-unsorted')
    expect(whyNot(open, twoToOne(open.vote), at + VOTING)).toBe('something-is-due')
    open.world.lists.set(open.id, keys)
    open.world.pass(KEYS)
    expect(why({ count: 2, keys: listOf(open, [0, 9]) }, open.world.now)).toBe('not-due')
  })
})

describe('an opening that the rules do not give', () => {
  /** What the clerk is told that opens the vote on a motion so. */
  function whyNotOpened(changed: object, rules: Partial<BallotRules> = {}): string | undefined {
    const world = secretWorld(issuing, 10, rules)
    const motion = inDebate(world, 'Rent', RESOLVE, ['We withhold the rent.'])
    const at = world.now + DEBATE
    const { keys } = issuing
    const opening = openingBody(subjects, world.org, { kind: 'motion', id: motion }, at, { keys })
    const { size, law } = world.org.head.get()
    const header = { seq: size, at, by: 'clerk', id: uuid('open'), type: 'vote.open', law, unit: ROOT }
    const { secret, ...body } = must(opening).body
    const asked =
      'secret' in changed && changed.secret === undefined ? {} : { secret: { ...secret, ...changed } }
    return check(world.org, { ...header, body: { ...body, ...asked } })?.code
  }

  it.each([
    ['none at all', { secret: undefined }, 'ballot-keys-missing'],
    ['an even modulus', { issuers: [{ name: 'Us', modulus: `${'/'.repeat(511)}+` }] }, 'ballot-keys-unfit'],
    [
      'a modulus that is too short',
      { issuers: [{ name: 'Us', modulus: `A${'/'.repeat(511)}` }] },
      'ballot-keys-unfit',
    ],
    ['fewer issuers than have to sign', { k: 2 }, 'ballot-keys-unfit'],
    [
      'one issuer twice',
      { issuers: [...issuing.keys.issuers, ...issuing.keys.issuers] },
      'ballot-keys-unfit',
    ],
    ['another length of ballots', { size: 1 }, 'wrong-opening'],
    ['names instead of numbers', { participation: 'committed' }, 'wrong-opening'],
    ['keys first', { keysUntil: 1 }, 'wrong-opening'],
  ])('is refused with %s', (_, changed, code) => {
    expect(whyNotOpened({})).toBeUndefined()
    expect(whyNotOpened(changed)).toBe(code)
  })

  it('is refused where the rules want an open vote', () => {
    expect(
      whyNotOpened(
        { ...issuing.keys, version: 1, size: 9, keysUntil: null, participation: 'named', ranksMost: null },
        { motions: 'open' },
      ),
    ).toBe('wrong-opening')
  })
})

describe('several issuers', () => {
  it('sign each key, as many as the vote asks for, and each no more than it says', async () => {
    const three = await makeIssuing(3, 2)
    const open = voting(three)
    const ballots = [
      ballotOf(open.vote, slip(0), YES, { by: [0, 1] }),
      ballotOf(open.vote, slip(1), YES, { by: [0, 2] }),
      ballotOf(open.vote, slip(2), NO, { by: [0, 1] }),
    ]
    const board = { ...boardOf(ballots, [0, 1, 2]), issued: [3, 2, 1] }
    expect(whyNot(open, { ...board, issued: [3, 1, 1] })).toBe('board-counts')
    expect(whyNot(open, { ...board, issued: [3, 1, 2] })).toBe('board-counts')
    expect(whyNot(open, board)).toBeUndefined()
  })
})

describe('after its keys were lost', () => {
  it('a vote begins again on the same roll, for as long, with keys of its own', () => {
    const open = voting(issuing)
    const before = voteIn(open)
    open.world.boards.set(open.id, 'lost')
    open.world.issuing = other
    open.world.pass(VOTING)
    const after = voteIn(open)
    expect(after).toMatchObject({
      status: 'open',
      roll: before.roll,
      closes: before.closes + VOTING,
      renewals: [{ at: before.closes, why: 'lost' }],
    })
    expect(after.secret?.context).not.toBe(before.secret?.context)
    const vote = testVoteIn(open.world, open.id)
    expect(whyNot({ ...open, vote }, twoToOne(open.vote))).toBe('ballot-not-issued')
    close({ ...open, vote }, twoToOne(vote))
    expect(voteIn(open).status).toBe('closed')
    expect(auditOf(open.world.entries)).toMatchObject({ violations: [], unchecked: [] })
  })

  it('a restore lets every secret vote that is open begin again', () => {
    const open = voting(issuing, { keysFirst: 2, keyHours: 24 })
    const { world, id } = open
    const size = world.entries.length
    world.now += HOUR
    world.given('clerk', 'record.restored', { origin: 'plenum/test/1', size, root: SOME_HASH }, null)
    world.issuing = other
    world.pass(0)
    const { opens, secret, closes, renewals } = voteIn(open)
    expect([secret?.keysUntil, closes]).toEqual([opens + HOUR + DAY, opens + HOUR + DAY + VOTING])
    expect(renewals).toMatchObject([{ why: 'restored' }])
    world.lists.set(id, [])
    world.pass(DAY)
    close(open, { ...boardOf([], []), issued: [0] })
    expect(voteIn(open)).toMatchObject({ status: 'closed', results: [{ outcome: 'no-quorum' }] })
  })

  it('is not said of keys that are the same', () => {
    const open = voting(issuing)
    const { world, id } = open
    const { size, law } = world.org.head.get()
    const { secret, closes } = voteIn(open)
    const header = {
      seq: size,
      at: world.now,
      by: 'clerk',
      id: uuid('renew'),
      type: 'vote.renew',
      law,
      unit: ROOT,
    }
    const { begins: _begins, context: _context, ...question } = secret!
    const body = { vote: id, why: 'lost', secret: question, closes }
    expect(check(world.org, { ...header, body })?.code).toBe('ballot-keys-unfit')
    expect(
      check(world.org, { ...header, body: { ...body, secret: { ...question, ...other.keys, size: 1 } } })
        ?.code,
    ).toBe('wrong-opening')
  })
})

describe('a secret election', () => {
  const OFFICE = {
    kind: 'office.open',
    office: uuid('office'),
    title: 'Steering committee',
    seats: 1,
    days: 366,
  }

  it('is counted from ranks on the board, and a countback has its papers', () => {
    const world = secretWorld(issuing, 10, { motions: 'open', ranksMost: 2 })
    inDebate(world, 'Open', { ...OFFICE, termsMost: 2, duties: [], council: null }, ['Open.'])
    world.pass(DEBATE)
    castAll(world, Object.fromEntries(Array.from({ length: 10 }, (_, n) => [n, ['yes']])))
    world.pass(VOTING)
    const election = [...world.org.elections.elections.keys()].at(-1)!
    for (const n of [0, 1, 2])
      world.given(person(n), 'candidate.accept', {
        election,
        statement: { hash: SOME_HASH, length: 9 },
        commitment: null,
      })
    world.pass(14 * DAY)
    const id = openVote(world)
    const open = { world, id, vote: testVoteIn(world, id) }
    const rank = (...ranks: number[]): Uint8Array =>
      choiceOfRanks(
        ranks.map((one) => [one]),
        3,
      )
    const ballots = ballotsOfAll(open.vote, { 0: rank(1, 0), 1: rank(1), 2: rank(0, 1) })
    const long = ballotsOfAll(open.vote, { 3: rank(0, 1, 2) })
    expect(whyNot(open, boardOf(long, [3]))).toBe('choice-too-long')
    close(open, boardOf(ballots, [0, 1, 2]))
    world.pass(7 * DAY)
    expect(voteIn(open)).toMatchObject({
      status: 'closed',
      count: { ballots: 3, winners: [1] },
      papers: [
        ['0>1', 1],
        ['1', 1],
        ['1>0', 1],
      ],
    })
    expect(auditOf(world.entries)).toMatchObject({ violations: [], unchecked: [] })
  })
})
