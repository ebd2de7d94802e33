import { toBase64 } from '#kernel/bytes'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import {
  findAddresses,
  insertPerson,
  planImport,
  type ImportContext,
  type ImportPlan,
} from '#modules/members'
import {
  importSentence,
  readMembersCsv,
  statusAt,
  type MemberRow,
  type MembersCsv,
} from '#modules/members/core'
import { organizationOf } from '#modules/units/core'
import type { Org } from '#organization'
import { language } from '#ui/language.ts'
import { sayRefusal } from '#ui/refusals.ts'
import { importing } from '#ui/words/import.ts'
import { alone } from './alone.server.ts'
import { plenum } from './plenum.server.ts'
import { read } from './read.server.ts'

const MOST_BYTES = 5_500_000
const ROWS_SHOWN = 100
const PROBLEMS_SHOWN = 200

/** What a file would come to, for a person to look at before anything is entered. */
export interface ImportPreview {
  /** The file, base64: the form that confirms brings it back, and it is read anew. */
  readonly csv: string
  readonly rows: readonly MemberRow[]
  readonly members: number
  readonly organizers: number
  readonly newPlaces: readonly string[]
  /** Places that nothing here is named after: who has one of them applies to the whole. */
  readonly unknownPlaces: readonly string[]
  readonly problems: readonly string[]
  readonly moreProblems: number
  readonly ignored: readonly string[]
}

/** A file, and what goes with it: the id and the salt are as secret as the form or call that brought them. */
export interface ImportSource {
  readonly bytes: Uint8Array
  readonly id: string
  readonly salt: Uint8Array
  readonly founding: boolean
  /** The lines whose people are organizers, among those that the preview shows; undefined leaves the file’s word. */
  readonly organizers: ReadonlySet<number> | undefined
}

type Asking = { readonly locals: App.Locals }

interface Planned {
  readonly read: MembersCsv
  readonly problems: readonly string[]
  readonly plan: ImportPlan
  readonly context: ImportContext
}

/** Says what a file would come to; enters nothing. Refusals: `no-file`, `file-too-large`. */
export async function previewImport(asker: Asking, source: ImportSource): Promise<ImportPreview | Refusal> {
  return unfit(source) ?? shown(source, await planFrom(asker, source))
}

/** What came of confirming: entered, or shown again, with what the file itself lacks where it does. */
export type ImportAnswer =
  | { readonly kind: 'entered'; readonly members: number; readonly size: number }
  | { readonly kind: 'shown'; readonly preview: ImportPreview; readonly refusal?: Refusal }

/** Enters what the file comes to, all of it or nothing. `size` is how long the record then is. */
export async function enterImport(asker: Asking, source: ImportSource): Promise<ImportAnswer | Refusal> {
  const refused = unfit(source)
  if (refused !== undefined) return refused
  return alone(async () => {
    const planned = await planFrom(asker, source)
    const preview = shown(source, planned)
    if (planned.problems.length > 0) return { kind: 'shown', preview }
    if (source.founding && !(await hasOrganizer(asker, planned)))
      return { kind: 'shown', preview, refusal: refuse('no-organizer') }
    const { acts, people } = planned.plan
    const { clerk, database } = plenum()
    const rows = people.map((person) => insertPerson(database, person))
    const answer = await clerk.submitAll(acts, rows)
    if (isRefusal(answer)) return { kind: 'shown', preview, refusal: answer }
    return { kind: 'entered', members: people.length, size: (answer.at(-1)?.seq ?? 0) + 1 }
  })
}

function unfit({ bytes }: ImportSource): Refusal | undefined {
  if (bytes.length === 0) return refuse('no-file')
  return bytes.length > MOST_BYTES ? refuse('file-too-large', { most: MOST_BYTES / 1_000_000 }) : undefined
}

async function planFrom(asker: Asking, source: ImportSource): Promise<Planned> {
  const read = withChosen(readMembersCsv(source.bytes), source)
  const context = await contextOf(asker, source)
  const plan = planImport(read.rows, context)
  const held = await heldAddresses(read.rows, plan)
  const problems = [
    ...read.problems.map((each) => ({ line: each.line, sentence: importSentence(each, language()) })),
    ...held,
  ]
  return {
    read,
    context,
    plan,
    problems: problems.sort((a, b) => a.line - b.line).map(({ sentence }) => sentence),
  }
}

/** In the preview organizers are ticked among the rows shown; a form that did not show them leaves the file's word. */
function withChosen(read: MembersCsv, { organizers }: ImportSource): MembersCsv {
  if (organizers === undefined) return read
  const rows = read.rows.map((row, i) =>
    i < ROWS_SHOWN ? { ...row, organizer: organizers.has(row.line) } : row,
  )
  return { ...read, rows }
}

function contextOf(asker: Asking, { id, salt, founding }: ImportSource): Promise<ImportContext> {
  return read(asker, (org) => ({
    importId: id,
    secret: salt,
    root: organizationOf(org.units).root,
    places: placesOf(org),
    founding,
  }))
}

/** Places by name in lower case; where two have one name, the one that was formed first. */
function placesOf({ units }: Org): ReadonlyMap<string, string> {
  const places = new Map<string, string>()
  for (const { id, name, kind } of units.units.values()) {
    const key = name.toLowerCase()
    if (kind === 'place' && !places.has(key)) places.set(key, id)
  }
  return places
}

/** Addresses of others that are held already. The same file sent twice comes to the same members, and is no problem. */
async function heldAddresses(rows: readonly MemberRow[], { people }: ImportPlan) {
  const emails = people.flatMap(({ email }) => email ?? [])
  const held = await findAddresses(plenum().database, emails)
  return people.flatMap(({ email, member }, i) => {
    const holder = email === null ? undefined : held.get(email)
    const line = rows[i]?.line ?? 0
    if (holder === undefined || holder === member) return []
    return [
      { line, sentence: importing.atLine(line, sayRefusal({ code: 'address-held', facts: { email } })) },
    ]
  })
}

async function hasOrganizer(asker: Asking, { read: { rows } }: Planned): Promise<boolean> {
  if (rows.some(({ organizer }) => organizer)) return true
  return read(asker, ({ members }) =>
    [...members.organizers.keys()].some((index) => statusAt(members, index) === 'listed'),
  )
}

function shown(
  { bytes }: ImportSource,
  { read: { rows, ignored }, problems, plan, context }: Planned,
): ImportPreview {
  const unknown = rows.flatMap(({ place }) =>
    place !== null && !context.places.has(place.toLowerCase()) ? place : [],
  )
  return {
    csv: toBase64(bytes),
    rows: rows.slice(0, ROWS_SHOWN),
    members: rows.length,
    organizers: rows.filter(({ organizer }) => organizer).length,
    newPlaces: plan.newPlaces,
    unknownPlaces: context.founding ? [] : [...new Set(unknown)],
    problems: problems.slice(0, PROBLEMS_SHOWN),
    moreProblems: Math.max(0, problems.length - PROBLEMS_SHOWN),
    ignored,
  }
}
