import { inLanguages } from '../language.ts'
import * as en from './en/api.ts'
import * as es from './es/api.ts'

export const { api } = inLanguages<typeof en>({ en, es })
