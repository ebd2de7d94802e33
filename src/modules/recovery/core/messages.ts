import type { InLanguages } from '#kernel/language'
import type { Sentences } from '#kernel/sentences'
import { english, type RecoveryCode } from './messages.en.ts'
import { spanish } from './messages.es.ts'

/** What this module refuses, as sentences by code. */
export const recoveryMessages: InLanguages<Sentences<RecoveryCode>> = { en: english, es: spanish }
