import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { choiceOfLetters } from '#modules/ballots/core'
import { check } from '#organization'
import type { Json } from '#kernel/canonical'
import {
  adoptLaws,
  DEBATE,
  HOUR,
  inDebate,
  openVote,
  person,
  ratifiedWorld,
  RESOLVE,
  ROOT,
  SOME_HASH,
  uuid,
} from '../../../../test/kit/given.ts'
import {
  announcePolling,
  onCandidates,
  onQuestions,
  withPaper,
  withRankedPaper,
} from '../../../../test/kit/secret-samples.ts'
import {
  boardOf,
  close,
  makeIssuing,
  NO,
  twoToOne,
  voteIn,
  voting,
  whyNot,
  withPapers,
  YES,
} from '../../../../test/kit/secret-world.ts'
import { sessionAt, type Board } from './index.ts'

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

  it('are none where no session was announced, or each was cancelled; before the seventh law nobody looked', () => {
    const sample = onQuestions(issuing)
    const board = withPapers(sample.board, [3, 4, 5], [NO, YES])
    expect(whyNot(sample, board)).toBe('polling-unfit')
    announcePolling(sample)
    expect(whyNot(sample, board)).toBe('wrong-result')
    sample.world.given(person(0), 'polling.cancel', { vote: sample.id, session: uuid('session') })
    expect(whyNot(sample, board)).toBe('polling-unfit')
    const { head } = sample.world.org
    head.set({ ...head.get(), law: 6 })
    expect(whyNot(sample, board)).toBe('wrong-result')
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
    announcePolling(open)
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
        // Where the papers fit, what is left to refuse is the result.
        const isUnfit = whyNot(open, { ...board, polling }) === 'polling-unfit'
        expect(isUnfit).toBe(takers === 0 || said.length > takers)
      }),
      { numRuns: 60 },
    )
  })
})

describe('A polling session', () => {
  const announced = (
    vote: string,
    from: number,
    changed: Record<string, Json> = {},
  ): Record<string, Json> => ({
    ...{
      vote,
      session: uuid('session'),
      from,
      until: from + 3 * HOUR,
      place: { hash: SOME_HASH, length: 20 },
    },
    ...changed,
  })

  it('is announced before it begins, by who holds the meetings of the unit, and ends before the close', () => {
    const { world, id } = voting(issuing)
    const from = world.now + HOUR
    const why = (by: number, changed: Record<string, Json> = {}): string | undefined =>
      world.when(person(by), 'polling.announce', announced(id, from, changed))?.code
    expect(why(5)).toBe('needs-duty')
    expect(why(0, { from: world.now - 1 })).toBe('polling-time')
    expect(why(0, { until: from })).toBe('polling-time')
    expect(why(0, { until: from + 49 * HOUR })).toBe('polling-time')
    expect(why(0, { place: { hash: SOME_HASH, length: 301 } })).toBe('polling-place')
    const { closes } = voteIn({ world, id })
    expect(why(0, { from: closes - HOUR, until: closes + 1 })).toBe('polling-late')
    expect(why(0)).toBeUndefined()
    expect(why(1)).toBe('id-taken')
    const vote = voteIn({ world, id })
    expect([from - 1, from, from + 3 * HOUR].map((at) => sessionAt(vote, at)?.id)).toEqual([
      undefined,
      uuid('session'),
      undefined,
    ])
  })

  it('is none of an open vote, and is not cancelled once it has begun', () => {
    const { world, id } = voting(issuing)
    world.given(person(0), 'polling.announce', announced(id, world.now + HOUR))
    const cancel = { vote: id, session: uuid('session') }
    expect(world.when(person(5), 'polling.cancel', cancel)?.code).toBe('needs-duty')
    expect(world.when(person(1), 'polling.cancel', { ...cancel, session: uuid('other') })?.code).toBe(
      'unknown-session',
    )
    world.pass(HOUR)
    expect(world.when(person(1), 'polling.cancel', cancel)?.code).toBe('polling-begun')
    const later = announced(id, world.now + HOUR, { session: uuid('later') })
    world.given(person(0), 'polling.announce', later)
    world.given(person(1), 'polling.cancel', { ...cancel, session: uuid('later') })
    expect(voteIn({ world, id }).sessions?.map((each) => each.id)).toEqual([uuid('session')])
    const open = ratifiedWorld()
    adoptLaws(open)
    inDebate(open, 'Open', RESOLVE, ['We meet.'])
    open.pass(DEBATE)
    const why = open.when(person(0), 'polling.announce', announced(openVote(open), open.now + HOUR))
    expect(why?.code).toBe('vote-not-secret')
  })
})
