import type { Refusal } from '#kernel/refusal'
import { refusalSentence } from '#organization'
import { language } from './language.ts'

/** What the reader of a page is told about a refusal, in their language. */
export function sayRefusal(refusal: Pick<Refusal, 'code' | 'facts'>): string {
  return refusalSentence(refusal, language())
}
