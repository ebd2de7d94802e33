import { inLanguages } from '../language.ts'
import * as en from './en/moderation.ts'
import * as es from './es/moderation.ts'

export const { moderation } = inLanguages<typeof en>({ en, es })
