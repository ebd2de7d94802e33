import { inLanguages } from '../language.ts'
import * as en from './en/done.ts'
import * as es from './es/done.ts'

const { done } = inLanguages<typeof en>({ en, es })

/** The sentence for a code in an address, if it is one of ours. */
export function doneSentence(code: string | null): string | undefined {
  return code !== null && Object.hasOwn(done, code) ? done[code as keyof typeof done] : undefined
}
