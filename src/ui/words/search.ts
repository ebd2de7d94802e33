import { inLanguages } from '../language.ts'
import * as en from './en/search.ts'
import * as es from './es/search.ts'

export const { search } = inLanguages<typeof en>({ en, es })
