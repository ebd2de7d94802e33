import { expect, test } from 'vitest'
import { createDeadlines } from '#kernel/deadlines'
import { createJournal, createTable } from '#kernel/journal'
import { countAhead, largeCountsDue } from './count-ahead.server.ts'
import { countPapers, digestOfResult, summaryOf } from './core/count-papers.ts'
import { digestOf, packRanks, papersIn, papersOf } from './core/papers.ts'
import { createVoting, VOTE_CLOSE, type RankedQuestion, type Vote } from './core/index.ts'

const CLOSES = 1_000

/** A state with one open vote on nine candidates, and so many ballots by a fixed generator. */
function stateWith(ballots: number, method: RankedQuestion['method'] = 'scottish-stv') {
  const journal = createJournal()
  const state = { voting: createVoting(journal), deadlines: createDeadlines(journal) }
  const ranked = {
    candidates: Array.from({ length: 9 }, (_, i) => `m-00000000000${i}`),
    seats: method === 'irv' ? 1 : 3,
    method,
    commitment: null,
  }
  const vote = {
    ...{ status: 'open', id: 'v', unit: 'u', subject: { kind: 'election', id: 'e' }, items: [] },
    ...{ quorum: '1/10', opens: 0, closes: CLOSES, openedSeq: 0, roll: { size: ballots, digest: '' } },
    onRoll: new Uint8Array(),
    ranked,
    ballots: createTable<number, string>(journal),
  } as const satisfies Vote
  let random = 1
  const next = (below: number): number => {
    random = (Math.imul(random, 1103515245) + 12345) >>> 0
    return (random >>> 8) % below
  }
  for (let voter = 0; voter < ballots; voter++) {
    const ranks = new Set(Array.from({ length: 1 + next(6) }, () => next(next(9) + 1)))
    vote.ballots.set(voter, packRanks([...ranks].map((each) => [each])))
  }
  vote.ballots.set(0, '')
  state.voting.votes.set('v', vote)
  state.deadlines.set(VOTE_CLOSE, 'v', CLOSES)
  return { state, vote }
}

test('only large votes on candidates that are to close by now are counted ahead', () => {
  const { state } = stateWith(5_001)
  expect(largeCountsDue(state, CLOSES - 1)).toEqual([])
  expect(largeCountsDue(state, CLOSES)).toHaveLength(1)
  expect(largeCountsDue(stateWith(5_000).state, CLOSES)).toEqual([])
})

test.each(['scottish-stv', 'meek', 'irv'] as const)(
  'what a thread counted by %s is what the close would have counted, and the close takes it',
  async (method) => {
    const { vote } = stateWith(45_000, method)
    const papers = papersOf(vote.ballots.values())
    const there = structuredClone(papers)
    expect(await countAhead(vote)).toBe(true)
    const taken = papersIn(vote.ballots)
    // The very same list every time: nothing is made of the ballots again.
    expect(papersIn(vote.ballots)).toBe(taken)
    expect(taken).toEqual(papers)
    expect(digestOf(taken)).toBe(digestOf(there))
    const result = countPapers(vote.ranked, taken)
    // Another question is counted here, and comes to the same.
    const here = countPapers({ ...vote.ranked, commitment: 'A'.repeat(44) }, there)
    expect(here).toEqual(result)
    expect(here).not.toBe(result)
    expect(digestOfResult(result)).toBe(digestOfResult(here))
    const roll = { roll: vote.roll.size, quorum: vote.quorum }
    expect(summaryOf(result, taken, roll)).toEqual(summaryOf(here, there, roll))
  },
)

test('a ballot that is cast or taken back after it was counted ahead counts', async () => {
  const { vote } = stateWith(5_001)
  expect(await countAhead(vote)).toBe(true)
  const before = papersIn(vote.ballots)
  vote.ballots.set(1, '8>7>6>5>4>3>2')
  const after = papersIn(vote.ballots)
  expect(after).toEqual(papersOf(vote.ballots.values()))
  expect(after).not.toEqual(before)
  expect(countPapers(vote.ranked, after)).not.toBe(countPapers(vote.ranked, before))
})

test('ballots that change while they are read are left to the close', async () => {
  const { vote } = stateWith(45_000)
  const counting = countAhead(vote)
  vote.ballots.set(1, '8')
  expect(await counting).toBe(false)
  expect(papersIn(vote.ballots)).toEqual(papersOf(vote.ballots.values()))
})
