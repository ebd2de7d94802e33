import type { InLanguages } from '#kernel/language'
import type { Sentences } from '#kernel/sentences'
import { english, type IssuerCode } from './messages.en.ts'
import { spanish } from './messages.es.ts'

/** What an issuer says, in every language. */
export const issuerMessages: InLanguages<Sentences<IssuerCode>> = { en: english, es: spanish }
