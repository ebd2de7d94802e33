import type { Instant } from '#kernel/instant'
import type { Database } from '#modules/record'
import { tables } from './tables.server.ts'

/** A code or session of the operator, as it is kept. */
export interface KeptPass {
  readonly hash: Uint8Array
  readonly expires: Instant
}

/** Puts this code in the place of any other. */
export async function keepOperatorCode(database: Database, { hash, expires }: KeptPass): Promise<void> {
  await tables(database)
    .insertInto('access_operator_code')
    .values({ id: 1, code_hash: hash, expires })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ code_hash: hash, expires }))
    .execute()
}

/** Uses the code up: of two at the same moment one gets in. Sessions that ran out go at this occasion. */
export async function exchangeOperatorCode(
  database: Database,
  codeHash: Uint8Array,
  now: Instant,
  session: KeptPass,
): Promise<'done' | 'wrong'> {
  return tables(database)
    .transaction()
    .execute(async (transaction) => {
      const used = await transaction
        .deleteFrom('access_operator_code')
        .where('code_hash', '=', codeHash)
        .where('expires', '>', now)
        .returning('id')
        .executeTakeFirst()
      if (used === undefined) return 'wrong'
      await transaction.deleteFrom('access_operator_session').where('expires', '<=', now).execute()
      await transaction
        .insertInto('access_operator_session')
        .values({ token_hash: session.hash, expires: session.expires })
        .execute()
      return 'done'
    })
}

/** Until when the session with this token holds. */
export async function findOperatorSession(
  database: Database,
  tokenHash: Uint8Array,
): Promise<Instant | undefined> {
  const row = await tables(database)
    .selectFrom('access_operator_session')
    .select('expires')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row?.expires
}

/** Ends one session. */
export async function endOperatorSession(database: Database, tokenHash: Uint8Array): Promise<void> {
  await tables(database).deleteFrom('access_operator_session').where('token_hash', '=', tokenHash).execute()
}
