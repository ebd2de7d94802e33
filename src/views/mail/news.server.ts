import type { Instant } from '#kernel/instant'
import { delegatesIn, type Mandate } from '#modules/delegates/core'
import { homeAt } from '#modules/members/core'
import type { Motion } from '#modules/motions/core'
import { pathUp } from '#modules/units/core'
import { voteIdFor } from '#modules/voting/core'
import type { Org } from '#organization'

/** Something that happened, once, however often it moved and however many of a member's units it touches. */
export type Happening = { readonly at: Instant; readonly unit: string } & (
  | { readonly kind: 'motion'; readonly motion: Motion }
  | { readonly kind: 'office'; readonly mandate: Mandate; readonly isEnded: boolean }
)

/** From after one moment until another, both by the organization's clock. */
export interface Span {
  readonly from: Instant
  readonly until: Instant
}

/** What happened in these units within a span, newest first; each motion stands there once, as it is now. */
export function happeningsIn(
  org: Org,
  units: ReadonlySet<string>,
  { from, until }: Span,
): readonly Happening[] {
  const found: Happening[] = []
  for (const { last, moments, ...happening } of movements(org)) {
    if (last <= from) break
    const at = moments.findLast((moment) => moment <= until)
    if (at !== undefined && at > from && units.has(happening.unit)) found.push({ ...happening, at })
  }
  return found.sort((a, b) => b.at - a.at)
}

type Moved = Happening & { readonly last: Instant; readonly moments: readonly Instant[] }

let kept: { readonly org: Org; readonly size: number; readonly moved: readonly Moved[] } | undefined

/** All that ever moved, what moved last at the top. Made once for each state of the record: a whole roll asks for it. */
function movements(org: Org): readonly Moved[] {
  const { size } = org.head.get()
  if (kept?.org !== org || kept.size !== size) kept = { org, size, moved: allMovements(org) }
  return kept.moved
}

function allMovements(org: Org): readonly Moved[] {
  const motions = [...org.motions.motions.values()].map((motion): Moved => {
    const moments = momentsOf(org, motion)
    return { kind: 'motion', unit: motion.unit, motion, at: motion.at, moments, last: lastOf(moments) }
  })
  const offices = [...org.delegates.mandates.values()].map((mandate): Moved => {
    const { unit, from, ended } = mandate
    const moments = ended === null ? [from] : [from, ended]
    return {
      kind: 'office',
      unit,
      mandate,
      isEnded: ended !== null,
      at: from,
      moments,
      last: lastOf(moments),
    }
  })
  return [...motions, ...offices].sort((a, b) => b.last - a.last)
}

function lastOf(moments: readonly Instant[]): Instant {
  return moments.at(-1) ?? 0
}

const VOTES = ['amendments', 'motion', 'review'] as const

/** When a motion moved: proposed, debated, put to the vote, decided or ended; in order. */
function momentsOf({ voting }: Org, { id, at, stage }: Motion): readonly Instant[] {
  const opened = VOTES.flatMap((kind) => voting.votes.get(voteIdFor({ kind, id }))?.opens ?? [])
  const debated = stage.kind === 'debate' ? [stage.from] : []
  const ended = 'at' in stage ? [stage.at] : []
  return [at, ...debated, ...opened, ...ended].sort((a, b) => a - b)
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
