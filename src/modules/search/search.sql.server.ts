import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import type { Instant } from '#kernel/instant'
import type { Database, Engine } from '#modules/record'
import { foldWords, type Document, type Kind } from './core/index.ts'

/** Raised when documents are made otherwise: the index is then made anew. */
const FORMAT = 1

// Of a common word in a long record only the newest are ranked: no question takes longer than this many documents need.
const RANKED = 2000

/** A document that was found. */
export interface Found {
  readonly kind: Kind
  readonly id: string
  readonly about: string
  readonly unit: string | null
  readonly seq: number
  readonly at: Instant
  readonly title: string
  readonly text: string
}

/** What is looked for: all these terms, as beginnings of words. */
export interface Search {
  readonly terms: readonly string[]
  readonly kind: Kind | null
  /** Only what is open to the world. */
  readonly openOnly: boolean
  /** Which members may be found, by id; undefined where all may. */
  readonly members: readonly string[] | undefined
  readonly from: number
  readonly count: number
}

/** How many entries of the record the index has followed; an index of another format is emptied first. */
export async function indexCursor({ kysely }: Database): Promise<number> {
  const { rows } = await sql<{ seq: number; format: number }>`select seq, format from search_cursor`.execute(
    kysely,
  )
  const [cursor] = rows
  if (cursor?.format === FORMAT) return cursor.seq
  await clearIndex(kysely)
  return 0
}

/** Empties the index, so that it is made anew from the first entry. */
export async function clearIndex(kysely: Kysely<unknown>): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    await sql`delete from search_document`.execute(transaction)
    await sql`delete from search_cursor`.execute(transaction)
    await sql`insert into search_cursor (one, format, seq) values (1, ${FORMAT}, 0) on conflict do nothing`.execute(
      transaction,
    )
  })
}

/** Puts these documents into the index, or in the place of what had their ids, and notes how far the record is followed. */
export async function writeDocuments(
  { kysely, engine }: Database,
  documents: readonly Document[],
  cursor: number,
): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    for (const document of documents) await writeDocument(transaction, engine, document)
    // Another process may have followed further.
    await sql`update search_cursor set seq = ${cursor} where seq < ${cursor}`.execute(transaction)
  })
}

async function writeDocument(
  transaction: Transaction<unknown>,
  engine: Engine,
  document: Document,
): Promise<void> {
  const { kind, id, about, unit, seq, at, open, source } = document
  await sql`delete from search_document where kind = ${kind} and thing = ${id}`.execute(transaction)
  const found = await textOf(transaction, engine, source)
  if (found === undefined) return
  const { title, text } = found
  const hash = source.from === 'held' ? source.hash : null
  const words = { title: foldWords(title).join(' '), text: foldWords(text).join(' ') }
  const tags = `k${kind}${open ? ' isopen' : ''}`
  const [columns, values] =
    engine === 'sqlite'
      ? [sql`title_words, text_words, tags`, sql`${words.title}, ${words.text}, ${tags}`]
      : [
          sql`words`,
          sql`cast(${tsvector(foldWords(title), 'A')} as tsvector) || cast(${tsvector(foldWords(text), 'D')} as tsvector)`,
        ]
  await sql`insert into search_document (kind, thing, about, unit, seq, at, is_open, hash, title, text, ${columns})
    values (${kind}, ${id}, ${about}, ${unit}, ${seq}, ${at}, ${open ? 1 : 0}, ${hash}, ${title}, ${text}, ${values})
    on conflict (kind, thing) do nothing`.execute(transaction)
}

const LAST_POSITION = 16_383

/** Words as PostgreSQL writes a tsvector. They are letters and digits: nothing is left for its own parser to split otherwise. */
function tsvector(words: readonly string[], weight: 'A' | 'D'): string {
  return words.map((word, i) => `'${word}':${Math.min(i + 1, LAST_POSITION)}${weight}`).join(' ')
}

/**
 * The text of a document; undefined where it is held no longer. On PostgreSQL the row is locked until the document is
 * written: whoever erases it meanwhile waits, and then finds the document to take away.
 */
async function textOf(
  transaction: Transaction<unknown>,
  engine: Engine,
  source: Document['source'],
): Promise<{ readonly title: string; readonly text: string } | undefined> {
  const share = engine === 'postgres' ? sql`for share` : sql``
  switch (source.from) {
    case 'record':
      return source
    case 'held': {
      const { rows } = await sql<{ text: string | null }>`
        select text from held_text where hash = ${source.hash} ${share}`.execute(transaction)
      const text = rows[0]?.text ?? null
      return text === null ? undefined : { title: '', text }
    }
    case 'person': {
      const { rows } = await sql<{ name: string }>`
        select name from person where member = ${source.member} ${share}`.execute(transaction)
      return rows[0] === undefined ? undefined : { title: rows[0].name, text: '' }
    }
  }
}

type Row = Omit<Found, 'id'> & { readonly thing: string }

/** What has all the terms, titles before texts, and newer before older where they fit as well. */
export async function findDocuments(database: Database, search: Search): Promise<readonly Found[]> {
  const { terms, from, count } = search
  if (terms.length === 0) return []
  const found = database.engine === 'sqlite' ? inSqlite(search) : inPostgres(search)
  const { rows } = await sql<Row>`
    select kind, thing, about, unit, seq, at, title, text from (${found}) as found
    order by weight desc, seq desc, thing limit ${count} offset ${from}`.execute(database.kysely)
  return rows.map(({ thing, ...row }) => ({ ...row, id: thing }))
}

function inSqlite({ terms, kind, openOnly, members }: Search): RawBuilder<unknown> {
  // Terms are letters and digits, so that nothing in them can be an operator of FTS5.
  const words = terms.map((term) => `"${term}"*`).join(' AND ')
  const tags = [...(kind === null ? [] : [`k${kind}`]), ...(openOnly ? ['isopen'] : [])]
  const question = `{title_words text_words} : (${words})${tags.map((tag) => ` AND tags : "${tag}"`).join('')}`
  const list = sql`select value from json_each(${JSON.stringify(members ?? [])})`
  return sql`
    select d.*, -bm25(search_words, 8.0, 1.0, 0.0) as weight
    from search_words join search_document d on d.id = search_words.rowid
    where search_words match ${question} ${onlyMembers(members, list)}
    order by search_words.rowid desc limit ${RANKED}`
}

function inPostgres({ terms, kind, openOnly, members }: Search): RawBuilder<unknown> {
  const question = terms.map((term) => `'${term}':*`).join(' & ')
  const ofKind = kind === null ? sql`` : sql`and d.kind = ${kind}`
  const opened = openOnly ? sql`and d.is_open = 1` : sql``
  const list = sql`select jsonb_array_elements_text(cast(${JSON.stringify(members ?? [])} as jsonb))`
  return sql`
    select d.*, ts_rank('{0.1, 0.2, 0.4, 1.0}', d.words, cast(${question} as tsquery)) as weight
    from search_document d
    where d.words @@ cast(${question} as tsquery) ${ofKind} ${opened} ${onlyMembers(members, list)}
    order by d.id desc limit ${RANKED}`
}

function onlyMembers(members: readonly string[] | undefined, list: RawBuilder<unknown>): RawBuilder<unknown> {
  return members === undefined ? sql`` : sql`and (d.kind <> 'member' or d.thing in (${list}))`
}
