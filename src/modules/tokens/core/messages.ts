import type { InLanguages } from '#kernel/language'
import { refuse, type Refusal } from '#kernel/refusal'
import type { Sentences } from '#kernel/sentences'
import { english, type TokenCode } from './messages.en.ts'
import { spanish } from './messages.es.ts'

/** What this module and the API refuse, as sentences by code. */
export const tokenMessages: InLanguages<Sentences<TokenCode>> = { en: english, es: spanish }

export type { TokenCode }

/** Makes a refusal of this module. */
export function refuseToken(code: TokenCode, facts: Refusal['facts'] = {}): Refusal {
  return refuse(code, facts)
}
