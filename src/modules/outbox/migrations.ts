import { sql, type Kysely } from 'kysely'
import type { Engine, Migration } from '#modules/record'

/** What is to leave the house, and how far followers have come. */
export const outboxMigrations: readonly Migration[] = [{ name: 'outbox-1', up: createOutbox }]

const WORDS = {
  sqlite: { key: 'integer primary key', int: 'integer', strict: ' strict' },
  postgres: { key: 'bigint generated always as identity primary key', int: 'bigint', strict: '' },
} as const

const TABLES = [
  // Two clocks: not_before, not_after and ended_at are the organization's, which a demonstration moves; the others are the
  // machine's, because a server that does not answer is no sooner back for a moved clock.
  `create table outbox_item (
    id $key,
    kind text not null check (kind <> ''),
    key text not null check (key <> ''),
    subject text,
    payload text not null,
    state text not null check (state in ('waiting', 'done', 'given-up')),
    attempts integer not null check (attempts >= 0),
    note text,
    not_before $int not null,
    not_after $int,
    ended_at $int,
    first_tried $int,
    next_try $int not null,
    leased_until $int not null,
    unique (kind, key),
    check ((state = 'waiting') = (ended_at is null))
  )$strict`,
  `create index outbox_item_waiting on outbox_item (kind, id) where state = 'waiting'`,
  `create index outbox_item_ended on outbox_item (ended_at) where state <> 'waiting'`,
  `create index outbox_item_subject on outbox_item (subject)`,
  // Each item that is taken asks for others of its subject: without this, thousands that wait are gone through for each.
  `create index outbox_item_subject_waiting on outbox_item (kind, subject, id) where state = 'waiting'`,
  // Position in the record, or moment of the organization's clock. Whoever holds it follows; the others wait.
  `create table outbox_cursor (
    name text primary key check (name <> ''),
    position $int not null check (position >= 0),
    holder text,
    held_until $int not null
  )$strict`,
]

async function createOutbox(kysely: Kysely<unknown>, engine: Engine): Promise<void> {
  const words = WORDS[engine]
  for (const table of TABLES) {
    const statement = table.replaceAll(/\$(key|int|strict)/g, (_, word: keyof typeof words) => words[word])
    await sql.raw(statement).execute(kysely)
  }
}
