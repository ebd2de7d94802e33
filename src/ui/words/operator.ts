import { inLanguages } from '../language.ts'
import * as en from './en/operator.ts'
import * as es from './es/operator.ts'

export const { operator } = inLanguages<typeof en>({ en, es })
