import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createJournal } from '#kernel/journal'
import { adoptRules, createRulebook, FLOORS, PRESETS, type RuleSet } from '#modules/rulebook/core'
import { boundsFor } from './acts.ts'
import { createUnits, isWithin, pathUp, rulesFor, subtree } from './state.ts'

/** Units 0, 1, 2 …, where the n-th lies in the unit whose number stands at n. */
function tree(parents: readonly number[]) {
  const journal = createJournal()
  const state = { units: createUnits(journal), rulebook: createRulebook(journal), journal }
  const add = (index: number, parent: string | null): void => {
    const id = String(index)
    state.units.units.set(id, { id, index, name: id, kind: 'place', parent, decidedBy: 'members' })
    state.units.order.push(id)
  }
  add(0, null)
  for (const [i, parent] of parents.entries()) add(i + 1, String(parent % (i + 1)))
  return state
}

const trees = fc.array(fc.nat(50), { maxLength: 40 })

describe('a tree of units', () => {
  it('has in a unit’s subtree exactly the units from which a path leads up to it', () => {
    fc.assert(
      fc.property(trees, (parents) => {
        const { units } = tree(parents)
        for (const above of units.order.values()) {
          const inside = subtree(units, above)
          for (const id of units.order.values()) {
            const path = pathUp(units, id).map((unit) => unit.id)
            expect(inside[Number(id)]).toBe(path.includes(above) ? 1 : 0)
            expect(isWithin(units, id, above)).toBe(path.includes(above))
            expect([path[0], path.at(-1)]).toEqual([id, '0'])
          }
        }
      }),
      { numRuns: 50 },
    )
  })

  it('knows nothing of a unit that does not exist', () => {
    const { units } = tree([0])
    expect(pathUp(units, '9')).toEqual([])
    expect(isWithin(units, '9', '0')).toBe(false)
    expect([...subtree(units, '9')]).toEqual([0, 0])
  })
})

describe('rules and bounds', () => {
  const rules = (name: string, bounds: Partial<RuleSet['bounds']> = {}): RuleSet => ({
    ...PRESETS.branch,
    name,
    bounds: { ...FLOORS, ...bounds },
  })

  it('are those of the unit itself, or of the nearest above that has some', () => {
    const state = tree([0, 1, 2])
    adoptRules(state.rulebook, state.journal, '0', rules('whole'), 0)
    expect(['0', '1', '3'].map((unit) => rulesFor(state, unit).rules.name)).toEqual([
      'whole',
      'whole',
      'whole',
    ])
    adoptRules(state.rulebook, state.journal, '1', rules('region'), 1)
    adoptRules(state.rulebook, state.journal, '1', rules('region anew'), 2)
    expect(['0', '1', '3'].map((unit) => rulesFor(state, unit).rules.name)).toEqual([
      'whole',
      'region anew',
      'region anew',
    ])
    expect(rulesFor(state, '3')).toMatchObject({ unit: '1', version: 2, seq: 2 })
  })

  it('of the whole are bound by the floors, of any other unit by all above it', () => {
    const state = tree([0, 1, 2])
    adoptRules(
      state.rulebook,
      state.journal,
      '0',
      rules('whole', { debateHoursLeast: 100, secondsMost: 9 }),
      0,
    )
    adoptRules(
      state.rulebook,
      state.journal,
      '1',
      rules('region', { debateHoursLeast: 90, secondsMost: 4 }),
      1,
    )
    expect(boundsFor(state, '0')).toEqual(FLOORS)
    expect(boundsFor(state, '1')).toEqual({ ...FLOORS, debateHoursLeast: 100, secondsMost: 9 })
    expect(boundsFor(state, '2')).toEqual({ ...FLOORS, debateHoursLeast: 100, secondsMost: 4 })
    expect(boundsFor(state, '3')).toEqual(boundsFor(state, '2'))
  })
})
