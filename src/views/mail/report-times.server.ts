import type { Instant } from '#kernel/instant'
import { readTimes, type Database } from '#modules/record'
import type { Plenum } from '#organization/server'

/** When each minority report was filed, by its position in the record. */
export type ReportTimes = ReadonlyMap<number, Instant>

const known = new WeakMap<Database, Map<number, Instant>>()

/** The image keeps no time of a report, so its entry is asked, once: what stands in the record changes no more. */
export async function readReportTimes({
  clerk,
  database,
}: Pick<Plenum, 'clerk' | 'database'>): Promise<ReportTimes> {
  const times = known.get(database) ?? new Map<number, Instant>()
  known.set(database, times)
  const unknown = await clerk.read(({ motions: { reports } }) =>
    reports.size === times.size
      ? []
      : [...reports.values()].flatMap(({ seq }) => (times.has(seq) ? [] : [seq])),
  )
  for (const [seq, at] of await readTimes(database, unknown)) times.set(seq, at)
  return times
}
