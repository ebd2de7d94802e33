import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { migrate, openDatabase } from '#modules/record'
import { must } from '../../../test/kit/storage.ts'
import { deletePerson, insertPerson, membersMigrations } from './members.sql.server.ts'

const data = mkdtempSync(join(tmpdir(), 'plenum-erase-'))
afterAll(() => {
  rmSync(data, { recursive: true })
})

/** Whether these bytes stand anywhere in the folder. */
function found(text: string): boolean {
  return readdirSync(data).some((name) => readFileSync(join(data, name)).includes(text))
}

test('on SQLite a person who was erased is gone from the file, not only from the table', async () => {
  const [name, email] = ['Philippa Uncommon', 'philippa@uncommon.example']
  const person = { member: 'm-000000000001', name, email, salt: new Uint8Array(16) }
  const first = must(await openDatabase({ data }))
  must(await migrate(first, membersMigrations))
  await first.kysely.executeQuery(insertPerson(first, person))
  await first.close()
  expect([found(name), found(email)]).toEqual([true, true])

  const second = must(await openDatabase({ data }))
  await second.kysely.executeQuery(deletePerson(second, person.member))
  await second.close()
  expect([found(name), found(email)]).toEqual([false, false])
})
