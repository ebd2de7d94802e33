import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { fromBase64 } from '#kernel/bytes'
import type { Json } from '#kernel/canonical'
import { isRefusal } from '#kernel/refusal'
import { signEd25519 } from '#kernel/ed25519'
import {
  appendLeaf,
  createFrontier,
  entryLine,
  formatCheckpoint,
  formatExportLine,
  frontierRoot,
  hashBody,
  hashLeaf,
  leafText,
  parseExportLine,
  parseVkey,
  signNote,
  type HeadLine,
  type KeptEntry,
} from '#modules/record/core'

/** An exported record taken apart. */
export interface Export {
  readonly head: HeadLine
  readonly entries: readonly KeptEntry[]
  readonly texts: readonly string[]
}

/** Takes an export apart into its head, its entries and the lines of its texts. */
export function takeApart(text: string): Export {
  const lines = text.split('\n').filter((line) => line !== '')
  const parsed = lines.map((line, i) => parseExportLine(line, i + 1))
  const [head] = parsed
  if (head === undefined || isRefusal(head) || head.kind !== 'head')
    throw new Error('an export without a head')
  const entries = parsed.flatMap((line) => (!isRefusal(line) && line.kind === 'entry' ? line.entry : []))
  return { head, entries, texts: lines.slice(1 + entries.length) }
}

/** The private key of the log, as whoever runs the server could read it. */
export function seedOf(data: string): Uint8Array {
  const sqlite = new DatabaseSync(join(data, 'plenum.sqlite'), { readOnly: true })
  try {
    return (sqlite.prepare('select seed from log order by number desc').get() as { seed: Uint8Array }).seed
  } finally {
    sqlite.close()
  }
}

/** What a dishonest operator could do: number anew, hash anew, build the tree anew, and sign with the log's own key. */
export function rebuild({ head, entries, texts }: Export, seed: Uint8Array): string {
  const anew = entries.map((entry, seq) => {
    const salt = entry.salt === undefined ? undefined : fromBase64(entry.salt)
    const hashed =
      salt === undefined || entry.body === undefined ? {} : { bodyHash: hashBody(salt, entry.body) }
    return { ...entry, ...hashed, seq }
  })
  const frontier = createFrontier()
  for (const entry of anew) appendLeaf(frontier, hashLeaf(leafText(entry)))
  const key = parseVkey(head.key)
  if (isRefusal(key)) throw new Error('an export without a key')
  const note = formatCheckpoint({ origin: head.origin, size: anew.length, root: frontierRoot(frontier) })
  const checkpoint = signNote(note, key, (message) => signEd25519(seed, message))
  const lines = [{ ...head, checkpoint }, ...anew.map(entryLine)].map(formatExportLine)
  return [...lines, ...texts, ''].join('\n')
}

/** An entry's body with some fields changed. */
export function withBody(entry: KeptEntry, fields: Readonly<Record<string, Json>>): KeptEntry {
  return { ...entry, body: { ...(entry.body as Readonly<Record<string, Json>>), ...fields } }
}
