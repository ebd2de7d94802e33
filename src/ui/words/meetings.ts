import { inLanguages } from '../language.ts'
import * as en from './en/meetings.ts'
import * as es from './es/meetings.ts'

export const { meetings } = inLanguages<typeof en>({ en, es })
