import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

// This file imports no module of ours: the built handler holds its own copies, and a second import from src would
// put two clerks into one process. Settings reach the application through the environment.

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

const builds = join(import.meta.dirname, '../../build')

// SvelteKit compares a form's Origin header with protocol and host of these two headers, and assumes https without
// them. They are private: whatever a client sends under their names is overwritten.
const protocolHeader = 'x-plenum-protocol'
const hostHeader = 'x-plenum-host'

const requestsMayTakeMs = 6_000
const stopAfterMs = 9_500

// A mail program that unsubscribes with one click (RFC 8058) is no browser: it names no origin, and the link is the permission.
const unsubscribePath = '/unsubscribe/'

const help = `Usage: plenum serve [--port 7171] [--host 127.0.0.1] [--data ./data] [--clock-is-right]

Starts the server and runs until it is stopped (Ctrl-C or SIGTERM). Where no organization is founded yet it prints the
address at which to begin.

  --port N           the port to listen on; 0 takes a free one (7171)
  --host ADDRESS     the address to listen on (127.0.0.1: this machine only)
  --data DIR         the folder in which everything is kept (./data)
  --clock-is-right   the machine's clock is right, after a stop of more than a day during which something fell due

From the environment: DATABASE_URL (PostgreSQL instead of SQLite in the folder), PLENUM_ORIGIN (the public origin behind
a proxy, such as https://plenum.example.org), ADDRESS_HEADER (the header in which the proxy sets the visitor's address, such
as x-real-ip; without it all visitors count as one, and who guesses passwords locks everybody out),
PLENUM_DEMONSTRATION=1 (a demonstration whose clock can be moved), PLENUM_BACKUPS (the folder whose newest backup the
maintenance page shows), PLENUM_LOG=silent|error|info|debug (info; debug adds a line for each request; no line names anybody).
For mail: PLENUM_SMTP_URL (where it is handed in, such as smtp://user:password@mail.example.org:587 or smtps://...; without it
nothing is sent and you see what would have gone), PLENUM_MAIL_FROM (the address it comes from, with a name or without: Plenum
<plenum@example.org>), PLENUM_MAIL_HOUR (the hour in UTC from which weekly messages go: 18), PLENUM_LANGUAGE (of whoever has
chosen none: en or es).

Example: plenum serve --port 8080 --data /srv/plenum

Exit codes: 0 stopped as asked; 2 could not run (port taken, folder in use or not writable, database away).`

/** What `plenum serve` is called with. */
export const serveSyntax = {
  name: 'serve',
  help,
  operands: [],
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    data: { type: 'string' },
    'clock-is-right': { type: 'boolean' },
  },
} as const

interface ServeCall {
  readonly values: {
    readonly port: string | undefined
    readonly host: string | undefined
    readonly data: string | undefined
    readonly 'clock-is-right': boolean | undefined
  }
}

/** Starts the built application over http and returns once it answers: 0, or 2 where it could not start. */
export async function serve({ values }: ServeCall): Promise<0 | 2> {
  const { host = '127.0.0.1', data = process.env['PLENUM_DATA'] ?? './data' } = values
  const port = portOf(values.port ?? '7171')
  const origin = publicOrigin()
  if (port === undefined)
    return fail(`--port ${values.port ?? ''} is not a port: a whole number from 0 to 65535.`)
  if (origin === 'malformed')
    return fail('PLENUM_ORIGIN must be protocol and host only, such as https://plenum.example.org')
  const handlerFile = findHandler()
  if (handlerFile === undefined) return fail('Plenum has not been built yet. Run: npm run build')

  const { promise: handler, resolve: ready } = Promise.withResolvers<Handler>()
  const server = createServer((request, response) => {
    request.headers[protocolHeader] = origin?.protocol.slice(0, -1) ?? 'http'
    request.headers[hostHeader] = origin?.host ?? request.headers.host
    if (request.url?.startsWith('/api/') === true) withoutForm(request)
    if (request.url?.startsWith(unsubscribePath) === true)
      request.headers.origin ??= origin?.origin ?? `http://${request.headers.host ?? ''}`
    void handler.then((handle) => {
      handle(request, response, () => response.writeHead(404).end())
    })
  })
  const url = await listen(server, port, host)
  if (typeof url === 'string') return fail(url)

  Object.assign(process.env, {
    PLENUM_DATA: resolve(data),
    PLENUM_ORIGIN: origin?.origin ?? `http://localhost:${url.port}`,
    PROTOCOL_HEADER: protocolHeader,
    HOST_HEADER: hostHeader,
    BODY_SIZE_LIMIT: process.env['BODY_SIZE_LIMIT'] ?? '8M',
    ...(values['clock-is-right'] === true ? { PLENUM_CLOCK_IS_RIGHT: '1' } : {}),
  })
  delete process.env['PORT_HEADER']
  // Set and empty means: none, as in many a compose file.
  if (process.env['DATABASE_URL'] === '') delete process.env['DATABASE_URL']
  const built = (await import(pathToFileURL(handlerFile).href)) as { handler: Handler }
  ready(built.handler)
  stopOnSignal(server)
  console.log(`Plenum is listening on ${url.origin}`)
  return 0
}

/**
 * SvelteKit refuses what a form of another site could send, and a call without content as well. The API enters nothing for a
 * cookie, so nothing can be forged there: it is told of such content as of no kind in particular, and says itself what it takes.
 */
function withoutForm({ headers }: IncomingMessage): void {
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\s*(;|$)/i
  if (isForm.test(headers['content-type'] ?? 'text/plain'))
    headers['content-type'] = 'application/octet-stream'
}

/** The newest build. This process stays with it: a later one has a folder of its own. */
function findHandler(): string | undefined {
  const current = join(builds, 'current')
  const file = existsSync(current) ? join(builds, readFileSync(current, 'utf8'), 'handler.js') : ''
  return existsSync(file) ? file : undefined
}

function fail(sentence: string): 2 {
  console.error(sentence)
  return 2
}

function portOf(text: string): number | undefined {
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : undefined
}

function publicOrigin(): URL | 'malformed' | undefined {
  const text = process.env['PLENUM_ORIGIN']
  if (text === undefined || text === '') return undefined
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' ? url : 'malformed'
}

/** The address it listens on, or a sentence that says why it does not. */
function listen(server: Server, port: number, host: string): Promise<URL | string> {
  return new Promise((answer) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      answer(whyNotListening(error, port, host))
    })
    server.listen(port, host, () => {
      const name = host.includes(':') ? `[${host}]` : host
      answer(new URL(`http://${name}:${(server.address() as AddressInfo).port}`))
    })
  })
}

function whyNotListening({ code = '', message }: NodeJS.ErrnoException, port: number, host: string): string {
  const known: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program, perhaps another Plenum. Stop it, or choose another: --port ${port + 1}`,
    EACCES: `This user may not listen on port ${port}. Choose one from 1024: --port 7171`,
    ENOTFOUND: `This machine has no address ${host}. Choose another: --host 127.0.0.1`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Choose another: --host 127.0.0.1`,
  }
  return known[code] ?? `Plenum cannot listen on ${host}, port ${port}: ${message}`
}

/**
 * Lets requests under way finish and takes no new ones, then tells the application (as adapter-node's own server does), which ends
 * the clerk's batch and whatever is being carried out, and gives up the database. With nothing left to do the process ends; what
 * hangs is cut off, because a service manager would soon kill us: nothing that was acknowledged depends on it.
 */
function stopOnSignal(server: Server): void {
  let stopping = false
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return
    stopping = true
    server.close(() => {
      process.emit('sveltekit:shutdown' as 'SIGTERM', signal)
    })
    server.closeIdleConnections()
    setTimeout(() => {
      server.closeAllConnections()
    }, requestsMayTakeMs).unref()
    setTimeout(() => {
      console.error(
        'Plenum did not come to an end in time and was cut off; nothing that was entered is lost.',
      )
      process.exit(0)
    }, stopAfterMs).unref()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
