import { sql, type Kysely } from 'kysely'
import type { Engine, Migration } from './database.ts'

/**
 * Salts and bodies stand in a table of their own, so that `record` refuses every update and a body can still be withdrawn.
 * What an entry shows as base64 is kept as base64: a million small byte arrays cost a second more to read than text.
 * The tree's nodes are derived data: they are stored so that a start hashes no leaf and a proof reads some hundred hashes.
 */
export const recordMigrations: readonly Migration[] = [
  { name: 'record-1', up: createRecord },
  { name: 'record-2', up: createSealed },
]

const REFUSED = 'the record takes entries at its end only: nothing in it is changed or deleted'
const WITHDRAW = 'a body of the record can only be withdrawn, together with its salt'

async function createRecord(kysely: Kysely<unknown>, engine: Engine): Promise<void> {
  for (const statement of engine === 'sqlite' ? SQLITE : POSTGRES) await sql.raw(statement).execute(kysely)
}

/**
 * Bodies and texts of cases, sealed by a key that stands elsewhere. They can be deleted: an entry whose body lies here has none in
 * `record_body`, and is met as one whose body was withdrawn by whatever does not open it.
 */
async function createSealed(kysely: Kysely<unknown>, engine: Engine): Promise<void> {
  const [int, bytes, strict] = engine === 'sqlite' ? ['integer', 'blob', ' strict'] : ['bigint', 'bytea', '']
  const statements = [
    `create table sealed_body (
      seq ${int} primary key references record (seq),
      subject text not null check (length(subject) = 36),
      sealed ${bytes} not null check (length(sealed) > 28)
    )${strict}`,
    `create table sealed_text (
      hash text primary key check (length(hash) = 44),
      subject text not null check (length(subject) = 36),
      sealed ${bytes} not null check (length(sealed) > 28)
    )${strict}`,
    'create index sealed_body_subject on sealed_body (subject)',
    'create index sealed_text_subject on sealed_text (subject)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(kysely)
}

const TABLES = [
  `create table record (
    seq $key check (seq >= 0),
    at $int not null check (at >= 0),
    "by" text not null check ("by" <> ''),
    id text not null check (length(id) = 36),
    type text not null check (type <> ''),
    law integer not null check (law >= 0),
    unit text,
    sig text,
    body_hash text not null check (length(body_hash) = 44),
    leaf_hash $bytes not null check (length(leaf_hash) = 32),
    unique ("by", id)
  )$strict`,
  `create table record_body (
    seq $key references record (seq),
    salt text check (length(salt) = 24),
    body text,
    check ((salt is null) = (body is null))
  )$strict`,
  // Subtrees of 256, 65,536, … leaves: the hashes in the tiles above level 0.
  `create table tree_node (
    level integer not null check (level in (8, 16, 24, 32, 40)),
    position $int not null check (position >= 0),
    hash $bytes not null check (length(hash) = 32),
    primary key (level, position)
  )$strict`,
  // Texts that can be erased. The hash stays, so that the record's reference does not hang.
  `create table held_text (
    hash text primary key check (length(hash) = 44),
    salt $bytes check (length(salt) = 16),
    text text,
    erased_at $int,
    check ((salt is null) = (text is null) and (text is null) = (erased_at is not null))
  )$strict`,
  // A restore begins a new log under the next number; an old one never signs again.
  `create table log (
    number integer primary key,
    origin text not null unique,
    vkey text not null,
    seed $bytes not null check (length(seed) = 32)
  )$strict`,
  `create table checkpoint (
    log integer primary key references log (number),
    size $int not null check (size >= 0),
    root $bytes not null check (length(root) = 32),
    note text not null
  )$strict`,
]

function tables(words: { key: string; int: string; bytes: string; strict: string }): readonly string[] {
  return TABLES.map((table) =>
    table.replaceAll(/\$(key|int|bytes|strict)/g, (_, word: keyof typeof words) => words[word]),
  )
}

const SQLITE: readonly string[] = [
  ...tables({ key: 'integer primary key', int: 'integer', bytes: 'blob', strict: ' strict' }),
  `create trigger record_refuses_update before update on record begin select raise(abort, '${REFUSED}'); end`,
  `create trigger record_refuses_delete before delete on record begin select raise(abort, '${REFUSED}'); end`,
  `create trigger record_without_gaps before insert on record
    when new.seq <> (select coalesce(max(seq) + 1, 0) from record)
    begin select raise(abort, '${REFUSED}'); end`,
  `create trigger record_body_refuses_update before update on record_body
    when new.seq <> old.seq or new.body is not null
    begin select raise(abort, '${WITHDRAW}'); end`,
  `create trigger record_body_refuses_delete before delete on record_body begin select raise(abort, '${WITHDRAW}'); end`,
]

const POSTGRES: readonly string[] = [
  ...tables({ key: 'bigint primary key', int: 'bigint', bytes: 'bytea', strict: '' }),
  `create function record_refuse() returns trigger language plpgsql as $$
    begin raise exception '${REFUSED}'; end $$`,
  `create trigger record_refuses_change before update or delete or truncate on record
    for each statement execute function record_refuse()`,
  // The primary key keeps two entries off one place; this keeps places from staying empty.
  `create function record_without_gaps() returns trigger language plpgsql as $$
    declare low bigint; high bigint; many bigint;
    begin
      select min(seq), max(seq), count(*) into low, high, many from added;
      if many > 0 and (high - low + 1 <> many or low > 0 and not exists (select from record where seq = low - 1)) then
        raise exception '${REFUSED}';
      end if;
      return null;
    end $$`,
  `create trigger record_without_gaps after insert on record referencing new table as added
    for each statement execute function record_without_gaps()`,
  `create function record_body_refuse() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and new.seq = old.seq and new.body is null then return new; end if;
      raise exception '${WITHDRAW}';
    end $$`,
  `create trigger record_body_refuses_change before update or delete on record_body
    for each row execute function record_body_refuse()`,
  `create trigger record_body_refuses_truncate before truncate on record_body
    for each statement execute function record_body_refuse()`,
]
