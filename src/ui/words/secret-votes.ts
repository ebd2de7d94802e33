import { inLanguages } from '../language.ts'
import * as en from './en/secret-votes.ts'
import * as es from './es/secret-votes.ts'

export const { secretVotes } = inLanguages<typeof en>({ en, es })
