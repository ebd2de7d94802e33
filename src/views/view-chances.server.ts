import type { Instant } from '#kernel/instant'
import { belongs } from '#modules/voting/core'
import type { Org } from '#organization'
import { oncePerEntry } from './once.server.ts'

const MOST = 5

/** Something that a member can still take part in; `until` is when it is too late. Nobody waits for it. */
export interface Chance {
  /** A debate to speak in, a decision of a meeting to have reviewed, a minority report to sign. */
  readonly kind: 'debate' | 'review' | 'report'
  readonly motion: { readonly id: string; readonly number: number; readonly title: string }
  readonly until: Instant
  /** From when no amendment is taken, in a debate. */
  readonly frozen: Instant | null
}

interface Open extends Chance {
  readonly unit: string
  /** Who has taken part in it already, or need not. */
  readonly done: ReadonlySet<number>
}

const open = oncePerEntry((org): readonly Open[] =>
  [...org.motions.motions.values()].flatMap<Open>(({ id, number, title, unit, stage, by }) => {
    const motion = { id, number, title }
    if (stage.kind === 'debate') {
      const spoken = (org.motions.speeches.get(id)?.values() ?? []).map((speech) => speech.by)
      return [
        {
          kind: 'debate',
          motion,
          unit,
          until: stage.until,
          frozen: stage.frozen,
          done: new Set([by, ...spoken]),
        },
      ]
    }
    if (stage.kind !== 'decided') return []
    return [...reviewOf(motion, unit, stage.review), ...reportOf(org, motion, unit, stage.reportsUntil)]
  }),
)

function reviewOf(
  motion: Chance['motion'],
  unit: string,
  review: { readonly until: Instant; readonly petitioners: readonly number[] } | null,
): readonly Open[] {
  if (review === null) return []
  return [
    { kind: 'review', motion, unit, until: review.until, frozen: null, done: new Set(review.petitioners) },
  ]
}

function reportOf({ motions }: Org, motion: Chance['motion'], unit: string, until: Instant): readonly Open[] {
  const reports = (motions.reportsOf.get(motion.id)?.values() ?? []).flatMap(
    (id) => motions.reports.get(id) ?? [],
  )
  const done = new Set(reports.flatMap(({ by, signers }) => [by, ...signers]))
  return reports.length === 0 ? [] : [{ kind: 'report', motion, unit, until, frozen: null, done }]
}

/** What this member can still take part in, what ends first at the top. */
export function chancesOf(org: Org, now: Instant, index: number): readonly Chance[] {
  return open(org)
    .filter(({ until, done, unit }) => until > now && !done.has(index) && belongs(org, unit, index))
    .sort((a, b) => a.until - b.until)
    .slice(0, MOST)
    .map(({ kind, motion, until, frozen }) => ({ kind, motion, until, frozen }))
}
