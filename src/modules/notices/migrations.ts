import { sql, type Kysely } from 'kysely'
import type { Engine, Migration } from '#modules/record'

/**
 * Of whom nothing is held here, everything is by default. What was told is two moments and no text; a feed's secret stands
 * as SHA-256 only. All of it goes with the person.
 */
export const noticesMigrations: readonly Migration[] = [{ name: 'notices-1', up: createNotices }]

const WORDS = {
  sqlite: { key: 'integer primary key', int: 'integer', bytes: 'blob', strict: ' strict' },
  postgres: {
    key: 'bigint generated always as identity primary key',
    int: 'bigint',
    bytes: 'bytea',
    strict: '',
  },
} as const

const TABLES = [
  `create table notices_preferences (
    member text primary key check (member <> ''),
    level text not null check (level in ('weekly', 'urgent', 'legal')),
    weekday integer not null check (weekday between 0 and 6),
    speaking integer not null check (speaking in (0, 1)),
    language text check (length(language) between 2 and 8),
    html integer not null check (html in (0, 1))
  )$strict`,
  // Up to when the weekly message has told everything; when something urgent was last told, and of votes up to when.
  `create table notices_told (
    member text primary key check (member <> ''),
    weekly_until $int,
    urgent_at $int,
    urgent_until $int
  )$strict`,
  // The member's mail server has said for good that it takes nothing for this address.
  `create table notices_unreached (
    member text primary key check (member <> ''),
    code text not null check (code <> ''),
    since $int not null
  )$strict`,
  `create table notices_feed (
    member text primary key check (member <> ''),
    secret_hash $bytes not null unique check (length(secret_hash) = 32)
  )$strict`,
  // Signs the links by which members are told less: they need no sign-in, and no row for each.
  `create table notices_key (
    id integer primary key check (id = 1),
    secret $bytes not null check (length(secret) = 32)
  )$strict`,
  // A demonstration's mail, which is never sent; its people are made up.
  `create table notices_mailbox (
    id $key,
    member text not null,
    at $int not null,
    sender text not null,
    subject text not null,
    body text not null
  )$strict`,
  `create index notices_mailbox_member on notices_mailbox (member)`,
]

async function createNotices(kysely: Kysely<unknown>, engine: Engine): Promise<void> {
  const words = WORDS[engine]
  for (const table of TABLES) {
    const statement = table.replaceAll(
      /\$(key|int|bytes|strict)/g,
      (_, word: keyof typeof words) => words[word],
    )
    await sql.raw(statement).execute(kysely)
  }
}
