import type { CompiledQuery, Kysely } from 'kysely'
import type { Database } from '#modules/record'

type NameTables = {
  readonly device_name: { readonly device: string; readonly member: string; readonly name: string }
}

function tables(database: Database): Kysely<NameTables> {
  return database.kysely.$extendTables<NameTables>()
}

/** To go alongside the registration of a device: what its member calls it. */
export function insertDeviceName(
  database: Database,
  device: string,
  member: string,
  name: string,
): CompiledQuery {
  return tables(database)
    .insertInto('device_name')
    .values({ device, member, name })
    .onConflict((conflict) => conflict.column('device').doNothing())
    .compile()
}

/** What a member calls their devices, by the name that the record has for each. */
export async function readDeviceNames(
  database: Database,
  member: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(database)
    .selectFrom('device_name')
    .selectAll()
    .where('member', '=', member)
    .execute()
  return new Map(rows.map(({ device, name }) => [device, name]))
}

/** To go alongside what ends a membership or erases a person. */
export function deleteDeviceNames(database: Database, member: string): CompiledQuery {
  return tables(database).deleteFrom('device_name').where('member', '=', member).compile()
}
