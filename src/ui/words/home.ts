import { inLanguages } from '../language.ts'
import * as en from './en/home.ts'
import * as es from './es/home.ts'

export const { home } = inLanguages<typeof en>({ en, es })
