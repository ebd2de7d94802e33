import { inLanguages } from '../language.ts'
import * as en from './en/tokens.ts'
import * as es from './es/tokens.ts'

export const { lastsWords, scopeWords, tokens } = inLanguages<typeof en>({ en, es })
