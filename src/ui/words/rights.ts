import { inLanguages } from '../language.ts'
import * as en from './en/rights.ts'
import * as es from './es/rights.ts'

export const { rights, powers } = inLanguages<typeof en>({ en, es })
