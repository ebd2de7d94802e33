import { inLanguages } from '../language.ts'
import * as en from './en/demonstration.ts'
import * as es from './es/demonstration.ts'

export const { demonstration } = inLanguages<typeof en>({ en, es })
