import { inLanguages } from '../language.ts'
import * as en from './en/units.ts'
import * as es from './es/units.ts'

export const { units } = inLanguages<typeof en>({ en, es })
