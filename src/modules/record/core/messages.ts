import type { InLanguages } from '#kernel/language'
import { refuse, type Refusal } from '#kernel/refusal'
import type { Sentences } from '#kernel/sentences'
import { english, type RecordCode } from './messages.en.ts'
import { spanish } from './messages.es.ts'

/** What this module refuses, or finds wrong, as sentences by code. */
export const recordMessages: InLanguages<Sentences<RecordCode>> = { en: english, es: spanish }

export type { RecordCode }

/** Makes a refusal of this module. */
export function refuseRecord(code: RecordCode, facts: Refusal['facts'] = {}): Refusal {
  return refuse(code, facts)
}

/** The English sentence for a refusal or violation of this module, or undefined where the code is another module's. */
export function recordSentence(code: string, facts: Refusal['facts']): string | undefined {
  return isRecordCode(code) ? english[code](facts) : undefined
}

function isRecordCode(code: string): code is RecordCode {
  return Object.hasOwn(english, code)
}
