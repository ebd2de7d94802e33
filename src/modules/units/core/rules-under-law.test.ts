import { expect, test } from 'vitest'
import { electionsOf, PRESETS, type OfficeMethod, type RuleSet } from '#modules/rulebook/core'
import { checkRulesUnder } from './acts.ts'

function electingBy(method: OfficeMethod): RuleSet {
  const { branch } = PRESETS
  return { ...branch, elections: { ...electionsOf(branch), method } }
}

test('rules can say what the law in force knows', () => {
  expect(checkRulesUnder(2, electingBy('irv'))).toMatchObject({
    code: 'malformed',
    facts: { field: 'rules' },
  })
  expect(checkRulesUnder(3, electingBy('irv'))).toBeUndefined()
})

test.each(['schulze', 'ranked-pairs'] as const)('offices are filled by %s since the fourth law', (method) => {
  const facts = { field: 'rules.elections.method' }
  expect(checkRulesUnder(3, electingBy(method))).toMatchObject({ code: 'malformed', facts })
  expect(checkRulesUnder(4, electingBy(method))).toBeUndefined()
})
