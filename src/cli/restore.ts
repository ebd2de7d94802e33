import * as fs from 'node:fs'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { refusalSentence } from '#organization'
import { restoreDump, type SoundDump } from '#organization/server'
import { printJson, refuseRun } from './answer.ts'
import { checkDumpFile } from './check-dump-file.ts'
import { defineCommand, FOUND_WRONG, WELL, type ExitCode } from './command.ts'
import { whyNot } from './file-fault.ts'
import { createLineCutter, readChunks } from './lines.ts'
import { countsInWords } from './dump.ts'
import { createProgress } from './progress.ts'
import { placeOf } from './storage.ts'

const help = `Usage: plenum restore FILE [--data ./data] [--json]

Reads a file that “plenum dump” wrote into an empty folder or, with DATABASE_URL set, into an empty PostgreSQL database,
whichever of the two it came from. First it audits the whole file as any member would and refuses a damaged one with the
line; then it writes all or nothing.

The restored record begins a new log with a new key, because the old one may have signed entries that are not in the file:
its name ends in the next number, and its first entry tells which log it continues, from which size and root. The old one
must not be started again. Everybody signs in anew, with the password they have; links that were sent and not used go on holding.

  --data DIR     the folder to restore into (./data); with DATABASE_URL set, PostgreSQL instead
  --json         one JSON object on stdout

Example: DATABASE_URL=postgres://plenum@db/plenum plenum restore plenum-2027-01-04.jsonl

Exit codes: 0 restored; 1 the file is damaged and nothing was restored; 2 could not run.`

/** `plenum restore`. */
export const restore = defineCommand(
  {
    name: 'restore',
    help,
    operands: ['FILE'],
    options: { data: { type: 'string' }, json: { type: 'boolean' } },
  },
  async ({ values: { data, json }, operands: [file = ''] }) => {
    try {
      const { size } = fs.statSync(file)
      const checked = checkDumpFile(file, size)
      if (isRefusal(checked)) return refuseDump(checked, json === true)
      return await load(file, size, checked, placeOf(data), json === true)
    } catch (error) {
      return refuseRun(whyNot('read', file, error))
    }
  },
)

function refuseDump(refusal: Refusal, json: boolean): ExitCode {
  const sentence = refusalSentence(refusal)
  if (json) printJson({ restored: false, code: refusal.code, sentence, facts: refusal.facts })
  else console.error(sentence)
  return FOUND_WRONG
}

async function load(
  file: string,
  size: number,
  dump: SoundDump,
  place: Parameters<typeof restoreDump>[0],
  json: boolean,
): Promise<ExitCode> {
  const progress = createProgress('Restoring, bytes')
  const restored = await restoreDump(place, dump, async (take) => {
    // Lines of a chunk wait for each other, or a file would be in memory as a whole.
    let lines: { readonly text: string | undefined; readonly number: number }[] = []
    const cutter = createLineCutter((text, number) => {
      lines.push({ text, number })
    })
    const takeAll = async (): Promise<Refusal | undefined> => {
      const some = lines
      lines = []
      for (const { text, number } of some) {
        const refusal = await take(text, number)
        if (refusal !== undefined) return refusal
      }
      return undefined
    }
    for (const chunk of readChunks(file, (bytes) => {
      progress.at(bytes, size)
    })) {
      cutter.push(chunk)
      const refusal = await takeAll()
      if (refusal !== undefined) return refusal
    }
    cutter.end()
    return takeAll()
  })
  progress.done()
  if (isRefusal(restored))
    return restored.code === 'dump-changed' ? refuseDump(restored, json) : refuseRun(restored)
  const { log, seq } = restored
  if (json)
    printJson({
      restored: true,
      from: dump.origin,
      origin: log.origin,
      key: log.vkey,
      entry: seq,
      ...dump.counts,
    })
  else
    console.log(`Restored ${countsInWords(dump.counts)} of ${dump.origin}.
The record goes on as ${log.origin}, with the key ${log.vkey}
Entry ${seq} tells of it. Give members the new key, and do not start ${dump.origin} again: it would be a second history.`)
  return WELL
}
