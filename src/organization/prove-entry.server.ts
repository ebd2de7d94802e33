import { toBase64 } from '#kernel/bytes'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { hashLeaf, leafText, parseCheckpoint, type KeptEntry, type ProofFile } from '#modules/record/core'
import { proveInclusion, signCheckpoint, type Database, type Log, type RecordStore } from '#modules/record'
import type { Org } from './core/index.ts'
import { shownTo, type ExportReader } from './export-record.server.ts'

/** An entry with the proof that it stands in the record as a checkpoint of now signs it. Refusal: `beyond-record`. */
export async function proveEntry(
  { database, store, log }: { readonly database: Database; readonly store: RecordStore; readonly log: Log },
  org: Org,
  seq: number,
  reader: ExportReader,
): Promise<ProofFile | Refusal> {
  const checkpoint = await signCheckpoint(database, store)
  const signed = parseCheckpoint(checkpoint.slice(0, checkpoint.indexOf('\n\n') + 1))
  if (isRefusal(signed)) return signed
  const kept = await entryAt(store, seq)
  if (kept === undefined) return refuse('beyond-record', { size: signed.size, asked: seq + 1 })
  const proof = await proveInclusion(store, seq, signed.size)
  if (isRefusal(proof)) return proof
  return {
    origin: log.origin,
    key: log.vkey,
    checkpoint,
    entry: shownTo(org, kept, reader),
    leaf: toBase64(hashLeaf(leafText(kept))),
    proof: proof.map(toBase64),
  }
}

async function entryAt(store: RecordStore, seq: number): Promise<KeptEntry | undefined> {
  for await (const page of store.read(seq, seq + 1)) return page[0]
  return undefined
}
