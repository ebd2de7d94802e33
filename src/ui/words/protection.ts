import { inLanguages } from '../language.ts'
import * as en from './en/protection.ts'
import * as es from './es/protection.ts'

export const { protection } = inLanguages<typeof en>({ en, es })
