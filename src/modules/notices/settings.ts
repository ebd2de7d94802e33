import { languageOf, LANGUAGES, type Language } from '#kernel/language'
import type { Refusal } from '#kernel/refusal'
import { refuseNotices } from './core/messages.ts'

/** Where mail is handed in, and from whom it comes. */
export interface SmtpSettings {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (smtps); otherwise STARTTLS, which only a server on this machine may do without. */
  readonly secure: boolean
  readonly requireTLS: boolean
  readonly auth: { readonly user: string; readonly pass: string } | undefined
}

/** What the operator has set about mail. */
export interface MailSettings {
  /** Without it nothing is sent, and the operator sees what would have gone. */
  readonly smtp: SmtpSettings | undefined
  readonly from: { readonly name: string; readonly address: string }
  /** The hour, in UTC, from which weekly messages go. */
  readonly hour: number
  /** Of whoever has chosen none. */
  readonly language: Language
}

type Environment = Readonly<Record<string, string | undefined>>

const NEUTRAL_NAME = 'Plenum'
const EVENING = 18
const SUBMISSION = 587
const SUBMISSIONS = 465

/** Reads PLENUM_SMTP_URL, PLENUM_MAIL_FROM, PLENUM_MAIL_HOUR and PLENUM_LANGUAGE. Refusals: `mail-url-wrong`, `mail-from-wrong`, `mail-hour-wrong`. */
export function readMailSettings(env: Environment): MailSettings | Refusal {
  const [url, from, hourText] = [
    env['PLENUM_SMTP_URL'],
    env['PLENUM_MAIL_FROM'],
    env['PLENUM_MAIL_HOUR'],
  ].map((value) => (value === '' ? undefined : value))
  const hour = hourText === undefined ? EVENING : Number(hourText)
  if (!Number.isInteger(hour) || hour < 0 || hour > 23)
    return refuseNotices('mail-hour-wrong', { hour: hourText ?? '' })
  const smtp = url === undefined ? undefined : parseSmtpUrl(url)
  if (url !== undefined && smtp === undefined) return refuseNotices('mail-url-wrong')
  const sender = parseFrom(from)
  if (sender === undefined && (smtp !== undefined || from !== undefined))
    return refuseNotices('mail-from-wrong')
  const language = languageOf(env['PLENUM_LANGUAGE']) ?? LANGUAGES[0]
  return { smtp, hour, language, from: sender ?? { name: NEUTRAL_NAME, address: 'plenum@localhost' } }
}

function parseSmtpUrl(text: string): SmtpSettings | undefined {
  const url = URL.parse(text)
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') return undefined
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replaceAll(/^\[|\]$/g, '')
  const credentials = decode(url.username, url.password)
  if (credentials === undefined) return undefined
  return {
    host,
    port: url.port === '' ? (secure ? SUBMISSIONS : SUBMISSION) : Number(url.port),
    secure,
    // Neither a password nor a member's mail crosses a network in the open.
    requireTLS: !secure && !/^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host),
    auth: credentials.user === '' ? undefined : credentials,
  }
}

function decode(user: string, pass: string): { user: string; pass: string } | undefined {
  try {
    return { user: decodeURIComponent(user), pass: decodeURIComponent(pass) }
  } catch {
    return undefined
  }
}

function parseFrom(text: string | undefined): MailSettings['from'] | undefined {
  const [, name = '', address = ''] =
    /^\s*(?:"?([^"<>]*?)"?\s*<)?([^\s<>"]+@[^\s<>"]+)>?\s*$/.exec(text ?? '') ?? []
  if (address === '') return undefined
  return { name: name === '' ? NEUTRAL_NAME : name, address }
}
