import { inLanguages } from '../language.ts'
import * as en from './en/tendencies.ts'
import * as es from './es/tendencies.ts'

export const { tendencies } = inLanguages<typeof en>({ en, es })
