import { sql, type CompiledQuery, type Kysely } from 'kysely'
import type { Instant } from '#kernel/instant'
import type { Database } from '#modules/record'
import { sessionRow, type KeptSession } from './session-row.server.ts'
import { isUniqueFault, tables, type AccessTables } from './tables.server.ts'

/** A link as it is kept. */
export interface KeptInvitation {
  readonly member: string
  readonly tokenHash: Uint8Array
  readonly expires: Instant
  readonly usedAt?: Instant | undefined
}

/** Who signs in how. */
export interface Account {
  readonly member: string
  readonly login: string
  readonly passwordHash: string
}

// Rows in one statement; both engines take at least 32,766 parameters.
const MANY = 1000

function inParts<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / MANY) }, (_, i) =>
    items.slice(i * MANY, (i + 1) * MANY),
  )
}

/** Keeps links; a member's earlier one goes. No member may be named twice. */
export async function keepInvitations(
  database: Database,
  invitations: readonly KeptInvitation[],
): Promise<void> {
  for (const part of inParts(invitations)) {
    const rows = part.map(({ member, tokenHash, expires }) => ({
      member,
      token_hash: tokenHash,
      expires,
      used_at: null,
    }))
    await tables(database)
      .insertInto('access_invitation')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('member').doUpdateSet((row) => ({
          token_hash: row.ref('excluded.token_hash'),
          expires: row.ref('excluded.expires'),
          used_at: null,
        })),
      )
      .execute()
  }
}

/** The link with this token. */
export async function findInvitation(
  database: Database,
  tokenHash: Uint8Array,
): Promise<KeptInvitation | undefined> {
  const row = await tables(database)
    .selectFrom('access_invitation')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row && { member: row.member, tokenHash, expires: row.expires, usedAt: row.used_at ?? undefined }
}

/**
 * Uses the link up, makes the account and a session, all or nothing. `gone`: somebody was quicker, or there is an account.
 * On SQLite nothing here waits for anything but the file, so that the one connection is held for a moment only.
 */
export async function useInvitation(
  database: Database,
  now: Instant,
  tokenHash: Uint8Array,
  account: Account,
  session: KeptSession,
): Promise<'done' | 'gone' | 'login-taken'> {
  try {
    return await tables(database)
      .transaction()
      .execute(async (transaction) => {
        const used = await transaction
          .updateTable('access_invitation')
          .set({ used_at: now })
          .where('token_hash', '=', tokenHash)
          .where('used_at', 'is', null)
          .where('expires', '>', now)
          .returning('member')
          .executeTakeFirst()
        if (used === undefined) return 'gone'
        await transaction
          .insertInto('access_account')
          .values({ member: account.member, login: account.login, password_hash: account.passwordHash })
          .execute()
        await leaveOneSession(transaction, session)
        return 'done'
      })
  } catch (error) {
    if (!isUniqueFault(error)) throw error
    return (await findByMember(database, account.member)) === undefined ? 'login-taken' : 'gone'
  }
}

async function leaveOneSession(transaction: Kysely<AccessTables>, session: KeptSession): Promise<void> {
  await transaction.deleteFrom('access_session').where('member', '=', session.member).execute()
  await transaction.insertInto('access_session').values(sessionRow(session)).execute()
}

/** The account of a login. */
export function findByLogin(database: Database, login: string): Promise<Account | undefined> {
  return findAccount(database, 'login', login)
}

/** The account of a member. */
export function findByMember(database: Database, member: string): Promise<Account | undefined> {
  return findAccount(database, 'member', member)
}

async function findAccount(
  database: Database,
  by: 'login' | 'member',
  value: string,
): Promise<Account | undefined> {
  const row = await tables(database)
    .selectFrom('access_account')
    .selectAll()
    .where(by, '=', value)
    .executeTakeFirst()
  return row && { member: row.member, login: row.login, passwordHash: row.password_hash }
}

/** Which of these members have an account, or all that have one. */
export async function findMembersWithAccount(
  database: Database,
  members?: readonly string[],
): Promise<readonly string[]> {
  const all = tables(database).selectFrom('access_account').select('member')
  if (members === undefined) return (await all.execute()).map(({ member }) => member)
  const found: string[] = []
  for (const part of inParts(members)) {
    found.push(...(await all.where('member', 'in', part).execute()).map(({ member }) => member))
  }
  return found
}

/**
 * Keeps a session unless the account's password is no longer the one that was checked: a check takes its time, and a
 * reset or an erasure in between must win. Sessions that ran out go at this occasion.
 */
export async function keepSession(
  database: Database,
  now: Instant,
  session: KeptSession,
  checkedHash: string,
): Promise<'done' | 'gone'> {
  const { tokenHash, member, expires, since, device } = session
  const isPostgres = database.engine === 'postgres'
  const kept = await tables(database)
    .insertInto('access_session')
    .columns(['token_hash', 'member', 'expires', 'since', 'device'])
    .expression((build) =>
      build
        .selectFrom('access_account')
        .select([
          build.val(tokenHash).as('token_hash'),
          'member',
          build.val(expires).as('expires'),
          build.val(since).as('since'),
          build.val(device).as('device'),
        ])
        .where('member', '=', member)
        .where('password_hash', '=', checkedHash)
        // Waits for a reset that is under way.
        .$if(isPostgres, (query) => query.forShare()),
    )
    .returning('member')
    .executeTakeFirst()
  await tables(database).deleteFrom('access_session').where('expires', '<=', now).execute()
  return kept === undefined ? 'gone' : 'done'
}

/** Exchanges the password if it is still the old one, and leaves the member one session. */
export function exchangePassword(
  database: Database,
  oldHash: string,
  newHash: string,
  session: KeptSession,
): Promise<'done' | 'gone'> {
  return tables(database)
    .transaction()
    .execute(async (transaction) => {
      const changed = await transaction
        .updateTable('access_account')
        .set({ password_hash: newHash })
        .where('member', '=', session.member)
        .where('password_hash', '=', oldHash)
        .returning('member')
        .executeTakeFirst()
      if (changed === undefined) return 'gone'
      await leaveOneSession(transaction, session)
      return 'done'
    })
}

/** Sets another password and takes every other way in: rows that hang on the account in tables of their own go too. */
export function resetAccount(
  database: Database,
  member: string,
  passwordHash: string,
): readonly CompiledQuery[] {
  const kysely = tables(database)
  return [
    kysely
      .updateTable('access_account')
      .set({ password_hash: passwordHash })
      .where('member', '=', member)
      .compile(),
    kysely.deleteFrom('access_session').where('member', '=', member).compile(),
    // Its recovery codes go with it.
    kysely.deleteFrom('access_factor').where('member', '=', member).compile(),
    kysely.deleteFrom('access_passkey').where('member', '=', member).compile(),
    kysely.deleteFrom('access_challenge').where('member', '=', member).compile(),
  ]
}

/** Deletes a member's rows. The link first: on PostgreSQL that waits for somebody who is just using it. */
export function forgetMember(database: Database, member: string): readonly CompiledQuery[] {
  return [
    tables(database).deleteFrom('access_invitation').where('member', '=', member).compile(),
    // Its sessions go with it.
    tables(database).deleteFrom('access_account').where('member', '=', member).compile(),
  ]
}

/** Puts this code's hash in the place of any other, unless the setup is over. */
export async function keepSetupCode(database: Database, codeHash: Uint8Array): Promise<'done' | 'over'> {
  const row = await tables(database)
    .insertInto('access_setup')
    .values({ id: 1, code_hash: codeHash })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ code_hash: codeHash })
        .where('access_setup.code_hash', 'is not', null),
    )
    .returning('id')
    .executeTakeFirst()
  return row === undefined ? 'over' : 'done'
}

/** Whether this code's hash is the one that is kept. */
export async function hasSetupCode(database: Database, codeHash: Uint8Array): Promise<boolean> {
  const row = await tables(database)
    .selectFrom('access_setup')
    .select(sql<number>`1`.as('found'))
    .where('code_hash', '=', codeHash)
    .executeTakeFirst()
  return row !== undefined
}

/** From now on there is no code. */
export async function closeSetup(database: Database): Promise<void> {
  await tables(database)
    .insertInto('access_setup')
    .values({ id: 1, code_hash: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ code_hash: null }))
    .execute()
}

/** The accounts of these members: for a dump. */
export async function readAccounts(
  database: Database,
  members: readonly string[],
): Promise<readonly Account[]> {
  const found: Account[] = []
  for (const part of inParts(members)) {
    const rows = await tables(database)
      .selectFrom('access_account')
      .selectAll()
      .where('member', 'in', part)
      .execute()
    found.push(
      ...rows.map((row) => ({ member: row.member, login: row.login, passwordHash: row.password_hash })),
    )
  }
  return found
}

/** Keeps an account unless the member has one. */
export async function keepAccount(
  database: Database,
  { member, login, passwordHash }: Account,
): Promise<void> {
  await tables(database)
    .insertInto('access_account')
    .values({ member, login, password_hash: passwordHash })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** To go into a restored database. */
export function insertAccount(database: Database, { member, login, passwordHash }: Account): CompiledQuery {
  return tables(database)
    .insertInto('access_account')
    .values({ member, login, password_hash: passwordHash })
    .compile()
}
