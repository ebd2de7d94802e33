import { inLanguages } from '../language.ts'
import * as en from './en/charts.ts'
import * as es from './es/charts.ts'

export const { charts } = inLanguages<typeof en>({ en, es })
