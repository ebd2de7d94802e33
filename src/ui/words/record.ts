import { inLanguages } from '../language.ts'
import * as en from './en/record.ts'
import * as es from './es/record.ts'

export const { record } = inLanguages<typeof en>({ en, es })
