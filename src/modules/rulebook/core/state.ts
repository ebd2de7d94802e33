import { createList, createTable, type Journal, type List, type Table } from '#kernel/journal'
import type { RuleSet } from './rule-set.ts'

/** A rule set as a unit adopted it. */
export interface RuleVersion {
  /** 1, 2, … within the unit. */
  readonly version: number
  readonly unit: string
  readonly rules: RuleSet
  /** The entry that adopted it. */
  readonly seq: number
}

/** Every rule set that units ever adopted, oldest first. */
export interface RulebookState {
  readonly versions: Table<string, List<RuleVersion>>
}

/** A rulebook in which no unit has adopted anything. */
export function createRulebook(journal: Journal): RulebookState {
  return { versions: createTable(journal) }
}

/** The newest rule set that this unit itself adopted, if it did. */
export function ownRules(state: RulebookState, unit: string): RuleVersion | undefined {
  return state.versions.get(unit)?.at(-1)
}

/** Puts a rule set into force for a unit. */
export function adoptRules(
  state: RulebookState,
  journal: Journal,
  unit: string,
  rules: RuleSet,
  seq: number,
): void {
  const list = state.versions.get(unit) ?? createList<RuleVersion>(journal)
  if (!state.versions.has(unit)) state.versions.set(unit, list)
  list.push({ version: list.length + 1, unit, rules, seq })
}
