import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { choiceOfLetters } from '#modules/ballots/core'
import { check } from '#organization'
import { person, ROOT, uuid } from '../../../../test/kit/given.ts'
import { onCandidates, withPaper, withRankedPaper } from '../../../../test/kit/secret-samples.ts'
import {
  boardOf,
  close,
  makeIssuing,
  twoToOne,
  voteIn,
  voting,
  whyNot,
  withPapers,
} from '../../../../test/kit/secret-world.ts'
import type { Board } from './index.ts'

const issuing = await makeIssuing()

describe('Papers of a polling session', () => {
  it('are counted with the ballots, and their numbers are told apart', () => {
    const sample = withPaper(issuing)
    close(sample, sample.board)
    expect(voteIn(sample)).toMatchObject({
      status: 'closed',
      results: [{ tally: { yes: 3, no: 2, abstain: 0 } }],
      counts: { issued: [3], keys: 3, cast: 3, paper: 2, polling: { officers: [{ screens: 1, papers: 3 }] } },
    })
  })

  it('are counted among ranked ballots, and stand among the papers that anybody counts again', () => {
    const [bare, sample] = [onCandidates(issuing), withRankedPaper(issuing)]
    for (const each of [bare, sample]) {
      each.world.boards.set(each.id, each.board)
      each.world.pass(voteIn(each).closes - each.world.now)
    }
    const [without, vote] = [voteIn(bare), voteIn(sample)]
    if (vote.status !== 'closed' || without.status !== 'closed') throw new Error('it is open')
    expect([without.count?.ballots, vote.count?.ballots]).toEqual([5, 7])
    expect(vote.papers).toContainEqual(['2>0', 1])
    expect(without.papers).not.toContainEqual(['2>0', 1])
  })

  it('change nothing in a vote without a polling session', () => {
    const open = voting(issuing)
    close(open, twoToOne(open.vote))
    const vote = voteIn(open)
    expect(vote.status === 'closed' && Object.keys(vote.counts ?? {})).toEqual(['issued', 'keys', 'cast'])
  })

  it('are none before the sixth law', () => {
    const open = voting(issuing)
    const { board } = withPaper(issuing)
    const at = voteIn(open).closes
    const head = open.world.org.head.get()
    open.world.org.head.set({ ...head, law: 5 })
    const body = { vote: open.id, results: [], secret: { ...board, board: [] }, settlement: null }
    const header = {
      seq: head.size,
      at,
      by: 'clerk',
      id: uuid('close'),
      type: 'vote.close',
      law: 5,
      unit: ROOT,
    }
    expect(check(open.world.org, { ...header, body })?.code).toBe('polling-unfit')
  })

  it('need tellers who are on the roll, and officers who are members', () => {
    const sample = withPaper(issuing)
    const changed = (polling: Board['polling']): Board => ({ ...sample.board, ...(polling && { polling }) })
    const { officers, batches } = sample.board.polling!
    expect(whyNot(sample, sample.board)).toBe('wrong-result')
    const strangers = [{ ...batches[0]!, tellers: [person(1), person(99)] as [string, string] }]
    expect(whyNot(sample, changed({ officers, batches: strangers }))).toBe('polling-unfit')
    const nobody = [{ ...officers[0]!, member: person(99) }]
    expect(whyNot(sample, changed({ officers: nobody, batches }))).toBe('polling-unfit')
  })

  it('are never more than members who took one, whatever they say', () => {
    const open = voting(issuing)
    const letters = fc.array(fc.constantFrom('y', 'n', 'a'), { maxLength: 8 })
    fc.assert(
      fc.property(letters, fc.integer({ min: 0, max: 10 }), (said, takers) => {
        const all = Array.from({ length: takers }, (_, n) => n)
        const board = withPapers(boardOf([], []), all, said.map(choiceOfLetters))
        const { officers } = board.polling!
        const polling = {
          officers: officers.map((each) => ({ ...each, screens: 0 })),
          batches: said.length === 0 ? [] : board.polling!.batches,
        }
        const found = whyNot(open, { ...board, polling })
        expect(found).toBe(takers === 0 || said.length > takers ? 'polling-unfit' : 'wrong-result')
      }),
      { numRuns: 60 },
    )
  })
})
