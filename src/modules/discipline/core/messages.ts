import type { InLanguages } from '#kernel/language'
import type { Sentences } from '#kernel/sentences'
import { english, type DisciplineCode } from './messages.en.ts'
import { spanish } from './messages.es.ts'

/** What this module refuses, as sentences by code. */
export const disciplineMessages: InLanguages<Sentences<DisciplineCode>> = { en: english, es: spanish }
