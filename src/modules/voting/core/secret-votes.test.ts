import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '#kernel/bytes'
import { boardKeeps, issuerKey, makeReceipt, readBoard, readReceipt } from '#modules/ballots/core'
import { ballotsOf } from '#modules/rulebook/core'
import { check, imageDigest } from '#organization'
import { auditOf } from '../../../../test/kit/export.ts'
import {
  castAll,
  clausesOf,
  DEBATE,
  inDebate,
  openVote,
  person,
  ratifiedWorld,
  RESOLVE,
  ROOT,
  RULES,
  SOME_HASH,
  stageOf,
  uuid,
  VOTING,
} from '../../../../test/kit/given.ts'
import { ballotOf, type TestVote } from '../../../../test/kit/secret-vote.ts'
import {
  ABSTAIN,
  ballotsOfAll,
  boardOf,
  close,
  makeIssuing,
  NO,
  participants,
  secretWorld,
  slip,
  twoToOne,
  voteIn,
  type Voting,
  voting,
  whyNot,
  YES,
} from '../../../../test/kit/secret-world.ts'
import type { Board } from './index.ts'

const issuing = await makeIssuing()
const other = await makeIssuing()

describe('a secret vote on a motion', () => {
  it('is counted from its board, and the record audits to the same', () => {
    const open = voting(issuing)
    expect(voteIn(open).secret).toMatchObject({ keysUntil: null, participation: 'named', k: 1 })
    close(open, twoToOne(open.vote))
    expect(voteIn(open)).toMatchObject({
      status: 'closed',
      results: [{ tally: { yes: 2, no: 1, abstain: 0 }, outcome: 'adopted' }],
      counts: { issued: [3], keys: 3, cast: 3 },
    })
    expect(stageOf(open.world, uuid('motion', 'Rent'))).toMatchObject({ kind: 'decided', adopted: true })
    const report = auditOf(open.world.entries)
    expect(report).toMatchObject({ violations: [], unchecked: [] })
    expect(imageDigest(report.org)).toBe(imageDigest(open.world.org))
    // Ten of the founding, ten of the rules, three of the board.
    expect(report.ballots).toBe(23)
  })

  it('is for members to count again; the public audits the rest, and is told what it could not see', () => {
    const open = voting(issuing)
    close(open, twoToOne(open.vote))
    inDebate(open.world, 'Later', RESOLVE, ['Later.'])
    const closed = voteIn(open).status === 'closed' ? closedSeq(open) : -1
    const report = auditOf(open.world.entries, ({ seq }) => seq === closed)
    expect(report).toMatchObject({ violations: [], closed: { 'vote.close': 1 } })
    expect(report.unchecked.map(({ code }) => code)).toContain('body-closed')
  })

  it('takes no ballot with a name, whoever sends it', () => {
    const { world, id } = voting(issuing)
    expect(world.when(person(3), 'ballot.cast', { vote: id, choices: ['yes'] })?.code).toBe('vote-is-secret')
    expect(world.when(person(3), 'ballot.rank', { vote: id, ranks: [] })?.code).toBe('vote-is-secret')
  })

  it('is open where the rules do not want it secret', () => {
    const world = secretWorld(issuing, 10, { motions: 'open' })
    inDebate(world, 'Rent', RESOLVE, ['We withhold the rent.'])
    world.pass(DEBATE)
    expect(world.org.voting.votes.get(openVote(world))?.secret).toBeUndefined()
    castAll(world, { 0: ['yes'], 1: ['yes'] })
    world.pass(VOTING)
    expect(auditOf(world.entries)).toMatchObject({ violations: [], unchecked: [] })
  })

  it('can be demanded by rules since the fourth law only', () => {
    const world = ratifiedWorld()
    const propose = (name: string): string | undefined => {
      const enactment = { kind: 'rules.adopt', rules: { ...RULES, ballots: ballotsOf(RULES) } }
      const body = { motion: uuid('motion', name), title: name, clauses: clausesOf(name), enactment }
      return world.when(person(0), 'motion.propose', body)?.code
    }
    for (const law of [2, 3]) world.given('clerk', 'law.adopt', { law }, null)
    expect(propose('Too early')).toBe('malformed')
    world.given('clerk', 'law.adopt', { law: 4 }, null)
    expect(propose('In time')).toBeUndefined()
  })

  it.each([
    ['a board that says that more took part', (board: Board) => ({ ...board, issued: [11] }), 'board-counts'],
    ['fewer keys than ballots', (board: Board) => ({ ...board, issued: [2] }), 'board-counts'],
    ['a wrong number of keys', (board: Board) => ({ ...board, keys: 4, issued: [4] }), 'board-counts'],
    ['an issuer more', (board: Board) => ({ ...board, issued: [3, 3] }), 'board-counts'],
    ['somebody who is not on the roll', named([person(0), person(1), person(77)]), 'board-participation'],
    ['somebody twice', named([person(0), person(1), person(1)]), 'board-participation'],
    ['fewer names than keys', named([person(0), person(1)]), 'board-participation'],
    ['another way to tell who took part', withCommitments(10), 'board-participation'],
    [
      'ballots in another order',
      (board: Board) => ({ ...board, board: board.board.toReversed() }),
      'board-unsorted',
    ],
    ['one ballot twice', (board: Board) => ({ ...board, ...twice(board) }), 'ballot-twice'],
    ['a ballot with another letter', changedBallots(flipChoice), 'ballot-not-signed'],
    ['a ballot with a byte more', changedBallots((bytes) => Uint8Array.of(...bytes, 0)), 'ballot-length'],
    ['a ballot with a byte less', changedBallots((bytes) => bytes.slice(1)), 'ballot-length'],
    ['a choice that is none', changedBallots((bytes) => bytes.fill(120, 37, 38)), 'choice-malformed'],
  ])('is not closed with %s', (_, change, code) => {
    const open = voting(issuing)
    expect(whyNot(open, twoToOne(open.vote))).toBeUndefined()
    expect(whyNot(open, change(twoToOne(open.vote)))).toBe(code)
  })

  it('is not closed with two ballots by one member: a second key is not signed, and one key has one ballot', () => {
    const open = voting(issuing)
    const again = ballotOf(open.vote, slip(0), NO, { number: 2 })
    const board = boardOf([...ballotsOfAll(open.vote, { 0: YES, 1: YES, 2: NO }), again], [0, 1, 2])
    expect(whyNot(open, { ...board, keys: 4, issued: [4], ...participants([0, 1, 2, 3]) })).toBe(
      'ballot-twice',
    )
  })

  it('is not closed with a ballot from a key that was not signed for it', () => {
    const open = voting(issuing)
    const forged = ballotOf(open.vote, slip(0), YES, { by: [] })
    const [signature] = ballotOf(open.vote, slip(1), YES).issued
    const stolen = { ...forged, issued: [signature!] }
    const foreign = ballotOf(byOthers(open.vote), slip(0), YES)
    const elsewhere = { ...open.vote, context: new Uint8Array(32) }
    const replayed = ballotOf(elsewhere, slip(0), YES)
    for (const ballot of [stolen, foreign, replayed])
      expect(whyNot(open, boardOf([ballot], [0]))).toBe('ballot-not-issued')
  })

  it('is closed neither early nor without its board', () => {
    const open = voting(issuing)
    const { closes } = voteIn(open)
    expect(whyNot(open, twoToOne(open.vote), closes - 1)).toBe('not-due')
    const bare = { vote: open.id, results: [], settlement: null }
    const { size, law } = open.world.org.head.get()
    const header = {
      seq: size,
      at: closes,
      by: 'clerk',
      id: uuid('close'),
      type: 'vote.close',
      law,
      unit: ROOT,
    }
    expect(check(open.world.org, { ...header, body: bare })?.code).toBe('board-missing')
  })

  it('is told by numbers and commitments where the rules want no names', () => {
    const open = voting(issuing, { participation: 'committed' })
    const board = withCommitments(10)(twoToOne(open.vote))
    expect(whyNot(open, twoToOne(open.vote))).toBe('board-participation')
    expect(whyNot(open, withCommitments(9)(board))).toBe('board-participation')
    close(open, board)
    expect(auditOf(open.world.entries)).toMatchObject({ violations: [], unchecked: [] })
  })
})

describe('what the clerk does wrong shows', () => {
  it('a dropped ballot by its receipt', () => {
    const open = voting(issuing)
    const ballots = ballotsOfAll(open.vote, { 0: YES, 1: YES, 2: NO })
    const receipts = ballots.map((ballot) => makeReceipt(issuing.receiptSeed, open.vote.context, ballot))
    close(open, { ...boardOf(ballots.slice(1), [0, 1, 2]) })
    expect(auditOf(open.world.entries).violations).toEqual([])
    const key = fromBase64(voteIn(open).secret!.receiptKey)!
    const [dropped, kept] = receipts.map((bytes) => readReceipt(key, open.vote.context, bytes)!)
    const board = readBoard(open.vote, boardOn(open))
    expect(boardKeeps(board as never, dropped!)).toBe(false)
    expect(boardKeeps(board as never, kept!)).toBe(true)
  })

  it('an added ballot by the numbers: somebody is named who did not take part, or there are more ballots than keys', () => {
    const open = voting(issuing)
    const stuffed = boardOf(ballotsOfAll(open.vote, { 0: YES, 1: YES, 2: NO, 9: YES }), [0, 1, 2])
    expect(whyNot(open, stuffed)).toBe('board-counts')
    expect(whyNot(open, { ...stuffed, issued: [4] })).toBe('board-participation')
    close(open, { ...stuffed, issued: [4], ...participants([0, 1, 2, 9]) })
    const { body } = open.world.entries.find(
      ({ type, seq }) => type === 'vote.close' && seq === closedSeq(open),
    )!
    expect(JSON.stringify(body)).toContain(person(9))
  })

  it('a second key for one voter: ballots from it are from no key of the vote', () => {
    const open = voting(issuing)
    const ballots = [ballotOf(open.vote, slip(0), YES), ballotOf(byOthers(open.vote), slip(1), NO)]
    expect(whyNot(open, boardOf(ballots, [0, 1]))).toBe('ballot-not-issued')
  })

  it('another result than the ballots give', () => {
    const open = voting(issuing)
    expect(whyNot(open, boardOf(ballotsOfAll(open.vote, { 0: YES, 1: NO, 2: ABSTAIN }), [0, 1, 2]))).toBe(
      'wrong-result',
    )
  })
})

function named(members: readonly string[]): (board: Board) => Board {
  return (board) => ({ ...board, participation: { kind: 'named', members: [...members] } })
}

function withCommitments(count: number): (board: Board) => Board {
  const commitments = Array.from({ length: count }, () => SOME_HASH)
  return (board) => ({ ...board, participation: { kind: 'committed', commitments } })
}

function twice({ board }: Board): Partial<Board> {
  const [first = '', ...rest] = board
  return { board: [first, first, ...rest], keys: 4, issued: [4], ...participants([0, 1, 2, 3]) }
}

function changedBallots(change: (bytes: Uint8Array) => Uint8Array): (board: Board) => Board {
  return (board) => ({ ...board, board: board.board.map((text) => toBase64(change(fromBase64(text)!))) })
}

/** The choice stands after version, key and number. */
function flipChoice(bytes: Uint8Array): Uint8Array {
  return bytes.fill(bytes[37] === YES[0] ? NO[0]! : YES[0]!, 37, 38)
}

/** The vote as it would be with a key that was never announced for it. */
function byOthers(vote: TestVote): TestVote {
  const moduli = other.keys.issuers.map(({ modulus }) => issuerKey(fromBase64(modulus)!)!)
  return { ...vote, issuers: moduli, signers: other.signers }
}

function closedSeq(open: Voting): number {
  const vote = voteIn(open)
  return vote.status === 'closed' ? vote.closedSeq : -1
}

function boardOn(open: Voting): readonly string[] {
  const entry = open.world.entries[closedSeq(open)]
  return (entry?.body as { secret: Board }).secret.board
}
