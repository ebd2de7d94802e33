import type { InLanguages } from '#kernel/language'
import type { Sentences } from '#kernel/sentences'
import type { CountCode } from './methods.ts'
import { english } from './refusals.en.ts'
import { spanish } from './refusals.es.ts'

/** Why ballots cannot be counted as somebody asked, as sentences by code. */
export const countMessages: InLanguages<Sentences<CountCode>> = { en: english, es: spanish }
