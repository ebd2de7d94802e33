import type { Instant } from '#kernel/instant'
import { delegatesIn, type Mandate } from '#modules/delegates/core'
import type { Election } from '#modules/elections/core'
import { homeAt } from '#modules/members/core'
import type { Motion } from '#modules/motions/core'
import { pathUp } from '#modules/units/core'
import { voteIdFor } from '#modules/voting/core'
import type { Org } from '#organization'
import type { ReportTimes } from './report-times.server.ts'

/** Something that happened, once, however often it moved and however many of a member's units it touches. */
export type Happening = { readonly at: Instant; readonly unit: string } & (
  | { readonly kind: 'motion'; readonly motion: Motion }
  // Dissent that stays with a decision: one or more reports on it.
  | { readonly kind: 'report'; readonly motion: Motion }
  // An election as it stands now: nominations, voting, decided.
  | { readonly kind: 'election'; readonly election: Election }
  | { readonly kind: 'office'; readonly mandate: Mandate; readonly isEnded: boolean }
)

/** From after one moment until another, both by the organization's clock. */
export interface Span {
  readonly from: Instant
  readonly until: Instant
}

/**
 * What happened in these units within a span, newest first; each motion stands there once, as it is now, and once more where
 * minority reports came to it.
 */
export function happeningsIn(
  org: Org,
  reported: ReportTimes,
  units: ReadonlySet<string>,
  { from, until }: Span,
): readonly Happening[] {
  const found: Happening[] = []
  for (const { last, moments, ...happening } of movements(org, reported)) {
    if (last <= from) break
    const at = moments.findLast((moment) => moment <= until)
    if (at !== undefined && at > from && units.has(happening.unit)) found.push({ ...happening, at })
  }
  return found.sort((a, b) => b.at - a.at)
}

type Moved = Happening & { readonly last: Instant; readonly moments: readonly Instant[] }

interface Kept {
  readonly org: Org
  readonly size: number
  /** Times of reports become known after their entries. */
  readonly timed: number
  readonly moved: readonly Moved[]
}

let kept: Kept | undefined

/** All that ever moved, what moved last at the top. Made once for each state of the record: a whole roll asks for it. */
function movements(org: Org, reported: ReportTimes): readonly Moved[] {
  const { size } = org.head.get()
  const timed = reported.size
  if (kept?.org !== org || kept.size !== size || kept.timed !== timed)
    kept = { org, size, timed, moved: allMovements(org, reported) }
  return kept.moved
}

function allMovements(org: Org, reported: ReportTimes): readonly Moved[] {
  const motions = [...org.motions.motions.values()]
  return [
    ...motions.map((motion) => moved({ kind: 'motion', motion, ...placeOf(motion) }, momentsOf(org, motion))),
    ...motions.map((motion) =>
      moved({ kind: 'report', motion, ...placeOf(motion) }, reportMoments(org, motion, reported)),
    ),
    ...[...org.elections.elections.values()].map((election) =>
      moved({ kind: 'election', election, ...placeOf(election) }, electionMoments(org, election)),
    ),
    ...[...org.delegates.mandates.values()].map((mandate) => {
      const { unit, from, ended } = mandate
      const moments = ended === null ? [from] : [from, ended]
      return moved({ kind: 'office', mandate, isEnded: ended !== null, unit, at: from }, moments)
    }),
  ]
    .filter(({ moments }) => moments.length > 0)
    .sort((a, b) => b.last - a.last)
}

function moved(happening: Happening, moments: readonly Instant[]): Moved {
  return { ...happening, moments, last: moments.at(-1) ?? 0 }
}

function placeOf({ unit, at }: Pick<Motion, 'unit' | 'at'>): Pick<Happening, 'unit' | 'at'> {
  return { unit, at }
}

const VOTES = ['amendments', 'motion', 'review'] as const

/** When a motion moved: proposed, debated, put to the vote, decided or ended; in order. */
function momentsOf({ voting }: Org, { id, at, stage }: Motion): readonly Instant[] {
  const opened = VOTES.flatMap((kind) => voting.votes.get(voteIdFor({ kind, id }))?.opens ?? [])
  const debated = stage.kind === 'debate' ? [stage.from] : []
  const ended = 'at' in stage ? [stage.at] : []
  return [at, ...debated, ...opened, ...ended].sort((a, b) => a - b)
}

/** When an election moved: nominations opened, the vote opened and closed; in order. */
function electionMoments({ voting }: Org, { id, at }: Election): readonly Instant[] {
  const vote = voting.votes.get(voteIdFor({ kind: 'election', id }))
  if (vote === undefined) return [at]
  return vote.status === 'open' ? [at, vote.opens] : [at, vote.opens, vote.closedAt]
}

/** When minority reports were filed on a motion, in order. */
function reportMoments({ motions }: Org, { id }: Motion, reported: ReportTimes): readonly Instant[] {
  const reports = motions.reportsOf.get(id)?.values() ?? []
  return reports.flatMap((report) => reported.get(motions.reports.get(report)?.seq ?? -1) ?? [])
}

/** The units a member belongs to: where they live and all around it, their groups, the councils in which they sit. */
export function unitsAround(org: Org, index: number): ReadonlySet<string> {
  const home = pathUp(org.units, homeAt(org, index).id).map(({ id }) => id)
  const groups = [...org.units.groups.entries()].flatMap(([id, roll]) => (roll.has(index) ? [id] : []))
  const councils = [...org.units.units.values()].flatMap(({ id, decidedBy }) =>
    decidedBy === 'delegates' && delegatesIn(org.delegates, id).has(index) ? [id] : [],
  )
  return new Set([...home, ...groups, ...councils])
}
