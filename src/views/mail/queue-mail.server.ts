import { createHash, randomUUID } from 'node:crypto'
import { DAY } from '#kernel/instant'
import { enqueueNow, type NewItem } from '#modules/outbox'
import { plenum } from '../plenum.server.ts'
import { mailItem } from './follow-record.server.ts'
import type { MailPayload } from './payload.ts'

/** A letter about the account must come while it can help. */
const ACCOUNT_WITHIN = 7 * DAY
/** As long as the link holds. */
const INVITATION_WITHIN = 30 * DAY

type Change = Extract<MailPayload, { about: 'account' }>['what']

/** Tells a member at once that how they sign in was changed, whatever they have chosen to be told. */
export async function tellAccountChange(member: string, what: Change): Promise<void> {
  const when = { notAfter: plenum().clock.now() + ACCOUNT_WITHIN }
  await queue([mailItem(`account/${randomUUID()}`, member, { about: 'account', what }, when)])
}

/** Sends members their links. The links go from here as soon as the mail server has them. */
export async function mailInvitations(
  links: readonly { readonly member: string; readonly link: string }[],
): Promise<void> {
  const when = { notAfter: plenum().clock.now() + INVITATION_WITHIN }
  const keyOf = (link: string): string => createHash('sha256').update(link).digest('hex')
  await queue(
    links.map(({ member, link }) =>
      mailItem(`invitation/${keyOf(link)}`, member, { about: 'invitation', link }, when),
    ),
  )
}

/** Sends a test message, so that the operator sees whether mail goes out. */
export async function mailTest(address: string): Promise<void> {
  const when = { notAfter: plenum().clock.now() + DAY }
  await queue([{ kind: 'mail', key: `test/${randomUUID()}`, payload: { about: 'test', address }, ...when }])
}

async function queue(items: readonly NewItem[]): Promise<void> {
  const open = plenum()
  await enqueueNow(open.database, items)
  open.wake()
}
