import { existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

// This file imports no module of ours: the built handler holds its own copies, and a second import from src would
// put two clerks into one process. Settings reach the application through the environment.

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

const handlerFile = join(import.meta.dirname, '../../build/handler.js')

// SvelteKit compares a form's Origin header with protocol and host of these two headers, and assumes https without
// them. They are private: whatever a client sends under their names is overwritten.
const protocolHeader = 'x-plenum-protocol'
const hostHeader = 'x-plenum-host'

const stopAfterMs = 10_000

/**
 * Starts the built application over http and returns once it answers.
 *
 * Reads `--port` (7171; 0 takes a free one), `--host` (127.0.0.1), `--data` (./data) and, from the environment,
 * `PLENUM_ORIGIN` (the public origin behind a proxy, such as `https://plenum.example.org`) and `DATABASE_URL`.
 */
export async function serve(args: string[]): Promise<void> {
  const { port, host, data } = settings(args)
  const origin = publicOrigin()
  if (!existsSync(handlerFile)) {
    console.error('Plenum has not been built yet. Run: npm run build')
    process.exitCode = 1
    return
  }

  const { promise: handler, resolve: ready } = Promise.withResolvers<Handler>()
  const server = createServer((request, response) => {
    request.headers[protocolHeader] = origin?.protocol.slice(0, -1) ?? 'http'
    request.headers[hostHeader] = origin?.host ?? request.headers.host
    void handler.then((handle) => {
      handle(request, response, () => response.writeHead(404).end())
    })
  })
  const url = await listen(server, port, host)

  Object.assign(process.env, {
    PLENUM_DATA: resolve(data),
    PLENUM_ORIGIN: origin?.origin ?? `http://localhost:${url.port}`,
    PROTOCOL_HEADER: protocolHeader,
    HOST_HEADER: hostHeader,
    BODY_SIZE_LIMIT: process.env['BODY_SIZE_LIMIT'] ?? '8M',
  })
  delete process.env['PORT_HEADER']
  const built = (await import(pathToFileURL(handlerFile).href)) as { handler: Handler }
  ready(built.handler)
  stopOnSignal(server)
  console.log(`Plenum is listening on ${url.origin}`)
}

function settings(args: string[]): { port: number; host: string; data: string } {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '7171' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string', default: process.env['PLENUM_DATA'] ?? './data' },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port}: not a port`)
  return { port, host: values.host, data: values.data }
}

function publicOrigin(): URL | undefined {
  const text = process.env['PLENUM_ORIGIN']
  if (text === undefined || text === '') return undefined
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/') {
    throw new Error(
      `PLENUM_ORIGIN=${text}: expected protocol and host only, such as https://plenum.example.org`,
    )
  }
  return url
}

function listen(server: Server, port: number, host: string): Promise<URL> {
  return new Promise((listening, failed) => {
    server.once('error', failed)
    server.listen(port, host, () => {
      const name = host.includes(':') ? `[${host}]` : host
      listening(new URL(`http://${name}:${(server.address() as AddressInfo).port}`))
    })
  })
}

/** Lets requests under way finish, then tells the application (as adapter-node's own server does), which ends. */
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
    }, stopAfterMs).unref()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
