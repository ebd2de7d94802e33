import { fromBase64 } from '#kernel/bytes'
import { canonical } from '#kernel/canonical'
import { isRefusal } from '#kernel/refusal'
import type { KeptEntry } from './entry.ts'
import { formatExportLine, parseExportLine } from './export-line.ts'

/** A proof that an entry stands in a record, to be handed on. Hashes are base64. */
export interface ProofFile {
  readonly origin: string
  /** The log's verifier key. */
  readonly key: string
  /** The signed note whose root the proof leads to. */
  readonly checkpoint: string
  readonly entry: KeptEntry
  readonly leaf: string
  /** The hashes from the leaf to the root (RFC 9162, 2.1.3), lowest first. */
  readonly proof: readonly string[]
}

const FORMAT = 1

/** One line of JSON. */
export function formatProof({ origin, key, checkpoint, entry, leaf, proof }: ProofFile): string {
  const line = formatExportLine({ kind: 'entry', entry, leaf })
  const [before, after] = [
    { checkpoint, key, origin },
    { plenumProof: FORMAT, proof },
  ].map(canonical)
  return `${before?.slice(0, -1) ?? ''},"entry":${line},${after?.slice(1) ?? ''}`
}

/** Reads such a file, or says in a sentence what it is not. */
export function parseProof(text: string): ProofFile | string {
  const value = parseObject(text)
  if (value?.['plenumProof'] === undefined) return 'This is not a proof that “plenum prove” wrote.'
  if (value['plenumProof'] !== FORMAT)
    return `This proof has format ${JSON.stringify(value['plenumProof'])}, which this version does not know.`
  const { origin, key, checkpoint, entry, proof } = value
  if (typeof origin !== 'string' || typeof key !== 'string' || typeof checkpoint !== 'string')
    return 'The proof lacks its origin, key or checkpoint.'
  if (!isHashes(proof)) return 'The hashes of the proof are not 32 bytes of base64 each.'
  // The entry is read as strictly as in an export; the order of its keys does not matter here.
  const line = isObject(entry)
    ? parseExportLine(canonical(entry as Parameters<typeof canonical>[0]), 1)
    : undefined
  if (line === undefined || isRefusal(line) || line.kind !== 'entry')
    return 'The entry of the proof is not whole.'
  return { origin, key, checkpoint, entry: line.entry, leaf: line.leaf, proof }
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = text.isWellFormed() ? JSON.parse(text) : undefined
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isHashes(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= 64 &&
    value.every((each) => typeof each === 'string' && fromBase64(each)?.length === 32)
  )
}
