import type { RequestEvent } from '@sveltejs/kit'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { refusalStatus } from '#organization'
import { sayRefusal } from '#ui/refusals.ts'
import { createRate, rateKey } from '#views/rate.server.ts'

const NO_STORE = { 'cache-control': 'no-store' }

/** An answer to a script: what was asked for, or a refusal with its code and its sentence. */
export function answerScript(answer: object | Refusal): Response {
  if (!isRefusal(answer)) return Response.json(answer, { headers: NO_STORE })
  const { code, facts } = answer
  return Response.json(
    { code, sentence: sayRefusal(answer), facts },
    { status: refusalStatus(answer), headers: NO_STORE },
  )
}

/** The largest ballot there can be: two hundred choices, and the signatures of nine issuers. */
const MOST_OCTETS = 4096

// A hall full of members may have one address; nobody else sends ten ballots a second.
const CALLS_A_MINUTE = 600
const rate = createRate(CALLS_A_MINUTE)

/** Refuses a request that is nobody's where too many came from its network. */
export function whyThrottled(event: RequestEvent): Refusal | undefined {
  const seconds = rate.count(rateKey(undefined, event.getClientAddress()))
  return seconds > 0 ? refuse('ballot-throttled', { seconds }) : undefined
}

/** The octets of a request that is nobody's: no cookie is read, and the address is counted in memory and forgotten. */
export async function readOctets(event: RequestEvent): Promise<Uint8Array | Refusal> {
  const throttled = whyThrottled(event)
  if (throttled !== undefined) return throttled
  const { headers } = event.request
  if (headers.get('content-type') !== 'application/octet-stream')
    return refuse('media-type-wrong', { expected: 'application/octet-stream' })
  const length = Number(headers.get('content-length') ?? Number.NaN)
  if (!(length <= MOST_OCTETS)) return refuse('ballot-length', { expected: 0, found: 0 })
  return new Uint8Array(await event.request.arrayBuffer())
}
