import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { DAY } from '#kernel/instant'
import { checkDump, countNothing, dumpAll, openPlenum, restoreDump, type Plenum } from '#organization/server'
import { electForComplaints } from '../../test/kit/complaint-seed.ts'
import { bytesIn, found, placesOf } from '../../test/kit/places.ts'
import { seedOrganization } from '../../test/kit/seed-organization.ts'
import { freshStorage, must, type Storage } from '../../test/kit/storage.ts'
import {
  closeComplaint,
  makeComplaint,
  separate,
  takeComplaint,
  writeInComplaint,
} from './enter-complaint.server.ts'
import { chargedCase } from './enter-case.server.ts'
import { referComplaint } from './refer-complaint.server.ts'
import type { Sender } from './sealed-acts.server.ts'
import { viewCase } from './view-case.server.ts'
import { complaintTasks, viewComplaint, viewComplaints } from './view-complaint.server.ts'

const MARKER = 'zimtschnecke'
const SECOND = 'quittenbaum'
const KEY = Buffer.alloc(32, 7).toString('base64')
const holder = globalThis as Record<symbol, Plenum | undefined>

describe.each(['sqlite', 'postgres'] as const)('a complaint on %s', (engine) => {
  let storage: Storage
  let plenum: Plenum
  let people: readonly string[] = []

  async function begin(): Promise<string> {
    storage = await freshStorage(engine)
    const { data, databaseUrl } = storage
    const at = databaseUrl === undefined ? {} : { databaseUrl }
    const seeded = await seedOrganization(data, { members: 8, ...at, then: electForComplaints })
    people = seeded.members.map(({ id }) => id)
    await open()
    must(
      await makeComplaint(sender(4, 'make'), {
        about: person(5),
        representative: person(6),
        text: `It is about ${MARKER}.`,
      }),
    )
    return derivedUuid(sender(4, 'make').act, 'complaint')
  }

  async function open(): Promise<void> {
    plenum = must(await openPlenum({ ...storage, demonstration: true, secretKey: KEY }))
    holder[Symbol.for('plenum.open')] = plenum
  }

  const person = (n: number): string => people[n] ?? ''

  function sender(n: number, name: string): Sender {
    return {
      member: person(n),
      act: derivedUuid('complaint test', name),
      salt: new Uint8Array(16).fill(name.length),
    }
  }

  /** A charge for the first point of unity, of a deed of the day before. */
  async function charge(): Promise<Parameters<typeof referComplaint>[2]> {
    const point = await plenum.clerk.read((org) => [...org.program.order.values()][0] ?? '')
    const on = Math.floor(plenum.clock.now() / DAY - 1) * DAY
    return {
      ...{ ground: { kind: 'unity', point }, asked: { kind: 'warning' } },
      ...{ deed: { kind: 'deed', on }, facts: `It has to do with a ${SECOND}.` },
    }
  }

  function seen(n: number, id: string) {
    return plenum.clerk.read((org) => viewComplaint(org, plenum.clock.now(), person(n), id))
  }

  /** What it asks of each of the eight on their first page. */
  function tasks(): Promise<readonly (readonly string[])[]> {
    return plenum.clerk.read((org) =>
      people.map((_, n) => complaintTasks(org, n, plenum.clock.now()).map(({ what }) => what)),
    )
  }

  /** Whom of the eight the page shows anything to. */
  async function readers(id: string): Promise<readonly number[]> {
    const views = await Promise.all(people.map((_, n) => seen(n, id)))
    return views.flatMap((view, n) => (view === undefined ? [] : [n]))
  }

  /** What lies sealed, as the database has it. */
  async function sealedNow(): Promise<readonly Buffer[]> {
    const { kysely } = plenum.database
    const tables = ['sealed_body', 'sealed_text'].map((name) => sql.table(name))
    const rows = await Promise.all(
      tables.map((table) => sql<{ sealed: Uint8Array }>`select sealed from ${table}`.execute(kysely)),
    )
    return rows.flatMap((each) => each.rows.map(({ sealed }) => Buffer.from(sealed)))
  }

  afterEach(async () => {
    await plenum.close()
    await storage.drop()
  })

  it('is read by those concerned, and is not there for anybody else', async () => {
    const id = await begin()
    expect(await readers(id)).toEqual([0, 4, 6])
    expect(await tasks()).toEqual([['answer'], [], [], [], [], [], [], []])
    const texts = (await seen(0, id))?.texts.map(({ text }) => text) ?? []
    expect([...(await plenum.sealed.texts(id, texts)).values()]).toEqual([`It is about ${MARKER}.`])
    const { mine, all } = await plenum.clerk.read((org) => viewComplaints(org, plenum.clock.now(), person(7)))
    expect([mine, all]).toEqual([[], 1])
    for (const n of [1, 5, 7]) {
      expect(await takeComplaint(sender(n, `take ${n}`), id)).toMatchObject({ code: 'unknown-complaint' })
      expect(await writeInComplaint(sender(n, `write ${n}`), id, 'x')).toMatchObject({
        code: 'unknown-complaint',
      })
      expect(await closeComplaint(sender(n, `close ${n}`), id, 'settled')).toMatchObject({
        code: 'unknown-complaint',
      })
    }
    expect(await separate(sender(7, 'separate'), id, 3)).toMatchObject({ code: 'unknown-complaint' })
    expect(await referComplaint(sender(7, 'refer'), id, await charge())).toMatchObject({
      code: 'unknown-complaint',
    })
    expect(await takeComplaint(sender(4, 'take'), id)).toMatchObject({ code: 'not-concerned' })
    expect(await closeComplaint(sender(0, 'close'), id, 'settled')).toMatchObject({ code: 'not-concerned' })
  })

  it('stands in no table, file, dump or export: neither what was written nor who is named', async () => {
    const id = await begin()
    must(await takeComplaint(sender(0, 'take'), id))
    must(await writeInComplaint(sender(6, 'write'), id, `And about ${SECOND}.`))
    must(await separate(sender(0, 'separate'), id, 14))
    const places = await placesOf(plenum, storage, people)
    expect(found(places, [MARKER, SECOND])).toEqual([])
    // Everybody is named somewhere in the record; nobody in what it says of the complaint.
    const about = [...places].flatMap(([place, text]) =>
      place.startsWith('export')
        ? text
            .toString()
            .split('\n')
            .filter((line) => line.includes('"type":"complaint.'))
        : [],
    )
    expect(about.length).toBeGreaterThan(0)
    for (const line of about) for (const each of people) expect(line.includes(each)).toBe(false)
    for (const line of about) expect(line).toContain('"by":"nobody"')
  })

  it('is referred to a panel without what was written in it, and read then by the sides of the case only', async () => {
    const id = await begin()
    expect(await referComplaint(sender(4, 'early'), id, await charge())).toMatchObject({
      code: 'complaint-elsewhere',
    })
    must(await takeComplaint(sender(0, 'take'), id))
    const refer = sender(0, 'refer')
    must(await referComplaint(refer, id, await charge()))
    expect(await readers(id)).toEqual([])
    const referred = chargedCase(refer)
    const seen = await Promise.all(
      people.map((me) => plenum.clerk.read((org) => viewCase(org, plenum.clock.now(), me, referred))),
    )
    expect(seen.flatMap((view, n) => (view?.reads.includes('file') === true ? [n] : []))).toEqual([
      0, 4, 5, 6,
    ])
    expect(seen[7]?.roles).toEqual([])
    // What is held sealed is the one text that was written for the case.
    const { rows } = await sql`select * from ${sql.table('sealed_text')}`.execute(plenum.database.kysely)
    expect(rows).toHaveLength(1)
    expect(found(await placesOf(plenum, storage, people), [MARKER, SECOND])).toEqual([])
  })

  it('goes along in a dump: where it is restored those concerned read on with the key, and nobody without', async () => {
    const id = await begin()
    const restored = await freshStorage(engine)
    await restoreFrom(plenum, restored)
    await plenum.close()
    await storage.drop()
    storage = restored
    const without = must(await openPlenum({ ...storage, demonstration: true, secretKey: 'another key' }))
    expect(
      await without.clerk.read(({ complaints }) => [complaints.complaints.size, complaints.matters.size]),
    ).toEqual([1, 0])
    await without.close()
    await open()
    expect(await readers(id)).toEqual([0, 4, 6])
    const hashes = (await seen(4, id))?.texts.map(({ text }) => text) ?? []
    expect([...(await plenum.sealed.texts(id, hashes)).values()]).toEqual([`It is about ${MARKER}.`])
  })

  it('is there again after a restart, tells whom it is about of a separation only, and is deleted at its end', async () => {
    const id = await begin()
    must(await takeComplaint(sender(0, 'take'), id))
    must(await separate(sender(0, 'separate'), id, 3))
    await plenum.close()
    await open()
    expect(await readers(id)).toEqual([0, 4, 5, 6])
    expect(await tasks()).toEqual([[], [], [], [], [], ['apart'], [], []])
    expect(await seen(5, id)).toMatchObject({ role: 'apart', texts: [], representative: null })
    const hashes = (await seen(4, id))?.texts.map(({ text }) => text) ?? []
    expect((await plenum.sealed.texts(id, hashes)).size).toBe(1)
    const sealed = await sealedNow()
    expect(sealed.length).toBeGreaterThan(1)
    must(await closeComplaint(sender(6, 'close'), id, 'settled'))
    expect(await readers(id)).toEqual([])
    expect((await plenum.sealed.texts(id, hashes)).size).toBe(0)
    expect(await sealedNow()).toEqual([])
    // Closed, the database has nothing left of it: neither in its file nor in a write-ahead log.
    const places = await placesOf(plenum, storage, people)
    for (const bytes of sealed) expect(places.get('tables')?.includes(bytes)).toBe(false)
    if (engine === 'postgres') return
    await plenum.close()
    for (const bytes of sealed) expect(bytesIn(storage.data).includes(bytes)).toBe(false)
    await open()
  })
})

/** Restores a dump of what is open. */
async function restoreFrom(plenum: Plenum, to: Storage): Promise<void> {
  const lines: string[] = []
  for await (const line of dumpAll(plenum, countNothing())) lines.push(line)
  const check = checkDump()
  for (const [i, line] of lines.entries()) expect(check.take(line, i + 1)).toBeUndefined()
  const sound = must(check.finish())
  must(
    await restoreDump(to, sound, async (take) => {
      for (const [i, line] of lines.entries()) {
        const refusal = await take(line, i + 1)
        if (refusal !== undefined) return refusal
      }
      return undefined
    }),
  )
}
