import { isRefusal } from '#kernel/refusal'
import { toBase64 } from '#kernel/bytes'
import { findEntries, signCheckpoint } from '#modules/record'
import { CLERK, NOBODY, parseCheckpoint } from '#modules/record/core'
import { ACT_TYPES } from '#organization'
import { plenum } from '#views/plenum.server.ts'
import { read } from '#views/read.server.ts'
import { requireMember } from '../shared/session.server.ts'
import { whoIs } from '#views/who.server.ts'
import { seqIn } from './entries/[seq]/seq.ts'
import type { PageServerLoad } from './$types.js'

const PAGE = 100

/** Where the record stands, and its entries, newest first. */
export const load: PageServerLoad = async (event) => {
  requireMember(event)
  const { database, log, store } = plenum()
  const size = await read(event, (org) => org.head.get().size)
  const { searchParams } = event.url
  const type = ACT_TYPES.find((each) => each === searchParams.get('type'))
  const below = seqIn(searchParams.get('before') ?? '')
  const [note, found] = await Promise.all([
    signCheckpoint(database, store),
    findEntries(database, { type, below, count: PAGE + 1 }),
  ])
  const entries = found.slice(0, PAGE)
  const who = await whoIs(entries.flatMap(({ by }) => (by === CLERK || by === NOBODY ? [] : [by])))
  return {
    size,
    log,
    checkpoint: checkpointIn(note),
    entries: entries.map(({ seq, at, by, type }) => ({
      seq,
      at,
      type,
      by: by === CLERK || by === NOBODY ? by : who(by),
    })),
    older: found.length > PAGE ? (entries.at(-1)?.seq ?? null) : null,
    isFirst: below === undefined,
    type: type ?? null,
    types: [...ACT_TYPES].sort(),
  }
}

function checkpointIn(note: string): { readonly size: number; readonly root: string } | null {
  const checkpoint = parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1))
  return isRefusal(checkpoint) ? null : { size: checkpoint.size, root: toBase64(checkpoint.root) }
}
