import { inLanguages } from '../language.ts'
import * as en from './en/cases.ts'
import * as es from './es/cases.ts'

export const { cases } = inLanguages<typeof en>({ en, es })
