import type { InLanguages } from '#kernel/language'
import type { Sentences } from '#kernel/sentences'
import { english, type TendencyCode } from './messages.en.ts'
import { spanish } from './messages.es.ts'

/** What this module refuses, as sentences by code. */
export const tendencyMessages: InLanguages<Sentences<TendencyCode>> = { en: english, es: spanish }
