import { inLanguages } from '../language.ts'
import * as en from './en/common.ts'
import * as es from './es/common.ts'

export const { common, sayNumber } = inLanguages<typeof en>({ en, es })
