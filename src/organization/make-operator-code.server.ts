import type { Instant } from '#kernel/instant'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { openOperator } from '#modules/access'
import { migrate, openDatabase, type DatabaseOptions } from '#modules/record'
import { migrations } from './migrations.ts'

/** A code for the maintenance pages, made beside the running server; the code of an earlier call ends. */
export async function makeOperatorCode(
  { data, databaseUrl }: Pick<DatabaseOptions, 'data' | 'databaseUrl'>,
  now: Instant,
): Promise<{ readonly code: string; readonly expires: Instant } | Refusal> {
  const database = await openDatabase({ data, databaseUrl, beside: true })
  if (isRefusal(database)) return database
  try {
    const compared = await migrate(database, migrations)
    return isRefusal(compared) ? compared : await openOperator(database).makeCode(now)
  } finally {
    await database.close()
  }
}
