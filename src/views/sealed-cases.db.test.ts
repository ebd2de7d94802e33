import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { DAY } from '#kernel/instant'
import { rolesIn } from '#modules/discipline/core'
import { indexOf } from '#modules/members/core'
import { SEALED_ACTS } from '#organization'
import { openPlenum, type Plenum } from '#organization/server'
import { person } from '../../test/kit/given.ts'
import { found, placesOf } from '../../test/kit/places.ts'
import { seedOrganization, type Seeded } from '../../test/kit/seed-organization.ts'
import { freshStorage, must, type Storage } from '../../test/kit/storage.ts'
import {
  appeal,
  bringCharge,
  callWitness,
  signCharge,
  stateInCase,
  withdrawCharge,
} from './enter-case.server.ts'
import type { Sender } from './sealed-acts.server.ts'
import { viewCase, viewCases } from './view-case.server.ts'

// Written as whoever wants to know what is none of their business: a word of its own stands in each sealed text, and the word and the
// charged member are looked for in everything that leaves the server or lies on its disk.

const CHARGED = 5
const CHARGING = [6, 2, 3]
const WITNESS = 4
const STRANGER = 9
/** Who keeps the roll has no part in it either. */
const KEEPER = 1
const WORDS = ['quixotry-of-the-facts', 'zephyrous-answer', 'jabberwock-witness'] as const

function sender(n: number, ...what: readonly string[]): Sender {
  const act = derivedUuid('sender', n, ...what)
  return { member: person(n), act, salt: new Uint8Array(16).fill(n + what.length) }
}

async function charge({ points, root }: Seeded): Promise<string> {
  const from = sender(CHARGING[0] ?? 0, 'charge')
  const on = (Math.floor((await now()) / DAY) - 1) * DAY
  must(
    await bringCharge(from, {
      ...{ unit: root, member: person(CHARGED), others: CHARGING.slice(1).map(person) },
      ground: { kind: 'unity', point: points[0] ?? '' },
      ...{ asked: { kind: 'expulsion' }, deed: { kind: 'deed', on }, facts: WORDS[0], cites: null },
    }),
  )
  return derivedUuid(from.act, 'case')
}

function plenumNow(): Plenum {
  const open = (globalThis as Record<symbol, Plenum | undefined>)[Symbol.for('plenum.open')]
  if (open === undefined) throw new Error('no organization is open')
  return open
}

function now(): Promise<number> {
  return plenumNow().clerk.read((_org, at) => at)
}

it.each(['sqlite', 'postgres'] as const)(
  'on %s nobody but those concerned reads what is sealed, and nobody at all once the case is over',
  { timeout: 60_000 },
  async (engine) => {
    const storage = await freshStorage(engine)
    const seeded = await seedOrganization(storage.data, {
      ...{ members: 12, points: ['We cross no picket line.'] },
      ...(storage.databaseUrl === undefined ? {} : { databaseUrl: storage.databaseUrl }),
    })
    const secretKey = 'a key that stands in no database, only in the environment'
    const plenum = must(await openPlenum({ ...storage, demonstration: true, secretKey }))
    const holder = globalThis as Record<symbol, Plenum | undefined>
    holder[Symbol.for('plenum.open')] = plenum
    plenum.clock.shift(2 * DAY)
    expect(await plenum.sealed.ready()).toBe(true)
    const salt = plenum.sealed.saltOf('an id')
    expect(salt).toHaveLength(16)
    expect(plenum.sealed.saltOf('another id')).not.toEqual(salt)

    const id = await charge(seeded)
    for (const n of CHARGING.slice(1)) must(await signCharge(sender(n, 'sign'), id))
    must(await stateInCase(sender(CHARGED, 'answer'), id, WORDS[1], false))
    must(await callWitness(sender(CHARGED, 'call'), id, person(WITNESS)))
    must(await stateInCase(sender(WITNESS, 'tell'), id, WORDS[2], false))

    // Who has no part in it enters nothing, and is told nothing.
    expect(await stateInCase(sender(STRANGER, 'say'), id, 'Me too.', false)).toEqual(
      await stateInCase(sender(STRANGER, 'say'), derivedUuid('no such case'), 'Me too.', false),
    )
    expect(await appeal(sender(STRANGER, 'appeal'), id, 'No.')).toMatchObject({ code: 'unknown-case' })
    expect(await withdrawCharge(sender(2, 'withdraw'), id)).toMatchObject({ code: 'not-concerned' })
    expect(await callWitness(sender(WITNESS, 'call'), id, person(STRANGER))).toMatchObject({
      code: 'not-concerned',
    })

    const seen = (n: number) =>
      plenum.clerk.read((org, at) => ({
        roles: rolesIn(org, id, indexOf(org.members, person(n))),
        text: JSON.stringify([viewCase(org, at, person(n), id), viewCases(org, person(n))]),
      }))
    expect(await seen(CHARGED)).toMatchObject({ roles: ['charged'] })
    expect((await seen(CHARGED)).text).toContain(person(2))
    expect((await seen(WITNESS)).text).toContain(person(CHARGED))
    // A keeper of the roll and a stranger see the same: nothing.
    for (const n of [KEEPER, STRANGER]) {
      const { roles, text } = await seen(n)
      expect(roles).toEqual([])
      for (const each of [CHARGED, ...CHARGING, WITNESS]) expect(text).not.toContain(person(each))
    }

    await looksForIt(plenum, storage, id)

    // It is there for whoever may read it.
    const hashes = await plenum.clerk.read((org) => org.cases.matters.get(id)?.facts ?? '')
    expect((await plenum.sealed.texts(id, [hashes])).get(hashes)).toBe(WORDS[0])
    expect((await plenum.sealed.texts(derivedUuid('other'), [hashes])).size).toBe(0)

    // Opened anew, the same organization: with the key the case goes on, without it nobody is named.
    const size = await plenum.clerk.read((org) => org.head.get().size)
    await plenum.close()
    const without = must(
      await openPlenum({ ...storage, demonstration: true, secretKey: `${secretKey} but another` }),
    )
    expect(await without.clerk.read((org) => [org.head.get().size, org.cases.matters.size])).toEqual([
      size,
      0,
    ])
    // Nor does what another key makes of an id open anything.
    expect(await without.sealed.ready()).toBe(true)
    expect(without.sealed.saltOf('an id')).not.toEqual(salt)
    await without.close()
    const again = must(await openPlenum({ ...storage, demonstration: true, secretKey }))
    holder[Symbol.for('plenum.open')] = again
    expect(await again.clerk.read((org) => org.cases.matters.get(id)?.signed.length)).toBe(3)
    expect(again.sealed.saltOf('an id')).toEqual(salt)

    // The panel is never seated: the charge lapses, and all that was sealed is deleted with it.
    for (let day = 0; day < 60; day++) {
      again.clock.shift(DAY)
      must(await again.clerk.submitAll([]))
    }
    expect(await again.clerk.read((org) => org.cases.cases.get(id)?.stage.kind)).toBe('ended')
    for (const table of ['sealed_body', 'sealed_text']) {
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(again.database.kysely)
      expect(rows).toEqual([])
    }
    expect(await again.clerk.read((org) => org.cases.matters.size)).toBe(0)
    await again.close()
    await storage.drop()
  },
)

/** Looks for the words and for whoever is concerned in everything that leaves the server or lies on its disk, and in the entries. */
async function looksForIt(plenum: Plenum, storage: Storage, id: string): Promise<void> {
  const places = await placesOf(plenum, storage, [KEEPER, CHARGED, STRANGER].map(person))
  expect(found(places, WORDS)).toEqual([])
  expect(places.get('dump')?.includes('sealed_body')).toBe(true)
  for await (const page of plenum.store.read(0))
    for (const entry of page) {
      if (SEALED_ACTS.has(entry.type)) expect(entry).not.toHaveProperty('body')
      if (!JSON.stringify(entry).includes(id)) continue
      expect(entry.by).toMatch(/^(nobody|clerk)$/)
      for (const n of [CHARGED, ...CHARGING, WITNESS]) expect(JSON.stringify(entry)).not.toContain(person(n))
    }
}
