import { toBase64 } from '#kernel/bytes'
import { canonical, type Json } from '#kernel/canonical'
import { sha256 } from '#kernel/hash'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { formatExportLine, parseExportLine, type EntryLine, type TextLine } from '#modules/record/core'
import { z } from 'zod'

// Entries and texts are as in an export. What no hash of the record covers carries a sum of its own, so that damage shows
// and the line can be named; against a forger only the record's own hashes help.

/** The formats that can be read. The first had no rows. */
const FORMATS = [1, 2] as const

/** The format that is written. */
export const DUMP_FORMAT = 2

const shapes = {
  head: z.strictObject({
    dump: z.literal(FORMATS),
    origin: z.string(),
    key: z.string(),
    checkpoint: z.string(),
  }),
  erased: z.strictObject({ erased: z.string(), erasedAt: z.int().min(0) }),
  person: z.strictObject({
    person: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    salt: z.string(),
  }),
  account: z.strictObject({ account: z.string(), login: z.string(), passwordHash: z.string() }),
  row: z.strictObject({
    row: z.string(),
    values: z.record(
      z.string(),
      z.union([z.string(), z.number(), z.null(), z.strictObject({ base64: z.base64() })]),
    ),
  }),
  end: z.strictObject({
    end: z.strictObject({
      entries: z.int().min(0),
      texts: z.int().min(0),
      people: z.int().min(0),
      accounts: z.int().min(0),
      rows: z.int().min(0).default(0),
    }),
  }),
}

/** The lines that no export has. */
export type HeldLine = {
  [Kind in keyof typeof shapes]: { readonly kind: Kind } & z.infer<(typeof shapes)[Kind]>
}[keyof typeof shapes]

/** One line of a dump. */
export type DumpLine = HeldLine | EntryLine | TextLine

/** Writes a line, without its newline. */
export function formatDumpLine(line: DumpLine): string {
  if (line.kind === 'entry' || line.kind === 'text') return formatExportLine(line)
  const { kind: _kind, ...fields } = line
  return withSum(fields)
}

/** Reads a line; `number` counts from 1 and stands in every refusal. */
export function parseDumpLine(text: string, number: number): DumpLine | Refusal {
  const value = parseObject(text)
  if (value === undefined) return refuse('line-not-json', { line: number })
  const kind = kindOf(value)
  if (kind === undefined) return parseShared(text, number)
  const { sum: _sum, ...fields } = value
  if (withSum(fields) !== text) return refuse('dump-line-damaged', { line: number })
  const parsed = shapes[kind].safeParse(fields)
  // The shape is that of the kind, which the compiler cannot follow through the table.
  return parsed.success
    ? ({ kind, ...parsed.data } as HeldLine)
    : refuse('dump-line-damaged', { line: number })
}

const MARKS = {
  dump: 'head',
  erased: 'erased',
  person: 'person',
  account: 'account',
  row: 'row',
  end: 'end',
} as const

function kindOf(value: Readonly<Record<string, Json>>): keyof typeof shapes | undefined {
  if ('seq' in value || 'text' in value) return undefined
  for (const mark of Object.keys(MARKS) as (keyof typeof MARKS)[])
    if (Object.hasOwn(value, mark)) return MARKS[mark]
  return undefined
}

function parseShared(text: string, number: number): EntryLine | TextLine | Refusal {
  const line = parseExportLine(text, number)
  if (isRefusal(line)) return line
  return line.kind === 'head' ? refuse('not-a-dump') : line
}

function withSum(fields: Readonly<Record<string, Json>>): string {
  return canonical({ ...fields, sum: toBase64(sha256(canonical(fields))) })
}

function parseObject(text: string): Readonly<Record<string, Json>> | undefined {
  try {
    const value: unknown = text.isWellFormed() ? JSON.parse(text) : undefined
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    return value as Readonly<Record<string, Json>>
  } catch {
    return undefined
  }
}
