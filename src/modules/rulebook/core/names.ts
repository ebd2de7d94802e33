import type { InLanguages, Language } from '#kernel/language'
import { english } from './names.en.ts'
import { spanish } from './names.es.ts'
import type { RuleNames } from './rule-words.ts'

/** What rules and bounds are called. */
export const RULE_NAMES: InLanguages<RuleNames> = { en: english, es: spanish }

/** What the rule of this name (`debateHours`, `majorities.unity`, `bounds.quorumLeast`) is called. */
export function ruleName(rule: string, language: Language): string {
  const {
    name,
    directory,
    mandateReportDays,
    below,
    rules,
    elections,
    ballots,
    tendencies,
    discipline,
    signatures,
    majorities,
    bounds,
  } = RULE_NAMES[language]
  const [first = '', second = ''] = rule.split('.')
  if (first === 'majorities') return nameIn(majorities, second)
  if (first === 'bounds') return below(nameIn(bounds, second))
  if (first === 'elections') return nameIn(elections, second)
  if (first === 'ballots') return nameIn(ballots, second)
  if (first === 'tendencies') return nameIn(tendencies, second)
  if (first === 'discipline') return nameIn(discipline, second)
  if (first === 'signatures') return nameIn(signatures, rule.slice('signatures.'.length))
  if (first === 'directory') return directory
  if (first === 'mandateReportDays') return mandateReportDays
  return first === 'name' ? name : nameIn(rules, first)
}

function nameIn(names: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(names, key) ? (names[key] ?? key) : key
}
