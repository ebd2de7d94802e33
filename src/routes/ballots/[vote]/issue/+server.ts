import { z } from 'zod'
import { refuse } from '#kernel/refusal'
import { issueAtScreen } from '#views/polling.server.ts'
import { answerScript, whyThrottled } from '../../../shared/octets.server.ts'
import type { RequestHandler } from './$types.js'

const askedShape = z.strictObject({
  code: z.string().max(100),
  requests: z.array(z.string().max(512)).min(1).max(9),
})

/** Signs the blinded key of a voting screen, for the member whose code it has: no session is looked at. */
export const POST: RequestHandler = async (event) => {
  const throttled = whyThrottled(event)
  if (throttled !== undefined) return answerScript(throttled)
  if (!(event.request.headers.get('content-type') ?? '').startsWith('application/json'))
    return answerScript(refuse('media-type-wrong', { expected: 'application/json' }))
  const asked = askedShape.safeParse(await event.request.json().catch(() => undefined))
  if (!asked.success) return answerScript(refuse('request-malformed'))
  return answerScript(await issueAtScreen(event.params.vote, asked.data))
}
