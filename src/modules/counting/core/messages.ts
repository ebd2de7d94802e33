import type { InLanguages, Language } from '#kernel/language'
import { english } from './messages.en.ts'
import { spanish } from './messages.es.ts'
import type { CountingWords } from './words.ts'
import type { Decision } from './yes-no.ts'

const WORDS: InLanguages<CountingWords> = { en: english, es: spanish }

/** Why a question ended as it did: its arithmetic, sentence by sentence. */
export function whyDecided(decision: Decision, language: Language): readonly string[] {
  const { quorum, majority, outcomes } = WORDS[language]
  return [quorum(decision), majority(decision), outcomes[decision.outcome]]
}
