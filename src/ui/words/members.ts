import { inLanguages } from '../language.ts'
import * as en from './en/members.ts'
import * as es from './es/members.ts'

export const { statusWords, members, memberPage, me, apply } = inLanguages<typeof en>({ en, es })
