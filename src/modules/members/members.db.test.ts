import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate, openDatabase, type Database } from '#modules/record'
import { freshStorage, must, type Storage } from '../../../test/kit/storage.ts'
import { findAddresses, insertPerson, listPeople, membersMigrations, readPeople } from './index.ts'

const salt = new Uint8Array(16).fill(7)
const people = [
  { member: 'm-1', name: 'Élodie Brun', email: 'elodie@example.org', salt },
  { member: 'm-2', name: 'Ana Núñez', email: null, salt },
  { member: 'm-3', name: '100%_sure', email: 'sure@example.org', salt },
]

describe.each(['sqlite', 'postgres'] as const)('people held in %s', (engine) => {
  let storage: Storage
  let database: Database

  beforeEach(async () => {
    storage = await freshStorage(engine)
    database = must(await openDatabase(storage))
    must(await migrate(database, membersMigrations))
    for (const person of people) await database.kysely.executeQuery(insertPerson(database, person))
  })
  afterEach(async () => {
    await database.close()
    await storage.drop()
  })

  const named = async (search: object): Promise<readonly string[]> => {
    const found = await listPeople(database, { part: '', from: 0, count: 10, ...search })
    return found.map(({ member }) => member).sort()
  }

  test('are found by a part of their name, as typed or in small letters', async () => {
    expect(await named({ part: 'Élodie' })).toEqual(['m-1'])
    expect(await named({ part: 'ana n' })).toEqual(['m-2'])
    expect(await named({ part: '%_' })).toEqual(['m-3'])
    expect(await named({})).toEqual(['m-1', 'm-2', 'm-3'])
    expect(await named({ from: 1, count: 1 })).toHaveLength(1)
  })

  test('are found by address only where that is asked for', async () => {
    expect(await named({ part: 'example.org' })).toEqual([])
    expect(await named({ part: 'example.org', addresses: true })).toEqual(['m-1', 'm-3'])
    expect(await findAddresses(database, ['sure@example.org', 'no@example.org'])).toEqual(
      new Map([['sure@example.org', 'm-3']]),
    )
  })

  test('are read by id, with what is not held left out', async () => {
    expect([...(await readPeople(database, ['m-2', 'm-9'])).keys()]).toEqual(['m-2'])
  })
})
