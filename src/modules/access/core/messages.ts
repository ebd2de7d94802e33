import type { InLanguages } from '#kernel/language'
import { refuse, type Refusal } from '#kernel/refusal'
import type { Sentences } from '#kernel/sentences'
import { english, type AccessCode } from './messages.en.ts'
import { spanish } from './messages.es.ts'

/** What this module refuses, as sentences by code. */
export const accessMessages: InLanguages<Sentences<AccessCode>> = { en: english, es: spanish }

export type { AccessCode }

/** Makes a refusal of this module. */
export function refuseAccess(code: AccessCode, facts: Refusal['facts'] = {}): Refusal {
  return refuse(code, facts)
}
