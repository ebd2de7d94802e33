import { inLanguages } from '../language.ts'
import * as en from './en/counting.ts'
import * as es from './es/counting.ts'

export const { counting, sayCause, sayElected, sayOptions, sayQuota, sayTie } = inLanguages<typeof en>({
  en,
  es,
})
