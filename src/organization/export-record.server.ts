import { isRefusal } from '#kernel/refusal'
import { fieldOf, type Json } from '#kernel/canonical'
import { toBase64 } from '#kernel/bytes'
import {
  hashLeaf,
  leafText,
  parseCheckpoint,
  type Audience,
  type ExportLine,
  type KeptEntry,
} from '#modules/record/core'
import { readHeldTexts, signCheckpoint, type Database, type RecordStore } from '#modules/record'
import { ruleFor, type Org } from './core/index.ts'

/** Who asks: the public, members in general, or one member. */
export type ExportReader =
  | { readonly kind: 'public' }
  | { readonly kind: 'members' }
  | { readonly kind: 'member'; readonly id: string }

/** Held texts that every member may read stand in these acts. */
const TEXT_ACTS: ReadonlySet<string> = new Set([
  'speech.give',
  'rationale.add',
  'amendment.propose',
  'candidate.accept',
  'recall.petition',
  'tendency.state',
  'mandate.report',
  'hiding.appeal',
  'polling.announce',
])

/** An export line by line: the log's key and a checkpoint, the entries it covers, then the texts beside them. */
export async function* exportRecord(
  {
    database,
    store,
    log,
  }: {
    readonly database: Database
    readonly store: RecordStore
    readonly log: { readonly origin: string; readonly vkey: string }
  },
  org: Org,
  reader: ExportReader,
): AsyncGenerator<ExportLine> {
  const checkpoint = await signCheckpoint(database, store)
  const size = sizeOf(checkpoint)
  yield { kind: 'head', origin: log.origin, key: log.vkey, checkpoint }
  const hashes: string[] = []
  for await (const page of store.read(0, size))
    for (const kept of page) {
      const shown = shownTo(org, kept, reader)
      if (shown.body !== undefined && TEXT_ACTS.has(kept.type)) hashes.push(...heldIn(shown.body))
      yield { kind: 'entry', entry: shown, leaf: toBase64(hashLeaf(leafText(kept))) }
    }
  for (let from = 0; from < hashes.length; from += 500)
    for (const { hash, salt, text } of await readHeldTexts(database, hashes.slice(from, from + 500)))
      yield { kind: 'text', text: hash, salt: toBase64(salt), value: text }
}

/** How many entries a checkpoint of ours covers: its second line. */
function sizeOf(note: string): number {
  const checkpoint = parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1))
  return isRefusal(checkpoint) ? 0 : checkpoint.size
}

/** The entry as this reader may see it: without its body and salt where those are closed. */
export function shownTo(org: Org, kept: KeptEntry, reader: ExportReader): KeptEntry {
  return mayRead(org, kept, reader) ? kept : closed(kept)
}

/** Who may read the body of an entry; undefined where it was withdrawn or is of a type that is not known. */
export function audienceOf(kept: KeptEntry): Audience | undefined {
  const rule = ruleFor(kept.type)
  const parsed = kept.body === undefined ? undefined : rule?.shape.safeParse(kept.body)
  return parsed?.success === true ? rule?.audience(parsed.data) : undefined
}

/** Whether this reader may read the body of an entry. */
export function mayRead(org: Org, kept: KeptEntry, reader: ExportReader): boolean {
  const audience = audienceOf(kept)
  if (audience === undefined) return false
  return (reader.kind === 'member' && reader.id === kept.by) || isOpenTo(org, audience, reader)
}

function isOpenTo(org: Org, audience: Audience, reader: ExportReader): boolean {
  switch (audience.kind) {
    case 'public':
      return true
    case 'members':
      return reader.kind !== 'public'
    case 'concerned':
      return reader.kind === 'member' && audience.members.includes(reader.id)
    // A sealed body is in no export: its case shows it to those concerned.
    case 'case':
      return false
    case 'signatories': {
      const tendency = org.tendencies.tendencies.get(audience.tendency)
      const index = reader.kind === 'member' ? org.members.indices.get(reader.id) : undefined
      if (reader.kind !== 'member' || index === undefined) return false
      return reader.id === audience.member || tendency?.signatories.includes(index) === true
    }
    case 'after-vote':
      return reader.kind !== 'public' && org.voting.votes.get(audience.vote)?.status === 'closed'
  }
}

function closed({ salt: _salt, body: _body, ...rest }: KeptEntry): KeptEntry {
  return rest
}

function heldIn(body: Json): readonly string[] {
  const hashes = ['text', 'reason', 'statement'].map((field) => fieldOf(fieldOf(body, field), 'hash'))
  return hashes.filter((hash) => typeof hash === 'string')
}
