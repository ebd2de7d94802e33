import { isRefusal } from '#kernel/refusal'
import { formatProof } from '#modules/record/core'
import { proveEntry } from '#organization/server'
import { plenum } from '#views/plenum.server.ts'
import { read } from '#views/read.server.ts'
import { notFound } from '../../../shared/session.server.ts'
import type { RequestHandler } from './$types.js'

/** The proof that the entry with the keys of a secret vote stands in the record: what everybody may read, for a voting screen. */
export const GET: RequestHandler = async (event) => {
  const org = await read(event, (org) => org)
  const vote = org.voting.votes.get(event.params.vote)
  if (vote?.secret === undefined) notFound('vote')
  const seq = vote.renewals?.at(-1)?.seq ?? vote.openedSeq
  const proof = await proveEntry(plenum(), org, seq, { kind: 'public' })
  if (isRefusal(proof)) notFound('entry')
  return new Response(`${formatProof(proof)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  })
}
