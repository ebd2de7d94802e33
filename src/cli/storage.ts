import { isRefusal } from '#kernel/refusal'
import { openRecord, type OpenRecord } from '#organization/server'
import { refuseRun } from './answer.ts'
import type { ExitCode } from './command.ts'
import { createProgress } from './progress.ts'

/** Where the organization is kept: PostgreSQL where DATABASE_URL is set, otherwise SQLite in a folder. */
export interface Place {
  readonly data: string
  readonly databaseUrl: string | undefined
}

/** The place that the command line and the environment name. */
export function placeOf(data: string | undefined): Place {
  const url = process.env['DATABASE_URL']
  return { data: data ?? process.env['PLENUM_DATA'] ?? './data', databaseUrl: url === '' ? undefined : url }
}

/** Opens the record beside a running server, does something with it, and closes it. */
export async function withRecord(
  place: Place,
  work: (record: OpenRecord) => Promise<ExitCode>,
): Promise<ExitCode> {
  const progress = createProgress('Reading the record, entries')
  const record = await openRecord(place, (entries) => {
    progress.at(entries)
  })
  progress.done()
  if (isRefusal(record)) return refuseRun(record)
  try {
    return await work(record)
  } finally {
    await record.close()
  }
}
