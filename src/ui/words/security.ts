import { inLanguages } from '../language.ts'
import * as en from './en/security.ts'
import * as es from './es/security.ts'

export const { security } = inLanguages<typeof en>({ en, es })
