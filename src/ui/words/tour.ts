import { inLanguages } from '../language.ts'
import * as en from './en/tour.ts'
import * as es from './es/tour.ts'

export const { sayNext, sayShoes, tour } = inLanguages<typeof en>({ en, es })
