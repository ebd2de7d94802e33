import { createHash } from 'node:crypto'
import {
  keepInMailbox,
  noteUnreached,
  readAllPreferences,
  readUnreached,
  type Mail,
  type Mailer,
} from '#modules/notices'
import { DEFAULTS, GATHER, renderHtml, renderText } from '#modules/notices/core'
import { enqueueNow, type Deliverer, type TakenItem } from '#modules/outbox'
import { hasBit } from '#kernel/bitmap'
import { organizationOf } from '#modules/units/core'
import { isUrgent } from './draft-urgent.server.ts'
import { mailItem } from './follow-record.server.ts'
import type { Office } from './reader.server.ts'
import { writeLetter, type Written } from './write-letter.server.ts'

type Letter = Extract<Written, { readonly letter: unknown }>

/** Hands mail to the server. */
export function deliverMail(office: Office, mailer: Mailer): Deliverer {
  const { database, clock } = office.plenum
  return {
    kind: 'mail',
    atOnce: 3,
    async deliver(item, signal) {
      // It may have become one by the button on the first-run page since the server was started.
      if (office.plenum.demonstration) return deliverToMailbox(office).deliver(item, signal)
      const written = await writeLetter(office, item)
      if ('later' in written) return { status: 'later', at: written.later }
      if ('none' in written) return { status: 'done', note: written.none, alongside: written.alongside ?? [] }
      const { subject: member } = item
      if (member !== undefined && (await readUnreached(database, member)) !== undefined)
        return { status: 'never', error: 'unreached' }
      const sent = await mailer.send(await mailOf(office, item, written))
      if (sent.status === 'sent') return { status: 'done', note: 'sent', alongside: written.alongside }
      if (sent.status === 'again') return { status: 'again', error: sent.code }
      if (sent.mailbox && member !== undefined)
        await noteUnreached(database, member, { code: sent.code, since: clock.now() })
      return { status: 'never', error: sent.code }
    },
  }
}

/** A demonstration sends nothing: its letters lie in a mailbox that every visitor may look into. */
export function deliverToMailbox(office: Office): Deliverer {
  const { database, clock } = office.plenum
  return {
    kind: 'mail',
    async deliver(item) {
      const written = await writeLetter(office, item)
      if ('later' in written) return { status: 'later', at: written.later }
      if ('none' in written) return { status: 'done', note: written.none, alongside: written.alongside ?? [] }
      const { from, subject, text } = await mailOf(office, item, written)
      const letter = {
        member: item.subject ?? '',
        at: clock.now(),
        sender: from.name,
        subject,
        body: text,
      }
      return {
        status: 'done',
        note: 'shown',
        alongside: [keepInMailbox(database, letter), ...written.alongside],
      }
    },
  }
}

/** The mail as it goes: the sender's name tells nothing unless the member wants it to. */
async function mailOf(
  { plenum, settings }: Office,
  { kind, key }: Pick<TakenItem, 'kind' | 'key'>,
  { letter, to, reader, unsubscribe }: Letter,
): Promise<Mail> {
  const { address, name } = settings.from
  const organization = await plenum.clerk.read(({ units }) =>
    units.organization.get() === undefined ? name : organizationOf(units).name,
  )
  const host = address.slice(address.lastIndexOf('@') + 1)
  const hash = createHash('sha256')
    .update(JSON.stringify([plenum.log.origin, kind, key]))
    .digest('hex')
  const wantsHtml = reader?.preferences.html ?? true
  return {
    messageId: `<${hash.slice(0, 40)}@${host}>`,
    from: { name: reader?.preferences.speaking === true ? organization : name, address },
    to,
    subject: letter.subject,
    text: renderText(letter),
    html: wantsHtml ? renderHtml(letter) : undefined,
    date: new Date(plenum.clock.wall()),
    unsubscribe,
  }
}

/** Makes an item for each member on a vote's roll who has to be told of it at once. */
export function deliverRound({ plenum, settings }: Office): Deliverer {
  const { clerk, database, demonstration } = plenum
  return {
    kind: 'mail-round',
    atOnce: 1,
    async deliver({ key }) {
      const preferences = await readAllPreferences(database)
      const items = await clerk.read((org) => {
        const vote = org.voting.votes.get(key)
        if (vote?.status !== 'open') return []
        // A demonstration's visitor moves the clock to the opening of a vote and looks into the mailbox then.
        const when = { notBefore: vote.opens + (demonstration ? 0 : GATHER), notAfter: vote.closes }
        return org.members.ids.values().flatMap((member, index) => {
          if (!hasBit(vote.onRoll, index)) return []
          const chosen = preferences.get(member) ?? DEFAULTS
          if (!isUrgent(vote, member, chosen, { weekday: chosen.weekday, hour: settings.hour })) return []
          return [mailItem(`urgent/${key}/${member}`, member, { about: 'urgent' }, when)]
        })
      })
      await enqueueNow(database, items)
      return { status: 'done' }
    },
  }
}
