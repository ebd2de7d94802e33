import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { deletePerson } from '#modules/members'
import { clearIndex, findDocuments, indexCursor, writeDocuments } from '#modules/search'
import { termsOf } from '#modules/search/core'
import { openPlenum, type Plenum } from '#organization/server'
import { seedOrganization, type Seeding } from '../../test/kit/seed-organization.ts'
import { freshStorage, must, type Storage } from '../../test/kit/storage.ts'

const NAMES = ['Ana Núñez', 'Bo Lindqvist', 'Chidi Okafor']
const POINT = 'Housing is for living in.'
const LONG = 60_000

/** One of everything that can be found. */
async function tellAll({ enter, hold, pass, members, points, rules, root }: Seeding): Promise<void> {
  const [ana = '', bo = ''] = members.map(({ id }) => id)
  const motion = derivedUuid('rents')
  const clause = { id: derivedUuid('rents', 'clause'), text: 'Rents go down by a tenth.' }
  const enactment = {
    kind: 'unit.form',
    unit: derivedUuid('u'),
    name: 'Harbour',
    as: 'place',
    parent: root,
    decidedBy: 'members',
  }
  await enter(ana, 'motion.propose', { motion, title: 'On the rents', clauses: [clause], enactment })
  await enter(bo, 'motion.second', { motion })
  const because = hold('Because a fifth is fairer.')
  const changes = [{ kind: 'replace', clause: clause.id, text: 'Rents go down by a fifth.' }]
  const amendment = derivedUuid('fifth')
  await enter(bo, 'amendment.propose', { amendment, motion, changes, reason: because.ref }, root, [
    because.row,
  ])
  const speech = hold('Landlords will howl.')
  await enter(
    ana,
    'speech.give',
    { speech: derivedUuid('howl'), motion, side: 'for', text: speech.ref },
    root,
    [speech.row],
  )
  const why = hold('A roof is no merchandise.')
  const rationale = { rationale: derivedUuid('why'), point: points[0] ?? '', text: why.ref }
  await enter(ana, 'rationale.add', rationale, root, [why.row])
  for (const kind of ['amendments', 'motion']) {
    await pass(kind === 'amendments' ? rules.debateHours : 0)
    const vote = derivedUuid('vote', kind, motion)
    for (const { id } of members) await enter(id, 'ballot.cast', { vote, choices: ['yes'] })
    await pass(rules.votingHours)
  }
  await enter(bo, 'report.file', { report: derivedUuid('report'), motion, text: 'We wanted a quarter.' })
}

describe.each(['sqlite', 'postgres'] as const)('the index of a record in %s', (engine) => {
  let storage: Storage
  let plenum: Plenum
  beforeAll(async () => {
    storage = await freshStorage(engine)
    const { data, databaseUrl } = storage
    const at = databaseUrl === undefined ? {} : { databaseUrl }
    await seedOrganization(data, { names: NAMES, points: [POINT], then: tellAll, ...at })
    plenum = must(await openPlenum({ data, databaseUrl, demonstration: true }))
    expect(await plenum.search.catchUp(LONG)).toBe(true)
  })
  afterAll(async () => {
    await plenum.close()
    await storage.drop()
  })

  const find = async (question: string): Promise<string[]> => {
    const terms = termsOf(question)
    const search = { terms, kind: null, openOnly: false, members: undefined, from: 0, count: 9 }
    return (await findDocuments(plenum.database, search)).map(({ kind }) => kind)
  }

  async function expectAll(): Promise<void> {
    expect(await find('rents')).toEqual(['motion', 'amendment'])
    // The motion has the text that its amendment made of it.
    expect((await find('by a fifth')).sort()).toEqual(['amendment', 'motion'])
    expect(await find('by a tenth')).toEqual([])
    expect(await find('fairer')).toEqual(['amendment'])
    expect(await find('howl')).toEqual(['speech'])
    expect(await find('merchandise')).toEqual(['rationale'])
    expect(await find('quarter')).toEqual(['report'])
    expect(await find('housing')).toEqual(['point', 'motion'])
    expect(await find('harbour')).toEqual(['unit'])
    expect((await find('riverside')).sort()).toEqual(['motion', 'rules', 'unit'])
    expect(await find('nunez')).toEqual(['member'])
  }

  test('has one of everything, as it stands at the end of the record', async () => {
    await expectAll()
    expect(await indexCursor(plenum.database)).toBe(await plenum.store.size())
  })

  test('comes to the same when it is made anew, and when it was ahead of the record', async () => {
    await clearIndex(plenum.database.kysely)
    expect(await find('rents')).toEqual([])
    await plenum.search.catchUp(LONG)
    await expectAll()
    await writeDocuments(plenum.database, [], 1_000_000)
    await plenum.search.catchUp(LONG)
    expect(await indexCursor(plenum.database)).toBe(await plenum.store.size())
    await expectAll()
  })

  test('follows what is entered, and forgets whoever is erased', async () => {
    await plenum.database.kysely.executeQuery(deletePerson(plenum.database, 'm-000000000001'))
    expect(await find('nunez')).toEqual([])
    expect(await find('lindqvist')).toEqual(['member'])
    await clearIndex(plenum.database.kysely)
    await plenum.search.catchUp(LONG)
    expect(await find('nunez')).toEqual([])
  })
})
