import { describe, expect, it, test } from 'vitest'
import type { Majority } from '#modules/counting/core'
import { breaches, FLOORS, strictest } from './floors.ts'
import { PRESET_NAMES, PRESETS } from './presets.ts'
import { ruleSetShape, type Bounds, type RuleSet } from './rule-set.ts'

const RULES = PRESETS.branch

/** Rules at every floor at once. */
const LOWEST: RuleSet = {
  ...RULES,
  debateHours: 72,
  votingHours: 24,
  amendmentFreezeHours: 36,
  motionSeconds: 20,
  amendmentSeconds: 20,
  quorum: '1/20',
  majorities: {
    ordinary: { share: '1/2', more: true, of: 'cast' },
    unity: { share: '3/5', more: false, of: 'cast' },
    rules: { share: '3/5', more: false, of: 'cast' },
  },
  admissionDays: 14,
  vouches: 5,
  standingDays: 14,
  meetingQuorum: '1/20',
  reviewShare: '1/5',
  reviewDays: 14,
  reportDays: 14,
  termDays: 732,
}

function majority(question: keyof RuleSet['majorities'], changed: Partial<Majority>): Partial<RuleSet> {
  return { majorities: { ...LOWEST.majorities, [question]: { ...LOWEST.majorities[question], ...changed } } }
}

/** For every floor: what is at it, one below it, and the name of the breach. Kept by hand, so that a lowered floor fails here. */
const TABLE: readonly [
  rule: string,
  at: Partial<RuleSet>,
  below: Partial<RuleSet>,
  side: 'least' | 'most' | 'above',
][] = [
  ['debateHours', { debateHours: 72 }, { debateHours: 71, amendmentFreezeHours: 0 }, 'least'],
  ['votingHours', { votingHours: 24 }, { votingHours: 23 }, 'least'],
  ['amendmentFreezeHours', { amendmentFreezeHours: 36 }, { amendmentFreezeHours: 37 }, 'most'],
  ['motionSeconds', { motionSeconds: 20 }, { motionSeconds: 21 }, 'most'],
  ['amendmentSeconds', { amendmentSeconds: 20 }, { amendmentSeconds: 21 }, 'most'],
  ['quorum', { quorum: '1/20' }, { quorum: '1/21' }, 'least'],
  ['quorum', { quorum: '3/4' }, { quorum: '4/5' }, 'most'],
  ['majorities.ordinary', majority('ordinary', {}), majority('ordinary', { share: '49/100' }), 'least'],
  [
    'majorities.ordinary',
    majority('ordinary', { share: '51/100', more: false }),
    majority('ordinary', { more: false }),
    'above',
  ],
  [
    'majorities.ordinary',
    majority('ordinary', { share: '3/4' }),
    majority('ordinary', { share: '76/100' }),
    'most',
  ],
  ['majorities.unity', majority('unity', {}), majority('unity', { share: '59/100' }), 'least'],
  ['majorities.unity', majority('unity', { share: '3/4' }), majority('unity', { share: '4/5' }), 'most'],
  ['majorities.rules', majority('rules', {}), majority('rules', { share: '59/100' }), 'least'],
  [
    'majorities.rules',
    majority('rules', { share: '3/4', of: 'roll' }),
    majority('rules', { share: '1/1' }),
    'most',
  ],
  ['admissionDays', { admissionDays: 14 }, { admissionDays: 13 }, 'least'],
  ['vouches', { vouches: 5 }, { vouches: 6 }, 'most'],
  ['standingDays', { standingDays: 14 }, { standingDays: 13 }, 'least'],
  ['meetingQuorum', { meetingQuorum: '1/20' }, { meetingQuorum: '1/21' }, 'least'],
  ['reviewShare', { reviewShare: '1/5' }, { reviewShare: '21/100' }, 'most'],
  ['reviewDays', { reviewDays: 14 }, { reviewDays: 13 }, 'least'],
  ['reportDays', { reportDays: 14 }, { reportDays: 13 }, 'least'],
  ['termDays', { termDays: 732 }, { termDays: 733 }, 'most'],
]

describe('the floors', () => {
  it('are kept by rules that stand at all of them', () => {
    expect(breaches(LOWEST, FLOORS)).toEqual([])
  })

  test.each(TABLE)('%s: one beyond is refused', (rule, at, below, side) => {
    expect(breaches({ ...LOWEST, ...at }, FLOORS)).toEqual([])
    expect(breaches({ ...LOWEST, ...below }, FLOORS)).toMatchObject([{ rule, side }])
  })

  it('are each asked about in the table', () => {
    const asked = new Set(TABLE.map(([rule]) => rule.replace('majorities.', '')))
    const bounded = Object.keys(FLOORS).map((bound) => bound.replace(/(Least|Most)$/, ''))
    expect(bounded.filter((rule) => !asked.has(rule))).toEqual(['seconds', 'majority'])
  })

  test.each(PRESET_NAMES)('are kept by the preset %s, which is a rule set', (name) => {
    expect(breaches(PRESETS[name], FLOORS)).toEqual([])
    expect(ruleSetShape.parse(PRESETS[name])).toEqual(PRESETS[name])
  })

  test.each(Object.keys(FLOORS) as (keyof Bounds)[])('bind the bounds for units below too: %s', (bound) => {
    const floor = FLOORS[bound]
    const isMost = bound.endsWith('Most')
    const [stricter, laxer] =
      typeof floor === 'number'
        ? [isMost ? floor - 1 : floor + 1, isMost ? floor + 1 : floor - 1]
        : isMost
          ? ['1/10', '1/1']
          : ['7/10', '1/100']
    const withBound = (value: number | string): RuleSet => ({
      ...LOWEST,
      bounds: { ...FLOORS, [bound]: value },
    })
    expect(breaches(withBound(laxer), FLOORS)).toMatchObject([
      { rule: `bounds.${bound}`, bound: floor, side: isMost ? 'most' : 'least' },
    ])
    if (bound !== 'majorityMost') expect(breaches(withBound(stricter), FLOORS)).toEqual([])
  })
})

describe('bounds', () => {
  it('that nobody could keep are refused', () => {
    const bounds: Bounds = {
      ...FLOORS,
      majorityMost: '2/3',
      quorumLeast: '3/4',
      ordinaryLeast: '3/4',
      unityLeast: '3/4',
      rulesLeast: '2/3',
    }
    expect(breaches({ ...LOWEST, bounds }, FLOORS).map(({ rule }) => rule)).toEqual([
      'bounds.quorumLeast',
      'bounds.ordinaryLeast',
      'bounds.unityLeast',
    ])
  })

  it('of several units above are joined to the stricter of each', () => {
    const one: Bounds = {
      ...FLOORS,
      debateHoursLeast: 100,
      secondsMost: 3,
      quorumLeast: '1/10',
      reviewShareMost: '1/10',
    }
    const other: Bounds = {
      ...FLOORS,
      debateHoursLeast: 90,
      secondsMost: 2,
      quorumLeast: '1/5',
      reviewShareMost: '1/8',
      termDaysMost: 400,
    }
    const both: Bounds = {
      ...FLOORS,
      debateHoursLeast: 100,
      secondsMost: 2,
      quorumLeast: '1/5',
      reviewShareMost: '1/10',
      termDaysMost: 400,
    }
    expect(strictest(one, other)).toEqual(both)
    expect(strictest(other, one)).toEqual(both)
    expect(strictest(FLOORS, FLOORS)).toEqual(FLOORS)
  })
})

test.each([
  ['a fraction that is none', { quorum: '2/1' }],
  ['a number that is not whole', { debateHours: 72.5 }],
  ['a negative number', { motionSeconds: -1 }],
  ['a number beyond all reason', { termDays: 10_000 }],
  ['another field', { colour: 'red' }],
  ['space around the name', { name: ' Branch' }],
])('%s is no rule set', (_, changed) => {
  expect(ruleSetShape.safeParse({ ...RULES, ...changed }).success).toBe(false)
})
