import { fromBase64, toBase64 } from '#kernel/bytes'
import type { Refusal } from '#kernel/refusal'
import type { Hash } from './merkle.ts'
import { refuseRecord } from './messages.ts'

/** What a log signs: its name, how many entries, and the root over them (c2sp.org/tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Hash
}

/** The text of the note. */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${toBase64(checkpoint.root)}\n`
}

/** Reads the text of a note as a checkpoint. Extension lines are passed over, as the specification demands. */
export function parseCheckpoint(text: string): Checkpoint | Refusal {
  if (!text.endsWith('\n'))
    return refuseRecord('checkpoint-malformed', { why: 'it does not end in a newline' })
  const lines = text.slice(0, -1).split('\n')
  const [origin = '', size = '', encoded = ''] = lines
  const root = fromBase64(encoded)
  if (lines.includes('')) return refuseRecord('checkpoint-malformed', { why: 'it has an empty line' })
  if (!/^(0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size))) {
    return refuseRecord('checkpoint-malformed', { why: 'its size is no number' })
  }
  if (root?.length !== 32)
    return refuseRecord('checkpoint-malformed', { why: 'its root is not 32 bytes of base64' })
  return { origin, size: Number(size), root }
}
