import { sql, type CompiledQuery, type Kysely, type RawBuilder } from 'kysely'
import {
  selectPrepared,
  type Database,
  type Engine,
  type Migration,
  type SqliteDatabase,
} from '#modules/record'

type MembersTables = {
  readonly person: {
    readonly member: string
    readonly name: string
    readonly email: string | null
    readonly salt: Uint8Array
  }
}

/** What is held about a person, apart from the record: erasable, and bound to it by a salted hash only. */
export interface Person {
  readonly member: string
  readonly name: string
  readonly email: string | null
  /** 16 random bytes; gone with the rest when the person is erased. */
  readonly salt: Uint8Array
}

/** The table of people. */
export const membersMigrations: readonly Migration[] = [{ name: 'members-1', up: createPeople }]

async function createPeople(kysely: Kysely<unknown>, engine: Engine): Promise<void> {
  const [bytes, strict] = engine === 'sqlite' ? ['blob', ' strict'] : ['bytea', '']
  await sql
    .raw(
      `create table person (
        member text primary key check (member <> ''),
        name text not null check (length(name) between 1 and 200),
        email text unique check (email = lower(email) and length(email) between 3 and 254),
        salt ${bytes} not null check (length(salt) = 16)
      )${strict}`,
    )
    .execute(kysely)
}

function tables(database: Database): Kysely<MembersTables> {
  return database.kysely.$extendTables<MembersTables>()
}

/** To go alongside the entry that brings somebody onto the roll. */
export function insertPerson(database: Database, { member, name, email, salt }: Person): CompiledQuery {
  return tables(database)
    .insertInto('person')
    .values({ member, name, email, salt: Buffer.from(salt) })
    .compile()
}

/** To go alongside the entry that erases somebody. */
export function deletePerson(database: Database, member: string): CompiledQuery {
  return tables(database).deleteFrom('person').where('member', '=', member).compile()
}

const AT_ONCE = 500

// Longer than any name or address.
const LONGEST_PART = 300

/** The people of these ids who are held; those erased are not among them. */
export async function readPeople(
  database: Database,
  members: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  if (database.engine === 'sqlite') return new Map(selectPeople(database, members))
  const people = new Map<string, Person>()
  for (let from = 0; from < members.length; from += AT_ONCE) {
    const some = members.slice(from, from + AT_ONCE)
    const rows = await tables(database).selectFrom('person').selectAll().where('member', 'in', some).execute()
    for (const row of rows) people.set(row.member, row)
  }
  return people
}

function selectPeople(database: SqliteDatabase, members: readonly string[]): readonly [string, Person][] {
  if (members.length === 0) return []
  const people = selectPrepared(
    database,
    'select member, name, email, salt from person where member in (select value from json_each(?))',
    JSON.stringify(members),
  ) as readonly Person[]
  return people.map((person) => [person.member, person])
}

/** Which people are looked for. Only whoever keeps the roll searches by address: for others that would tell addresses. */
export interface PeopleSearch {
  readonly part: string
  readonly addresses?: boolean
  /** Only these, by id. */
  readonly among?: readonly string[] | undefined
  readonly from: number
  readonly count: number
}

/** People in the order of their names, a page at a time; `part` keeps those whose name (or address) contains it. */
export async function listPeople(
  database: Database,
  { part, addresses = false, among, from, count }: PeopleSearch,
): Promise<readonly Person[]> {
  // NUL is no part of a name, and PostgreSQL takes none; SQLite takes patterns of 50,000 bytes at most.
  const sought = part.replaceAll('\0', '').slice(0, LONGEST_PART)
  const pattern = `%${sought.replaceAll(/[\\%_]/g, '\\$&')}%`
  const lower = pattern.toLowerCase()
  const byAddress = addresses ? sql`or email like ${lower} escape '\\'` : sql``
  return (
    tables(database)
      .selectFrom('person')
      .selectAll()
      // As typed too: SQLite's lower() knows ASCII only, and would not find Élodie under her capital.
      .where(
        sql<boolean>`(lower(name) like ${lower} escape '\\' or name like ${pattern} escape '\\' ${byAddress})`,
      )
      .where(amongThese(database.engine, among))
      .orderBy('name')
      .orderBy('member')
      .limit(count)
      .offset(from)
      .execute()
  )
}

/** One parameter for all ids: engines take some thousands of parameters at most, and a roll is longer. */
function amongThese(engine: Engine, among: readonly string[] | undefined): RawBuilder<boolean> {
  if (among === undefined) return sql<boolean>`true`
  const list = JSON.stringify(among)
  return engine === 'sqlite'
    ? sql<boolean>`member in (select value from json_each(${list}))`
    : sql<boolean>`member in (select jsonb_array_elements_text(cast(${list} as jsonb)))`
}

/** Which of these addresses (in lower case) are held already, and of whom. */
export async function findAddresses(
  database: Database,
  emails: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (let from = 0; from < emails.length; from += AT_ONCE) {
    const some = emails.slice(from, from + AT_ONCE)
    const rows = await tables(database)
      .selectFrom('person')
      .select(['email', 'member'])
      .where('email', 'in', some)
      .execute()
    for (const { email, member } of rows) if (email !== null) found.set(email, member)
  }
  return found
}
