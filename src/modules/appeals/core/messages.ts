import type { InLanguages } from '#kernel/language'
import type { Sentences } from '#kernel/sentences'
import { english, type AppealCode } from './messages.en.ts'
import { spanish } from './messages.es.ts'

/** What this module refuses, as sentences by code. */
export const appealMessages: InLanguages<Sentences<AppealCode>> = { en: english, es: spanish }
