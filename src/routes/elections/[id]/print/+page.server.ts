import { CLERK } from '#modules/record/core'
import { newestCheckpoint } from '#views/checkpoint.server.ts'
import { viewElectionRecord } from '#views/election-record.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { read } from '#views/read.server.ts'
import { whoIs } from '#views/who.server.ts'
import { notFound, requireMember } from '../../../shared/session.server.ts'
import type { PageServerLoad } from './$types.js'

/** The record of a counted election, to be printed and signed. */
export const load: PageServerLoad = async (event) => {
  requireMember(event)
  const view = await read(event, (org) => viewElectionRecord(org, event.params.id))
  if (view === undefined) notFound('election')
  const { lot, candidates, ...rest } = view
  const members = new Set(candidates.flatMap(({ id, by }) => [id, by]))
  for (const { by } of lot.seeds) if (by !== CLERK) members.add(by)
  const [who, checkpoint] = await Promise.all([whoIs(members), newestCheckpoint()])
  const { log } = plenum()
  return {
    ...rest,
    candidates: candidates.map(({ id, by }) => ({ ...who(id), by: who(by).name, isOwn: by === id })),
    lot: {
      question: lot.question,
      seeds: lot.seeds.map(({ by, ...seed }) => ({ ...seed, by: by === CLERK ? null : who(by).name })),
    },
    log: { origin: log.origin, vkey: log.vkey },
    checkpoint,
  }
}
