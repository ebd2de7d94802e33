import { inLanguages } from '../language.ts'
import * as en from './en/pairs.ts'
import * as es from './es/pairs.ts'

export const { pairs, sayWinner } = inLanguages<typeof en>({ en, es })
