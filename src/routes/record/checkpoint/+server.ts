import { signCheckpoint } from '#modules/record'
import { plenum } from '#views/plenum.server.ts'
import type { RequestHandler } from './$types.js'

/** The newest signed checkpoint (c2sp.org/tlog-checkpoint): for everybody. */
export const GET: RequestHandler = async () => {
  const { database, store } = plenum()
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' }
  return new Response(await signCheckpoint(database, store), { headers })
}
