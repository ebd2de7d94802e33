import { fieldOf } from '#kernel/canonical'
import type { Database } from './database.ts'
import { createRecordStore } from './store.server.ts'

/**
 * Whether the record's first entry says that it is a demonstration; undefined where nothing is recorded yet. A setting of
 * the server never makes a demonstration of a real organization: this is what decides.
 */
export async function isDemonstration(database: Database): Promise<boolean | undefined> {
  for await (const page of createRecordStore(database).read(0, 1)) {
    const [first] = page
    return first === undefined ? undefined : fieldOf(first.body, 'demonstration') === true
  }
  return undefined
}
