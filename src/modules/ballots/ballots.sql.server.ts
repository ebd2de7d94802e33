import { sql, type CompiledQuery, type Kysely, type Transaction } from 'kysely'
import type { Database } from '#modules/record'

type SealedRow = { readonly vote: string; readonly tag: string; readonly sealed: Uint8Array }

export type BallotTables = {
  readonly ballot_vote: { readonly vote: string; readonly phase: Phase; readonly sealed: Uint8Array }
  readonly ballot_issue: SealedRow
  readonly ballot_urn: SealedRow
  readonly ballot_paper: SealedRow
  readonly ballot_seal: { readonly vote: string; readonly seal: Uint8Array }
}

/** How far a vote is: it takes keys or ballots, its keys are listed, or its ballots are counted and nothing is taken any more. */
export type Phase = 'open' | 'listed' | 'counted'

const ROWS = ['ballot_issue', 'ballot_urn', 'ballot_paper'] as const
type Rows = (typeof ROWS)[number]

function tables(database: Database): Kysely<BallotTables> {
  return database.kysely.$extendTables<BallotTables>()
}

/** The votes that have rows. */
export async function listVotes(database: Database): Promise<readonly string[]> {
  const rows = await tables(database).selectFrom('ballot_vote').select('vote').execute()
  return rows.map(({ vote }) => vote)
}

/** What is sealed about a vote. */
export async function findVote(database: Database, vote: string): Promise<Uint8Array | undefined> {
  const row = await tables(database)
    .selectFrom('ballot_vote')
    .select('sealed')
    .where('vote', '=', vote)
    .executeTakeFirst()
  return row?.sealed
}

/** Begins a vote, where nobody was quicker; on PostgreSQL with its seal, in one transaction. What was left of it before goes. */
export async function insertVote(
  database: Database,
  vote: string,
  sealed: Uint8Array,
  seal: Uint8Array | undefined,
  before: Uint8Array | undefined,
): Promise<void> {
  await tables(database)
    .transaction()
    .execute(async (trx) => {
      if (before !== undefined) await dropVote(trx, vote, before)
      const inserted = await trx
        .insertInto('ballot_vote')
        .values({ vote, phase: 'open', sealed: Buffer.from(sealed) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (seal === undefined || inserted.numInsertedOrUpdatedRows !== 1n) return
      await trx.deleteFrom('ballot_seal').where('vote', '=', vote).execute()
      await trx
        .insertInto('ballot_seal')
        .values({ vote, seal: Buffer.from(seal) })
        .execute()
    })
}

/** A vote whose seal is lost goes, if it still is the one that was found. */
async function dropVote(trx: Transaction<BallotTables>, vote: string, sealed: Uint8Array): Promise<void> {
  const gone = await trx
    .deleteFrom('ballot_vote')
    .where('vote', '=', vote)
    .where('sealed', '=', Buffer.from(sealed))
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return
  for (const table of ROWS) await trx.deleteFrom(table).where('vote', '=', vote).execute()
}

/** Moves a vote on. Whoever is putting something in ends first; whoever comes later finds the new phase. */
export async function moveVote(database: Database, vote: string, phase: Phase): Promise<void> {
  await tables(database).updateTable('ballot_vote').set({ phase }).where('vote', '=', vote).execute()
}

/** What a row is to become, seen what stands there (`gone`: nothing), and what whoever asked is told. */
export interface Put<Answer> {
  readonly sealed?: Uint8Array | 'gone'
  readonly answer: Answer
  /** What goes in the same transaction. */
  readonly alongside?: readonly CompiledQuery[]
}

/** Where a row stands, and in which phase of its vote it may be written. */
export interface Place {
  readonly table: Rows
  readonly vote: string
  readonly tag: string
  readonly phase: Phase
}

const UNIQUE_VIOLATION = '23505'

/**
 * Writes a row, seen what stands there. `over`: the vote is in another phase. On PostgreSQL the vote is held against being moved on
 * meanwhile; on SQLite there is one connection, and transactions follow each other.
 */
export async function putRow<Answer>(
  database: Database,
  place: Place,
  decide: (before: Uint8Array | undefined) => Put<Answer>,
): Promise<Answer | 'over'> {
  try {
    return await putOnce(database, place, decide)
  } catch (error) {
    // Two processes put in the first row of one key at once: the second finds it now.
    if (!(error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION)) throw error
    return putOnce(database, place, decide)
  }
}

async function putOnce<Answer>(
  database: Database,
  { table, vote, tag, phase }: Place,
  decide: (before: Uint8Array | undefined) => Put<Answer>,
): Promise<Answer | 'over'> {
  const isShared = database.engine === 'postgres'
  return tables(database)
    .transaction()
    .execute(async (trx) => {
      if (isShared) await beDurable(trx)
      const held = trx.selectFrom('ballot_vote').select('phase').where('vote', '=', vote)
      const found = await (isShared ? held.forShare() : held).executeTakeFirst()
      if (found?.phase !== phase) return 'over'
      const row = trx.selectFrom(table).select('sealed').where('vote', '=', vote).where('tag', '=', tag)
      const before = await (isShared ? row.forUpdate() : row).executeTakeFirst()
      const { sealed, answer, alongside = [] } = decide(before?.sealed)
      if (sealed === undefined) return answer
      await writeRow(trx, { table, vote, tag }, sealed, before !== undefined)
      for (const query of alongside) await trx.executeQuery(query)
      return answer
    })
}

async function writeRow(
  trx: Transaction<BallotTables>,
  { table, vote, tag }: Omit<Place, 'phase'>,
  sealed: Uint8Array | 'gone',
  isThere: boolean,
): Promise<void> {
  if (sealed === 'gone') {
    await trx.deleteFrom(table).where('vote', '=', vote).where('tag', '=', tag).execute()
    return
  }
  const bytes = Buffer.from(sealed)
  if (!isThere) await trx.insertInto(table).values({ vote, tag, sealed: bytes }).execute()
  else
    await trx
      .updateTable(table)
      .set({ sealed: bytes })
      .where('vote', '=', vote)
      .where('tag', '=', tag)
      .execute()
}

/** What is acknowledged must be durable even where the server's own default is not. */
async function beDurable(trx: Transaction<BallotTables>): Promise<void> {
  await sql`select set_config('synchronous_commit', 'on', true) where current_setting('synchronous_commit') in ('off', 'local')`.execute(
    trx,
  )
}

/** What stands in a row, sealed. */
export async function readRow(
  database: Database,
  table: Rows,
  vote: string,
  tag: string,
): Promise<Uint8Array | undefined> {
  const row = await tables(database)
    .selectFrom(table)
    .select('sealed')
    .where('vote', '=', vote)
    .where('tag', '=', tag)
    .executeTakeFirst()
  return row?.sealed
}

/** All rows of a vote. */
export async function readRowsOf(
  database: Database,
  table: Rows,
  vote: string,
): Promise<readonly Uint8Array[]> {
  const rows = await tables(database).selectFrom(table).select('sealed').where('vote', '=', vote).execute()
  return rows.map(({ sealed }) => sealed)
}

/** To go in the transaction that closes a vote: all its rows. */
export function deleteVote(database: Database, vote: string): readonly CompiledQuery[] {
  const all = [...ROWS, 'ballot_vote'] as const
  return all.map((table) => tables(database).deleteFrom(table).where('vote', '=', vote).compile())
}

/** The seals that stand in the database, by vote. */
export async function readSeals(database: Database): Promise<ReadonlyMap<string, Uint8Array>> {
  const rows = await tables(database).selectFrom('ballot_seal').selectAll().execute()
  return new Map(rows.map(({ vote, seal }) => [vote, new Uint8Array(seal)]))
}

/** Puts back a seal that the database lost in a crash; not that of a vote that ended meanwhile. */
export async function putSealBack(database: Database, vote: string, seal: Uint8Array): Promise<void> {
  const bytes = Buffer.from(seal)
  await sql`insert into ballot_seal (vote, seal)
    select vote, ${bytes} from ballot_vote where vote = ${vote} for share on conflict do nothing`.execute(
    database.kysely,
  )
}

/** Leaves no byte of the seals of votes that ended: a row that is only deleted stays in its page. */
export async function dropSeals(database: Database): Promise<void> {
  await tables(database)
    .transaction()
    .execute(async (trx) => {
      await sql`lock table ballot_seal in access exclusive mode`.execute(trx)
      const kept = await trx
        .selectFrom('ballot_seal')
        .innerJoin('ballot_vote', 'ballot_vote.vote', 'ballot_seal.vote')
        .select(['ballot_seal.vote', 'ballot_seal.seal'])
        .execute()
      await sql`truncate ballot_seal`.execute(trx)
      if (kept.length > 0) await trx.insertInto('ballot_seal').values(kept).execute()
    })
}
