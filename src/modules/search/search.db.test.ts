import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deletePerson, insertPerson, membersMigrations } from '#modules/members'
import {
  eraseHeldText,
  holdText,
  migrate,
  openDatabase,
  recordMigrations,
  type Database,
} from '#modules/record'
import { freshStorage, must, type Storage } from '../../../test/kit/storage.ts'
import { termsOf, type Document, type Kind } from './core/index.ts'
import { clearIndex, findDocuments, indexCursor, searchMigrations, writeDocuments } from './index.ts'

const salt = new Uint8Array(16).fill(7)
const HASH = `${'B'.repeat(43)}=`
const written = (kind: Kind, id: string, title: string, text: string, seq = 1, open = false): Document => ({
  kind,
  id,
  about: id,
  unit: null,
  seq,
  at: seq,
  open,
  source: { from: 'record', title, text },
})

const DOCUMENTS: readonly Document[] = [
  written('motion', 'title', 'Wages at the mill', 'We demand more.', 2),
  written('motion', 'text', 'Another thing', 'It says something of wages once.', 9),
  written('motion', 'newer', 'Another thing', 'It says something of wages once.', 10),
  written('point', 'open', '', 'Higher wages for everybody.', 3, true),
  written('unit', 'núñez', 'Plaza Núñez', '', 4),
  {
    ...written('speech', 'held', '', ''),
    about: 'title',
    source: { from: 'held', hash: HASH },
  },
  { ...written('member', 'm-1', '', ''), source: { from: 'person', member: 'm-1' } },
  { ...written('member', 'm-2', '', ''), source: { from: 'person', member: 'm-2' } },
]

const ODD = [
  '"*(',
  '',
  ' ',
  "'; drop table record; --",
  '🔥',
  'a'.repeat(10_000),
  'a '.repeat(5000),
  'NEAR(a b) OR NOT c AND title:x',
  '\0',
  '\ud800',
  '%_\\',
  "o'clock & | ! <-> :*",
]

describe.each(['sqlite', 'postgres'] as const)('search in %s', (engine) => {
  let storage: Storage
  let database: Database

  beforeEach(async () => {
    storage = await freshStorage(engine)
    database = must(await openDatabase(storage))
    must(await migrate(database, [...recordMigrations, ...membersMigrations, ...searchMigrations]))
    expect(await indexCursor(database)).toBe(0)
    const { kysely } = database
    await kysely.executeQuery(holdText(database, { hash: HASH, salt, text: 'A held word on élan.' }))
    for (const [member, name] of [
      ['m-1', 'Élodie Brun'],
      ['m-2', 'Elodia Wage'],
    ] as const)
      await kysely.executeQuery(insertPerson(database, { member, name, email: null, salt }))
    await writeDocuments(database, DOCUMENTS, 12)
  })
  afterEach(async () => {
    await database.close()
    await storage.drop()
  })

  const find = async (question: string, more: object = {}): Promise<readonly string[]> => {
    const everything = { kind: null, openOnly: false, members: undefined, from: 0, count: 10 }
    const found = await findDocuments(database, { terms: termsOf(question), ...everything, ...more })
    return found.map(({ id }) => id)
  }

  it('finds all words by their beginnings, titles first, then what is newer', async () => {
    expect(await find('wages', { kind: 'motion' })).toEqual(['title', 'newer', 'text'])
    expect(await find('WAG somethi')).toEqual(['newer', 'text'])
    expect(await find('ages')).toEqual([])
    expect(await find('more wages')).toEqual(['title'])
  })

  it('folds accents on both sides', async () => {
    expect(await find('nunez')).toEqual(['núñez'])
    expect(await find('ÉLODÍE')).toEqual(['m-1'])
    expect(await find('elan')).toEqual(['held'])
  })

  it('goes on page by page, by kind, and shows visitors only what is open', async () => {
    expect(await find('wage', { kind: 'motion', from: 1, count: 1 })).toEqual(['newer'])
    expect(await find('wage', { openOnly: true })).toEqual(['open'])
    expect(await find('kmotion isopen')).toEqual([])
  })

  it('finds only members who may be seen', async () => {
    expect([...(await find('elod'))].sort()).toEqual(['m-1', 'm-2'])
    expect(await find('elod', { members: ['m-2'] })).toEqual(['m-2'])
    expect(await find('wage', { members: [], kind: 'member' })).toEqual([])
    expect(await find('mill', { members: [] })).toEqual(['title'])
  })

  it('finds a document once, as it was written last', async () => {
    await writeDocuments(database, [written('motion', 'title', 'Rents', 'Down.', 11)], 13)
    expect(await find('mill')).toEqual([])
    expect(await find('rents')).toEqual(['title'])
    expect(await indexCursor(database)).toBe(13)
  })

  it('forgets what is erased, and takes nothing in that is held no longer', async () => {
    await database.kysely.executeQuery(eraseHeldText(database, HASH, 5))
    await database.kysely.executeQuery(deletePerson(database, 'm-1'))
    expect(await find('elan')).toEqual([])
    expect(await find('elod')).toEqual(['m-2'])
    await writeDocuments(database, DOCUMENTS, 12)
    expect(await find('elan')).toEqual([])
    expect(await find('elod')).toEqual(['m-2'])
  })

  it('is empty after it was cleared, and begins anew', async () => {
    await clearIndex(database.kysely)
    expect(await indexCursor(database)).toBe(0)
    expect(await find('wages')).toEqual([])
  })

  it('takes whatever is typed', async () => {
    for (const typed of ODD) expect(await find(typed), typed.slice(0, 20)).toBeInstanceOf(Array)
  })
})
