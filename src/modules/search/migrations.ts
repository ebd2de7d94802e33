import { sql, type Kysely } from 'kysely'
import type { Engine, Migration } from '#modules/record'
import { KINDS } from './core/index.ts'

/**
 * Derived tables: dropping their rows loses nothing. They come after the tables of record and members, whose erasures they follow
 * by trigger: nobody can forget to erase what can be found.
 */
export const searchMigrations: readonly Migration[] = [{ name: 'search-1', up: createIndex }]

async function createIndex(kysely: Kysely<unknown>, engine: Engine): Promise<void> {
  for (const statement of engine === 'sqlite' ? SQLITE : POSTGRES) await sql.raw(statement).execute(kysely)
}

const COLUMNS = `
  kind text not null check (kind in (${KINDS.map((kind) => `'${kind}'`).join(', ')})),
  thing text not null,
  about text not null,
  unit text,
  seq $int not null,
  at $int not null,
  is_open integer not null check (is_open in (0, 1)),
  hash text,
  title text not null,
  text text not null`

/** How far the record has been followed, and in which format. */
const CURSOR = `create table search_cursor (
  one integer primary key check (one = 1),
  format integer not null,
  seq $int not null check (seq >= 0)
)`

const SQLITE: readonly string[] = [
  `${CURSOR.replaceAll('$int', 'integer')} strict`,
  `create table search_document (
    id integer primary key, ${COLUMNS.replaceAll('$int', 'integer')},
    -- Folded, as they stand in the index: it needs them again to take a document out.
    title_words text not null, text_words text not null, tags text not null,
    unique (kind, thing)
  ) strict`,
  'create index search_document_hash on search_document (hash) where hash is not null',
  `create virtual table search_words using fts5(
    title_words, text_words, tags, content = 'search_document', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
  )`,
  // Without this the words of a deleted document would stay on the disk until pages are merged.
  `insert into search_words (search_words, rank) values ('secure-delete', 1)`,
  `create trigger search_document_in after insert on search_document begin
    insert into search_words (rowid, title_words, text_words, tags)
    values (new.id, new.title_words, new.text_words, new.tags);
  end`,
  `create trigger search_document_out after delete on search_document begin
    insert into search_words (search_words, rowid, title_words, text_words, tags)
    values ('delete', old.id, old.title_words, old.text_words, old.tags);
  end`,
  `create trigger search_forgets_text after update on held_text when new.text is null begin
    delete from search_document where hash = new.hash;
  end`,
  `create trigger search_forgets_person after delete on person begin
    delete from search_document where kind = 'member' and thing = old.member;
  end`,
]

const POSTGRES: readonly string[] = [
  CURSOR.replaceAll('$int', 'bigint'),
  `create table search_document (
    id bigint generated always as identity primary key, ${COLUMNS.replaceAll('$int', 'bigint')},
    words tsvector not null,
    unique (kind, thing)
  )`,
  'create index search_document_hash on search_document (hash) where hash is not null',
  'create index search_document_words on search_document using gin (words)',
  `create function search_forget_text() returns trigger language plpgsql as $$
    begin delete from search_document where hash = new.hash; return null; end $$`,
  `create trigger search_forgets_text after update on held_text
    for each row when (new.text is null) execute function search_forget_text()`,
  `create function search_forget_person() returns trigger language plpgsql as $$
    begin delete from search_document where kind = 'member' and thing = old.member; return null; end $$`,
  `create trigger search_forgets_person after delete on person
    for each row execute function search_forget_person()`,
]
