import { afterEach, expect, test } from 'vitest'
import { DAY } from '#kernel/instant'
import { openPlenum, type Plenum } from '#organization/server'
import { PRESETS } from '#modules/rulebook/core'
import { derivedUuid } from '#kernel/ids'
import { hashPerson, insertPerson } from '#modules/members'
import { person } from '../../test/kit/given.ts'
import { freshStorage, must, type Storage } from '../../test/kit/storage.ts'
import { moveClock, stepInto } from './index.ts'

const root = derivedUuid('step-into', 'root')
const ada = { member: person(1), name: 'Ada Okafor', email: null, salt: new Uint8Array(16) }
let storage: Storage
let plenum: Plenum

/** Founds what the record calls a demonstration or not, whatever the server was told. */
async function found(engine: Storage['engine'], demonstration: boolean): Promise<void> {
  storage = await freshStorage(engine)
  plenum = must(await openPlenum({ ...storage, demonstration: !demonstration }))
  const enter = (type: string, body: object) => ({
    by: 'nobody',
    id: derivedUuid('step-into', type),
    type,
    unit: null,
    body,
  })
  const founding = enter('organization.found', {
    name: 'Riverside',
    root,
    rules: PRESETS.branch,
    demonstration,
  })
  const member = enter('founding.member', {
    member: ada.member,
    home: root,
    organizer: true,
    details: hashPerson(ada),
  })
  must(await plenum.clerk.submitAll([founding, member] as never, [insertPerson(plenum.database, ada)]))
}
afterEach(async () => {
  await plenum.close()
  await storage.drop()
})

test.each(['sqlite', 'postgres'] as const)(
  'no session of anybody on a real organization (%s)',
  async (engine) => {
    await found(engine, false)
    // The setting says that it is a demonstration; the record says that it is none.
    expect(plenum.demonstration).toBe(true)
    expect(await stepInto(plenum, ada.member)).toMatchObject({ code: 'not-a-demonstration' })
    expect(await plenum.access.accounts()).toEqual(new Set())
  },
)

test('a real organization’s clock stays where it is', async () => {
  await found('sqlite', false)
  await plenum.close()
  plenum = must(await openPlenum(storage))
  const now = plenum.clock.now()
  expect(await moveClock(plenum, now + DAY)).toMatchObject({ code: 'not-a-demonstration' })
  expect(plenum.clock.now() - now).toBeLessThan(DAY)
})
