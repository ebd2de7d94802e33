import { inLanguages } from '../language.ts'
import * as en from './en/complaints.ts'
import * as es from './es/complaints.ts'

export const { complaints } = inLanguages<typeof en>({ en, es })
