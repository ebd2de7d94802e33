import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RuleSet } from '#modules/rulebook/core'
import {
  castAll,
  DAY,
  HOUR,
  inDebate,
  person,
  ratifiedWorld,
  ROOT,
  RULES,
  uuid,
  type World,
} from '../../../test/kit/given.ts'
import { foundedWorld } from '../../../test/kit/random-beginning.ts'
import { take } from '../../../test/kit/random-history.ts'
import { steps } from '../../../test/kit/random-steps.ts'
import { pinnedRules, voteUnder, whatIf } from './what-if.ts'

/** A motion that nine of ten voted on: so many yes, the others no. */
function decided(yes: number, of = 9): World {
  const world = ratifiedWorld(10)
  inDebate(world, 'Rents', { kind: 'resolve' }, ['Rents go down.'])
  world.pass(RULES.debateHours * HOUR)
  castAll(world, Object.fromEntries(Array.from({ length: of }, (_, n) => [n, [n < yes ? 'yes' : 'no']])))
  world.pass(RULES.votingHours * HOUR)
  return world
}

const under = (world: World, changed: Partial<RuleSet>) =>
  whatIf(world.org, ROOT, { ...RULES, ...changed }, 20)
const ends = (world: World, changed: Partial<RuleSet>): readonly (readonly string[])[] =>
  under(world, changed).map(({ questions }) =>
    questions.map(({ then, now, differs }) => `${then.outcome} ${now.outcome}${differs ? '!' : ''}`),
  )

const TWO_THIRDS = { share: '2/3', more: false, of: 'cast' } as const

describe('the last votes under other rules', () => {
  it('end as they did under the same, newest first', () => {
    expect(ends(decided(5), {})).toEqual([['adopted adopted'], ['adopted adopted']])
    expect(under(decided(5), {}).map(({ otherwise }) => otherwise)).toEqual([[], []])
  })

  it('end otherwise by another majority or quorum, with the arithmetic of both', () => {
    const world = decided(5)
    const majorities = { ...RULES.majorities, ordinary: TWO_THIRDS }
    expect(ends(world, { majorities })).toEqual([['adopted short!'], ['adopted adopted']])
    expect(under(world, { majorities })[0]?.questions[0]).toMatchObject({
      then: { needed: 5 },
      now: { needed: 6 },
    })
    expect(ends(decided(3, 4), { quorum: '1/2' })[0]).toEqual(['adopted no-quorum!'])
    expect(ends(decided(4), { quorum: '1/2' })[0]).toEqual(['short short'])
  })

  it('tell what cannot be known: seconds, and lengths of debate and vote', () => {
    const changed = { motionSeconds: 3, debateHours: 72, votingHours: 24 }
    expect(under(decided(5), changed)[0]?.otherwise).toEqual([
      { kind: 'debate', was: 168, would: 72 },
      { kind: 'voting', was: 120, would: 24 },
      { kind: 'seconds', had: 1, needed: 3 },
    ])
  })

  it('tell which amendments would have been voted on, and that the text would have been another', () => {
    const world = ratifiedWorld(10)
    const motion = inDebate(world, 'Rents', { kind: 'resolve' }, ['Rents go down.'])
    for (const n of [1, 2]) {
      const changes = [{ kind: 'insert', after: null, clause: uuid('new', n), text: `More ${n}.` }]
      world.given(person(n), 'amendment.propose', { amendment: uuid('a', n), motion, changes, reason: null })
    }
    world.given(person(3), 'amendment.second', { amendment: uuid('a', 1) })
    world.pass(RULES.debateHours * HOUR)
    castAll(world, Object.fromEntries(Array.from({ length: 9 }, (_, n) => [n, [n < 5 ? 'yes' : 'no']])))
    world.pass(RULES.votingHours * HOUR)
    castAll(world, { 0: ['yes'], 1: ['yes'], 2: ['yes'] })
    world.pass(RULES.votingHours * HOUR)
    const majorities = { ...RULES.majorities, ordinary: TWO_THIRDS }
    const [last, amendments] = under(world, { amendmentSeconds: 0, majorities })
    expect(amendments?.questions).toMatchObject([{ number: 1, differs: true }])
    expect(amendments?.otherwise).toEqual([{ kind: 'let-in', number: 2, had: 0, needed: 0 }])
    expect(last?.otherwise).toEqual([{ kind: 'text' }])
    expect(under(world, { amendmentSeconds: 2 })[1]?.otherwise).toEqual([
      { kind: 'shut-out', number: 1, had: 1, needed: 2 },
    ])
  })

  it('are as many as are asked for', () => {
    expect(whatIf(decided(5).org, ROOT, RULES, 1)).toHaveLength(1)
  })
})

it('the rules that were pinned decide every vote of any history as it was decided', () => {
  let votes = 0
  fc.assert(
    fc.property(steps(60), (list) => {
      const world = foundedWorld(8, true)
      for (const step of list) take(world, step)
      world.pass(40 * DAY)
      for (const vote of world.org.voting.votes.values()) {
        const motion = world.org.motions.motions.get(vote.subject.id)
        // Elections, recalls and cases are about no motion.
        if (vote.status !== 'closed' || ['election', 'recall', 'case'].includes(vote.subject.kind)) continue
        const rules = motion === undefined ? undefined : pinnedRules(motion)
        const found = rules === undefined ? undefined : voteUnder(world.org, vote, rules)
        expect(found?.differs).toBe(false)
        expect(found?.questions.map(({ now }) => now.outcome)).toEqual(
          vote.results.map(({ outcome }) => outcome),
        )
        votes++
      }
    }),
    { numRuns: 30 },
  )
  expect(votes).toBeGreaterThan(30)
})
