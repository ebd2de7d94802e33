import { DAY, type Instant } from '#kernel/instant'
import { canonical } from '#kernel/canonical'
import { findEntries, positionSince } from '#modules/record'
import { CLERK, NOBODY, type KeptEntry } from '#modules/record/core'
import { ACT_TYPES } from '#organization'
import { mayRead } from '#organization/server'
import { markOf } from './marks.server.ts'
import { plenum } from './plenum.server.ts'
import { read } from './read.server.ts'

const PAGE = 100
/** Looking into bodies reads each: no question looks into more entries than this, the newest of those that fit otherwise. */
const LOOKED_INTO = 50_000

/** Which entries are asked for, as an address says it. What is odd is as if nothing had been asked. */
export interface RecordFilter {
  readonly type: string | null
  readonly unit: string | null
  /** Whose acts: a member’s id, `clerk` or `nobody`. */
  readonly by: string | null
  /** Days, as `2027-01-31`: the first and the last that are shown. */
  readonly from: string | null
  readonly until: string | null
  /** An id or a fingerprint that stands in the body: of a motion, a text, a member. */
  readonly about: string | null
}

/** Reads the filter from an address. */
export function filterIn(asked: URLSearchParams): RecordFilter {
  const value = (name: string, form: RegExp): string | null => {
    const text = (asked.get(name) ?? '').trim()
    return form.test(text) ? text : null
  }
  return {
    type: ACT_TYPES.find((type) => type === asked.get('type')) ?? null,
    unit: value('unit', /^[\w-]{1,60}$/),
    by: value('by', /^[\w-]{1,60}$/),
    from: value('from', /^\d{4}-\d{2}-\d{2}$/),
    until: value('until', /^\d{4}-\d{2}-\d{2}$/),
    about: value('about', /^[\w+/=-]{8,60}$/),
  }
}

/** The entries that fit, newest first, before a position. What is closed to the member who asks is not looked into for them. */
export async function browseRecord(
  event: { readonly locals: App.Locals },
  me: string,
  filter: RecordFilter,
  before: number | undefined,
) {
  const { database } = plenum()
  const { org, size } = await read(event, (org) => ({ org, size: org.head.get().size }))
  const [first, last] = await Promise.all([
    positionSince(database, size, startOf(filter.from) ?? 0),
    positionSince(database, size, (startOf(filter.until) ?? Infinity) + DAY),
  ])
  const below = Math.min(last, before ?? last)
  const about = filter.about ?? undefined
  const found = await findEntries(database, {
    from: about === undefined ? first : Math.max(first, below - LOOKED_INTO),
    below,
    type: filter.type ?? undefined,
    unit: filter.unit ?? undefined,
    by: filter.by ?? undefined,
    about,
    count: PAGE + 1,
  })
  const page = found.slice(0, PAGE)
  const shown = page.filter(
    (entry) =>
      about === undefined || tells(entry, about, () => mayRead(org, entry, { kind: 'member', id: me })),
  )
  return {
    size,
    entries: shown.map((entry) => {
      const { seq, at, by, type } = entry
      return { seq, at, by, type, mark: markOf(entry) }
    }),
    older: found.length > PAGE ? (page.at(-1)?.seq ?? null) : null,
  }
}

/** Who entered it stands in the open part of an entry; what its body says is told only to whoever may read it. */
function tells(entry: KeptEntry, about: string, may: () => boolean): boolean {
  return entry.body !== undefined && may() && canonical(entry.body).includes(about)
}

/** Those of these authors who are members. */
export function membersAmong(entries: readonly { readonly by: string }[]): readonly string[] {
  return entries.flatMap(({ by }) => (by === CLERK || by === NOBODY ? [] : [by]))
}

function startOf(day: string | null): Instant | undefined {
  const at = day === null ? Number.NaN : Date.parse(`${day}T00:00:00Z`)
  return Number.isFinite(at) ? at : undefined
}
