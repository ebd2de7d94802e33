import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCOPES } from '#modules/tokens/core'
import { openApiMembers, UNSEALED, type ApiMembers } from '../kit/api-members.ts'
import { field, readingPaths } from '../kit/api.ts'
import { electForComplaints } from '../kit/complaint-seed.ts'

// A case and complaints by the API alone; then whoever wants to know what is none of their business, with every token they can make.

const [CHARGER, SECOND, THIRD, WITNESS, CHARGED] = [0, 1, 2, 3, 5] as const
const MEMBERS = 13
const MEASURE = { kind: 'suspension', rights: ['vote'], days: 30 }
const WORDS = [
  'quixotry-facts',
  'zephyrous-answer',
  'jabberwock-witness',
  'quincunx-asked',
  'wherewithal-reply',
]
let members: ApiMembers

interface Sealed {
  readonly roles: readonly string[]
  readonly may: readonly string[]
  readonly charged: { readonly id: string } | null
  readonly facts: string | null
  readonly code: string | null
  readonly statements: readonly { readonly text: string }[]
  readonly findings: readonly { readonly id: string; readonly holds: boolean }[]
  readonly vote: string | null
}
interface CaseAnswer {
  readonly stage: string
  readonly why: string | null
  readonly panel: string
  readonly sealed: Sealed | null
}

async function caseOf(n: number, id: string): Promise<CaseAnswer> {
  const answer = await members.get(n, `/cases/${id}`)
  expect(answer.status).toBe(200)
  return answer.body as CaseAnswer
}

async function sealedOf(n: number, id: string): Promise<Sealed> {
  const { sealed } = await caseOf(n, id)
  if (sealed === null) throw new Error(`nothing of the case is open to member ${n}`)
  return sealed
}

interface PanelAnswer {
  readonly stage: string
  readonly order: readonly { readonly member: { readonly id: string }; readonly what: string }[]
}

function numberOf(id: string): number {
  return members.seeded.members.findIndex((each) => each.id === id)
}

/** Whoever is drawn takes the seat, or steps aside where the case concerns them; who sits in the end. */
async function seat(panel: string): Promise<readonly number[]> {
  for (;;) {
    const { stage, order } = (await members.get(CHARGER, `/panels/${panel}`)).body as PanelAnswer
    if (stage === 'sitting')
      return order.filter(({ what }) => what === 'sits').map(({ member }) => numberOf(member.id))
    expect(stage).toBe('seating')
    // Whoever follows is asked a moment later.
    for (const { member, what } of order.filter((each) => each.what === 'asked')) {
      expect(what).toBe('asked')
      const n = numberOf(member.id)
      const refused = await members.act(n, 'panel.accept', { panel })
      if (refused !== undefined) expect(await members.act(n, 'panel.recuse', { panel })).toBeUndefined()
    }
  }
}

/** The vote that is open on it is held: so many for the measure, the others against. */
async function vote(id: string, who: readonly number[], yes: number): Promise<void> {
  await members.pass(7)
  // Those who vote read what they vote on; without the scope nobody does, and nobody is told what they are.
  for (const n of [...who, CHARGER])
    expect((await members.get(n, `/cases/${id}`, UNSEALED)).body).toMatchObject({
      stage: 'voting',
      sealed: null,
    })
  for (const [i, n] of who.entries()) {
    const open = (await sealedOf(n, id)).vote ?? ''
    await members.cast(n, open, i < yes ? 'yes' : 'no')
  }
  await members.pass(7)
}

/** All that the API tells this token, by path: of these ids, and of every entry there is. */
async function told(
  n: number,
  ids: readonly string[],
  scopes = SCOPES as readonly (typeof SCOPES)[number][],
): Promise<ReadonlyMap<string, string>> {
  const { api, token, get } = members
  const newest = field((await get(n, '/record/entries?limit=1', scopes)).body, 'items') as readonly {
    seq: number
  }[]
  const seqs = Array.from({ length: (newest[0]?.seq ?? 0) + 1 }, (_, seq) => String(seq))
  const authorization = `Bearer ${await token(n, scopes)}`
  const found = new Map<string, string>()
  for (const at of [...readingPaths(api.document, ids, seqs), `/search?q=${WORDS[0] ?? ''}`]) {
    const answer = await fetch(`${members.server.url}/api/v1${at}`, { headers: { authorization } })
    found.set(at, `${answer.status} ${await answer.text()}`)
  }
  return found
}

/** What is told of cases, complaints, panels and tasks, without what is never the same twice. */
function ofSealed(answers: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const kept = [...answers].filter(([at]) => /\/(cases|complaints|panels|needs)/.test(at))
  return new Map(kept.map(([at, text]) => [at, text.replace(/"now":\d+/, '')]))
}

/** One sealed operation sent by a member about something, with a body that its shape takes. */
type Deed = readonly [path: string, body: object]

/** That to this member something that is there is exactly as something that is not. */
async function expectNotThere(n: number, deeds: readonly Deed[], id: string): Promise<void> {
  const headers = { authorization: `Bearer ${await members.token(n)}`, 'content-type': 'application/json' }
  const ask = async (path: string, body: object, about: string): Promise<string> => {
    const init = { method: 'POST', headers, body: JSON.stringify({ id: randomUUID(), ...body }) }
    const answer = await fetch(`${members.server.url}/api/v1${path.replace('{id}', about)}`, init)
    return `${answer.status} ${await answer.text()}`
  }
  for (const [path, body] of deeds) {
    const [there, nowhere] = [await ask(path, body, id), await ask(path, body, randomUUID())]
    expect([path, there]).toEqual([path, nowhere])
    expect(there).toMatch(/^404 /)
  }
}

/** The operations of the document that are about something sealed by its id. */
function sealedOperations(start: string): readonly string[] {
  return Object.entries(members.api.document.paths).flatMap(([at, { post }]) =>
    at.startsWith(start) && post?.security.some(({ token }) => token?.includes('sealed') === true) === true
      ? [at]
      : [],
  )
}

describe('a case by the API alone', () => {
  let id = ''
  let panel = ''
  const text = 'I was not there.'
  const deeds = (): readonly Deed[] => [
    ['/cases/{id}/signature', {}],
    ['/cases/{id}/withdrawal', {}],
    ['/cases/{id}/witnesses', { member: members.idOf(9) }],
    ['/cases/{id}/statements', { text }],
    ['/cases/{id}/last-word', { text }],
    ['/cases/{id}/bar', { number: 1, code: 'x'.repeat(24) }],
    ['/cases/{id}/appeal', { text }],
    ['/cases/{id}/findings', { measure: null, reasons: text }],
    ['/cases/{id}/agreement', { finding: randomUUID() }],
    ['/cases/{id}/dissent', { text }],
    ['/cases/{id}/protection', { rights: ['stand'], days: 5, text }],
    ['/cases/{id}/protection/reply', { text }],
    ['/cases/{id}/protection/appeal', { text }],
  ]
  beforeAll(async () => {
    members = await openApiMembers({ members: MEMBERS })
  }, 120_000)
  afterAll(() => members.close())

  test('is charged and signed: nobody is told before all have signed', { timeout: 120_000 }, async () => {
    const { idOf, seeded } = members
    const charge = {
      id: randomUUID(),
      ...{ unit: seeded.root, member: idOf(CHARGED), with: [idOf(SECOND), idOf(THIRD)] },
      ground: { kind: 'unity', point: seeded.points[0] },
      ...{ asked: MEASURE, facts: WORDS[0], deed: { kind: 'deed', on: await members.yesterday() } },
    }
    const unclear = { ...charge, deed: { kind: 'deed', on: '31.2.2026' } }
    expect(await members.send(CHARGER, '/cases', unclear)).toMatchObject({
      status: 409,
      body: { code: 'deed-day-unclear' },
    })
    const first = await members.send(CHARGER, '/cases', charge)
    expect(first).toMatchObject({ status: 201, body: { receipts: [{ again: false }, { again: false }] } })
    const again = await members.send(CHARGER, '/cases', charge)
    expect(again).toMatchObject({ status: 200, body: { id: field(first.body, 'id') } })
    id = String(field(first.body, 'id'))

    expect(await caseOf(CHARGED, id)).toMatchObject({ stage: 'signing', sealed: null })
    await expectNotThere(CHARGED, deeds(), id)
    const own = await members.get(SECOND, '/me/cases')
    expect(own.body).toMatchObject({ items: [{ id, roles: ['charging'] }] })
    expect((await sealedOf(SECOND, id)).may).toContain('signature')
    const signature = { id: randomUUID() }
    expect((await members.send(SECOND, `/cases/${id}/signature`, signature)).status).toBe(201)
    // Sent again it is entered once, also where the next one has signed meanwhile.
    expect((await members.send(SECOND, `/cases/${id}/signature`, signature)).status).toBe(200)
    await members.enter(THIRD, `/cases/${id}/signature`)
    expect((await members.send(SECOND, `/cases/${id}/signature`, signature)).status).toBe(200)
    expect(await caseOf(CHARGED, id)).toMatchObject({ stage: 'notice' })
  })

  test('is answered, and each reads what their part lets them read', async () => {
    const needs = await members.get(CHARGED, '/me/needs')
    expect(needs.body).toMatchObject({
      needs: [
        { kind: 'panel', what: 'commit' },
        { kind: 'case', id, what: 'answer' },
      ],
    })
    await members.enter(CHARGED, `/cases/${id}/statements`, { text: WORDS[1] })
    await members.enter(CHARGED, `/cases/${id}/witnesses`, { member: members.idOf(WITNESS) })
    await members.enter(WITNESS, `/cases/${id}/statements`, { text: WORDS[2] })
    await members.enter(SECOND, `/cases/${id}/protection`, { rights: ['stand'], days: 5, text: WORDS[3] })
    await members.enter(CHARGED, `/cases/${id}/protection/reply`, { text: WORDS[4] })
    const charged = await sealedOf(CHARGED, id)
    expect(charged).toMatchObject({
      roles: ['charged'],
      charged: { id: members.idOf(CHARGED) },
      facts: WORDS[0],
      code: expect.stringMatching(/^[A-Za-z0-9+/]{22}==$/),
    })
    expect(charged.statements.map((said) => said.text)).toEqual([WORDS[1], WORDS[2]])
    const witness = await sealedOf(WITNESS, id)
    expect(witness).toMatchObject({ roles: ['witness'], facts: null, code: null })
    expect(witness.statements.map((said) => said.text)).toEqual([WORDS[2]])
    // Somebody in it who does what is another’s is told so.
    expect(await members.send(WITNESS, `/cases/${id}/appeal`, { text })).toMatchObject({
      body: { code: 'not-concerned' },
    })
    // What is answered to whoever may read it is kept nowhere.
    for (const path of [`/cases/${id}`, '/me/cases', '/me/needs']) {
      const { headers } = await members.get(CHARGED, path)
      expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null])
    }
  })

  test('its sides commit to words for the lot', async () => {
    panel = (await caseOf(CHARGED, id)).panel
    const sent = { side: 'charged', words: 'a heron on the weir' }
    await members.enter(CHARGED, `/panels/${panel}/commitment`, sent)
    await members.enter(THIRD, `/panels/${panel}/commitment`, { side: 'charging', words: 'two wet boots' })
    const sides: readonly Deed[] = [
      ['/panels/{id}/commitment', sent],
      ['/panels/{id}/seed', sent],
      ['/panels/{id}/challenge', { side: 'charged', member: members.idOf(8) }],
    ]
    for (const n of [WITNESS, 7, 12]) await expectNotThere(n, sides, panel)
    expect(sides.map(([at]) => at)).toEqual(sealedOperations('/panels'))
  })

  test('is told to nobody else, whatever their token may', { timeout: 240_000 }, async () => {
    const ids = [id, panel, members.idOf(CHARGED), members.seeded.root]
    const concerned: readonly number[] = [CHARGER, SECOND, THIRD, WITNESS, CHARGED]
    const strangers = Array.from({ length: MEMBERS }, (_, n) => n).filter((n) => !concerned.includes(n))
    for (const n of strangers) {
      const answers = await told(n, ids)
      expect([...answers.keys()]).toEqual(
        expect.arrayContaining([`/cases/${id}`, '/me/cases', '/record/export']),
      )
      for (const [at, answer] of answers) {
        const isOfIt = ofSealed(new Map([[at, answer]])).size > 0 || answer.includes(id)
        const isList = /\/record\/(entries|export)$/.test(at)
        const named = isOfIt && !isList ? [members.idOf(CHARGED), members.nameOf(CHARGED)] : []
        const asked = at.includes(members.idOf(CHARGED)) ? [] : named
        for (const word of [...WORDS, ...asked])
          expect(answer.includes(word), `${n} ${at} ${word}`).toBe(false)
      }
      await expectNotThere(n, deeds(), id)
    }
    expect(deeds().map(([at]) => at)).toEqual(sealedOperations('/cases/{id}'))
  })

  test(
    'is told to a token without the scope as to anybody, be its member charged',
    { timeout: 120_000 },
    async () => {
      const ids = [id, panel, members.seeded.root]
      const stranger = ofSealed(await told(12, ids, UNSEALED))
      for (const n of [CHARGED, CHARGER, WITNESS]) {
        const answers = await told(n, ids, UNSEALED)
        expect(ofSealed(answers)).toEqual(stranger)
        for (const [at, answer] of answers)
          for (const word of WORDS) expect(answer.includes(word), `${n} ${at} ${word}`).toBe(false)
        for (const [path, body] of [...deeds(), ['/cases', {}] as const])
          expect(await members.send(n, path.replace('{id}', id), body, UNSEALED)).toMatchObject({
            status: 403,
            body: { code: 'scope-missing', facts: { scope: 'sealed' } },
          })
        for (const type of ['panel.accept', 'panel.recuse'])
          for (const path of ['/acts', '/acts/check'])
            expect(await members.send(n, path, { type, body: { panel } }, UNSEALED)).toMatchObject({
              status: 403,
            })
      }
    },
  )

  test('is found on by a panel drawn by lot', { timeout: 120_000 }, async () => {
    // Where all have committed there is nothing to wait for.
    await members.enter(CHARGED, `/panels/${panel}/seed`, { side: 'charged', words: 'a heron on the weir' })
    await members.enter(THIRD, `/panels/${panel}/seed`, { side: 'charging', words: 'two wet boots' })
    const seen = await Promise.all(
      [CHARGED, WITNESS, 12].map(async (n) => (await members.get(n, `/panels/${panel}`, UNSEALED)).body),
    )
    for (const each of seen) expect(each).toEqual(seen[0])
    const before = await seat(panel)
    const [challenged = 0] = before
    await members.enter(CHARGED, `/panels/${panel}/challenge`, {
      side: 'charged',
      member: members.idOf(challenged),
    })
    const sits = await seat(panel)
    expect(sits).toHaveLength(5)
    expect(sits).not.toContain(challenged)
    for (const n of [CHARGER, SECOND, THIRD, WITNESS, CHARGED]) expect(sits).not.toContain(n)
    await members.pass(14)
    const [first = 0, second = 0, third = 0, last = 0] = sits
    // What would be held where everybody reads is not taken.
    const proposal = { panel, proposal: randomUUID(), outcome: null, reasons: 'In the open.' }
    expect(await members.act(first, 'panel.propose', proposal)).toBe('case-text-elsewhere')
    const harsher = { measure: { kind: 'expulsion' }, reasons: 'zugzwang-reasons' }
    expect(await members.send(first, `/cases/${id}/findings`, harsher)).toMatchObject({
      body: { code: 'harsher-than-asked' },
    })
    await members.enter(first, `/cases/${id}/findings`, { ...harsher, measure: MEASURE })
    await members.enter(last, `/cases/${id}/dissent`, { text: 'A warning would do.' })
    const finding = (await sealedOf(second, id)).findings[0]?.id
    for (const n of [second, third]) await members.enter(n, `/cases/${id}/agreement`, { finding })
    expect(await caseOf(12, id)).toMatchObject({ stage: 'found' })
    await members.enter(CHARGED, `/cases/${id}/last-word`, { text: 'I ask you to vote against.' })
  })

  test(
    'is voted on in secret, and overturned on appeal, after which nothing is there',
    { timeout: 120_000 },
    async () => {
      await vote(id, [CHARGER, 4, CHARGED, 6, 7], 4)
      expect(await caseOf(CHARGED, id)).toMatchObject({ stage: 'appealable' })
      await members.enter(CHARGED, `/cases/${id}/appeal`, { text: 'Nobody asked me.' })
      await vote(id, [CHARGER, 4, CHARGED, 6, 7], 2)
      for (const n of [CHARGER, CHARGED, 12])
        expect(await caseOf(n, id)).toMatchObject({ stage: 'ended', why: 'overturned', sealed: null })
      await expectNotThere(CHARGED, deeds(), id)
      expect((await members.get(CHARGED, '/me/cases')).body).toEqual({ items: [] })
      for (const word of [...WORDS, 'zugzwang', members.idOf(CHARGED), members.nameOf(CHARGED)])
        expect(members.server.output()).not.toContain(word)
      expect(members.server.output()).toContain('/api/')
    },
  )
})

describe('a complaint by the API alone', () => {
  const [ELECTED, NEXT, COMPLAINANT, ABOUT, REPRESENTATIVE, OTHER] = [0, 1, 4, 5, 6, 7] as const
  const WRITTEN = ['quittenbaum', 'hazelrod'] as const
  let id = ''
  beforeAll(async () => {
    members = await openApiMembers({ then: electForComplaints })
  }, 120_000)
  afterAll(() => members.close())

  const complain = (representative: number | null = null): Promise<string> =>
    members.enter(COMPLAINANT, '/complaints', {
      about: members.idOf(ABOUT),
      representative: representative === null ? null : members.idOf(representative),
      text: WRITTEN[0],
    })
  const deeds = (): readonly Deed[] => [
    ['/complaints/{id}/answer', {}],
    ['/complaints/{id}/texts', { text: 'Me too.' }],
    ['/complaints/{id}/separation', { days: 3 }],
    [
      '/complaints/{id}/referral',
      {
        ...{ ground: { kind: 'unity', point: members.seeded.points[0] }, asked: { kind: 'warning' } },
        ...{ on: '2026-03-28', facts: 'Facts.' },
      },
    ],
    ['/complaints/{id}/end', { how: 'settled' }],
  ]

  test('is made, and answered by whoever is elected', { timeout: 120_000 }, async () => {
    id = await complain(REPRESENTATIVE)
    expect((await members.get(ELECTED, '/me/complaints')).body).toMatchObject({
      items: [{ id, stage: 'asked' }],
    })
    expect((await members.get(ELECTED, `/complaints/${id}`)).body).toMatchObject({
      ...{ role: 'person', mayTake: true, mayRefer: false },
      texts: [{ text: WRITTEN[0], by: { id: members.idOf(COMPLAINANT) } }],
    })
    expect(await members.send(COMPLAINANT, `/complaints/${id}/answer`)).toMatchObject({
      body: { code: 'not-concerned' },
    })
    await members.enter(ELECTED, `/complaints/${id}/answer`)
    const text = { id: randomUUID(), text: 'I call you tonight.' }
    expect((await members.send(ELECTED, `/complaints/${id}/texts`, text)).status).toBe(201)
    expect((await members.send(ELECTED, `/complaints/${id}/texts`, text)).status).toBe(200)
    const spoken = await members.get(REPRESENTATIVE, `/complaints/${id}`)
    expect(field(spoken.body, 'texts')).toHaveLength(2)
    expect(spoken.headers.get('cache-control')).toBe('no-store')
  })

  test('is not there for anybody else, whatever their token may', { timeout: 240_000 }, async () => {
    const ids = [id, members.seeded.root]
    for (const n of [NEXT, ABOUT, 2, 3, OTHER]) {
      const answers = await told(n, ids)
      for (const [at, answer] of answers)
        for (const word of [WRITTEN[0], 'I call you']) expect(answer.includes(word), `${n} ${at}`).toBe(false)
      const nowhere = await told(n, [randomUUID()])
      const [, unknown] = [...nowhere].find(([at]) => /^\/complaints\/./.test(at)) ?? []
      expect(answers.get(`/complaints/${id}`)).toBe(unknown)
      expect(answers.get('/me/complaints')).toBe('200 {"items":[]}')
      await expectNotThere(n, deeds(), id)
    }
    expect(deeds().map(([at]) => at)).toEqual(sealedOperations('/complaints/{id}'))
    const stranger = ofSealed(await told(OTHER, ids, UNSEALED))
    for (const n of [COMPLAINANT, ELECTED, REPRESENTATIVE])
      expect(ofSealed(await told(n, ids, UNSEALED))).toEqual(stranger)
  })

  test('has two kept apart, of which whom it is about reads the order and no word', async () => {
    expect(await members.send(ELECTED, `/complaints/${id}/separation`, { days: 15 })).toMatchObject({
      body: { code: 'separation-days' },
    })
    await members.enter(ELECTED, `/complaints/${id}/separation`, { days: 14 })
    expect((await members.get(ABOUT, `/complaints/${id}`)).body).toMatchObject({
      ...{ role: 'apart', texts: [], representative: null, mayWrite: false },
      complainant: { id: members.idOf(COMPLAINANT) },
    })
  })

  test('is referred to a panel, to which nothing of its file goes', async () => {
    const referral = {
      ...{ ground: { kind: 'unity', point: members.seeded.points[0] }, asked: { kind: 'warning' } },
      ...{ on: await members.yesterday(), facts: WRITTEN[1] },
    }
    await members.enter(ELECTED, `/complaints/${id}/referral`, referral)
    expect((await members.get(COMPLAINANT, `/complaints/${id}`)).status).toBe(404)
    const [own] = field((await members.get(ABOUT, '/me/cases')).body, 'items') as readonly { id: string }[]
    const charged = JSON.stringify(await caseOf(ABOUT, own?.id ?? ''))
    expect(charged).toContain(WRITTEN[1])
    expect(charged).not.toContain(WRITTEN[0])
    expect(await caseOf(OTHER, own?.id ?? '')).toMatchObject({ stage: 'notice', sealed: null })
  })

  test('is ended by whoever made it, and gone', async () => {
    const another = await complain()
    await members.enter(COMPLAINANT, `/complaints/${another}/end`, { how: 'withdrawn' })
    for (const n of [COMPLAINANT, ELECTED])
      expect((await members.get(n, `/complaints/${another}`)).status).toBe(404)
    expect((await members.get(OTHER, '/complaints')).body).toMatchObject({ all: 2, ended: 2, separations: 1 })
    for (const word of WRITTEN) expect(members.server.output()).not.toContain(word)
  })
})
