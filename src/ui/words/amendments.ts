import { inLanguages } from '../language.ts'
import * as en from './en/amendments.ts'
import * as es from './es/amendments.ts'

export const { amendments } = inLanguages<typeof en>({ en, es })
