import { inLanguages } from '../language.ts'
import * as en from './en/motions.ts'
import * as es from './es/motions.ts'

export const {
  effectSentence,
  onQuestion,
  doneSentence,
  motions,
  stages,
  outcomes,
  timeline,
  seconds,
  speeches,
  reports,
  decision,
} = inLanguages<typeof en>({ en, es })
