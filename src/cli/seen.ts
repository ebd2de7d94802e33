import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import type { RememberedCheckpoint } from '#modules/record/core'
import { whyNot } from './file-fault.ts'

/** The last checkpoint seen of a log, and when. */
export interface SeenCheckpoint extends RememberedCheckpoint {
  readonly size: number
  /** When, in ISO 8601. */
  readonly at: string
}

/** By origin. */
export type Seen = Readonly<Record<string, SeenCheckpoint>>

/** Where the checkpoints are kept that this person's audits have seen. */
export function seenFile(): string {
  const config = process.env['XDG_CONFIG_HOME']
  return path.join(
    config === undefined || config === '' ? path.join(os.homedir(), '.config') : config,
    'plenum',
    'seen.json',
  )
}

/** What was seen so far, or a sentence why that cannot be told: a fork must not pass because a file is broken. */
export function readSeen(file: string): Seen | string {
  try {
    const seen: unknown = JSON.parse(fs.readFileSync(file, 'utf8'))
    return isSeen(seen)
      ? seen
      : `${file} is not what an audit wrote. Mend it, or name another with --seen FILE.`
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    if (error instanceof SyntaxError)
      return `${file} is damaged (${error.message}). Mend it, or name another with --seen FILE.`
    return whyNot('read', file, error)
  }
}

function isSeen(value: unknown): value is Seen {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).every((each: unknown) => {
    if (typeof each !== 'object' || each === null) return false
    const { note, key, size, at } = each as Readonly<Record<string, unknown>>
    return (
      typeof note === 'string' &&
      typeof key === 'string' &&
      typeof at === 'string' &&
      Number.isSafeInteger(size)
    )
  })
}

/** Remembers a checkpoint unless a larger one is remembered. Answers a sentence where it could not be kept. */
export function remember(file: string, origin: string, checkpoint: SeenCheckpoint): string | undefined {
  const seen = readSeen(file)
  if (typeof seen === 'string') return seen
  if ((seen[origin]?.size ?? -1) > checkpoint.size) return undefined
  const half = `${file}.${process.pid}.part`
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    fs.writeFileSync(half, `${JSON.stringify({ ...seen, [origin]: checkpoint }, undefined, 2)}\n`, {
      mode: 0o600,
      flush: true,
    })
    fs.renameSync(half, file)
    return undefined
  } catch (error) {
    fs.rmSync(half, { force: true })
    return whyNot('write', file, error)
  }
}

/** What was seen of this log, and of the logs that it was restored from: those of the same name with a lower number. */
export function seenOf(
  seen: Seen,
  origin: string,
): readonly (SeenCheckpoint & { readonly origin: string })[] {
  const [name, number] = parts(origin)
  return Object.entries(seen).flatMap(([other, checkpoint]) => {
    const [otherName, otherNumber] = parts(other)
    const isForebear = name !== undefined && otherName === name && otherNumber < number
    return other === origin || isForebear ? [{ ...checkpoint, origin: other }] : []
  })
}

function parts(origin: string): readonly [name: string | undefined, number: number] {
  const match = /^(.+\/)(\d{1,9})$/.exec(origin)
  return [match?.[1], Number(match?.[2] ?? 0)]
}
