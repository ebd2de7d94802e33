import { randomBytes } from 'node:crypto'
import { fromBase64 } from '#kernel/bytes'
import type { ComplaintSender } from '#views/enter-complaint.server.ts'
import type { Form } from '../shared/forms.server.ts'

/** Whoever is signed in, as the sender of what this form enters under seal. */
export function complaintSender({ key }: Form, member: string): ComplaintSender {
  return { member, act: key.act, salt: fromBase64(key.salt) ?? randomBytes(16) }
}
