import type { Json } from '#kernel/canonical'
import type { InLanguages, Language } from '#kernel/language'
import type { Sentences } from '#kernel/sentences'
import type { RulebookCode, SayBreach } from './faults.ts'
import type { Breach } from './floors.ts'
import { breach as breachInEnglish, english } from './messages.en.ts'
import { breach as breachInSpanish, spanish } from './messages.es.ts'

/** What this module refuses, as sentences by code. */
export const rulebookMessages: InLanguages<Sentences<RulebookCode>> = { en: english, es: spanish }

const BREACHES: InLanguages<SayBreach> = { en: breachInEnglish, es: breachInSpanish }

/** What is said of rules outside their bounds, as a refusal’s fact lists them. */
export function breachSentences(breaches: Json | undefined, language: Language): string {
  const list = Array.isArray(breaches) ? (breaches as readonly Json[] as readonly Breach[]) : []
  return list.map(BREACHES[language]).join('; ')
}
