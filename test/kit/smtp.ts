import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail as a server got it. */
export interface ReceivedMail {
  readonly to: string
  /** As it came, headers and all. */
  readonly raw: string
  readonly parsed: ParsedMail
}

/** A real mail server inside the test. */
export interface TestSmtp {
  readonly port: number
  /** What it has accepted, in order. */
  readonly mails: ReceivedMail[]
  /** What it says to a recipient instead of yes; the message begins with the enhanced code. */
  answers: Map<string, { readonly code: number; readonly message: string }>
  close(): Promise<void>
}

/** Starts a server on a free port of this machine. */
export async function startSmtp(options: SMTPServerOptions = {}): Promise<TestSmtp> {
  const mails: ReceivedMail[] = []
  const answers: TestSmtp['answers'] = new Map()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onRcptTo({ address }, _session, callback) {
      const answer = answers.get(address)
      callback(
        answer === undefined ? null : Object.assign(new Error(answer.message), { responseCode: answer.code }),
      )
    },
    onData(stream, session, callback) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString()
        void simpleParser(raw).then((parsed) => {
          for (const { address } of session.envelope.rcptTo) mails.push({ to: address, raw, parsed })
          callback(null)
        })
      })
    },
    ...options,
  })
  // A client that hangs up is the client's business.
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    answers,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
