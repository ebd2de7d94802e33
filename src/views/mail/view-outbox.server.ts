import { readPeople } from '#modules/members'
import { renderText } from '#modules/notices/core'
import { countItems, listItems, type ItemState, type ListedItem } from '#modules/outbox'
import type { Instant } from '#kernel/instant'
import { mailOffice, sendsMail } from './office.server.ts'
import { isSecret, parseMailPayload, type MailPayload } from './payload.ts'
import { writeLetter } from './write-letter.server.ts'

const SHOWN = 25

/** A mail as the operator sees it. */
export interface MailLine {
  readonly id: number
  /** Null once it is emptied. */
  readonly about: MailPayload['about'] | null
  readonly to: string | null
  readonly state: ItemState
  readonly attempts: number
  readonly note: string | null
  readonly at: Instant | null
  /** As it would go now; null where nothing would, or where nobody but its reader may see it. */
  readonly letter: { readonly subject: string; readonly text: string } | null
  readonly isSecret: boolean
}

/** What is queued, was sent and was given up. */
export async function viewOutbox(state: ItemState | undefined, page: number) {
  const office = await mailOffice()
  const { database } = office.plenum
  const search = { kind: 'mail', state, from: (page - 1) * SHOWN, count: SHOWN + 1 }
  const found = await listItems(database, search)
  const people = await readPeople(
    database,
    found.flatMap(({ subject }) => subject ?? []),
  )
  const mails: MailLine[] = []
  for (const item of found.slice(0, SHOWN)) {
    const address = people.get(item.subject ?? '')?.email ?? null
    mails.push(await viewMail(item, address))
  }
  return {
    sends: sendsMail(office),
    demonstration: office.plenum.demonstration,
    from: office.settings.from.address,
    counts: await countItems(database, 'mail'),
    mails,
    more: found.length > SHOWN,
  }
}

async function viewMail(item: ListedItem, address: string | null): Promise<MailLine> {
  const payload = parseMailPayload(item.payload)
  const secret = payload !== undefined && isSecret(payload)
  const { id, state, attempts, note = null } = item
  return {
    id,
    about: payload?.about ?? null,
    to: toOf(payload, address),
    state,
    attempts,
    note,
    at: item.endedAt ?? (item.notBefore === 0 ? null : item.notBefore),
    letter: secret || state === 'done' ? null : await preview(item),
    isSecret: secret,
  }
}

/** Whom a case concerns, whoever runs the server is not told either. */
function toOf(payload: MailPayload | undefined, address: string | null): string | null {
  if (payload?.about === 'test') return payload.address
  return payload?.about === 'case' ? null : address
}

async function preview(item: ListedItem): Promise<MailLine['letter']> {
  const written = await writeLetter(await mailOffice(), item)
  return 'letter' in written ? { subject: written.letter.subject, text: renderText(written.letter) } : null
}
