import type { Instant } from '#kernel/instant'
import { idAt, indexOf } from '#modules/members/core'
import {
  amendmentsTo,
  applyChanges,
  diffClauses,
  mergeAmendments,
  type Amendment,
  type ChangeSet,
  type Clause,
  type Motion,
} from '#modules/motions/core'
import type { Org } from '#organization'
import { whyNot } from './may.server.ts'

/** Two amendments, by their numbers, that cannot both be made, and the numbers of the clauses (null: a new one). */
export interface Collides {
  readonly a: number
  readonly b: number
  readonly clauses: readonly (number | null)[]
}

/** The amendments of a motion, each against the text as proposed, with their collisions, and the preview that was asked for. */
export function viewAmendments(
  org: Org,
  now: Instant,
  member: string,
  motion: Motion,
  asked: URLSearchParams,
) {
  const all = amendmentsTo(org, motion.id)
  const open = all.filter(({ stage }) => stage.kind === 'proposed')
  const stood = all.filter(({ stage }) => stage.kind !== 'withdrawn' && stage.kind !== 'lapsed')
  const collisions = collisionsAmong(motion.proposed, stood)
  const isOpen =
    motion.stage.kind === 'seconding' || motion.stage.kind === 'debate' || motion.stage.kind === 'amending'
  return {
    list: all.map((amendment) => viewAmendment(org, now, member, motion, amendment)),
    collisions,
    // Later the question is closed: what had its seconds went to the vote.
    needed: motion.stage.kind === 'debate' ? motion.stage.seconds : 0,
    frozen: motion.stage.kind === 'debate' ? motion.stage.frozen : null,
    preview: isOpen && open.length > 0 ? previewOf(motion.proposed, open, collisions, asked) : null,
  }
}

function viewAmendment(org: Org, now: Instant, by: string, motion: Motion, amendment: Amendment) {
  const { id, number, seq, changes, reason, stage } = amendment
  const why = (type: string): string | null =>
    whyNot(org, now, { by, type, unit: motion.unit, body: { amendment: id } })
  return {
    id,
    number,
    seq,
    by: idAt(org.members, amendment.by),
    reason,
    seconds: amendment.seconds.length,
    stage: stage.kind,
    displacedBy: stage.kind === 'displaced' ? (org.motions.amendments.get(stage.by)?.number ?? null) : null,
    diffs: diffClauses(motion.proposed, applyChanges(motion.proposed, changes)).filter(
      ({ kind }) => kind !== 'same',
    ),
    maySecond: why('amendment.second') === null,
    mayWithdraw: amendment.by === indexOf(org.members, by) && why('amendment.withdraw') === null,
  }
}

/** Every pair of amendments that cannot both be made. */
export function collisionsAmong(
  base: readonly Clause[],
  amendments: readonly Amendment[],
): readonly Collides[] {
  const merge = mergeAmendments(base, amendments)
  if (merge.kind === 'merged') return []
  const numbers = new Map(amendments.map(({ id, number }) => [id, number]))
  const pairs = new Map<string, { a: number; b: number; clauses: (number | null)[] }>()
  for (const { a, b, clause } of merge.collisions) {
    const [first, second] = [numbers.get(a) ?? 0, numbers.get(b) ?? 0].sort((x, y) => x - y) as [
      number,
      number,
    ]
    const key = JSON.stringify([first, second])
    const pair = pairs.get(key) ?? { a: first, b: second, clauses: [] }
    const at = base.findIndex(({ id }) => id === clause)
    pair.clauses.push(at < 0 ? null : at + 1)
    pairs.set(key, pair)
  }
  return [...pairs.values()].sort((x, y) => x.a - y.a || x.b - y.b)
}

/** The text with the chosen amendments made; unless some are chosen, those that collide with none. */
function previewOf(
  base: readonly Clause[],
  open: readonly Amendment[],
  collisions: readonly Collides[],
  asked: URLSearchParams,
) {
  const wanted = new Set(asked.getAll('with'))
  const touched = new Set(collisions.flatMap(({ a, b }) => [a, b]))
  const chosen = open.filter(({ id, number }) =>
    asked.has('preview') ? wanted.has(id) : !touched.has(number),
  )
  const sets: readonly ChangeSet[] = chosen
  const merge = mergeAmendments(base, sets)
  return {
    choices: open.map(({ id, number }) => ({ id, number, chosen: chosen.some((each) => each.id === id) })),
    isAsked: asked.has('preview'),
    diffs: merge.kind === 'merged' ? diffClauses(base, merge.clauses) : null,
    collisions: merge.kind === 'merged' ? [] : collisionsAmong(base, chosen),
  }
}
