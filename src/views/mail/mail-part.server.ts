import { isRefusal, type Refusal } from '#kernel/refusal'
import { createMailer, openUnsubscribeLinks, readMailSettings, type MailSettings } from '#modules/notices'
import type { OutboxPart } from '#modules/outbox'
import type { Plenum } from '#organization/server'
import { deliverMail, deliverRound, deliverToMailbox } from './deliver-mail.server.ts'
import { followRecord } from './follow-record.server.ts'
import { planWeekly } from './plan-weekly.server.ts'
import type { Office } from './reader.server.ts'

/** Where mail is written: the settings from the environment, and the keys of its links. */
export async function openOffice(plenum: Plenum, settings: MailSettings): Promise<Office> {
  const origin = process.env['PLENUM_ORIGIN'] ?? 'http://localhost:7171'
  return { plenum, settings, links: await openUnsubscribeLinks(plenum.database), origin }
}

/**
 * The work about mail: follows the record, plans weekly messages, and hands them to the mail server; in a demonstration into
 * its mailbox. Without a server nobody delivers `mail`, and its items stay where the operator sees them.
 */
export async function openMailPart(plenum: Plenum, settings: MailSettings): Promise<OutboxPart> {
  const office = await openOffice(plenum, settings)
  const following = { followers: [followRecord(office)], planners: [planWeekly(office)] }
  if (plenum.demonstration)
    return { ...following, deliverers: [deliverRound(office), deliverToMailbox(office)] }
  if (settings.smtp === undefined) return { ...following, deliverers: [deliverRound(office)] }
  const mailer = createMailer(settings.smtp)
  return {
    ...following,
    deliverers: [deliverRound(office), deliverMail(office, mailer)],
    close: () => mailer.close(),
  }
}

/** The settings that the environment names. */
export function mailSettings(): MailSettings | Refusal {
  return readMailSettings(process.env)
}

/** The same from the environment, which was looked at before anything was opened. */
export function mailPart(plenum: Plenum): Promise<OutboxPart> {
  const settings = mailSettings()
  if (isRefusal(settings)) throw new Error(`bug: the settings for mail were not looked at: ${settings.code}`)
  return openMailPart(plenum, settings)
}
