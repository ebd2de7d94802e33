import { inLanguages } from '../language.ts'
import * as en from './en/mail.ts'
import * as es from './es/mail.ts'

export const { mail, notices, unsubscribe, feed } = inLanguages<typeof en>({ en, es })
