import { sql, type Kysely } from 'kysely'
import type { Engine, Migration } from '#modules/record'

/** Secrets stand here only as SHA-256 of 256 random bits, passwords as argon2id: who reads the tables signs in nowhere. */
export const accessMigrations: readonly Migration[] = [
  { name: 'access-1', up: (kysely, engine) => create(kysely, engine, TABLES) },
  { name: 'access-2', up: (kysely, engine) => create(kysely, engine, OPERATOR_TABLES) },
  { name: 'access-3', up: (kysely, engine) => create(kysely, engine, SESSION_COLUMNS) },
  { name: 'access-4', up: (kysely, engine) => create(kysely, engine, PASSKEY_TABLES) },
  { name: 'access-5', up: (kysely, engine) => create(kysely, engine, FACTOR_TABLES) },
]

const WORDS = {
  sqlite: { int: 'integer', bytes: 'blob', strict: ' strict' },
  postgres: { int: 'bigint', bytes: 'bytea', strict: '' },
} as const

const TABLES = [
  // The login is unique over all members: one way of typing it means one person.
  `create table access_account (
    member text primary key check (member <> ''),
    login text not null unique check (length(login) between 3 and 254),
    password_hash text not null check (password_hash like '$argon2id$%')
  )$strict`,
  // Sessions go with their account: a sign-in that races with an erasure leaves nothing behind.
  `create table access_session (
    token_hash $bytes primary key check (length(token_hash) = 32),
    member text not null references access_account (member) on delete cascade,
    expires $int not null check (expires >= 0)
  )$strict`,
  `create index access_session_member on access_session (member)`,
  `create index access_session_expires on access_session (expires)`,
  // One link a member: a newer one takes the older one's row.
  `create table access_invitation (
    member text primary key check (member <> ''),
    token_hash $bytes not null unique check (length(token_hash) = 32),
    expires $int not null check (expires >= 0),
    used_at $int check (used_at >= 0)
  )$strict`,
  // One row. Without a hash the setup is over for good.
  `create table access_setup (
    id integer primary key check (id = 1),
    code_hash $bytes check (length(code_hash) = 32)
  )$strict`,
]

// Nobody on the roll stands in these: who runs the server is no member by that.
const OPERATOR_TABLES = [
  `create table access_operator_code (
    id integer primary key check (id = 1),
    code_hash $bytes not null check (length(code_hash) = 32),
    expires $int not null check (expires >= 0)
  )$strict`,
  `create table access_operator_session (
    token_hash $bytes primary key check (length(token_hash) = 32),
    expires $int not null check (expires >= 0)
  )$strict`,
]

// For the list in which a member finds a session that is none of theirs. Whatever was there before began at an unknown time.
const SESSION_COLUMNS = [
  `alter table access_session add column since $int not null default 0 check (since >= 0)`,
  `alter table access_session add column device text not null default '' check (length(device) <= 60)`,
]

const PASSKEY_TABLES = [
  // A public key opens nothing: with these tables alone nobody signs in.
  `create table access_passkey (
    id text primary key check (length(id) between 1 and 2000),
    member text not null references access_account (member) on delete cascade,
    public_key $bytes not null,
    counter $int not null check (counter >= 0),
    name text not null check (length(name) between 1 and 60),
    added $int not null check (added >= 0),
    used $int check (used >= 0)
  )$strict`,
  `create index access_passkey_member on access_passkey (member)`,
  // What has to be answered within minutes. It goes with the account, as whatever it was to lead to.
  `create table access_challenge (
    hash $bytes primary key check (length(hash) = 32),
    purpose text not null check (purpose in ('passkey', 'sign-in', 'factor')),
    member text references access_account (member) on delete cascade,
    expires $int not null check (expires >= 0)
  )$strict`,
  `create index access_challenge_expires on access_challenge (expires)`,
]

const FACTOR_TABLES = [
  // Sealed with a key that stands outside the database: with these tables alone nobody makes a code.
  `create table access_factor (
    member text primary key references access_account (member) on delete cascade,
    secret $bytes not null check (length(secret) between 30 and 200),
    since $int not null check (since >= 0),
    last_step $int not null check (last_step >= 0)
  )$strict`,
  `create table access_factor_code (
    code_hash $bytes primary key check (length(code_hash) = 32),
    member text not null references access_factor (member) on delete cascade
  )$strict`,
  `create index access_factor_code_member on access_factor_code (member)`,
]

async function create(kysely: Kysely<unknown>, engine: Engine, statements: readonly string[]): Promise<void> {
  const words = WORDS[engine]
  for (const each of statements) {
    const statement = each.replaceAll(/\$(int|bytes|strict)/g, (_, word: keyof typeof words) => words[word])
    await sql.raw(statement).execute(kysely)
  }
}
