import { fromBase64, sameBytes, toBase64 } from '#kernel/bytes'
import type { Json } from '#kernel/canonical'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { createActIds } from './act-ids.ts'
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts'
import { hashSalted, leafText } from './entry.ts'
import type { EntryLine, ExportLine, HeadLine, TextLine } from './export-line.ts'
import { appendLeaf, createFrontier, frontierRoot } from './frontier.ts'
import { EMPTY_ROOT, hashLeaf, type Hash } from './merkle.ts'
import { recordSentence, type RecordCode } from './messages.ts'
import { openNote, parseVkey, type NoteKey, type VerifyEd25519 } from './note.ts'
import { createSequence, takePosition } from './sequence.ts'

/** Something wrong in an export: where (entry, where one is meant), what, and what the sentence needs. */
export interface Violation {
  readonly seq: number | undefined
  readonly code: string
  readonly facts: Readonly<Record<string, Json>>
}

/** What to check against besides the export itself. */
export interface TreeExpectations {
  readonly verify: VerifyEd25519
  /** The verifier key that the auditor trusts; without it the key in the export is taken on faith. */
  readonly key?: string | undefined
  /** A checkpoint that somebody kept: the export must be its continuation. */
  readonly against?: string | undefined
  /** Checkpoints that the auditor itself remembers, each under its own key: of this log, or of one it was restored from. */
  readonly remembered?: readonly RememberedCheckpoint[]
}

/** A checkpoint that was seen before, with the key that signed it. */
export interface RememberedCheckpoint {
  readonly note: string
  readonly key: string
}

/** An older checkpoint, and the root that this export has at its size once that many entries came. */
interface Older {
  readonly checkpoint: Checkpoint
  root: Hash | undefined
}

/** What a whole export gave. */
export interface TreeReport {
  readonly origin: string | undefined
  readonly size: number
  /** The root over the entries, where they are whole and in order. */
  readonly root: Hash | undefined
  /** The first faults, in the order found. */
  readonly violations: readonly Violation[]
  /** How many faults there are in all. */
  readonly count: number
}

/** A check that is fed one line after the other and keeps no line. */
export interface TreeCheck {
  /** Takes a line as `parseExportLine` gave it: its refusals are violations. */
  take(line: ExportLine | Refusal): void
  /** The root over the entries so far, where they are whole and in order. */
  root(): Hash | undefined
  /** The last thing that was found wrong so far, if anything was. */
  found(): Violation | undefined
  /** To be called once, after the last line. */
  finish(): TreeReport
}

// A file in which everything is wrong must not fill the memory with the same sentence.
const MOST_VIOLATIONS = 1000

/** Begins to check an export: form, order, hashes, time, ids, root and signature; and that it continues an older checkpoint. */
export function createTreeCheck(expected: TreeExpectations): TreeCheck {
  const violations: Violation[] = []
  let count = 0
  const keep = (violation: Violation): void => {
    count++
    if (violations.length < MOST_VIOLATIONS) violations.push(violation)
  }
  const note = (code: RecordCode, facts: Violation['facts'] = {}, seq?: number): void => {
    keep({ seq, code, facts })
  }
  const pass = ({ code, facts }: Refusal): void => {
    keep({ seq: undefined, code, facts })
  }
  const ids = createActIds()
  const sequence = createSequence()
  const frontier = createFrontier()
  let lines = 0
  let head: HeadLine | undefined
  let key: NoteKey | undefined
  let lastAt = 0
  let sawText = false
  const older: Older[] = []

  function takeHead(line: HeadLine): void {
    if (head !== undefined) return note('head-twice', { line: lines })
    head = line
    if (expected.key !== undefined && expected.key !== line.key)
      note('other-key', { key: line.key, expected: expected.key })
    const parsed = parseVkey(line.key)
    if (isRefusal(parsed)) pass(parsed)
    else key = parsed
    openOlder(line)
    for (const remembered of expected.remembered ?? []) openRemembered(remembered)
  }

  function openOlder({ origin }: HeadLine): void {
    if (expected.against === undefined || key === undefined) return
    const checkpoint = openCheckpoint(expected.against, key, expected.verify)
    if (isRefusal(checkpoint)) note('older-checkpoint-invalid', { why: sentence(checkpoint) })
    else if (checkpoint.origin !== origin)
      note('older-checkpoint-other-origin', { found: checkpoint.origin, origin })
    else keepOlder(checkpoint)
  }

  function openRemembered(remembered: RememberedCheckpoint): void {
    const itsKey = parseVkey(remembered.key)
    const checkpoint = isRefusal(itsKey) ? itsKey : openCheckpoint(remembered.note, itsKey, expected.verify)
    if (isRefusal(checkpoint)) note('older-checkpoint-invalid', { why: sentence(checkpoint) })
    else keepOlder(checkpoint)
  }

  function keepOlder(checkpoint: Checkpoint): void {
    older.push({ checkpoint, root: checkpoint.size === 0 ? EMPTY_ROOT : undefined })
  }

  function takeEntry({ entry, bodyText, header, leaf }: EntryLine): void {
    const { seq } = entry
    if (sawText) note('text-before-entry', { line: lines }, seq)
    const fault = takePosition(sequence, seq)
    if (fault !== undefined) {
      const { code, ...facts } = fault
      note(code, facts, seq)
    }
    if (bodyText !== undefined && !isSaltedHash(entry.bodyHash, entry.salt, bodyText))
      note('body-hash-wrong', { seq }, seq)
    const hash = hashLeaf(header ?? leafText(entry))
    if (toBase64(hash) !== leaf) note('leaf-wrong', { seq }, seq)
    if (fault === undefined && entry.at < lastAt) note('time-goes-back', { seq }, seq)
    if (fault?.code !== 'entry-twice' && !ids.add(entry.by, entry.id)) note('id-twice', { seq }, seq)
    lastAt = Math.max(lastAt, entry.at)
    if (!sequence.whole) return
    appendLeaf(frontier, hash)
    for (const each of older) if (frontier.size === each.checkpoint.size) each.root = frontierRoot(frontier)
  }

  function takeText(line: TextLine): void {
    sawText = true
    if (!isSaltedHash(line.text, line.salt, line.value)) note('text-hash-wrong', { text: line.text })
  }

  function finishTree(): void {
    for (const { from, to } of sequence.gaps) note('entry-missing', { from, to }, from)
    if (head === undefined || key === undefined) return
    const signed = openCheckpoint(head.checkpoint, key, expected.verify)
    if (isRefusal(signed)) return note('checkpoint-invalid', { why: sentence(signed) })
    const { origin } = head
    if (signed.origin !== origin || key.name !== origin)
      note('checkpoint-other-origin', { found: signed.origin, origin })
    if (signed.size !== sequence.next)
      note('checkpoint-other-size', { signed: signed.size, found: sequence.next })
    else if (sequence.whole && !sameBytes(signed.root, frontierRoot(frontier))) note('checkpoint-other-root')
  }

  function finishOlder({ checkpoint: { size, root }, root: found }: Older): void {
    if (size > sequence.next) return note('older-checkpoint-beyond', { signed: size, found: sequence.next })
    if (found !== undefined && !sameBytes(found, root)) note('older-checkpoint-other-root', { signed: size })
  }

  return {
    take(line): void {
      lines++
      if (isRefusal(line)) return pass(line)
      if (lines === 1 && line.kind !== 'head') note('head-missing')
      if (line.kind === 'entry') takeEntry(line)
      else if (line.kind === 'text') takeText(line)
      else takeHead(line)
    },
    found: () => violations.at(-1),
    root: () => (sequence.whole ? frontierRoot(frontier) : undefined),
    finish() {
      if (lines === 0) note('head-missing')
      finishTree()
      older.forEach(finishOlder)
      const root = sequence.whole ? frontierRoot(frontier) : undefined
      return { origin: head?.origin, size: sequence.next, root, violations, count }
    },
  }
}

function openCheckpoint(note: string, key: NoteKey, verify: VerifyEd25519): Checkpoint | Refusal {
  const text = openNote(note, key, verify)
  return isRefusal(text) ? text : parseCheckpoint(text)
}

function isSaltedHash(hash: string, salt: string | undefined, text: string): boolean {
  const bytes = salt === undefined ? undefined : fromBase64(salt)
  return bytes !== undefined && hashSalted(bytes, text) === hash
}

function sentence(refusal: Refusal): string {
  return recordSentence(refusal.code, refusal.facts) ?? refusal.code
}
