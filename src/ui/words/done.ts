import { inLanguages } from '../language.ts'
import * as en from './en/done.ts'
import * as es from './es/done.ts'

export const { doneSentence } = inLanguages<typeof en>({ en, es })
