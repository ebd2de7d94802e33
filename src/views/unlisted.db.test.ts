import { afterEach, describe, expect, it } from 'vitest'
import type { Json } from '#kernel/canonical'
import { formatExportLine, type Entry, type KeptEntry } from '#modules/record/core'
import type { Org } from '#organization'
import { exportRecord, openPlenum, shownTo, type ExportReader, type Plenum } from '#organization/server'
import { uuid } from '../../test/kit/given.ts'
import { seedOrganization, type Seeded } from '../../test/kit/seed-organization.ts'
import { freshStorage, must, type Storage } from '../../test/kit/storage.ts'
import { viewTendencies, viewTendency } from './view-tendency.server.ts'

const TENDENCY = uuid('quiet')
const OWN: Json = { stance: 'own', point: null, clauses: ['We own it.'], salience: 3, rationale: '' }

// Whoever has not signed finds no signatory but the founder, wherever they look; whoever has signed finds them all.
describe.each(['sqlite', 'postgres'] as const)('signatories that are not listed, on %s', (engine) => {
  let storage: Storage
  let seeded: Seeded
  let plenum: Plenum
  let org: Org

  async function begin(): Promise<void> {
    storage = await freshStorage(engine)
    const { data, databaseUrl } = storage
    seeded = await seedOrganization(data, {
      members: 8,
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
      async then({ enter, members, root }) {
        const [founder = '', ...others] = members.map(({ id }) => id)
        const about = { tendency: TENDENCY }
        const founded = { ...about, unit: root, name: 'The quiet', platform: [OWN], listed: false }
        await enter(founder, 'tendency.found', founded)
        for (const member of others.slice(0, 3)) {
          await enter('nobody', 'unlisted.sign', { ...about, member })
          await enter('nobody', 'unlisted.take', { ...about, member: founder, taken: member })
        }
        await enter('nobody', 'unlisted.sign', { ...about, member: others[3] ?? '' })
        const change = { kind: 'name', name: 'The quieter' }
        await enter(founder, 'tendency.change', { ...about, proposal: uuid('p'), change })
        await enter('nobody', 'unlisted.agree', { ...about, proposal: uuid('p'), member: others[0] ?? '' })
      },
    })
    plenum = must(await openPlenum({ ...storage, demonstration: true }))
    org = await plenum.clerk.read((image) => image)
  }
  afterEach(async () => {
    await plenum.close()
    await storage.drop()
  })

  const idOf = (n: number): string => seeded.members[n]?.id ?? ''
  const hidden = () => [1, 2, 3, 4].map(idOf)

  async function entriesFor(reader: ExportReader): Promise<readonly (KeptEntry | Entry)[]> {
    const shown: KeptEntry[] = []
    for await (const page of plenum.store.read(0, 10_000))
      for (const kept of page)
        if (/^(unlisted|tendency)\./.test(kept.type)) shown.push(shownTo(org, kept, reader))
    return shown
  }

  it('are seen by no reader of the record, of its export or of the pages who did not sign', async () => {
    await begin()
    for (const reader of [{ kind: 'public' }, { kind: 'member', id: idOf(6) }] as const) {
      const shown = JSON.stringify(await entriesFor(reader))
      for (const id of hidden()) expect(shown).not.toContain(id)
      const lines: string[] = []
      for await (const line of exportRecord(plenum, org, reader)) lines.push(formatExportLine(line))
      const unlisted = lines.filter((line) => line.includes('"type":"unlisted.'))
      expect(unlisted).toHaveLength(8)
      for (const line of unlisted) expect(line).not.toMatch(/"body"|"salt"|m-0/)
    }
    const view = JSON.stringify([
      viewTendency(org, plenum.clock.now(), idOf(6), TENDENCY),
      viewTendencies(org),
    ])
    for (const id of hidden()) expect(view).not.toContain(id)
    expect(viewTendency(org, plenum.clock.now(), idOf(6), TENDENCY)).toMatchObject({
      tendency: { count: 4, listed: false, by: idOf(0) },
      signatories: [idOf(0)],
      waiting: [],
      proposals: [{ agreed: 2 }],
    })
  })

  it('are seen by those who signed, and by somebody who waits only as far as it is about them', async () => {
    await begin()
    const now = plenum.clock.now()
    expect(viewTendency(org, now, idOf(2), TENDENCY)).toMatchObject({
      signatories: [0, 1, 2, 3].map(idOf),
      waiting: [idOf(4)],
    })
    const own = JSON.stringify(await entriesFor({ kind: 'member', id: idOf(4) }))
    expect(own).toContain(idOf(4))
    for (const n of [1, 2, 3]) expect(own).not.toContain(idOf(n))
    expect(viewTendency(org, now, idOf(4), TENDENCY)).toMatchObject({ waiting: [], isWaiting: true })
    const all = JSON.stringify(await entriesFor({ kind: 'member', id: idOf(1) }))
    for (const id of hidden()) expect(all).toContain(id)
  })
})
