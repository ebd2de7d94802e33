import { isRefusal } from '#kernel/refusal'
import { readTile } from '#modules/record'
import { parseTilePath, TILE_WIDTH } from '#modules/record/core'
import { plenum } from '#views/plenum.server.ts'
import { notFound } from '../../../shared/session.server.ts'
import type { RequestHandler } from './$types.js'

/**
 * A tile of the tree (c2sp.org/tlog-tiles): for everybody. Bundles of entries, which the specification keeps under
 * `tile/entries`, are not public here: bodies are closed to those who may not read them, and stand in the export.
 */
export const GET: RequestHandler = async ({ params }) => {
  const tile = parseTilePath(`tile/${params.path}`)
  if (isRefusal(tile)) notFound('tile')
  const bytes = await readTile(plenum().store, tile)
  if (isRefusal(bytes)) notFound('tile')
  // A full tile never changes; a partial one gives way to a wider one, so nobody need keep it.
  const cache = tile.width === TILE_WIDTH ? 'public, max-age=31536000, immutable' : 'public, max-age=60'
  return new Response(Buffer.from(bytes), {
    headers: { 'content-type': 'application/octet-stream', 'cache-control': cache },
  })
}
