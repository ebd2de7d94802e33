import { z } from 'zod'
import { isRefusal } from '#kernel/refusal'
import { findEntries, readTile, signCheckpoint } from '#modules/record'
import {
  formatProof,
  isLongBody,
  parseTilePath,
  TILE_WIDTH,
  uuidShape,
  type KeptEntry,
} from '#modules/record/core'
import { refuseToken } from '#modules/tokens/core'
import { proveEntry, shownTo } from '#organization/server'
import { plenum } from '#views/plenum.server.ts'
import { read } from '#views/read.server.ts'
import { cursorAt, pageOf, pageShape, placeIn } from '../cursor.ts'
import type { Asker } from '../environment.ts'
import { exportResponse } from '#views/export.server.ts'
import { operation } from '../operation.server.ts'
import { entryShape } from '../shapes/entry.ts'

const TAG = 'Record'

const reader = (asker: Asker) => ({ kind: 'member' as const, id: asker.member ?? '' })

export const listEntries = operation({
  method: 'get',
  path: '/record/entries',
  id: 'listEntries',
  tag: TAG,
  summary: 'Entries, newest first; bodies as far as you may read them',
  needs: 'read',
  query: pageShape.extend({
    type: z
      .string()
      .max(60)
      .optional()
      .meta({ examples: ['motion.propose'] }),
    by: z.string().max(40).optional().meta({ description: 'A member, “clerk” or “nobody”.' }),
    from: z.coerce
      .number()
      .int()
      .min(0)
      .max(1e15)
      .optional()
      .meta({ description: 'Only entries from this position on.' }),
  }),
  answer: pageOf(entryShape),
  async run({ asker, query: { type, by, from = 0, limit, cursor } }) {
    const below = placeIn(cursor, Number.MAX_SAFE_INTEGER)
    if (isRefusal(below)) return below
    // Waits for what the caller has seen, wherever it was entered.
    const org = await read(asker, (org) => org)
    const found = await findEntries(plenum().database, { type, by, from, below, count: limit + 1 })
    const items = found.slice(0, limit).map((kept) => withoutLongBody(shownTo(org, kept, reader(asker))))
    return { items, next: found.length > limit ? cursorAt(items.at(-1)?.seq ?? 0) : null }
  },
})

/** Bodies that are too long for a list are got one by one. */
function withoutLongBody(kept: KeptEntry): KeptEntry {
  if (kept.body === undefined || !isLongBody(kept.body)) return kept
  const { body: _body, ...rest } = kept
  return rest
}

const seqParams = z.object({
  seq: z.coerce.number().int().min(0).max(1e15),
})

export const getEntry = operation({
  method: 'get',
  path: '/record/entries/{seq}',
  id: 'getEntry',
  tag: TAG,
  summary: 'An entry, its body as far as you may read it',
  needs: 'read',
  params: seqParams,
  answer: entryShape,
  async run({ asker, params: { seq } }) {
    const org = await read(asker, (org) => org)
    for await (const [kept] of plenum().store.read(seq, seq + 1))
      if (kept !== undefined) return shownTo(org, kept, reader(asker))
    return refuseToken('unknown-thing')
  },
})

export const getProof = operation({
  method: 'get',
  path: '/record/entries/{seq}/proof',
  id: 'getProof',
  tag: TAG,
  summary: 'The proof that an entry stands in the record, as “plenum verify-proof” reads it',
  needs: 'read',
  params: seqParams,
  answer: z.record(z.string(), z.unknown()),
  async run({ asker, params: { seq } }) {
    const org = await read(asker, (org) => org)
    const proof = await proveEntry(plenum(), org, seq, reader(asker))
    if (isRefusal(proof)) return refuseToken('unknown-thing')
    return JSON.parse(formatProof(proof)) as Record<string, unknown>
  },
})

export const findByAct = operation({
  method: 'get',
  path: '/record/acts/{id}',
  id: 'findAct',
  tag: TAG,
  summary: 'The entry of an act of yours, by the id that you gave it',
  needs: 'read',
  params: z.object({ id: uuidShape }),
  answer: entryShape,
  async run({ asker, params: { id } }) {
    const org = await read(asker, (org) => org)
    const kept = await plenum().store.find(asker.member ?? '', id)
    return kept === undefined ? refuseToken('unknown-thing') : shownTo(org, kept, reader(asker))
  },
})

export const getCheckpoint = operation({
  method: 'get',
  path: '/record/checkpoint',
  id: 'getCheckpoint',
  tag: TAG,
  summary: 'The newest signed checkpoint (c2sp.org/tlog-checkpoint)',
  needs: 'public',
  async run() {
    const { database, store } = plenum()
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' }
    return new Response(await signCheckpoint(database, store), { headers })
  },
})

export const exportRecord = operation({
  method: 'get',
  path: '/record/export',
  id: 'exportRecord',
  tag: TAG,
  summary: 'The record as you may read it, line by line, for the audit',
  needs: 'read',
  media: 'application/jsonl',
  run: ({ asker }) => exportResponse(asker, reader(asker)),
})

export const getTile = operation({
  method: 'get',
  path: '/record/tile/{path}',
  id: 'getTile',
  tag: TAG,
  summary: 'A tile of the tree (c2sp.org/tlog-tiles), such as “0/000.p/1”',
  needs: 'public',
  params: z.object({
    path: z.string().max(100).meta({ description: 'Its slashes may stand as they are.' }),
  }),
  media: 'application/octet-stream',
  async run({ params: { path } }) {
    const tile = parseTilePath(`tile/${path}`)
    const bytes = isRefusal(tile) ? tile : await readTile(plenum().store, tile)
    if (isRefusal(bytes) || isRefusal(tile)) return refuseToken('unknown-thing')
    const cache = tile.width === TILE_WIDTH ? 'public, max-age=31536000, immutable' : 'public, max-age=60'
    return new Response(Buffer.from(bytes), {
      headers: { 'content-type': 'application/octet-stream', 'cache-control': cache },
    })
  },
})
