import { inLanguages } from '../language.ts'
import * as en from './en/outbox.ts'
import * as es from './es/outbox.ts'

export const { outbox, mailbox, invitationMail, reach } = inLanguages<typeof en>({ en, es })
