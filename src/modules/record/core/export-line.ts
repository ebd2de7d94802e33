import { toBase64 } from '#kernel/bytes'
import { canonical, type Json } from '#kernel/canonical'
import { isUuid } from '#kernel/ids'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { leafText, type KeptEntry } from './entry.ts'
import { hashLeaf } from './merkle.ts'
import { refuseRecord } from './messages.ts'

/** The only format so far. */
const EXPORT_FORMAT = 1

/** The first line of an export. */
export interface HeadLine {
  readonly kind: 'head'
  readonly origin: string
  /** The log's verifier key. */
  readonly key: string
  /** The signed note over exactly the entries that follow. */
  readonly checkpoint: string
}

/** An entry with the hash of its leaf, so that a changed byte can be located. */
export interface EntryLine {
  readonly kind: 'entry'
  readonly entry: KeptEntry
  /** Canonical JSON of the body; absent where the asker may not read it. */
  readonly bodyText?: string
  /** The text of the leaf, where a line was read: so that it need not be written a second time. */
  readonly header?: string
  readonly leaf: string
}

/** A text that stands beside the entries under its salted hash. */
export interface TextLine {
  readonly kind: 'text'
  readonly text: string
  readonly salt: string
  readonly value: string
}

/** One line of an export. */
export type ExportLine = HeadLine | EntryLine | TextLine

/** The line of an entry. */
export function entryLine(entry: KeptEntry): EntryLine {
  return { kind: 'entry', entry, leaf: toBase64(hashLeaf(leafText(entry))) }
}

/** Writes a line, without its newline: canonical JSON, so that a line can be written in one way only. */
export function formatExportLine(line: ExportLine): string {
  if (line.kind === 'entry') {
    const { body } = line.entry
    return entryText(line.entry, body === undefined ? undefined : canonical(body), line.leaf)
  }
  if (line.kind === 'text') return canonical({ salt: line.salt, text: line.text, value: line.value })
  return canonical({ checkpoint: line.checkpoint, key: line.key, origin: line.origin, plenum: EXPORT_FORMAT })
}

/**
 * Reads a line; `number` counts from 1 and stands in every refusal. A line that is not canonical JSON is refused: two
 * programs could read two things from a key that stands twice.
 */
export function parseExportLine(text: string, number: number): ExportLine | Refusal {
  const value = parseObject(text)
  if (value === undefined) return refuseRecord('line-not-json', { line: number })
  if ('seq' in value) return parseEntry(value, text, number)
  const line =
    'plenum' in value ? parseHead(value, number) : 'text' in value ? parseText(value, number) : undefined
  if (line === undefined) return refuseRecord('line-unknown-kind', { line: number })
  return isRefusal(line) || formatExportLine(line) === text
    ? line
    : refuseRecord('line-not-canonical', { line: number })
}

type Fields = Readonly<Record<string, Json>>

function parseObject(text: string): Fields | undefined {
  try {
    const value = JSON.parse(text) as Json
    return isFields(value) && text.isWellFormed() ? value : undefined
  } catch {
    return undefined
  }
}

function isFields(value: Json): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** For each field what it has to be, in words for the message, and the test. A list, because it is walked a million times. */
type Shape = readonly (readonly [key: string, expected: string, fits: (value: Json | undefined) => boolean])[]

const isText = (value: Json | undefined): boolean =>
  typeof value === 'string' && value !== '' && value.isWellFormed()
const isCount = (value: Json | undefined): boolean =>
  Number.isSafeInteger(value) && Number(value) >= 0 && !Object.is(value, -0)
// The last letter carries bits that must be 0, or one hash could be written in several ways.
const isHash = (value: Json | undefined): boolean => typeof value === 'string' && isBase64(value, 43, 3)
const isSalt = (value: Json | undefined): boolean => typeof value === 'string' && isBase64(value, 22, 15)
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = new Int8Array(128).fill(-1)
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i

/** So many letters, padded to fours; `unused` are the bits of the last one that carry nothing. Twice as fast as a pattern. */
function isBase64(text: string, letters: number, unused: number): boolean {
  if (text.length !== Math.ceil(letters / 4) * 4) return false
  let value = 0
  for (let i = 0; i < letters; i++) {
    value = VALUES[text.charCodeAt(i)] ?? -1
    if (value < 0) return false
  }
  for (let i = letters; i < text.length; i++) if (text.charCodeAt(i) !== 61) return false
  return (value & unused) === 0
}

const orAbsent =
  (fits: (value: Json | undefined) => boolean) =>
  (value: Json | undefined): boolean =>
    value === undefined || fits(value)

/** What `canonical` takes. A deeper body could overflow the stack of whoever checks it. */
function isSound(value: Json | undefined, depth = 0): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return value !== undefined
  if (depth === 64) return false
  for (const [key, member] of Object.entries(value))
    if (!key.isWellFormed() || !isSound(member, depth + 1)) return false
  return true
}

const HEAD: Shape = [
  ['plenum', 'a number', isCount],
  ['origin', 'a text', isText],
  ['key', 'a text', isText],
  ['checkpoint', 'a text', isText],
]

const ENTRY: Shape = [
  ['seq', 'a whole number from 0', isCount],
  ['at', 'a whole number from 0', isCount],
  ['by', 'a text', isText],
  ['id', 'a UUID', (value) => typeof value === 'string' && isUuid(value)],
  ['type', 'a text', isText],
  ['law', 'a whole number from 0', isCount],
  ['unit', 'a text or null', (value) => value === null || isText(value)],
  ['sig', 'a text', orAbsent(isText)],
  ['salt', '16 bytes of base64', orAbsent(isSalt)],
  ['body', 'JSON of at most 64 levels, finite numbers and whole characters', orAbsent(isSound)],
  ['bodyHash', '32 bytes of base64', isHash],
  ['leaf', '32 bytes of base64', isHash],
]

const TEXT: Shape = [
  ['text', '32 bytes of base64', isHash],
  ['salt', '16 bytes of base64', isSalt],
  ['value', 'a text', (value) => typeof value === 'string' && value.isWellFormed()],
]

/** Whether an entry has no misfit: the same questions in a row, for the million lines that are as they should be. */
function fitsEntry(value: Fields): boolean {
  const { at, body, bodyHash, by, id, law, leaf, salt, seq, sig, type, unit } = value
  let keys = 9
  if (body !== undefined) keys++
  if (salt !== undefined) keys++
  if (sig !== undefined) keys++
  const isHeader =
    isCount(seq) &&
    isCount(at) &&
    isCount(law) &&
    isText(by) &&
    isText(type) &&
    (unit === null || isText(unit))
  const isBound = typeof id === 'string' && isUuid(id) && isHash(bodyHash) && isHash(leaf)
  const isHeld =
    (salt === undefined || isSalt(salt)) &&
    (body === undefined || isSound(body)) &&
    (sig === undefined || isText(sig))
  return isHeader && isBound && isHeld && Object.keys(value).length === keys
}

function misfit(value: Fields, shape: Shape, line: number): Refusal | undefined {
  let known = 0
  for (const [key, expected, fits] of shape) {
    const field = value[key]
    if (!fits(field)) return refuseRecord('line-field-wrong', { line, key, expected })
    if (field !== undefined) known++
  }
  const keys = Object.keys(value)
  if (keys.length === known) return undefined
  const key = keys.find((each) => !shape.some(([name]) => name === each)) ?? ''
  return refuseRecord('line-unknown-key', { line, key })
}

function parseHead(value: Fields, line: number): HeadLine | Refusal {
  const wrong = misfit(value, HEAD, line)
  if (wrong !== undefined) return wrong
  if (value['plenum'] !== EXPORT_FORMAT)
    return refuseRecord('line-format-unknown', { line, format: value['plenum'] ?? null })
  const { origin, key, checkpoint } = value as Fields & HeadLine
  return { kind: 'head', origin, key, checkpoint }
}

function parseText(value: Fields, line: number): TextLine | Refusal {
  const wrong = misfit(value, TEXT, line)
  if (wrong !== undefined) return wrong
  const { text, salt, value: held } = value as Fields & TextLine
  return { kind: 'text', text, salt, value: held }
}

function parseEntry(value: Fields, text: string, line: number): EntryLine | Refusal {
  const wrong = fitsEntry(value) ? undefined : misfit(value, ENTRY, line)
  if (wrong !== undefined) return wrong
  if ((value['salt'] === undefined) !== (value['body'] === undefined)) {
    return refuseRecord('line-field-wrong', {
      line,
      key: 'salt',
      expected: 'there exactly where the body is',
    })
  }
  const { leaf, seq, at, by, id, type, law, unit, bodyHash, sig, salt, body } = value as Fields &
    KeptEntry & { leaf: string }
  const bodyText = body === undefined ? undefined : canonical(body)
  // Ids, salts and hashes are known by now to be letters that JSON writes as they are.
  const author = JSON.stringify(by)
  const signature = sig === undefined ? '' : `"sig":${JSON.stringify(sig)},`
  const end = `"seq":${seq},${signature}"type":${JSON.stringify(type)},"unit":${JSON.stringify(unit)}}`
  const open = bodyText === undefined ? '' : `"body":${bodyText},`
  const salted = salt === undefined ? '' : `"salt":"${salt}",`
  const written = `{"at":${at},${open}"bodyHash":"${bodyHash}","by":${author},"id":"${id}","law":${law},"leaf":"${leaf}",${salted}${end}`
  if (written !== text) return refuseRecord('line-not-canonical', { line })
  const header = `{"at":${at},"body":"${bodyHash}","by":${author},"id":"${id}","law":${law},${end}`
  const plain = { seq, at, by, id, type, law, unit, bodyHash }
  const held = salt === undefined || body === undefined ? plain : { ...plain, salt, body }
  const entry: KeptEntry = sig === undefined ? held : { ...held, sig }
  return bodyText === undefined
    ? { kind: 'entry', entry, header, leaf }
    : { kind: 'entry', entry, bodyText, header, leaf }
}

/** The fields in the order of canonical JSON. */
function entryText(entry: KeptEntry, bodyText: string | undefined, leaf: string): string {
  const { at, bodyHash, by, id, law, salt, seq, sig, type, unit } = entry
  const body = bodyText === undefined ? '' : `"body":${bodyText},`
  const salted = salt === undefined ? '' : `"salt":${JSON.stringify(salt)},`
  const signature = sig === undefined ? '' : `"sig":${JSON.stringify(sig)},`
  return (
    `{"at":${at},${body}"bodyHash":${JSON.stringify(bodyHash)},"by":${JSON.stringify(by)},"id":${JSON.stringify(id)},` +
    `"law":${law},"leaf":${JSON.stringify(leaf)},${salted}"seq":${seq},${signature}` +
    `"type":${JSON.stringify(type)},"unit":${JSON.stringify(unit)}}`
  )
}
