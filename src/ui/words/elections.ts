import { inLanguages } from '../language.ts'
import * as en from './en/elections.ts'
import * as es from './es/elections.ts'

export const { elections } = inLanguages<typeof en>({ en, es })
