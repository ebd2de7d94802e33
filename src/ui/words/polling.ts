import { inLanguages } from '../language.ts'
import * as en from './en/polling.ts'
import * as es from './es/polling.ts'

export const { polling } = inLanguages<typeof en>({ en, es })
