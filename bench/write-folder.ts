import { isRefusal } from '#kernel/refusal'
import { createRecordStore, migrate, openDatabase, recordMigrations, type NewEntry } from '#modules/record'

/** A made record in a SQLite folder, which has the record's tables only unless it was opened before. */
export async function writeFolder(data: string, record: Iterable<NewEntry>): Promise<void> {
  const database = await openDatabase({ data })
  if (isRefusal(database)) throw new Error(database.code)
  await migrate(database, recordMigrations)
  const store = createRecordStore(database)
  let page: NewEntry[] = []
  const flush = async (): Promise<void> => {
    const entries = page
    page = []
    if (entries.length > 0) await store.append(entries[0]?.seq ?? 0, [], () => ({ entries, alongside: [] }))
  }
  for (const entry of record) {
    page.push(entry)
    if (page.length === 20_000) await flush()
  }
  await flush()
  await database.close()
}
