import { isRefusal } from '#kernel/refusal'
import { registerKey } from '#views/secret-vote.server.ts'
import { answerScript, readOctets } from '../../../shared/octets.server.ts'
import type { RequestHandler } from './$types.js'

/** Takes a voter's key from nobody in particular, where keys come first. */
export const POST: RequestHandler = async (event) => {
  const octets = await readOctets(event)
  return answerScript(isRefusal(octets) ? octets : await registerKey(event.params.vote, octets))
}
