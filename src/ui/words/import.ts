import { inLanguages } from '../language.ts'
import * as en from './en/import.ts'
import * as es from './es/import.ts'

export const { importing } = inLanguages<typeof en>({ en, es })
