import type { InLanguages } from '#kernel/language'
import type { Sentences } from '#kernel/sentences'
import { english, type ComplaintCode } from './messages.en.ts'
import { spanish } from './messages.es.ts'

/** What this module refuses, as sentences by code. */
export const complaintMessages: InLanguages<Sentences<ComplaintCode>> = { en: english, es: spanish }
