import { inLanguages } from '../language.ts'
import * as en from './en/acts.ts'
import * as es from './es/acts.ts'

export const { acts } = inLanguages<typeof en>({ en, es })
