import type { Instant } from '#kernel/instant'
import { idAt } from '#modules/members/core'
import { diffClauses } from '#modules/motions/core'
import type { Revision } from '#modules/program/core'
import type { Org } from '#organization'
import { SOME_ID, SOME_TEXT, whyNot } from './may.server.ts'
import { countsOf } from './view-decision.server.ts'

/** A point with its provenance and the rationales beside it; undefined where there is no such point. */
export function viewPoint(org: Org, now: Instant, member: string | undefined, id: string) {
  const point = org.program.points.get(id)
  if (point === undefined) return undefined
  const history = org.program.history.get(id)?.values() ?? []
  const rationales = org.program.rationales.get(id)?.values() ?? []
  const body = { rationale: SOME_ID, point: id, text: SOME_TEXT }
  const type = 'rationale.add'
  return {
    point: {
      id,
      kind: point.kind,
      number: point.number,
      struck: point.struck,
      clauses: point.clauses,
      unit: org.units.units.get(point.unit)?.name ?? point.unit,
    },
    history: history.map((revision, i) => viewRevision(org, revision, history[i - 1])).reverse(),
    rationales: rationales
      .map(({ id, by, seq, text }) => ({ id, by: idAt(org.members, by), seq, text }))
      .reverse(),
    mayAdd: member !== undefined && whyNot(org, now, { by: member, type, unit: point.unit, body }) === null,
  }
}

/** One line of the provenance: which decision, by which numbers, what it changed, and who dissented. */
function viewRevision(org: Org, { seq, motion: id, did, clauses }: Revision, before: Revision | undefined) {
  const motion = org.motions.motions.get(id)
  const decided = motion?.stage.kind === 'decided' ? motion.stage : undefined
  const vote = decided?.vote ?? null
  return {
    seq,
    did,
    at: decided?.at ?? null,
    motion: motion === undefined ? null : { id, number: motion.number, title: motion.title },
    vote,
    counted: vote === null ? null : (countsOf(org, vote)[0] ?? null),
    diffs: did === 'changed' && before !== undefined ? diffClauses(before.clauses, clauses) : null,
    dissent: reportsOn(org, id),
  }
}

function reportsOn({ motions, members }: Org, motion: string) {
  return (motions.reportsOf.get(motion)?.values() ?? []).flatMap((id) => {
    const report = motions.reports.get(id)
    if (report === undefined) return []
    return [{ id, text: report.text, by: idAt(members, report.by), behind: report.signers.length + 1 }]
  })
}
