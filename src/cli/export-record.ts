import { formatExportLine, type ExportLine } from '#modules/record/core'
import { exportRecord, type OpenRecord } from '#organization/server'
import { printJson, refuseRun } from './answer.ts'
import { defineCommand, refuseUsage, WELL, type ExitCode } from './command.ts'
import { createProgress, type Progress } from './progress.ts'
import { readerOf } from './reader.ts'
import { placeOf, withRecord } from './storage.ts'
import { writeLines } from './write-file.ts'

const help = `Usage: plenum export record [--out FILE] [--as MEMBER] [--data ./data] [--json]

Writes the record as JSON Lines: the log's key and a signed checkpoint, every entry with the hash of its leaf, then the
texts that stand beside the entries. Anybody can recompute it with “plenum audit”. Works beside a running server and
writes nothing into its storage.

  --out FILE     the file to write; it is there whole or not at all (stdout)
  --as READER    whose reading: “members” (what every member may read), “public”, or the id of a member, such as
                 m-3k9x0a7qy2zt, for what this member may read besides (members)
  --data DIR     the folder of the organization (./data); with DATABASE_URL set, PostgreSQL instead
  --json         one JSON object about the export on stdout; needs --out

Example: plenum export record --out record.jsonl

Exit codes: 0 written; 2 could not run.`

/** `plenum export record`. */
export const exportRecordCommand = defineCommand(
  {
    name: 'export record',
    help,
    operands: [],
    options: {
      out: { type: 'string' },
      as: { type: 'string' },
      data: { type: 'string' },
      json: { type: 'boolean' },
    },
  },
  async ({ values: { out, as, data, json } }) => {
    if (json === true && out === undefined)
      return refuseUsage('export record', '--json needs --out: both would go to stdout.')
    return withRecord(placeOf(data), async (record) => writeExport(record, as, out, json === true))
  },
)

async function writeExport(
  record: OpenRecord,
  as: string | undefined,
  out: string | undefined,
  json: boolean,
): Promise<ExitCode> {
  const reader = readerOf(as, record)
  if (reader === undefined) return refuseRun(`Nobody on the roll has the id ${as ?? ''}.`)
  const written = { entries: 0, texts: 0 }
  const progress = createProgress('Writing the record, entries')
  const lines = format(
    exportRecord(record, record.org, reader),
    written,
    progress,
    record.org.head.get().size,
  )
  const fault = await writeLines(lines, out)
  progress.done()
  if (fault !== undefined) return refuseRun(fault)
  if (json) printJson({ file: out, origin: record.log.origin, reader, ...written })
  else if (out !== undefined)
    console.log(
      `Wrote ${written.entries} entries and ${written.texts} texts of ${record.log.origin} to ${out}.`,
    )
  return WELL
}

async function* format(
  lines: AsyncIterable<ExportLine>,
  written: { entries: number; texts: number },
  progress: Progress,
  size: number,
): AsyncGenerator<string> {
  for await (const line of lines) {
    if (line.kind === 'entry') progress.at(++written.entries, size)
    if (line.kind === 'text') written.texts++
    yield formatExportLine(line)
  }
}
