import { countNothing, dumpAll, type DumpCounts } from '#organization/server'
import { printJson, refuseRun } from './answer.ts'
import { defineCommand, refuseUsage, WELL } from './command.ts'
import { createProgress, type Progress } from './progress.ts'
import { placeOf, withRecord } from './storage.ts'
import { writeLines } from './write-file.ts'

const help = `Usage: plenum dump [--out FILE] [--data ./data] [--json]

Writes everything that is kept to one file, as a backup or to move between SQLite and PostgreSQL: the record with all
bodies and salts, the texts beside it, people, accounts, and what else modules hold. Works beside a running server; all of it
is of one moment. It holds names, addresses and password hashes: keep it like the database itself. Not in it: the log's
private key, sessions, setup codes, and what is computed from the rest. (“plenum backup” also checks it and keeps several.)

  --out FILE     the file to write; it is there whole or not at all, readable by its owner only (- or absent: stdout)
  --data DIR     the folder of the organization (./data); with DATABASE_URL set, PostgreSQL instead
  --json         one JSON object about the dump on stdout; needs --out

Example: plenum dump --out plenum-2027-01-04.jsonl
Encrypted: plenum dump | age --recipient age1… > plenum-2027-01-04.jsonl.age

Exit codes: 0 written; 2 could not run.`

/** `plenum dump`. */
export const dump = defineCommand(
  {
    name: 'dump',
    help,
    operands: [],
    options: { out: { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean' } },
  },
  async ({ values: { out: named, data, json } }) => {
    const out = named === '-' ? undefined : named
    if (json === true && out === undefined)
      return refuseUsage('dump', '--json needs --out: both would go to stdout.')
    return withRecord(placeOf(data), async (record) => {
      const counts = countNothing()
      const progress = createProgress('Writing, lines')
      const fault = await writeLines(counted(dumpAll(record, counts), progress), out)
      progress.done()
      if (fault !== undefined) return refuseRun(fault)
      if (json === true) printJson({ file: out, origin: record.log.origin, ...counts })
      else if (out !== undefined)
        console.log(`Wrote ${countsInWords(counts)} of ${record.log.origin} to ${out}.`)
      return WELL
    })
  },
)

/** What a dump holds, for a sentence. */
export function countsInWords({ entries, texts, people, accounts, rows }: DumpCounts): string {
  return `${entries} entries, ${texts} texts, ${people} people, ${accounts} accounts and ${rows} other rows`
}

/** The same lines, told one by one. */
export async function* counted(lines: AsyncIterable<string>, progress: Progress): AsyncGenerator<string> {
  let count = 0
  for await (const line of lines) {
    progress.at(++count)
    yield line
  }
}
