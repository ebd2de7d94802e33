import { fromBase64, toBase64 } from '#kernel/bytes'
import { canonical } from '#kernel/canonical'
import { verifyEd25519 } from '#kernel/ed25519'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts'
import { hashSalted, leafText } from './entry.ts'
import { hashLeaf } from './merkle.ts'
import { openNote, parseVkey } from './note.ts'
import type { ProofFile } from './proof-file.ts'
import { verifyInclusion } from './verify-proof.ts'

/** The checkpoint that the entry of a proof stands under, or a sentence or refusal why it does not. `trusted` is the key that must have signed it. */
export function checkProof(
  { origin, key, checkpoint: note, entry, leaf, proof }: ProofFile,
  trusted?: string,
): Checkpoint | Refusal | string {
  if (trusted !== undefined && trusted !== key)
    return `It is signed with the key ${key}, not with ${trusted} that you trust.`
  const parsed = parseVkey(key)
  if (isRefusal(parsed)) return parsed
  const text = openNote(note, parsed, verifyEd25519)
  const checkpoint = isRefusal(text) ? text : parseCheckpoint(text)
  if (isRefusal(checkpoint)) return checkpoint
  if (checkpoint.origin !== origin || parsed.name !== origin)
    return `The checkpoint is of ${checkpoint.origin}, the proof says ${origin}.`
  const salt = entry.salt === undefined ? undefined : fromBase64(entry.salt)
  const body =
    entry.body === undefined || salt === undefined ? entry.bodyHash : hashSalted(salt, canonical(entry.body))
  if (body !== entry.bodyHash) return `The body of entry ${entry.seq} is not the one that was recorded.`
  const hash = hashLeaf(leafText(entry))
  if (toBase64(hash) !== leaf)
    return `The header of entry ${entry.seq} is not the one that the proof is about.`
  const hashes = proof.map((each) => fromBase64(each) ?? new Uint8Array())
  const isIn = verifyInclusion(hash, entry.seq, checkpoint.size, hashes, checkpoint.root)
  return isIn
    ? checkpoint
    : `The hashes do not lead from entry ${entry.seq} to the signed root: it does not stand in this record.`
}
