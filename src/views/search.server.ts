import { isRefusal } from '#kernel/refusal'
import type { Instant } from '#kernel/instant'
import { findText, standingHiding, type TextRef } from '#modules/moderation/core'
import { statusAt, type MemberStatus } from '#modules/members/core'
import { findDocuments, type Found } from '#modules/search'
import { excerptOf, KINDS, markTerms, termsOf, type Kind, type Part } from '#modules/search/core'
import { organizationOf } from '#modules/units/core'
import type { Org } from '#organization'
import type { PointName } from '#ui/effect.ts'
import { idsInSight } from './directory.server.ts'
import { pointNameOf } from './effect.server.ts'
import { plenum } from './plenum.server.ts'
import { read } from './read.server.ts'
import { keeperOf } from './roll.server.ts'

/** How long a search waits for the index to come to the end of the record. */
const PATIENCE = 400

export interface Asked {
  readonly question: string
  /** One of `KINDS`; anything else is all of them. */
  readonly kind: string | null
  readonly from: number
  readonly count: number
}

/** Something that was found, with what matched in it. */
export interface Hit {
  readonly kind: Kind
  readonly id: string
  /** The id of the thing on whose page it stands. */
  readonly about: string
  readonly at: Instant
  readonly unit: string | null
  readonly motion: { readonly number: number; readonly title: string } | null
  /** The number of an amendment. */
  readonly number: number | null
  readonly point: PointName | null
  /** Its title, if it has one of its own, and the place in its text, in parts with the matches marked. */
  readonly title: readonly Part[]
  readonly excerpt: readonly Part[]
}

export interface Hits {
  readonly question: string
  readonly kind: Kind | null
  /** The folded words that were looked for; none where nothing that is a word was typed. */
  readonly terms: readonly string[]
  readonly hits: readonly Hit[]
  readonly more: boolean
  /** The index has not come to the end of the record yet: what is newest may be missing. */
  readonly behind: boolean
}

/** What whoever asks may find: members what members may see, visitors the program. */
export async function search(event: { readonly locals: App.Locals }, asked: Asked): Promise<Hits> {
  const { member } = event.locals
  const terms = termsOf(asked.question)
  const kind = KINDS.find((each) => each === asked.kind) ?? null
  if (terms.length === 0)
    return { question: asked.question, kind, terms, hits: [], more: false, behind: false }
  const isDone = await plenum().search.catchUp(PATIENCE)
  const members = await read(event, (org) => idsInSight(org, viewerIn(org, member)))
  const { from, count } = asked
  const found = await findDocuments(plenum().database, {
    terms,
    kind,
    openOnly: member === undefined,
    members,
    from,
    count: count + 1,
  })
  const hits = await read(event, (org) =>
    found
      .slice(0, count)
      .filter((each) => mayFind(org, member, each))
      .map((each) => hitOf(org, terms, each)),
  )
  return { question: asked.question, kind, terms, hits, more: found.length > count, behind: !isDone }
}

function viewerIn({ members }: Org, member: string | undefined): number | undefined {
  return member === undefined ? undefined : members.indices.get(member)
}

/** Whom every member may find by name; others only whoever keeps their roll. */
const FOUND: readonly MemberStatus[] = ['member', 'lapsed', 'applicant', 'listed']

function mayFind(org: Org, member: string | undefined, { kind, id }: Found): boolean {
  if (kind !== 'member') return true
  const index = org.members.indices.get(id)
  if (index === undefined || member === undefined) return false
  return FOUND.includes(statusAt(org.members, index)) || keeperOf(org, viewerIn(org, member) ?? -1)(index)
}

/** Whether a text is hidden or withdrawn: it is found, and read where it stands, with the reason in front. */
function isFolded(org: Org, { kind, about, id }: Found): boolean {
  const ref = FOLDABLE[kind]
  const text = ref === undefined ? undefined : findText(org, { kind: ref, about, id: id.split(' ')[0] ?? '' })
  if (text === undefined || isRefusal(text) || (kind === 'amendment' && !id.includes(' '))) return false
  const marked = org.moderation.marked.get(text.key)
  return standingHiding(marked) !== undefined || (marked?.own ?? null) !== null
}

const FOLDABLE: Readonly<Partial<Record<Found['kind'], TextRef['kind']>>> = {
  speech: 'speech',
  rationale: 'rationale',
  report: 'report',
  amendment: 'reason',
}

function hitOf(org: Org, terms: readonly string[], found: Found): Hit {
  const { kind, id, about, at, unit, title, text } = found
  const motion = org.motions.motions.get(about)
  const isPoint = kind === 'point' || kind === 'rationale'
  return {
    kind,
    id,
    about,
    at,
    unit:
      unit === null || unit === organizationOf(org.units).root
        ? null
        : (org.units.units.get(unit)?.name ?? null),
    motion: motion === undefined ? null : { number: motion.number, title: motion.title },
    // The reason of an amendment is a document of its own: its id is the amendment's with a word after it.
    number:
      kind === 'amendment' ? (org.motions.amendments.get(id.split(' ')[0] ?? '')?.number ?? null) : null,
    point: isPoint ? pointNameOf(org, about) : null,
    title: markTerms(title, terms),
    excerpt: excerptOf(isFolded(org, found) ? '' : text, terms),
  }
}
