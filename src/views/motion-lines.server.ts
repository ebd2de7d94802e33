import type { Instant } from '#kernel/instant'
import { idAt } from '#modules/members/core'
import { stageMoment, type Decided, type Motion, type StageKind } from '#modules/motions/core'
import type { Org } from '#organization'
import { oncePerEntry } from './once.server.ts'

/** What came of a motion. */
export type Outcome = 'adopted' | 'rejected' | 'notDecided' | 'revoked'

/** A motion as a line of a list. */
export interface MotionLine {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly unit: string
  readonly by: string
  readonly stage: StageKind
  /** Until when the stage lasts, or when the motion was decided, lapsed or withdrawn. */
  readonly at: Instant | null
  readonly outcome: Outcome | null
  /** The open vote about it. */
  readonly vote: string | null
}

export const GROUPS = ['seconds', 'debate', 'vote', 'decided', 'other'] as const

/** A part of the list of motions. */
export type Group = (typeof GROUPS)[number]

const GROUP_OF: Readonly<Record<StageKind, Group>> = {
  seconding: 'seconds',
  entered: 'seconds',
  debate: 'debate',
  review: 'debate',
  amending: 'vote',
  amended: 'vote',
  voting: 'vote',
  'review-voting': 'vote',
  decided: 'decided',
  lapsed: 'other',
  withdrawn: 'other',
}

const byGroup = oncePerEntry(({ motions }) => {
  const all = motions.order.values().flatMap((id) => motions.motions.get(id) ?? [])
  return Map.groupBy(all.reverse(), ({ stage }) => GROUP_OF[stage.kind])
})

/** The motions of a group, newest first; those of one unit only, where it is named. */
export function motionsIn(org: Org, group: Group, unit?: string): readonly Motion[] {
  const motions = byGroup(org).get(group) ?? []
  return unit === undefined ? motions : motions.filter((motion) => motion.unit === unit)
}

export function lineOf(org: Org, { id, number, title, unit, by, stage }: Motion): MotionLine {
  return {
    id,
    number,
    title,
    unit: org.units.units.get(unit)?.name ?? unit,
    by: idAt(org.members, by),
    stage: stage.kind,
    at: stageMoment(org, stage),
    outcome: stage.kind === 'decided' ? outcomeOf(org, stage) : null,
    vote: 'vote' in stage && stage.kind !== 'decided' ? stage.vote : null,
  }
}

/** What came of a decided motion: a vote without its quorum decided nothing. */
export function outcomeOf({ voting }: Pick<Org, 'voting'>, { adopted, revokedBy, vote }: Decided): Outcome {
  if (revokedBy !== null) return 'revoked'
  if (adopted) return 'adopted'
  const closed = vote === null ? undefined : voting.votes.get(vote)
  return closed?.status === 'closed' && closed.results[0]?.outcome === 'no-quorum' ? 'notDecided' : 'rejected'
}
