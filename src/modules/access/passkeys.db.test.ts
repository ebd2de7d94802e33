import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MINUTE } from '#kernel/instant'
import { migrate, openDatabase, type Database } from '#modules/record'
import { freshStorage, must, type Storage } from '../../../test/kit/storage.ts'
import { keepChallenge, takeChallenge } from './challenges.sql.server.ts'
import { accessMigrations, openAccess, type Access } from './index.ts'
import { deletePasskey, findPasskey, insertPasskey, listPasskeys, usePasskey } from './passkeys.sql.server.ts'

const NOW = 1_800_000_000_000
const ANA = 'm-0000000000aa'
const SITE = { origin: 'https://plenum.example.org', name: 'Riverside' }

describe.each(['sqlite', 'postgres'] as const)('passkeys on %s', (engine) => {
  let storage: Storage
  let database: Database
  let access: Access

  beforeEach(async () => {
    storage = await freshStorage(engine)
    database = must(await openDatabase(storage))
    must(await migrate(database, accessMigrations))
    access = await openAccess(database)
    const { token } = must(await access.invite(ANA, NOW))
    must(await access.accept(token, { login: 'ana@example.org', password: 'slow green river' }, NOW))
  })
  afterEach(async () => {
    await database.close()
    await storage.drop()
  })

  const passkey = {
    id: 'credential',
    member: ANA,
    publicKey: new Uint8Array([1, 2]),
    counter: 0,
    name: 'Phone',
    added: NOW,
  }
  const session = { tokenHash: new Uint8Array(32), member: ANA, expires: NOW + 1, since: NOW, device: '' }

  test('a challenge is answered once, in time, by whom and for what it was made', async () => {
    const kept = { hash: new Uint8Array(32).fill(3), purpose: 'passkey', member: ANA } as const
    await keepChallenge(database, NOW, { ...kept, expires: NOW + 5 * MINUTE })
    const take = (wrong: object, at = NOW) => takeChallenge(database, at, { ...kept, ...wrong })
    expect(await take({ purpose: 'sign-in' })).toBe(false)
    expect(await take({ member: undefined })).toBe(false)
    expect(await take({ hash: new Uint8Array(32).fill(4) })).toBe(false)
    expect(await take({}, NOW + 5 * MINUTE)).toBe(false)
    expect(await take({})).toBe(true)
    expect(await take({})).toBe(false)
  })

  test('one that was removed or went on meanwhile keeps no session', async () => {
    expect(await insertPasskey(database, passkey)).toBe('done')
    expect(await insertPasskey(database, passkey)).toBe('taken')
    const found = (await findPasskey(database, 'credential')) ?? { ...passkey, used: undefined }
    expect(found).toEqual({ ...passkey, used: undefined })
    expect(await usePasskey(database, found, { counter: 1, used: NOW }, session)).toBe('done')
    const again = { ...session, tokenHash: new Uint8Array(32).fill(1) }
    expect(await usePasskey(database, found, { counter: 1, used: NOW }, again)).toBe('gone')
    await deletePasskey(database, 'm-0000000000bb', 'credential')
    expect(await listPasskeys(database, ANA)).toHaveLength(1)
    await deletePasskey(database, ANA, 'credential')
    expect(await listPasskeys(database, ANA)).toEqual([])
  })

  test('goes with its member’s account', async () => {
    await insertPasskey(database, passkey)
    for (const query of access.forget(ANA)) await database.kysely.executeQuery(query)
    expect(await findPasskey(database, 'credential')).toBeUndefined()
  })

  test('an answer that is none is refused, whatever it is', async () => {
    await insertPasskey(database, passkey)
    const forged = JSON.stringify({ id: 'credential', rawId: 'credential', type: 'public-key', response: {} })
    for (const answer of ['', '{}', 'null', '[', '{"id":1}', '{"id":"other"}', forged, 'x'.repeat(30_000)]) {
      expect(await access.passkeys.signIn(answer, SITE, NOW)).toMatchObject({ code: 'passkey-wrong' })
      const fresh = { answer, name: 'Phone', proof: { password: 'slow green river', code: '' } }
      expect(await access.passkeys.register(ANA, fresh, SITE, NOW)).toMatchObject({ code: 'passkey-unfit' })
    }
  })

  test('asks for a passkey that the device keeps and opens for its owner only', async () => {
    const options = await access.passkeys.registration(ANA, SITE, NOW)
    expect(options?.rp).toEqual({ id: 'plenum.example.org', name: 'Riverside' })
    expect(options?.authenticatorSelection).toMatchObject({
      residentKey: 'required',
      userVerification: 'required',
    })
    expect(await access.passkeys.challenge(SITE, NOW)).toMatchObject({ userVerification: 'required' })
    expect(await access.passkeys.registration('m-0000000000bb', SITE, NOW)).toBeUndefined()
  })
})
