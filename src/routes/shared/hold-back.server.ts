import { error, type RequestEvent } from '@sveltejs/kit'
import { common } from '#ui/words/common.ts'
import { createRate, rateKey } from '#views/rate.server.ts'

// Nobody fills in five forms a second; a meeting hall in which everybody signs in at once may stand behind one address.
const FORMS_A_MINUTE = 300
// Names are suggested while one types: some three a second.
const SEARCHES_A_MINUTE = 300

const rates = {
  forms: createRate(Number(process.env['PLENUM_FORMS'] ?? FORMS_A_MINUTE)),
  searches: createRate(Number(process.env['PLENUM_SEARCHES'] ?? SEARCHES_A_MINUTE)),
} as const

/** Counts a form or a search of this member, or of the network of somebody who is not signed in; stops with a plain page where it is one too many. */
export function holdBack(
  event: Pick<RequestEvent, 'getClientAddress' | 'locals' | 'setHeaders'>,
  what: keyof typeof rates,
): void {
  const seconds = rates[what].count(rateKey(event.locals.member, event.getClientAddress()))
  if (seconds === 0) return
  event.setHeaders({ 'retry-after': String(seconds) })
  error(429, common.errors.tooMany(seconds))
}
