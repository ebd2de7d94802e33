import { expect, test } from 'vitest'
import { PRESETS } from '#modules/rulebook/core'
import { joiningSentence, sayMajority, sayShare, shortSentences } from './rules.ts'

test('a set of rules is told by its numbers', () => {
  expect(shortSentences(PRESETS.branch)).toEqual([
    '2 seconders for a motion, 7 days of debate, 5 days of voting, a fifth of the roll as a quorum.',
    'Two thirds for points of unity, two thirds for rules.',
    '2 members vouch for an applicant.',
  ])
  expect(joiningSentence(PRESETS['reading-group'])).toBe(
    '1 member vouches for an applicant; a first vote comes 14 days after admission.',
  )
})

test('majorities say whether more than the share is needed, and of what', () => {
  expect(sayMajority(PRESETS.branch.majorities.ordinary)).toBe('more than half of the yes and no votes')
  expect(sayMajority({ share: '7/12', more: false, of: 'roll' })).toBe('at least 7/12 of the whole roll')
  expect(sayShare('2/3')).toBe('two thirds')
})
