import type { Instant } from '#kernel/instant'
import type { Database } from '#modules/record'
import { isUniqueFault, tables } from './tables.server.ts'

/** A second factor as it is kept. */
export interface KeptFactor {
  readonly member: string
  /** Sealed with a key that is not in the database. */
  readonly secret: Uint8Array
  readonly since: Instant
  /** The step of the last code that was used: no code of this step or an earlier one is taken again (RFC 6238, 5.2). */
  readonly lastStep: number
}

/** The member's second factor. */
export async function findFactor(database: Database, member: string): Promise<KeptFactor | undefined> {
  const row = await tables(database)
    .selectFrom('access_factor')
    .selectAll()
    .where('member', '=', member)
    .executeTakeFirst()
  return row && { member, secret: new Uint8Array(row.secret), since: row.since, lastStep: row.last_step }
}

/** Keeps a new one with its recovery codes, unless the member has one. */
export async function insertFactor(
  database: Database,
  { member, secret, since, lastStep }: KeptFactor,
  codes: readonly Uint8Array[],
): Promise<'done' | 'taken'> {
  const row = { member, secret: Buffer.from(secret), since, last_step: lastStep }
  try {
    await tables(database)
      .transaction()
      .execute(async (transaction) => {
        await transaction.insertInto('access_factor').values(row).execute()
        await transaction.insertInto('access_factor_code').values(rowsOf(member, codes)).execute()
      })
    return 'done'
  } catch (error) {
    if (isUniqueFault(error)) return 'taken'
    throw error
  }
}

/** Puts these codes in the place of the earlier ones. */
export async function exchangeCodes(
  database: Database,
  member: string,
  codes: readonly Uint8Array[],
): Promise<void> {
  await tables(database)
    .transaction()
    .execute(async (transaction) => {
      await transaction.deleteFrom('access_factor_code').where('member', '=', member).execute()
      await transaction.insertInto('access_factor_code').values(rowsOf(member, codes)).execute()
    })
}

function rowsOf(member: string, codes: readonly Uint8Array[]) {
  return codes.map((code) => ({ code_hash: Buffer.from(code), member }))
}

/** How many recovery codes the member has left. */
export async function countCodes(database: Database, member: string): Promise<number> {
  const rows = await tables(database)
    .selectFrom('access_factor_code')
    .select('code_hash')
    .where('member', '=', member)
    .execute()
  return rows.length
}

/** Uses a recovery code up: whether the member had it. */
export async function useCode(database: Database, member: string, codeHash: Uint8Array): Promise<boolean> {
  const used = await tables(database)
    .deleteFrom('access_factor_code')
    .where('code_hash', '=', Buffer.from(codeHash))
    .where('member', '=', member)
    .returning('member')
    .executeTakeFirst()
  return used !== undefined
}

/** Notes that the code of this step was used: false where it, or a later one, was used before. */
export async function useStep(database: Database, member: string, step: number): Promise<boolean> {
  const used = await tables(database)
    .updateTable('access_factor')
    .set({ last_step: step })
    .where('member', '=', member)
    .where('last_step', '<', step)
    .returning('member')
    .executeTakeFirst()
  return used !== undefined
}

/** Takes the second factor from its member; its codes go with it. */
export async function deleteFactor(database: Database, member: string): Promise<void> {
  await tables(database).deleteFrom('access_factor').where('member', '=', member).execute()
}
