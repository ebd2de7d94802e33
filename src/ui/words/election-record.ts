import { inLanguages } from '../language.ts'
import * as en from './en/election-record.ts'
import * as es from './es/election-record.ts'

export const { electionRecord } = inLanguages<typeof en>({ en, es })
