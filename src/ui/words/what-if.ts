import { inLanguages } from '../language.ts'
import * as en from './en/what-if.ts'
import * as es from './es/what-if.ts'

export const { whatIf, sayOtherwise } = inLanguages<typeof en>({ en, es })
