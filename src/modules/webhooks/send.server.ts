import { lookup } from 'node:dns'
import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isPublicAddress } from './core/index.ts'

/** What to send where. `isLocal`: addresses of this machine's network, and plain http, are allowed (tests, a demonstration). */
export interface Sending {
  readonly url: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  readonly isLocal: boolean
  readonly signal: AbortSignal
}

const TIMEOUT = 15_000

/**
 * Posts once, and follows nothing. The name is resolved and looked at by the very look-up that the connection is made with: a
 * name that answers differently the second time (DNS rebinding) leads nowhere else. Answers with the status, or a short code.
 */
export function send({ url, body, headers, isLocal, signal }: Sending): Promise<number | string> {
  const target = URL.parse(url)
  if (target === null || !(target.protocol === 'https:' || (isLocal && target.protocol === 'http:')))
    return Promise.resolve('address-refused')
  // A name that is an address is connected to without any look-up.
  const literal = target.hostname.replace(/^\[|\]$/g, '')
  if (!isLocal && /^[\d.]+$|:/.test(literal) && !isPublicAddress(literal))
    return Promise.resolve('address-refused')
  const request = target.protocol === 'https:' ? overHttps : overHttp
  return new Promise((resolve) => {
    const sent = request(
      target,
      { method: 'POST', headers, signal, timeout: TIMEOUT, ...(isLocal ? {} : { lookup: publicLookup }) },
      (response) => {
        // What is answered is not read: it could be endless.
        resolve(response.statusCode ?? 0)
        response.destroy()
      },
    )
    sent.on('timeout', () => sent.destroy(new Error('timeout')))
    sent.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code ?? (error.message === 'timeout' ? 'timeout' : 'failed'))
    })
    sent.end(body)
  })
}

/** Looks a name up, and knows no address but public ones. */
const publicLookup: LookupFunction = (name, options, answer) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error !== null) return answer(error, '')
    const open = found.filter(({ address }) => isPublicAddress(address))
    const [first] = open
    if (first === undefined || open.length < found.length)
      return answer(Object.assign(new Error('refused'), { code: 'address-refused' }), '')
    return options.all === true ? answer(null, open) : answer(null, first.address, first.family)
  })
}
