import { describe, expect, it } from 'vitest'
import type { Entry } from '#modules/record/core'
import type { ItemResult } from '#modules/voting/core'
import { auditOf } from '../../../test/kit/export.ts'
import {
  castAll,
  clausesOf,
  DAY,
  DEBATE,
  inDebate,
  person,
  ratifiedWorld,
  ROOT,
  SOME_HASH,
  uuid,
  VOTING,
  type World,
} from '../../../test/kit/given.ts'

const TEXT = { hash: SOME_HASH, length: 3 }

/** Ten members, two admissions, a vote of 4 to 2 in which one changed their mind, another of 5 to 0, and one still open. */
function historyOf(): World {
  const world = ratifiedWorld()
  for (const n of [20, 21]) {
    world.given('nobody', 'member.apply', { member: person(n), home: ROOT, details: SOME_HASH })
    world.given(person(3), 'member.vouch', { member: person(n) })
    world.given(person(0), 'member.admit', { member: person(n) })
  }
  const motion = inDebate(world, 'First', { kind: 'resolve' }, ['First.'])
  world.given(person(4), 'speech.give', { speech: uuid('s'), motion, side: 'for', text: TEXT })
  world.pass(DEBATE)
  castAll(world, { 0: ['yes'], 1: ['yes'], 2: ['no'], 3: ['no'], 4: ['no'], 5: ['yes'] })
  castAll(world, { 4: ['yes'] })
  world.pass(VOTING)
  inDebate(world, 'Second', { kind: 'resolve' }, ['Second.'])
  world.pass(DEBATE)
  castAll(world, { 0: ['yes'], 1: ['yes'], 2: ['yes'], 3: ['yes'], 4: ['yes'] })
  world.pass(VOTING)
  inDebate(world, 'Third', { kind: 'resolve' }, ['Third.'])
  world.pass(DEBATE)
  castAll(world, { 0: ['yes'], 1: ['no'] })
  return world
}

const world = historyOf()
const [, first, second, third] = [...world.org.voting.votes.keys()]
const ballotIn =
  (vote: string | undefined) =>
  ({ type, body }: Entry): boolean =>
    type === 'ballot.cast' && (body as { vote: string }).vote === vote

/** The same entries, where the result of this vote is written anew by somebody who has the key. */
function forged(
  vote: string | undefined,
  yes: number,
  no: number,
  outcome: string,
  adopted: boolean,
): readonly Entry[] {
  return world.entries.map((entry) => {
    if (entry.type !== 'vote.close' || (entry.body as { vote: string }).vote !== vote) return entry
    const results = [{ tally: { yes, no, abstain: 0 }, outcome }]
    return { ...entry, body: { vote, results, settlement: { adopted, notCarriedOut: null } } }
  })
}

/** Entries with one more before the end. */
function with_(
  entries: readonly Entry[],
  more: Pick<Entry, 'by' | 'type' | 'body'> & Partial<Entry>,
): readonly Entry[] {
  const last = entries.at(-1)
  const entry = { seq: entries.length, at: last?.at ?? 0, id: uuid('more'), law: 1, unit: null, ...more }
  return [...entries, entry]
}

function found(entries: readonly Entry[], hides?: (entry: Entry) => boolean) {
  const { violations, unchecked } = auditOf(entries, hides)
  return {
    violations: violations.map(({ seq, code }) => [seq === undefined ? undefined : entries[seq]?.type, code]),
    unchecked: unchecked.map(({ seq, code }) => [seq === undefined ? undefined : entries[seq]?.type, code]),
  }
}

describe('closed ballots', () => {
  it('of a vote that is still open leave nothing unchecked, and are counted', () => {
    expect(found(world.entries, ballotIn(third))).toEqual({ violations: [], unchecked: [] })
    expect(auditOf(world.entries, ballotIn(third)).closed).toEqual({ 'ballot.cast': 2 })
  })

  it('leave the result of their vote unchecked, and it is named', () => {
    expect(found(world.entries, ballotIn(first))).toEqual({
      violations: [],
      unchecked: [['vote.close', 'ballots-closed']],
    })
    expect(auditOf(world.entries, ballotIn(first)).votes).toBe(2)
  })

  it('are named though the result would be the same without them', () => {
    const overruled = (entry: Entry): boolean =>
      ballotIn(first)(entry) && entry.by === person(4) && JSON.stringify(entry.body).includes('no')
    expect(world.entries.filter(overruled)).toHaveLength(1)
    expect(found(world.entries, overruled)).toEqual({
      violations: [],
      unchecked: [['vote.close', 'ballots-closed']],
    })
  })

  it('explain no more votes than there are of them, and no outcome that the rules do not give', () => {
    const one = (entry: Entry): boolean => ballotIn(first)(entry) && entry.by === person(3)
    expect(found(forged(first, 5, 1, 'adopted', true), one)).toEqual({
      violations: [],
      unchecked: [['vote.close', 'ballots-closed']],
    })
    const wrong = { violations: [['vote.close', 'wrong-result']], unchecked: [] }
    expect(found(forged(first, 6, 1, 'adopted', true), one)).toEqual(wrong)
    expect(found(forged(first, 4, 3, 'adopted', true), one)).toEqual(wrong)
    expect(found(forged(first, 6, 0, 'adopted', true), one)).toEqual(wrong)
    expect(found(forged(first, 3, 3, 'tied', false), one)).toEqual(wrong)
    expect(found(forged(first, 3, 1, 'adopted', true), one)).toEqual(wrong)
    expect(found(forged(first, 4, 2, 'short', false), one)).toEqual(wrong)
    expect(found(forged(first, 4, 2, 'adopted', false), one)).toEqual(wrong)
    const anyBallot = ballotIn(first)
    expect(found(forged(first, 0, 6, 'short', false), anyBallot).violations).toEqual([])
    expect(found(forged(first, 1, 4, 'short', false), anyBallot)).toEqual(wrong)
    expect(found(forged(first, 1, 6, 'short', false), anyBallot)).toEqual(wrong)
  })

  it('may have been for any of the votes that were open', () => {
    const both = ratifiedWorld()
    for (const name of ['One', 'Two']) inDebate(both, name, { kind: 'resolve' }, [`${name}.`])
    both.pass(DEBATE)
    const [, one = '', two = ''] = [...both.org.voting.votes.keys()]
    for (const n of [0, 1, 2, 3, 4])
      both.given(person(n), 'ballot.cast', { vote: n < 3 ? one : two, choices: ['yes'] })
    both.pass(VOTING)
    expect(found(both.entries, (entry) => ballotIn(one)(entry) || ballotIn(two)(entry))).toEqual({
      violations: [],
      unchecked: [
        ['vote.close', 'ballots-closed'],
        ['vote.close', 'ballots-closed'],
      ],
    })
  })

  it('explain nothing about another vote', () => {
    expect(found(forged(second, 2, 3, 'short', false), ballotIn(first)).violations).toEqual([
      ['vote.close', 'wrong-result'],
    ])
    expect(found(forged(second, 2, 3, 'short', false), ballotIn(third)).violations).toEqual([
      ['vote.close', 'wrong-result'],
    ])
  })

  it('come from members on a roll, while a vote is open', () => {
    const body = { vote: third ?? '', choices: ['yes'] }
    const more = (by: string, at?: number) =>
      with_(world.entries, { by, type: 'ballot.cast', body, ...(at === undefined ? {} : { at }) })
    const closedLast = ({ id }: Entry): boolean => id === uuid('more')
    expect(found(more(person(2)), closedLast)).toEqual({ violations: [], unchecked: [] })
    expect(found(more(person(77)), closedLast).violations).toEqual([['ballot.cast', 'not-a-member']])
    expect(found(more(person(20)), closedLast).violations).toEqual([])
    expect(found(more('nobody'), closedLast).violations).toEqual([['ballot.cast', 'not-for-you']])
    expect(found(more(person(2), world.now + VOTING), closedLast).violations).toEqual([
      ['ballot.cast', 'something-is-due'],
    ])
    const early = world.entries.slice(
      0,
      world.entries.findIndex(({ type }) => type === 'member.apply'),
    )
    const before = with_(early, { by: person(2), type: 'ballot.cast', body })
    expect(found(before, closedLast).violations).toEqual([['ballot.cast', 'not-on-roll']])
  })
})

describe('closed vouches', () => {
  const vouches = ({ type }: Entry): boolean => type === 'member.vouch'

  it('leave the admissions unchecked that they may have been for', () => {
    expect(found(world.entries, vouches)).toEqual({
      violations: [],
      unchecked: [
        ['member.admit', 'too-few-vouches'],
        ['member.admit', 'too-few-vouches'],
      ],
    })
  })

  it('explain no more admissions than there are of them', () => {
    // The second vouch is left out altogether by somebody who has the key: one closed vouch cannot stand for both.
    const at = world.entries.findLastIndex(vouches)
    const fewer = world.entries.flatMap((entry, i) =>
      i === at ? [] : [{ ...entry, seq: i > at ? entry.seq - 1 : entry.seq }],
    )
    expect(found(fewer, vouches).violations).toEqual([['member.admit', 'too-few-vouches']])
  })

  it('explain nothing else', () => {
    const forgedEnd = with_(world.entries, {
      by: person(5),
      type: 'member.admit',
      body: { member: person(20) },
    })
    expect(found(forgedEnd, vouches).violations).toEqual([['member.admit', 'wrong-status']])
  })

  it('come from members', () => {
    const more = with_(world.entries, { by: person(77), type: 'member.vouch', body: { member: person(20) } })
    expect(found(more, ({ id }) => id === uuid('more')).violations).toEqual([
      ['member.vouch', 'not-a-member'],
    ])
  })
})

describe('other closed entries', () => {
  it('explain nothing where no rule asks for them', () => {
    const speech = ({ type }: Entry): boolean => type === 'speech.give'
    expect(found(world.entries, speech)).toEqual({ violations: [], unchecked: [] })
    expect(found(forged(second, 2, 3, 'short', false), speech).violations).toEqual([
      ['vote.close', 'wrong-result'],
    ])
  })

  it('are named where rules ask for them, once a type, and what follows is unchecked and no violation', () => {
    const proposals = ({ type }: Entry): boolean => type === 'motion.propose'
    const { violations, unchecked } = found(world.entries, proposals)
    expect(violations).toEqual([])
    expect(unchecked[0]).toEqual(['motion.propose', 'body-closed'])
    expect(unchecked.filter(([, code]) => code === 'body-closed')).toHaveLength(1)
  })

  it('are of a known type and law, in their time', () => {
    const more = (entry: Partial<Entry>) =>
      found(
        with_(world.entries, { by: person(1), type: 'speech.give', body: null, ...entry }),
        ({ id }) => id === uuid('more'),
      ).violations
    expect(more({})).toEqual([])
    expect(more({ type: 'speech.shout' })).toEqual([['speech.shout', 'unknown-act']])
    expect(more({ law: 2 })).toEqual([['speech.give', 'wrong-law']])
    expect(more({ unit: uuid('nowhere') })).toEqual([['speech.give', 'unknown-unit']])
    expect(more({ by: 'clerk' })).toEqual([['speech.give', 'not-for-you']])
    expect(more({ at: world.now + 40 * DAY })).toEqual([['speech.give', 'something-is-due']])
  })
})

it('a result with something hidden in it, so that it would not be carried out, is found', () => {
  // Parsers drop a key of this name without a word; what is applied must be what was checked.
  const at = world.entries.findIndex(
    ({ type, body }) => type === 'vote.close' && (body as { vote: string }).vote === first,
  )
  const text = JSON.stringify(world.entries[at]).replace(
    '"settlement":{',
    '"settlement":{"__proto__":{"x":1},',
  )
  const smuggled = world.entries.with(at, JSON.parse(text) as Entry)
  expect(JSON.stringify(smuggled[at])).toContain('__proto__')
  expect(found(smuggled).violations).toContainEqual(['vote.close', 'wrong-result'])
})

it('the history of these tests is as it should be', () => {
  expect(found(world.entries)).toEqual({ violations: [], unchecked: [] })
  const results = [first, second].map(
    (id) => world.org.voting.votes.get(id ?? '') as { results?: readonly ItemResult[] },
  )
  expect(results.map((vote) => vote.results?.[0]?.tally)).toEqual([
    { yes: 4, no: 2, abstain: 0 },
    { yes: 5, no: 0, abstain: 0 },
  ])
  expect(clausesOf('x')).toHaveLength(1)
})
