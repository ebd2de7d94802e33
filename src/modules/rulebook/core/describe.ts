import type { InLanguages, Language } from '#kernel/language'
import { english } from './describe.en.ts'
import { spanish } from './describe.es.ts'
import type { Bounds, RuleSet } from './rule-set.ts'
import type { RuleSentences } from './rule-words.ts'
import { BOUNDS } from './typed-rules.ts'

const SENTENCES: InLanguages<RuleSentences> = { en: english, es: spanish }

const TOPICS = ['motions', 'votes', 'meetings', 'members', 'offices'] as const

/** A part of a rule set in plain words. */
export interface DescribedRules {
  readonly topic: (typeof TOPICS)[number]
  readonly sentences: readonly string[]
}

/** A rule set in plain words: as many sentences for every rule set, in the same order, so that two can be compared. */
export function describeRules(rules: RuleSet, language: Language): readonly DescribedRules[] {
  return TOPICS.map((topic) => ({ topic, sentences: SENTENCES[language][topic](rules) }))
}

/** Bounds in plain words: the floors, or what a unit leaves to the units below it. */
export function describeBounds(bounds: Bounds, language: Language): readonly string[] {
  return BOUNDS.map((bound) => sayBound(bounds, bound, language))
}

function sayBound<Bound extends keyof Bounds>(
  bounds: Pick<Bounds, Bound>,
  bound: Bound,
  language: Language,
): string {
  return SENTENCES[language].bounds[bound](bounds[bound])
}
