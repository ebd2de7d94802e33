import * as fs from 'node:fs'
import * as path from 'node:path'
import { DAY } from '#kernel/instant'
import { isRefusal } from '#kernel/refusal'
import { refusalSentence } from '#organization'
import { backupName, countNothing, dumpAll, listBackups, type OpenRecord } from '#organization/server'
import { printJson, refuseRun } from './answer.ts'
import { checkDumpFile } from './check-dump-file.ts'
import { defineCommand, FOUND_WRONG, refuseUsage, WELL, type ExitCode } from './command.ts'
import { counted, countsInWords } from './dump.ts'
import { whyNot } from './file-fault.ts'
import { createProgress } from './progress.ts'
import { placeOf, withRecord } from './storage.ts'
import { writeLines } from './write-file.ts'

const help = `Usage: plenum backup [--to DIR] [--keep N] [--data ./data] [--json]

Writes a dump of everything that is kept into a folder, under a name with the moment in it (plenum-20270104T031500Z.jsonl),
reads it back and audits the record in it as any member would, and only then deletes older ones. Works beside a running server.
Put it on another disk or machine; “plenum restore” reads it.

  --to DIR       the folder; made where it is missing, for its owner only (PLENUM_BACKUPS)
  --keep N       how many backups stay, this one included (all)
  --data DIR     the folder of the organization (./data); with DATABASE_URL set, PostgreSQL instead
  --json         one JSON object about the backup on stdout

Example: plenum backup --to /var/backups/plenum --keep 14

Exit codes: 0 written and sound; 1 what was read back is not sound, older backups were kept; 2 could not run.`

/** `plenum backup`. */
export const backup = defineCommand(
  {
    name: 'backup',
    help,
    operands: [],
    options: {
      to: { type: 'string' },
      keep: { type: 'string' },
      data: { type: 'string' },
      json: { type: 'boolean' },
    },
  },
  async ({ values: { to, keep, data, json } }) => {
    const folder = to ?? process.env['PLENUM_BACKUPS'] ?? ''
    if (folder === '') return refuseUsage('backup', '--to is missing: the folder that the backup goes into.')
    if (keep !== undefined && !/^[1-9]\d{0,3}$/.test(keep))
      return refuseUsage('backup', `--keep ${keep} is not a number from 1 to 9999.`)
    const most = keep === undefined ? Infinity : Number(keep)
    return withRecord(placeOf(data), (record) => writeBackup(record, folder, most, json === true))
  },
)

async function writeBackup(
  record: OpenRecord,
  folder: string,
  most: number,
  json: boolean,
): Promise<ExitCode> {
  const file = path.join(folder, backupName(Date.now()))
  const counts = countNothing()
  const progress = createProgress('Writing, lines')
  const fault = makeFolder(folder) ?? (await writeLines(counted(dumpAll(record, counts), progress), file))
  progress.done()
  if (fault !== undefined) return refuseRun(fault)
  const { size } = fs.statSync(file)
  const checked = checkDumpFile(file, size)
  if (isRefusal(checked)) return refuseBackup(file, refusalSentence(checked), json)
  const deleted = prune(folder, most)
  if (json) printJson({ file, bytes: size, origin: record.log.origin, ...counts, deleted })
  else
    console.log(
      `Wrote ${countsInWords(counts)} of ${record.log.origin} to ${file}, read it back and found it sound.${deleted === 0 ? '' : ` Deleted ${deleted} older.`}`,
    )
  return WELL
}

function makeFolder(folder: string): string | undefined {
  try {
    // Not recursive: a disk that is not mounted must not become a folder on this one.
    if (!fs.existsSync(folder)) fs.mkdirSync(folder, { mode: 0o700 })
    return undefined
  } catch (error) {
    return whyNot('write', folder, error)
  }
}

/** What does not read back is no backup: it keeps its content for who looks into it, and loses its name. */
function refuseBackup(file: string, why: string, json: boolean): ExitCode {
  const damaged = `${file}.damaged`
  fs.renameSync(file, damaged)
  if (json) printJson({ file: damaged, sound: false, why })
  else
    console.error(
      `What was written does not read back: ${why} It lies in ${damaged}; no older backup was deleted.`,
    )
  return FOUND_WRONG
}

/** Deletes all but the newest, and what a backup left that was cut off more than a day ago. */
function prune(folder: string, most: number): number {
  for (const name of fs.readdirSync(folder)) {
    const file = path.join(folder, name)
    if (/^\.plenum-\w+\.jsonl\.\d+\.part$/.test(name) && Date.now() - fs.statSync(file).mtimeMs > DAY)
      fs.rmSync(file, { force: true })
  }
  const old = listBackups(folder).slice(most)
  for (const { file } of old) fs.rmSync(file)
  return old.length
}
