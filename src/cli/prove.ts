import { isRefusal } from '#kernel/refusal'
import { formatProof } from '#modules/record/core'
import { proveEntry, type OpenRecord } from '#organization/server'
import { refuseRun } from './answer.ts'
import { defineCommand, refuseUsage, WELL, type ExitCode } from './command.ts'
import { readerOf } from './reader.ts'
import { placeOf, withRecord } from './storage.ts'
import { writeLines } from './write-file.ts'

const help = `Usage: plenum prove SEQ [--out FILE] [--as READER] [--data ./data]

Proves that entry SEQ stands in the record: one JSON object with the log's name and key, a signed checkpoint, the entry,
the hash of its leaf and the hashes from there to the signed root. “plenum verify-proof” checks it, without the record and
without this server. Works beside a running server. The output is JSON in any case; --json changes nothing.

  --out FILE     the file to write (stdout)
  --as READER    whose reading: the body is put in only where this reader may read it: “public”, “members”, or the id
                 of a member (public)
  --data DIR     the folder of the organization (./data); with DATABASE_URL set, PostgreSQL instead

Example: plenum prove 41 --as members --out entry-41.json

Exit codes: 0 proved; 2 could not run, for instance because there is no such entry.`

/** `plenum prove`. */
export const prove = defineCommand(
  {
    name: 'prove',
    help,
    operands: ['SEQ'],
    options: {
      out: { type: 'string' },
      as: { type: 'string' },
      data: { type: 'string' },
      json: { type: 'boolean' },
    },
  },
  async ({ values: { out, as = 'public', data }, operands: [text = ''] }) => {
    const seq = Number(text)
    if (!/^\d{1,15}$/.test(text))
      return refuseUsage('prove', `“${text}” is not the number of an entry: they count from 0.`)
    return withRecord(placeOf(data), (record) => writeProof(record, seq, as, out))
  },
)

async function writeProof(
  record: OpenRecord,
  seq: number,
  as: string,
  out: string | undefined,
): Promise<ExitCode> {
  const reader = readerOf(as, record)
  if (reader === undefined) return refuseRun(`Nobody on the roll has the id ${as}.`)
  const proof = await proveEntry(record, record.org, seq, reader)
  if (isRefusal(proof)) return refuseRun(proof)
  const fault = await writeLines([formatProof(proof)], out)
  if (fault !== undefined) return refuseRun(fault)
  if (out !== undefined) console.log(`Wrote the proof that entry ${seq} stands in ${proof.origin} to ${out}.`)
  return WELL
}
