import { inLanguages } from '../language.ts'
import * as en from './en/diff.ts'
import * as es from './es/diff.ts'

export const { diff } = inLanguages<typeof en>({ en, es })
