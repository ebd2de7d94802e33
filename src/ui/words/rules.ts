import { inLanguages } from '../language.ts'
import * as en from './en/rules.ts'
import * as es from './es/rules.ts'

export const { sayShare, sayMajority, joiningSentence, shortSentences } = inLanguages<typeof en>({ en, es })
