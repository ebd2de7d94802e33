import { DatabaseSync } from 'node:sqlite'
import type { Instant } from '#kernel/instant'

// One process signs; commands beside it look, or bring in members. SQLite keeps them apart by itself.

const SCHEMA = `
  create table if not exists setting (name text primary key, value text not null) strict;
  -- Who may ask. Of a code only its hash is here: nobody can read codes out of this folder.
  create table if not exists member (
    member text primary key check (length(member) = 14),
    code blob not null check (length(code) = 32)
  ) strict;
  -- Issuing keys, each for one vote. The secret part goes when the vote ends.
  create table if not exists issuing_key (
    modulus text primary key check (length(modulus) = 512),
    secret blob,
    signature text not null check (length(signature) = 88),
    delivered integer not null default 0 check (delivered in (0, 1)),
    vote text,
    seq integer,
    roll integer,
    until integer,
    closes integer,
    reported integer not null default 0
  ) strict;
  -- Whose key was signed, without a time and in no order of coming; what they asked goes when the vote ends.
  create table if not exists issued (
    modulus text not null references issuing_key (modulus),
    member text not null,
    asked blob check (length(asked) = 32),
    primary key (modulus, member)
  ) strict, without rowid;
`

/** A key of the issuer with the vote that it is for, once one has announced it. */
export interface KeyRow {
  readonly modulus: string
  readonly secret: Uint8Array | null
  readonly signature: string
  readonly delivered: number
  readonly vote: string | null
  readonly seq: number | null
  readonly roll: number | null
  readonly until: Instant | null
  readonly closes: Instant | null
  readonly reported: number
}

/** Opens the issuer's database. What is deleted is overwritten: a secret key is to leave no byte. */
export function openFile(file: string): DatabaseSync {
  const database = new DatabaseSync(file)
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on; pragma busy_timeout = 5000',
  )
  database.exec(SCHEMA)
  return database
}

export function readSettings(database: DatabaseSync): ReadonlyMap<string, string> {
  const rows = database.prepare('select name, value from setting').all() as unknown as readonly {
    readonly name: string
    readonly value: string
  }[]
  return new Map(rows.map(({ name, value }) => [name, value]))
}

export function writeSetting(database: DatabaseSync, name: string, value: string): void {
  database
    .prepare(
      'insert into setting (name, value) values (?, ?) on conflict do update set value = excluded.value',
    )
    .run(name, value)
}

/** The hash of a member's code. */
export function codeHash(database: DatabaseSync, member: string): Uint8Array | undefined {
  const row = database.prepare('select code from member where member = ?').get(member)
  return row?.['code'] as Uint8Array | undefined
}

export function putMember(database: DatabaseSync, member: string, code: Uint8Array): void {
  database
    .prepare('insert into member (member, code) values (?, ?) on conflict do update set code = excluded.code')
    .run(member, code)
}

export function strikeMember(database: DatabaseSync, member: string): boolean {
  return database.prepare('delete from member where member = ?').run(member).changes === 1
}

export function countMembers(database: DatabaseSync): number {
  return Number(database.prepare('select count(*) as all_of_them from member').get()?.['all_of_them'] ?? 0)
}

export function insertKey(
  database: DatabaseSync,
  key: { modulus: string; secret: Uint8Array; signature: string },
): void {
  database
    .prepare('insert into issuing_key (modulus, secret, signature) values (?, ?, ?)')
    .run(key.modulus, key.secret, key.signature)
}

/** All keys, those of the newest votes last. */
export function listKeys(database: DatabaseSync): readonly KeyRow[] {
  return database
    .prepare('select * from issuing_key order by seq, modulus')
    .all() as unknown as readonly KeyRow[]
}

/** The key of a vote: of one that began again the last. */
export function keyOfVote(database: DatabaseSync, vote: string): KeyRow | undefined {
  const row = database.prepare('select * from issuing_key where vote = ? order by seq desc limit 1').get(vote)
  return row as unknown as KeyRow | undefined
}

export function markDelivered(database: DatabaseSync, moduli: readonly string[]): void {
  const statement = database.prepare('update issuing_key set delivered = 1 where modulus = ?')
  for (const modulus of moduli) statement.run(modulus)
}

/** Says for which vote a key is, once and for all; false where it is for another. */
export function bindKey(
  database: DatabaseSync,
  {
    modulus,
    vote,
    seq,
    roll,
    until,
    closes,
  }: {
    readonly modulus: string
    readonly vote: string
    readonly seq: number
    readonly roll: number | null
    readonly until: Instant
    readonly closes: Instant
  },
): boolean {
  const sql = `update issuing_key set vote = ?, seq = ?, roll = ?, until = ?, closes = ?
    where modulus = ? and (vote is null or (vote = ? and seq = ?))`
  return database.prepare(sql).run(vote, seq, roll, until, closes, modulus, vote, seq).changes === 1
}

/** What a member asked with a key, if anything; null once the vote has ended. */
export function askedBy(
  database: DatabaseSync,
  modulus: string,
  member: string,
): Uint8Array | null | undefined {
  const row = database
    .prepare('select asked from issued where modulus = ? and member = ?')
    .get(modulus, member)
  return row?.['asked'] as Uint8Array | null | undefined
}

export function insertIssued(
  database: DatabaseSync,
  modulus: string,
  member: string,
  asked: Uint8Array,
): void {
  database.prepare('insert into issued (modulus, member, asked) values (?, ?, ?)').run(modulus, member, asked)
}

/** Whose keys were signed with this key, in the order of their ids. */
export function listIssued(database: DatabaseSync, modulus: string): readonly string[] {
  const rows = database.prepare('select member from issued where modulus = ? order by member').all(modulus)
  return rows.map((row) => String(row['member']))
}

export function countIssued(database: DatabaseSync, modulus: string): number {
  const row = database.prepare('select count(*) as all_of_them from issued where modulus = ?').get(modulus)
  return Number(row?.['all_of_them'] ?? 0)
}

export function markReported(database: DatabaseSync, modulus: string, count: number): void {
  database.prepare('update issuing_key set reported = ? where modulus = ?').run(count, modulus)
}

/** Destroys the secret part of a key, and what was asked with it; the log of the database is emptied of them too. */
export function endKey(database: DatabaseSync, modulus: string): void {
  inOne(database, () => {
    database.prepare('update issuing_key set secret = null where modulus = ?').run(modulus)
    database.prepare('update issued set asked = null where modulus = ?').run(modulus)
  })
  database.exec('pragma wal_checkpoint(truncate)')
}

/** Throws away the keys that no vote has used, and destroys the others: the organization's record is another now. */
export function dropKeys(database: DatabaseSync): void {
  inOne(database, () => {
    database.exec('update issuing_key set secret = null; update issued set asked = null')
    database.exec('delete from issuing_key where vote is null')
  })
  database.exec('pragma wal_checkpoint(truncate)')
}

/** Does all of it or nothing; nobody else writes in between. */
export function inOne<Answer>(database: DatabaseSync, work: () => Answer): Answer {
  database.exec('begin immediate')
  try {
    const answer = work()
    database.exec('commit')
    return answer
  } catch (error) {
    database.exec('rollback')
    throw error
  }
}
