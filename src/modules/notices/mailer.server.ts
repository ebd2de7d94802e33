import { createTransport } from 'nodemailer'
import { SECOND } from '#kernel/instant'
import type { SmtpSettings } from './settings.ts'

/** A mail that is ready to go. */
export interface Mail {
  /** Follows from what it is about, so that a mail program shows one that was sent twice once. */
  readonly messageId: string
  readonly from: { readonly name: string; readonly address: string }
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string | undefined
  readonly date: Date
  /** The link by which one click ends this kind of mail (RFC 8058). */
  readonly unsubscribe: string | undefined
}

/**
 * What the mail server said, as a short code. `never`: it refuses for good; `mailbox` where it is the address that takes no mail.
 */
export type Sent =
  | { readonly status: 'sent' }
  | { readonly status: 'again'; readonly code: string }
  | { readonly status: 'never'; readonly code: string; readonly mailbox: boolean }

/** Hands mail to a server. */
export interface Mailer {
  send(mail: Mail): Promise<Sent>
  /** Tries to sign in: the code of what is wrong, if something is. */
  verify(): Promise<string | undefined>
  close(): void
}

/** A mailer for this server, with a few connections that are kept for a while. */
export function createMailer(smtp: SmtpSettings): Mailer {
  const transport = createTransport({
    pool: true,
    maxConnections: 3,
    host: smtp.host,
    port: smtp.port,
    secure: smtp.secure,
    requireTLS: smtp.requireTLS,
    ...(smtp.auth === undefined ? {} : { auth: smtp.auth }),
    connectionTimeout: 15 * SECOND,
    greetingTimeout: 15 * SECOND,
    socketTimeout: 40 * SECOND,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ unsubscribe, html, ...mail }) {
      try {
        await transport.sendMail({
          ...mail,
          ...(html === undefined ? {} : { html }),
          headers: {
            // No vacation notice comes back (RFC 3834).
            'Auto-Submitted': 'auto-generated',
            ...(unsubscribe === undefined
              ? {}
              : {
                  'List-Unsubscribe': `<${unsubscribe}>`,
                  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
                }),
          },
        })
        return { status: 'sent' }
      } catch (error) {
        return saidBy(error)
      }
    },
    async verify() {
      try {
        await transport.verify()
        return undefined
      } catch (error) {
        const said = saidBy(error)
        return said.status === 'sent' ? undefined : said.code
      }
    },
    close() {
      transport.close()
    },
  }
}

interface SmtpError {
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
  readonly response?: string
}

/** What a server refuses for good is not tried again, except what the operator can mend: signing in, and TLS. */
function saidBy(error: unknown): Sent {
  const { code = '', command, responseCode, response = '' } = error as SmtpError
  if (code === 'EAUTH' || code === 'ENOAUTH') return { status: 'again', code: 'sign-in-refused' }
  if (code === 'ETLS' || isTlsFault(error)) return { status: 'again', code: 'tls-failed' }
  if (responseCode !== undefined && responseCode >= 500) {
    // 5.7.x is about policy (RFC 3463): about whoever sends, and not about the mailbox.
    const isPolicy = /^\d{3}[ -]5\.7\./.test(response)
    const mailbox = code === 'EENVELOPE' && command === 'RCPT TO' && !isPolicy
    return { status: 'never', code: `refused-${responseCode}`, mailbox }
  }
  if (responseCode !== undefined) return { status: 'again', code: `deferred-${responseCode}` }
  const words: Readonly<Record<string, string>> = {
    EDNS: 'server-unknown',
    ETIMEDOUT: 'timed-out',
    ECONNECTION: 'not-connected',
    ESOCKET: 'not-connected',
  }
  return { status: 'again', code: words[code] ?? 'failed' }
}

function isTlsFault(error: unknown): boolean {
  const text = error instanceof Error ? error.message : ''
  return /certificate|self-signed|SSL|TLS|altnames/i.test(text)
}
