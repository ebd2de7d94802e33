import { inLanguages } from '../language.ts'
import * as en from './en/rulebook.ts'
import * as es from './es/rulebook.ts'

export const { TOPIC_NAMES, rulebook } = inLanguages<typeof en>({ en, es })
