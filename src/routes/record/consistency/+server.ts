import { toBase64 } from '#kernel/bytes'
import { isRefusal } from '#kernel/refusal'
import { proveConsistency } from '#modules/record'
import { plenum } from '#views/plenum.server.ts'
import { notFound } from '../../shared/session.server.ts'
import { seqIn } from '../entries/[seq]/seq.ts'
import type { RequestHandler } from './$types.js'

/** The proof that the first `?older=` entries are the beginning of the first `&size=`: for everybody, as tiles are. */
export const GET: RequestHandler = async ({ url }) => {
  const [older, size] = ['older', 'size'].map((name) => seqIn(url.searchParams.get(name) ?? ''))
  if (older === undefined || size === undefined || older > size) notFound('page')
  const proof = await proveConsistency(plenum().store, older, size)
  if (isRefusal(proof)) notFound('page')
  return Response.json({ proof: proof.map(toBase64) }, { headers: { 'cache-control': 'no-cache' } })
}
