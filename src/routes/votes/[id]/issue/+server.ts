import { z } from 'zod'
import { refuse } from '#kernel/refusal'
import { issueKeys } from '#views/secret-vote.server.ts'
import { answerScript } from '../../../shared/octets.server.ts'
import type { RequestHandler } from './$types.js'

const askedShape = z.strictObject({ requests: z.array(z.string().max(512)).min(1).max(9) })

/** Signs a member's blinded keys in a secret vote: only here does anybody see who asks. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
  if (locals.member === undefined) return answerScript(refuse('sign-in-needed'))
  if (!(request.headers.get('content-type') ?? '').startsWith('application/json'))
    return answerScript(refuse('media-type-wrong', { expected: 'application/json' }))
  const asked = askedShape.safeParse(await request.json().catch(() => undefined))
  if (!asked.success) return answerScript(refuse('request-malformed'))
  return answerScript(await issueKeys(locals.member, params.id, asked.data.requests))
}
