import { isRefusal } from '#kernel/refusal'
import { castSecretly } from '#views/secret-vote.server.ts'
import { answerScript, readOctets } from '../../../shared/octets.server.ts'
import type { RequestHandler } from './$types.js'

/** Takes a ballot from nobody in particular: the hook before it neither reads cookies nor logs. */
export const POST: RequestHandler = async (event) => {
  const octets = await readOctets(event)
  return answerScript(isRefusal(octets) ? octets : await castSecretly(event.params.vote, octets))
}
