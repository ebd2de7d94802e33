import { inLanguages } from '../language.ts'
import * as en from './en/panels.ts'
import * as es from './es/panels.ts'

export const { panels } = inLanguages<typeof en>({ en, es })
