import { inLanguages } from '../language.ts'
import * as en from './en/invitations.ts'
import * as es from './es/invitations.ts'

export const { invitations, invitation, signIn } = inLanguages<typeof en>({ en, es })
