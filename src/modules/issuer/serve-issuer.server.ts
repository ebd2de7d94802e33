import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { toBase64 } from '#kernel/bytes'
import { negotiateLanguage, type Language } from '#kernel/language'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import type { Follower } from './follow.server.ts'
import type { Issuer } from './open-issuer.server.ts'

const MOST_BYTES = 4096
const askedShape = z.strictObject({
  vote: z.string().max(40),
  member: z.string().max(40),
  code: z.string().max(60),
  request: z.string().max(512),
})

export interface ServeOptions {
  readonly issuer: Issuer
  readonly follower: Pick<Follower, 'look' | 'now'>
  /** The header in which a proxy names the visitor's address; without one, who is connected. */
  readonly addressHeader: string | undefined
  /** Counts wrong codes by address, in memory only. */
  readonly wrong: { minutesLeft(address: string): number; count(address: string): void }
  /** A refusal for a person, and its HTTP status. */
  readonly say: (refusal: Refusal, language: Language) => string
  readonly statusOf: (refusal: Refusal) => number
}

/**
 * The issuer's HTTP server: one question, one answer, for the pages of one organization. No cookie is read or set and nothing about who asks
 * is written down but that a member's key was signed.
 */
export function createIssuerServer({
  issuer,
  follower,
  addressHeader,
  wrong,
  say,
  statusOf,
}: ServeOptions): Server {
  async function answerTo(request: IncomingMessage): Promise<object | Refusal> {
    const { pathname } = new URL(request.url ?? '/', 'http://issuer')
    if (request.method === 'GET' && pathname === '/') {
      const { name, organization } = issuer.settings
      return { name, key: issuer.key, organization, takes: 'POST /issue from the page of a secret vote' }
    }
    if (request.method !== 'POST' || pathname !== '/issue') return refuse('issuer-nothing-here')
    const address = addressOf(request, addressHeader)
    const minutes = wrong.minutesLeft(address)
    if (minutes > 0) return refuse('issuer-throttled', { minutes })
    const asked = askedShape.safeParse(await readJson(request))
    if (!asked.success) return refuse('request-malformed')
    await follower.look(asked.data.vote)
    const answer = issuer.issue(asked.data, follower.now())
    if (!isRefusal(answer)) return { answer: toBase64(answer) }
    if (answer.code === 'issuer-code-wrong') wrong.count(address)
    return answer
  }

  return createServer((request, response) => {
    const language = negotiateLanguage(request.headers['accept-language'] ?? null)
    const headers = headersFor(issuer.settings.organization)
    if (request.method === 'OPTIONS') return void response.writeHead(204, headers).end()
    answerTo(request).then(
      (answer) => {
        if (!isRefusal(answer)) send(response, 200, headers, answer)
        else send(response, statusOf(answer), headers, { code: answer.code, sentence: say(answer, language) })
      },
      (error: unknown) => {
        console.error(error)
        response.writeHead(500, headers).end()
      },
    )
  })
}

/** Browsers hand the answer to the organization's own pages only. */
function headersFor(organization: string): Record<string, string> {
  return {
    'access-control-allow-origin': organization,
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'content-type',
    'access-control-max-age': '600',
    'cache-control': 'no-store',
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
    vary: 'origin',
  }
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: object): void {
  response.writeHead(status, headers).end(JSON.stringify(body))
}

function addressOf(request: IncomingMessage, header: string | undefined): string {
  const named = header === undefined ? undefined : request.headers[header.toLowerCase()]
  return (typeof named === 'string' ? named : undefined) ?? request.socket.remoteAddress ?? ''
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) return undefined
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > MOST_BYTES) return undefined
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return undefined
  }
}
