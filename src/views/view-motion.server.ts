import type { Instant } from '#kernel/instant'
import { idAt, indexOf } from '#modules/members/core'
import {
  diffClauses,
  timelineOf,
  type Clause,
  type ClauseDiff,
  type Motion,
  stageMoment,
} from '#modules/motions/core'
import { rulesFor } from '#modules/units/core'
import type { AnyEnactment, Org } from '#organization'
import { effectOf, membersIn } from './effect.server.ts'
import { SOME_ID, SOME_TEXT, whyNot } from './may.server.ts'
import { viewAmendments } from './view-amendments.server.ts'
import { viewDecision, viewEntered } from './view-decision.server.ts'
import { namesFor, statementsBeside } from './view-tendency.server.ts'
import { viewWaiting } from './view-secret.server.ts'

/** Speeches of a side that are shown unless all are asked for. */
const SPEECHES = 50

/** What this member sees of a motion; people are ids and held texts hashes. Undefined where there is no such motion. */
export function viewMotion(org: Org, now: Instant, member: string, id: string, asked: URLSearchParams) {
  const motion = org.motions.motions.get(id)
  if (motion === undefined) return undefined
  const amendments = viewAmendments(org, now, member, motion, asked)
  const decision = viewDecision(org, now, member, motion)
  const speeches = speechesOf(org, motion, asked.has('speeches'))
  const seconds = motion.seconds.map((index) => idAt(org.members, index))
  const said = statementsBeside(org, id)
  const effect = effectOf(org, motion)
  const by = idAt(org.members, motion.by)
  const people = [
    by,
    ...seconds,
    ...membersIn(effect),
    ...amendments.list.map((amendment) => amendment.by),
    ...speeches.list.map((speech) => speech.by),
    ...said.map((statement) => statement.by),
    ...(decision?.reports ?? []).flatMap((report) => [report.by, ...report.signers]),
  ]
  return {
    now,
    people,
    texts: [
      ...speeches.list.map(({ text }) => text),
      ...said.map(({ text }) => text),
      ...amendments.list.flatMap(({ reason }) => reason ?? []),
    ],
    motion: {
      id,
      number: motion.number,
      title: motion.title,
      by,
      at: motion.at,
      seq: motion.seq,
      unit: org.units.units.get(motion.unit)?.name ?? motion.unit,
      stage: motion.stage.kind,
      until: stageMoment(org, motion.stage),
      vote: openVoteOf(motion),
      clauses: motion.clauses,
    },
    effect,
    rules: rulesOf(org, motion),
    diffs: diffsOf(org, motion),
    steps: timelineOf(org, motion, now),
    waiting: viewWaiting(org, id),
    seconds: { by: seconds, needed: motion.stage.kind === 'seconding' ? motion.stage.seconds : null },
    amendments,
    tendencies: {
      said,
      speaks: namesFor(org, now, {
        ...{ by: member, type: 'tendency.state', unit: null },
        body: { motion: id, text: SOME_TEXT },
      }),
    },
    speeches,
    decision,
    entered: viewEntered(org, now, member, motion),
    may: mayOf(org, now, member, motion),
    isMine: motion.by === indexOf(org.members, member),
  }
}

/** Why this member could not do each of these things now, or null where nothing stands against it. */
function mayOf(org: Org, now: Instant, by: string, { id: motion, unit }: Motion) {
  const why = (type: string, body: Parameters<typeof whyNot>[2]['body']): string | null =>
    whyNot(org, now, { by, type, unit, body })
  const inserted = { kind: 'insert', after: null, clause: SOME_ID, text: 'x' }
  return {
    second: why('motion.second', { motion }),
    withdraw: why('motion.withdraw', { motion }),
    amend: why('amendment.propose', { amendment: SOME_ID, motion, changes: [inserted], reason: null }),
    speak: why('speech.give', { speech: SOME_ID, motion, side: 'for', text: SOME_TEXT }),
  }
}

function openVoteOf({ stage }: Motion): string | null {
  return 'vote' in stage && stage.kind !== 'decided' ? stage.vote : null
}

/** The rules that hold for the motion: pinned, once its debate is open. */
function rulesOf(org: Org, { stage, unit }: Motion) {
  const pinned = 'rules' in stage ? stage.rules : 'decided' in stage ? stage.decided.rules : undefined
  const { unit: owner, version } = pinned ?? rulesFor(org, unit)
  return {
    unit: owner,
    name: org.units.units.get(owner)?.name ?? owner,
    version,
    isPinned: pinned !== undefined,
  }
}

/** What the motion changes in a point, and what amendments have changed in the motion. */
function diffsOf(org: Org, motion: Motion) {
  const before = pointBefore(org, motion)
  const isAmended = motion.proposed !== motion.clauses
  return {
    point: before === undefined ? null : diffClauses(before, motion.clauses),
    amended: isAmended ? amendedDiff(motion) : null,
  }
}

function amendedDiff({ proposed, clauses }: Motion): readonly ClauseDiff[] | null {
  const diffs = diffClauses(proposed, clauses)
  return diffs.some(({ kind }) => kind !== 'same') ? diffs : null
}

/** The text of the point that the motion changes: as it stands, or as it stood before the motion changed it. */
function pointBefore({ program }: Org, { id, enactment: any }: Motion): readonly Clause[] | undefined {
  const enactment = any as AnyEnactment
  if (enactment.kind !== 'program.change') return undefined
  const history = program.history.get(enactment.point)?.values() ?? []
  const changed = history.findIndex(({ motion }) => motion === id)
  // Where others changed the point meanwhile, the motion is still read against what it was written against.
  return (changed > 0 ? history[changed - 1] : history[enactment.revision - 1])?.clauses
}

function speechesOf(org: Org, { id }: Motion, all: boolean) {
  const given = org.motions.speeches.get(id)?.values() ?? []
  const sideOf = (side: 'for' | 'against') => {
    const list = given.filter((speech) => speech.side === side).reverse()
    return all ? list : list.slice(0, SPEECHES)
  }
  const list = [...sideOf('for'), ...sideOf('against')].map((speech) => ({
    id: speech.id,
    by: idAt(org.members, speech.by),
    at: speech.at,
    seq: speech.seq,
    side: speech.side,
    text: speech.text,
  }))
  return { list, total: given.length }
}
