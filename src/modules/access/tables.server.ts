import type { Kysely } from 'kysely'
import type { Database } from '#modules/record'

/** What a challenge leads to: a new passkey, signing in with one, signing in with a second factor. */
export type ChallengePurpose = 'passkey' | 'sign-in' | 'factor'

/** The tables of this module, as `migrations.ts` makes them. */
export type AccessTables = {
  readonly access_account: { readonly member: string; readonly login: string; readonly password_hash: string }
  readonly access_session: {
    readonly token_hash: Uint8Array
    readonly member: string
    readonly expires: number
    readonly since: number
    readonly device: string
  }
  readonly access_invitation: {
    readonly member: string
    readonly token_hash: Uint8Array
    readonly expires: number
    readonly used_at: number | null
  }
  readonly access_setup: { readonly id: number; readonly code_hash: Uint8Array | null }
  readonly access_passkey: {
    readonly id: string
    readonly member: string
    readonly public_key: Uint8Array
    readonly counter: number
    readonly name: string
    readonly added: number
    readonly used: number | null
  }
  readonly access_challenge: {
    readonly hash: Uint8Array
    readonly purpose: ChallengePurpose
    readonly member: string | null
    readonly expires: number
  }
  readonly access_factor: {
    readonly member: string
    readonly secret: Uint8Array
    readonly since: number
    readonly last_step: number
  }
  readonly access_factor_code: { readonly code_hash: Uint8Array; readonly member: string }
  readonly access_operator_code: {
    readonly id: number
    readonly code_hash: Uint8Array
    readonly expires: number
  }
  readonly access_operator_session: { readonly token_hash: Uint8Array; readonly expires: number }
}

/** The database with the tables of this module. */
export function tables(database: Database): Kysely<AccessTables> {
  return database.kysely.$extendTables<AccessTables>()
}

// SQLITE_CONSTRAINT_UNIQUE and SQLITE_CONSTRAINT_PRIMARYKEY, https://www.sqlite.org/rescode.html; unique_violation, PostgreSQL's appendix A.
const SQLITE_UNIQUE: readonly unknown[] = [2067, 1555]

/** Whether a statement broke a unique index. */
export function isUniqueFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const isSqlite = 'errcode' in error && SQLITE_UNIQUE.includes(error.errcode)
  return isSqlite || ('code' in error && error.code === '23505')
}
