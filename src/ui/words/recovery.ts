import { inLanguages } from '../language.ts'
import * as en from './en/recovery.ts'
import * as es from './es/recovery.ts'

export const { recovery } = inLanguages<typeof en>({ en, es })
