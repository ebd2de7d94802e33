import { sql, type Kysely } from 'kysely'
import type { Engine, Migration } from '#modules/record'

/**
 * The tables of secret votes that are open. No row says whose it is, when it came or after which: names are hashes, contents are sealed
 * and all of one length, and once the seal of the vote is destroyed nobody reads either. A vote that closes takes its rows along.
 */
export const ballotMigrations: readonly Migration[] = [
  { name: 'ballots-1', up: createBallots },
  { name: 'ballots-2', up: createPapers },
]

/** The columns of a table of sealed rows: in order of the hash, and not of arrival. */
function sealedRow(engine: Engine): string {
  const [bytes, byHash] = engine === 'sqlite' ? ['blob', ' strict, without rowid'] : ['bytea', '']
  return `(
      vote text not null check (length(vote) = 36),
      tag text not null check (length(tag) = 44),
      sealed ${bytes} not null,
      primary key (vote, tag)
    )${byHash}`
}

async function createBallots(kysely: Kysely<unknown>, engine: Engine): Promise<void> {
  const [bytes, strict] = engine === 'sqlite' ? ['blob', ' strict'] : ['bytea', '']
  const row = sealedRow(engine)
  const statements = [
    // The phase only goes on: ballots and keys are put in while it is what they ask for.
    `create table ballot_vote (
      vote text primary key check (length(vote) = 36),
      phase text not null check (phase in ('open', 'listed', 'counted')),
      sealed ${bytes} not null
    )${strict}`,
    `create table ballot_issue ${row}`,
    `create table ballot_urn ${row}`,
    // Unlogged: it must not stand in the log of the database, which is kept long. On SQLite a file holds it.
    ...(engine === 'postgres'
      ? [
          'create unlogged table ballot_seal (vote text primary key, seal bytea not null check (length(seal) = 32))',
        ]
      : []),
  ]
  for (const statement of statements) await sql.raw(statement).execute(kysely)
}

/** What tellers read from the papers of a polling session, until the vote closes. */
async function createPapers(kysely: Kysely<unknown>, engine: Engine): Promise<void> {
  await sql.raw(`create table ballot_paper ${sealedRow(engine)}`).execute(kysely)
}
