import { inLanguages } from '../language.ts'
import * as en from './en/councils.ts'
import * as es from './es/councils.ts'

export const { councils, mandates, rotation } = inLanguages<typeof en>({ en, es })
