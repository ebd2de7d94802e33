import { standingHiding } from '#modules/moderation/core'
import type { LetterLine } from '#modules/notices/core'
import { organizationOf } from '#modules/units/core'
import type { Org } from '#organization'
import { home } from '#ui/words/home.ts'
import { hrefOfText } from '#ui/moderation/text-href.ts'
import { mail } from '#ui/words/mail.ts'
import { sayMoment } from '#ui/words/time.ts'
import { votePath } from '../vote-path.server.ts'
import type { MailPayload } from './payload.ts'
import type { Draft } from './reader.server.ts'

type About = Exclude<MailPayload['about'], 'weekly' | 'urgent'>
type Notice = Extract<MailPayload, { readonly about: About }>

/** A letter about one thing that concerns its reader, or undefined where it concerns them no longer. */
export function draftNotice(org: Org, notice: Notice, speaking: boolean, origin: string): Draft | undefined {
  if (notice.about === 'test') return { subject: mail.test.subject, opening: mail.test.opening, sections: [] }
  const words = mail[notice.about]
  const lines = linesOf(org, notice, origin)
  if (lines.length === 0) return undefined
  return {
    subject: speaking ? words.speaking(organizationOf(org.units).name) : words.subject,
    opening: words.opening,
    sections: [{ heading: words.heading, lines }],
    ...(notice.about === 'invitation' ? { closing: [mail.invitation.notYou] } : {}),
  }
}

function linesOf(
  org: Org,
  notice: Exclude<Notice, { about: 'test' }>,
  origin: string,
): readonly LetterLine[] {
  switch (notice.about) {
    case 'standing': {
      const { notice: noticed, noticeHow, page } = mail.standing
      const said = mail.standing[notice.what]
      const text = notice.until === null ? said : `${said} ${sayMoment(notice.until)}.`
      return [
        { text, ...(said === noticed ? { detail: noticeHow } : {}) },
        { text: page, href: `${origin}/me` },
      ]
    }
    case 'mandate': {
      const mandate = org.delegates.mandates.get(notice.mandate)
      if (mandate?.ended !== null) return []
      const unit = org.units.units.get(mandate.unit)?.name ?? mandate.unit
      const text = `${mail.mandate.given(mandate.office, unit)} ${sayMoment(mandate.until)}.`
      return [{ text, href: `${origin}/me` }]
    }
    case 'office':
      return officeLines(org, notice, origin)
    // What it is stands on the page alone: letters pass through many hands.
    case 'case':
      return [{ text: mail.case[notice.what], href: `${origin}/cases` }]
    case 'panel': {
      const { what, id, until } = notice
      const stage = org.panels.panels.get(id)?.stage.kind
      // Nothing where it went on without them by the time the letter goes.
      if (stage !== (what === 'seat' ? 'seating' : 'seeding') || until <= org.head.get().at) return []
      const text = `${home.panel[what]}. ${home.panelUntil} ${sayMoment(until)}.`
      return [{ text, href: `${origin}/panels/${id}` }]
    }
    case 'account': {
      const { changes, page, stopRecovery, wasNotYou } = mail.account
      return [
        { text: changes[notice.what], detail: notice.what === 'recovery' ? stopRecovery : wasNotYou },
        { text: page, href: `${origin}/me` },
      ]
    }
    case 'polling': {
      const { screen, paper, wasNotYou } = mail.polling
      const text = notice.way === 'screen' ? screen : paper
      return [{ text, detail: wasNotYou, href: `${origin}${votePath(org, notice.vote)}` }]
    }
    case 'text':
      return textLines(org, notice.key, origin)
    case 'webhook':
      return [{ text: mail.webhook.page, href: `${origin}/me/webhooks` }]
    case 'invitation':
      return [{ text: mail.invitation.open, href: notice.link }]
  }
}

/** What was hidden and why stands on its page; nothing where it is shown again by the time the letter goes. */
function textLines({ moderation }: Org, key: string, origin: string): readonly LetterLine[] {
  const marked = moderation.marked.get(key)
  const hiding = standingHiding(marked)
  if (marked === undefined || hiding === undefined) return []
  const text = `${mail.text.hidden} ${sayMoment(hiding.appealUntil)}.`
  return [{ text, href: origin + hrefOfText(marked.ref) }]
}

/** Nothing where it is over by the time the letter goes. */
function officeLines(
  { elections, delegates, councils, motions, units }: Org,
  { what, id }: Extract<Notice, { about: 'office' }>,
  origin: string,
): readonly LetterLine[] {
  if (what === 'petition') {
    const recall = elections.recalls.get(id)
    const office = delegates.mandates.get(recall?.mandate ?? '')?.office
    return recall?.stage.kind !== 'signing' || office === undefined
      ? []
      : [{ text: mail.office.petition(office), href: `${origin}/recalls/${id}` }]
  }
  if (what === 'bound') {
    const binding = councils.bindings.get(id)
    const motion = motions.motions.get(id)
    const council = units.units.get(binding?.council ?? '')
    return binding?.ended !== null || motion === undefined || council === undefined
      ? []
      : [{ text: mail.office.bound(motion.title, council.name), href: `${origin}/motions/${id}` }]
  }
  const election = elections.elections.get(id)
  const { title } = elections.offices.get(election?.office ?? '') ?? {}
  const stage = election?.stage
  const isOn = stage?.kind === (what === 'seed' ? 'drawing' : 'nominating')
  return !isOn || title === undefined || !('until' in stage)
    ? []
    : [{ text: `${mail.office[what](title)} ${sayMoment(stage.until)}.`, href: `${origin}/elections/${id}` }]
}
