import { isRefusal } from '#kernel/refusal'
import { formatProof } from '#modules/record/core'
import { proveEntry } from '#organization/server'
import { plenum } from '#views/plenum.server.ts'
import { read } from '#views/read.server.ts'
import { notFound, requireMember } from '../../../../shared/session.server.ts'
import { seqIn } from '../seq.ts'
import type { RequestHandler } from './$types.js'

/** The proof that an entry stands in the record, as `plenum verify-proof` reads it. */
export const GET: RequestHandler = async (event) => {
  const id = requireMember(event)
  const seq = seqIn(event.params.seq) ?? notFound('entry')
  const org = await read(event, (org) => org)
  const proof = await proveEntry(plenum(), org, seq, { kind: 'member', id })
  if (isRefusal(proof)) notFound('entry')
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="plenum-entry-${seq}.json"`,
    'cache-control': 'private, no-store',
  }
  return new Response(`${formatProof(proof)}\n`, { headers })
}
