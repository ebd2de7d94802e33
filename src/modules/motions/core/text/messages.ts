import type { InLanguages } from '#kernel/language'
import type { Sentences } from '#kernel/sentences'
import { english, type TextRefusalCode } from './messages.en.ts'
import { spanish } from './messages.es.ts'

/** What this module refuses, as sentences by code. */
export const textMessages: InLanguages<Sentences<TextRefusalCode>> = { en: english, es: spanish }

export type { TextRefusalCode }
