import { CLERK, NOBODY } from '#modules/record/core'
import { ACT_TYPES } from '#organization'
import { browseRecord, filterIn, membersAmong } from '#views/browse-record.server.ts'
import { newestCheckpoint } from '#views/checkpoint.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { read } from '#views/read.server.ts'
import { requireMember } from '../shared/session.server.ts'
import { whoIs } from '#views/who.server.ts'
import { seqIn } from './entries/[seq]/seq.ts'
import type { PageServerLoad } from './$types.js'

/** Where the record stands, and its entries, newest first, as far as the filter in the address lets them through. */
export const load: PageServerLoad = async (event) => {
  const me = requireMember(event)
  const { log } = plenum()
  const { searchParams } = event.url
  const filter = filterIn(searchParams)
  const before = seqIn(searchParams.get('before') ?? '')
  const [checkpoint, found, units] = await Promise.all([
    newestCheckpoint(),
    browseRecord(event, me, filter, before),
    read(event, (org) =>
      org.units.order.values().map((id) => ({ id, name: org.units.units.get(id)?.name ?? id })),
    ),
  ])
  const who = await whoIs(membersAmong(found.entries))
  return {
    size: found.size,
    log: { origin: log.origin, vkey: log.vkey },
    checkpoint,
    entries: found.entries.map(({ by, ...entry }) => ({
      ...entry,
      by: by === CLERK || by === NOBODY ? by : who(by),
    })),
    older: found.older,
    isFirst: before === undefined,
    filter,
    units,
    types: [...ACT_TYPES].sort(),
  }
}
