import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allows, SCOPES, scopeOf, scopesIn } from './index.ts'

test.each([
  ['ballot.cast', 'vote'],
  ['motion.propose', 'motions'],
  ['amendment.second', 'motions'],
  ['meeting.decide', 'meetings'],
  ['member.admit', 'roll'],
  ['standing.notice', 'roll'],
  ['standing.contest', 'act'],
  // What belongs to no area needs the widest scope.
  ['member.resign', 'act'],
  ['member.move', 'act'],
  ['unit.join', 'act'],
  ['something.new', 'act'],
] as const)('an act of the type %s needs the scope %s', (type, scope) => {
  expect(scopeOf(type)).toBe(scope)
})

test('a scope allows its own area, and act allows every act', () => {
  expect(allows(['vote'], 'vote')).toBe(true)
  expect(allows(['vote'], 'motions')).toBe(false)
  expect(allows(['act'], 'motions')).toBe(true)
  expect(allows(['act'], 'read')).toBe(false)
  expect(allows(['act'], 'webhooks')).toBe(false)
  expect(allows(['read'], 'act')).toBe(false)
  expect(allows([], 'read')).toBe(false)
})

const OTHERS = SCOPES.filter((scope) => scope !== 'sealed')

test('no others together allow what is sealed, and it allows nothing else', () => {
  fc.assert(
    fc.property(fc.subarray(OTHERS), (some) => {
      expect(allows(some, 'sealed')).toBe(false)
      expect(allows([...some, 'sealed'], 'sealed')).toBe(true)
      for (const scope of OTHERS) expect(allows([...some, 'sealed'], scope)).toBe(allows(some, scope))
    }),
  )
})

test('reads scopes in one order, and no words that are none', () => {
  expect(scopesIn(['vote', 'everything', 'read', 'vote'])).toEqual(['read', 'vote'])
})
