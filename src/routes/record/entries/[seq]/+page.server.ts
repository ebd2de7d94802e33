import type { Json } from '#kernel/canonical'
import { isRefusal } from '#kernel/refusal'
import {
  bodyForPage,
  CLERK,
  NOBODY,
  parseCheckpoint,
  type Audience,
  type KeptEntry,
} from '#modules/record/core'
import { SEALED_ACTS, type Org } from '#organization'
import { audienceOf, proveEntry } from '#organization/server'
import { markOf } from '#views/marks.server.ts'
import { pointNameOf } from '#views/effect.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { read } from '#views/read.server.ts'
import { tellEntry } from '#views/tell-entry.server.ts'
import { notFound, requireMember } from '../../../shared/session.server.ts'
import { whoIs } from '#views/who.server.ts'
import { seqIn } from './seq.ts'
import type { PageServerLoad } from './$types.js'

/** One entry as this member may read it, with the proof that it stands in the record. */
export const load: PageServerLoad = async (event) => {
  const id = requireMember(event)
  const seq = seqIn(event.params.seq) ?? notFound('entry')
  const { org, size } = await read(event, (org) => ({ org, size: org.head.get().size }))
  const proved = await proveEntry(plenum(), org, seq, { kind: 'member', id })
  if (isRefusal(proved)) notFound('entry')
  const { entry, leaf, proof, checkpoint } = proved
  const signed = parseCheckpoint(checkpoint.slice(0, checkpoint.indexOf('\n\n') + 1))
  const who = await whoIs([entry.by])
  const { bodyHash, salt, body, by, ...header } = entry
  return {
    told: await tellEntry(event, id, entry),
    header: { ...header, by: by === CLERK || by === NOBODY ? by : who(by) },
    unit: await read(event, ({ units }) =>
      entry.unit === null ? null : (units.units.get(entry.unit)?.name ?? null),
    ),
    mark: markOf(entry),
    bodyHash,
    salt: salt ?? null,
    body: body === undefined ? null : bodyForPage(body),
    closed: body === undefined ? await closedTo(seq) : null,
    abouts: await read(event, (org) => aboutsOf(org, body)),
    leaf,
    proof,
    signed: isRefusal(signed) ? 0 : signed.size,
    size,
  }
}

/** For whom a body is closed: by whom it can be read. */
async function closedTo(seq: number): Promise<Audience['kind'] | 'withdrawn'> {
  let kept: KeptEntry | undefined
  for await (const page of plenum().store.read(seq, seq + 1)) kept = page[0]
  if (kept === undefined) return 'withdrawn'
  return SEALED_ACTS.has(kept.type) ? 'case' : (audienceOf(kept)?.kind ?? 'withdrawn')
}

/** What an entry is about, as far as pages show it: a motion, a vote, a point. */
function aboutsOf(org: Org, body: Json | undefined) {
  const fields =
    typeof body === 'object' && body !== null && !Array.isArray(body)
      ? (body as Readonly<Record<string, Json>>)
      : {}
  const { motion: id, vote, point } = fields
  const motion = typeof id === 'string' ? org.motions.motions.get(id) : undefined
  return {
    motion: motion === undefined ? null : { id: motion.id, number: motion.number, title: motion.title },
    vote: typeof vote === 'string' && org.voting.votes.has(vote) ? vote : null,
    point: typeof point === 'string' && org.program.points.has(point) ? pointNameOf(org, point) : null,
  }
}
