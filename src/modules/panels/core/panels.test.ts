import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commitmentTo } from '#modules/counting/core'
import { hashBody, type KeptEntry } from '#modules/record/core'
import { createOrg, type Org } from '#organization'
import { DAY, person, ROOT, uuid, type World } from '../../../../test/kit/given.ts'
import {
  commit,
  drawn,
  HELD,
  open,
  PANEL,
  panelOf,
  panelWorld,
  seated,
  sitting,
} from '../../../../test/kit/panel-world.ts'
import { createDrawCheck, createPanelRules, decisionOf, endPanel, type PanelSubject } from './index.ts'

const seats = (world: World): readonly string[] => panelOf(world).seats.map(({ member }) => member)

function refusal(world: World, by: string, type: string, body: object): string | undefined {
  return world.when(by, `panel.${type}`, { panel: PANEL, ...body })?.code
}

/** The entries as they are kept. */
function keptOf({ entries }: World): KeptEntry[] {
  const salt = new Uint8Array(16)
  return entries.map((entry) => ({ ...entry, salt: '', bodyHash: hashBody(salt, entry.body) }))
}

function proofOf(
  entries: readonly KeptEntry[],
  id = PANEL,
): ReturnType<ReturnType<typeof createDrawCheck>['finish']> {
  const check = createDrawCheck(id)
  for (const entry of entries) check.take(entry)
  return check.finish()
}

describe('a panel', () => {
  it('is announced with a frozen roll and the clerk’s commitment, in the moment it is called', () => {
    const panel = panelOf(panelWorld(20))
    expect(panel).toMatchObject({ unit: ROOT, pool: { size: 19 }, stage: { kind: 'seeding' } })
    expect(panel.commitment).toMatch(/^[A-Za-z0-9+/]{43}=$/)
  })

  it('is drawn as soon as all who committed have opened', () => {
    const world = drawn(panelWorld())
    expect(panelOf(world).stage).toEqual({ kind: 'seating' })
    expect(panelOf(world).seats).toHaveLength(3)
    expect(panelOf(world).order).toHaveLength(19)
    expect(panelOf(world).order).not.toContain(person(0))
  })

  it('is drawn by the clerk’s seed alone where no side gives one, and says so', () => {
    const world = panelWorld()
    world.pass(3 * DAY)
    expect(panelOf(world)).toMatchObject({ stage: { kind: 'seating' }, seeds: [] })
    expect(proofOf(keptOf(world)).violations).toEqual([])
  })

  it('is drawn without the words of a side that committed and did not open them, and names the side', () => {
    const world = panelWorld()
    commit(world, person(0), 'one', 'red hat')
    commit(world, 'nobody', 'two', 'blue cat')
    open(world, 'nobody', 'two', 'blue cat')
    world.pass(2 * DAY)
    const { draws, violations } = proofOf(keptOf(world))
    expect(violations).toEqual([])
    expect(draws[0]?.unopened).toEqual(['one'])
  })

  it('takes members who join after the announcement into no pool', () => {
    const world = panelWorld(6)
    const late = person(77)
    world.given('nobody', 'member.apply', { member: late, home: ROOT, details: HELD.hash }, null)
    world.given(person(2), 'member.vouch', { member: late }, null)
    world.given(person(0), 'member.admit', { member: late }, null)
    expect(panelOf(drawn(world)).order).toHaveLength(5)
    expect(panelOf(world).order).not.toContain(late)
  })

  it('does not exist under the fifth law', () => {
    expect(createPanelRules({})['panel.announce'].since).toBe(6)
    expect(Object.values(createPanelRules({})).every(({ since }) => since === 6)).toBe(true)
  })

  it('ends with what it was about, and nothing of it falls due any more', () => {
    const world = drawn(panelWorld())
    endPanel(world.org, PANEL, world.now)
    world.pass(100 * DAY)
    expect(panelOf(world).stage.kind).toBe('ended')
    expect(refusal(world, seats(world)[0] ?? '', 'accept', {})).toBe('panel-elsewhere')
  })
})

describe('seeds', () => {
  it('are committed to by their side only, once, and in time', () => {
    const world = panelWorld()
    const commitment = commitmentTo('words', 'one')
    expect(refusal(world, person(5), 'commit', { side: 'one', commitment })).toBe('not-of-side')
    expect(refusal(world, person(0), 'commit', { side: 'two', commitment })).toBe('not-of-side')
    expect(refusal(world, 'nobody', 'commit', { side: 'one', commitment })).toBe('not-of-side')
    expect(refusal(world, person(0), 'commit', { side: 'three', commitment })).toBe('unknown-side')
    commit(world, person(0), 'one', 'words')
    expect(refusal(world, person(0), 'commit', { side: 'one', commitment })).toBe('committed-already')
    world.pass(3 * DAY)
    expect(refusal(world, 'nobody', 'commit', { side: 'two', commitment })).toBe('commit-late')
  })

  it('are opened only once nobody can commit any more, and only as promised', () => {
    const world = panelWorld()
    commit(world, person(0), 'one', 'words')
    expect(refusal(world, person(0), 'seed', { side: 'one', seed: 'words' })).toBe('seed-early')
    world.pass(3 * DAY)
    expect(refusal(world, person(0), 'seed', { side: 'one', seed: 'other words' })).toBe('seed-other')
    expect(refusal(world, 'nobody', 'seed', { side: 'two', seed: 'words' })).toBe('side-without-commitment')
    expect(refusal(world, person(3), 'seed', { side: 'one', seed: 'words' })).toBe('not-of-side')
    open(world, person(0), 'one', 'words')
    expect(panelOf(world).seeds).toMatchObject([{ by: 'one', opened: 'words' }])
  })

  it('are not taken from one side for another', () => {
    const world = panelWorld()
    // Whoever copies the other side's commitment cannot open it.
    const commitment = commitmentTo('red hat', 'one')
    commit(world, person(0), 'one', 'red hat')
    world.given('nobody', 'panel.commit', { panel: PANEL, side: 'two', commitment })
    open(world, person(0), 'one', 'red hat')
    expect(refusal(world, 'nobody', 'seed', { side: 'two', seed: 'red hat' })).toBe('seed-other')
  })
})

describe('a draw', () => {
  it('by anybody but its seeds and its roll is refused', () => {
    const world = panelWorld()
    commit(world, person(0), 'one', 'words')
    world.pass(5 * DAY - 1)
    const at = world.now + 1
    const rules = createPanelRules<Org>({})
    world.now = at
    const entry = (body: object): Parameters<(typeof rules)['panel.draw']['check']>[1] => ({
      ...{ seq: 0, at, by: 'clerk', id: uuid('x'), type: 'panel.draw', law: 6, unit: ROOT },
      body: { panel: PANEL, round: 1, seed: null, drawn: [], ...body },
    })
    expect(rules['panel.draw'].check(world.org, entry({}))?.code).toBe('wrong-result')
    expect(rules['panel.draw'].check(world.org, entry({ seed: 'chosen' }))?.code).toBe('seed-other')
  })

  it('is a permutation of the pool, and depends on every opened seed', () => {
    const orders = new Map<string, string>()
    const words = fc.tuple(fc.stringMatching(/^[a-z]{4,8}$/), fc.stringMatching(/^[a-z]{4,8}$/))
    fc.assert(
      fc.property(words, (pair) => {
        const { order } = panelOf(drawn(panelWorld(16), pair))
        expect([...order].sort()).toEqual(Array.from({ length: 15 }, (_, n) => person(n + 1)))
        const key = order.join()
        // Another pair of words gives another order: of 15! a second time the same would be a fault.
        expect(orders.get(key) ?? pair.join()).toBe(pair.join())
        orders.set(key, pair.join())
      }),
      { numRuns: 25 },
    )
  })

  it('puts nobody first more often than others, whatever one side chooses', () => {
    // The second side tries words against fixed ones of the first: it cannot know the clerk’s seed, and hits each about as often.
    const first = new Map<string, number>()
    for (let n = 0; n < 120; n++) {
      const world = drawn(panelWorld(7), ['fixed', `try ${n}`])
      const member = panelOf(world).order[0] ?? ''
      first.set(member, (first.get(member) ?? 0) + 1)
    }
    expect(first.size).toBe(6)
    for (const times of first.values()) expect(times).toBeLessThan(45)
  })

  it('comes from the unit above where too few are in the pool', () => {
    const world = panelWorld(20)
    expect(panelOf(world).unit).toBe(ROOT)
    const small = panelWorld(4)
    expect(panelOf(small)).toMatchObject({ unit: ROOT, pool: { size: 3 } })
  })
})

describe('seats', () => {
  it('go to the first of the draw, and on to the next when somebody steps aside or does not answer', () => {
    const world = drawn(panelWorld())
    const { order } = panelOf(world)
    const [a = '', b = '', c = ''] = order
    expect(seats(world)).toEqual([a, b, c])
    world.given(b, 'panel.recuse', { panel: PANEL })
    expect(seats(world)).toEqual([a, c, order[3]])
    world.given(a, 'panel.accept', { panel: PANEL })
    world.pass(3 * DAY)
    expect(seats(world)).toEqual([a, order[4], order[5]])
    expect(panelOf(world).left.map(({ member, why }) => [member, why])).toEqual([
      [b, 'recused'],
      [c, 'silent'],
      [order[3], 'silent'],
    ])
  })

  it('are taken by who was asked, once', () => {
    const world = drawn(panelWorld())
    const { order } = panelOf(world)
    expect(refusal(world, order[7] ?? '', 'accept', {})).toBe('no-seat')
    expect(refusal(world, order[7] ?? '', 'recuse', {})).toBe('no-seat')
    world.given(order[0] ?? '', 'panel.accept', { panel: PANEL })
    expect(refusal(world, order[0] ?? '', 'accept', {})).toBe('seat-taken-already')
  })

  it('whoever leaves in whatever order, the rest follow in the order of the draw', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2), { maxLength: 10 }), (leaving) => {
        const world = drawn(panelWorld(16))
        const { order } = panelOf(world)
        for (const n of leaving) world.given(seats(world)[n] ?? '', 'panel.recuse', { panel: PANEL })
        const left = new Set(panelOf(world).left.map(({ member }) => member))
        expect(panelOf(world).order).toEqual(order)
        const sit = new Set(seats(world))
        // Those who sit are just the first of the draw who did not leave.
        expect(order.filter((member) => sit.has(member))).toEqual(
          order.filter((member) => !left.has(member)).slice(0, 3),
        )
        expect(proofOf(keptOf(world)).violations).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  it('are drawn anew under other ids, even where all seeds are there at the moment of the draw before', () => {
    const world = drawn(drawn(panelWorld(3)))
    expect(panelOf(world).round).toBe(3)
    const ids = world.entries.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('are drawn anew with new seeds when all have left, three times at the most', () => {
    const world = drawn(panelWorld(5))
    const first = panelOf(world)
    while (panelOf(world).stage.kind === 'seating')
      world.given(seats(world)[0] ?? '', 'panel.recuse', { panel: PANEL })
    world.pass(0)
    expect(panelOf(world)).toMatchObject({ round: 2, seeds: [], stage: { kind: 'seeding' } })
    expect(panelOf(world).commitment).not.toBe(first.commitment)
    world.pass(30 * DAY)
    expect(panelOf(world)).toMatchObject({ round: 3, stage: { kind: 'undecided', why: 'no-seats' } })
    expect(proofOf(keptOf(world)).draws).toHaveLength(3)
  })

  it('are refused to whoever is concerned, as far as the subject knows', () => {
    const world = drawn(panelWorld())
    const [first = ''] = seats(world)
    const subject: PanelSubject<Org> = {
      isInvolved: (_, id, member) => id === uuid('subject') && member === first,
      checkOutcome: () => undefined,
      decided: () => undefined,
      undecided: () => undefined,
    }
    const check = createPanelRules({ test: subject })['panel.accept'].check
    const entry = { seq: 0, at: world.now, id: uuid('x'), type: 'panel.accept', law: 6, unit: ROOT }
    const body = { panel: PANEL }
    expect(check(world.org, { ...entry, by: first, body })?.code).toBe('panel-involved')
    expect(check(world.org, { ...entry, by: seats(world)[1] ?? '', body })).toBeUndefined()
  })
})

describe('a challenge', () => {
  it('is granted at once the first time, later by more than half of the rest with a reason', () => {
    const world = seated(drawn(panelWorld()))
    const [a = ''] = seats(world)
    world.given('nobody', 'panel.challenge', { panel: PANEL, side: 'two', member: a, reason: null })
    expect(seats(world)).not.toContain(a)
    seated(world)
    const [b = '', c = '', d = ''] = seats(world)
    const again = { side: 'two', member: b }
    expect(refusal(world, 'nobody', 'challenge', { ...again, reason: null })).toBe('challenge-without-reason')
    world.given('nobody', 'panel.challenge', { panel: PANEL, ...again, reason: HELD })
    expect(refusal(world, 'nobody', 'challenge', { ...again, reason: HELD })).toBe('challenged-already')
    expect(refusal(world, b, 'grant', { member: b })).toBe('challenge-own')
    expect(refusal(world, person(0), 'grant', { member: b })).toBe('no-seat')
    world.given(c, 'panel.grant', { panel: PANEL, member: b })
    expect(refusal(world, c, 'grant', { member: b })).toBe('agreed-already')
    expect(seats(world)).toContain(b)
    world.given(d, 'panel.grant', { panel: PANEL, member: b })
    expect(seats(world)).not.toContain(b)
    expect(refusal(world, c, 'grant', { member: b })).toBe('unknown-challenge')
    const { events, sits } = proofOf(keptOf(world))
    expect(sits).toEqual([c, d])
    expect(events.filter(({ what }) => what === 'challenged').map(({ member }) => member)).toEqual([a, b])
  })

  it('comes from a side, about who sits, before the panel has begun to find', () => {
    const world = sitting(panelWorld())
    const [a = '', b = ''] = seats(world)
    expect(refusal(world, person(9), 'challenge', { side: 'one', member: a, reason: null })).toBe(
      'not-of-side',
    )
    expect(refusal(world, person(0), 'challenge', { side: 'one', member: person(0), reason: null })).toBe(
      'no-such-seat',
    )
    world.given(a, 'panel.propose', { panel: PANEL, proposal: uuid('p'), outcome: 'yes', reasons: HELD })
    expect(refusal(world, person(0), 'challenge', { side: 'one', member: b, reason: null })).toBe(
      'challenge-late',
    )
  })
})

describe('a finding', () => {
  const propose = (world: World, by: string, name: string): void => {
    world.given(by, 'panel.propose', { panel: PANEL, proposal: uuid(name), outcome: name, reasons: HELD })
  }

  it('holds when more than half of all seats agree, and the rest may dissent', () => {
    const world = sitting(panelWorld())
    const [a = '', b = '', c = ''] = seats(world)
    propose(world, a, 'yes')
    propose(world, c, 'no')
    expect(panelOf(world).stage.kind).toBe('sitting')
    world.given(b, 'panel.agree', { panel: PANEL, proposal: uuid('yes') })
    expect(panelOf(world).stage.kind).toBe('decided')
    expect(decisionOf(panelOf(world))).toMatchObject({ outcome: 'yes', agreed: [a, b] })
    expect(refusal(world, b, 'dissent', { reasons: HELD })).toBe('dissent-from-own')
    world.given(c, 'panel.dissent', { panel: PANEL, reasons: HELD })
    expect(refusal(world, c, 'dissent', { reasons: HELD })).toBe('dissented-already')
    expect(panelOf(world).dissents).toMatchObject([{ by: c }])
  })

  it('is not proposed before the sides had time to challenge, nor by who does not sit', () => {
    const world = seated(drawn(panelWorld()))
    const [a = ''] = seats(world)
    const body = { proposal: uuid('p'), outcome: 'yes', reasons: HELD }
    expect(refusal(world, a, 'propose', body)).toBe('finding-early')
    world.pass(2 * DAY)
    expect(refusal(world, person(0), 'propose', body)).toBe('no-seat')
    expect(refusal(world, a, 'agree', { proposal: uuid('p') })).toBe('unknown-finding')
  })

  it('counts each member for one proposal only, and nobody who left', () => {
    const world = sitting(panelWorld())
    const [a = '', b = '', c = ''] = seats(world)
    propose(world, a, 'yes')
    propose(world, b, 'no')
    world.given(a, 'panel.agree', { panel: PANEL, proposal: uuid('no') })
    expect(decisionOf(panelOf(world))).toMatchObject({ outcome: 'no' })

    const other = sitting(panelWorld())
    propose(other, a, 'yes')
    other.given(a, 'panel.recuse', { panel: PANEL })
    seated(other)
    other.pass(2 * DAY)
    other.given(c, 'panel.agree', { panel: PANEL, proposal: uuid('yes') })
    expect(panelOf(other).stage.kind).toBe('sitting')
  })

  it('that does not come in time: who was silent is replaced once, then the panel ends', () => {
    const world = sitting(panelWorld())
    const [a = '', b = '', c = ''] = seats(world)
    propose(world, a, 'yes')
    world.pass(7 * DAY)
    expect(panelOf(world)).toMatchObject({ extended: true, stage: { kind: 'seating' } })
    expect(seats(world)).toContain(a)
    expect(seats(world)).not.toContain(b)
    expect(seats(world)).not.toContain(c)
    for (const member of seats(world).slice(1)) world.given(member, 'panel.accept', { panel: PANEL })
    world.pass(9 * DAY)
    expect(panelOf(world).stage).toMatchObject({ kind: 'undecided', why: 'no-decision' })
  })

  it('that the subject refuses is refused', () => {
    const world = sitting(panelWorld())
    const [a = ''] = seats(world)
    const subject: PanelSubject<Org> = {
      isInvolved: () => false,
      checkOutcome: (_, __, outcome) =>
        outcome === 'yes' ? undefined : { refused: true, code: 'unknown-finding', facts: {} },
      decided: () => undefined,
      undecided: () => undefined,
    }
    const check = createPanelRules({ test: subject })['panel.propose'].check
    const entry = { seq: 0, at: world.now, by: a, id: uuid('x'), type: 'panel.propose', law: 6, unit: ROOT }
    const body = { panel: PANEL, proposal: uuid('p'), reasons: HELD }
    expect(check(world.org, { ...entry, body: { ...body, outcome: 'yes' } })).toBeUndefined()
    expect(check(world.org, { ...entry, body: { ...body, outcome: 'no' } })?.code).toBe('unknown-finding')
  })
})

describe('a draw done again from the record alone', () => {
  const tampered = (change: (body: Record<string, never>, type: string) => void): readonly string[] => {
    const world = drawn(panelWorld())
    const entries = structuredClone(keptOf(world))
    for (const { type, body } of entries) change(body as Record<string, never>, type)
    return proofOf(entries).violations.map(({ code }) => code)
  }
  const at = (wanted: string, write: (body: Record<string, unknown>) => void) =>
    tampered((body, type) => {
      if (type === wanted) write(body)
    })

  it('agrees with a sound one, and says who left', () => {
    const world = drawn(panelWorld())
    const [a = ''] = seats(world)
    world.given(a, 'panel.recuse', { panel: PANEL })
    const { draws, events, violations } = proofOf(keptOf(world))
    expect(violations).toEqual([])
    expect(draws).toHaveLength(1)
    expect(draws[0]?.drawn.map(({ member }) => member)).toEqual(panelOf(world).order)
    expect(events).toMatchObject([{ member: a, what: 'recused' }])
  })

  it('finds a seed, a commitment, a place, a member, a proof or a roll that is another', () => {
    expect(at('panel.seed', (body) => (body['seed'] = 'other words'))).toContain('draw-seed-other')
    expect(at('panel.commit', (body) => (body['commitment'] = HELD.hash))).toContain('draw-seed-other')
    expect(at('panel.draw', (body) => (body['seed'] = 'chosen later'))).toContain('draw-seed-other')
    expect(at('panel.announce', (body) => (body['pool'] = { size: 19, root: HELD.hash }))).toContain(
      'draw-other-member',
    )
    expect(at('panel.draw', (body) => (body['drawn'] as object[]).reverse())).toContain('draw-other-places')
    expect(
      at('panel.draw', (body) => ((body['drawn'] as { member: string }[])[0]!.member = person(0))),
    ).toContain('draw-other-member')
    expect(at('panel.draw', (body) => (body['round'] = 2))).toEqual(['draw-unannounced'])
  })

  it('says that there is no such panel, and that one is not drawn yet', () => {
    expect(proofOf(keptOf(panelWorld()), uuid('none')).violations).toMatchObject([{ code: 'unknown-panel' }])
    expect(proofOf(keptOf(panelWorld())).violations).toMatchObject([{ code: 'panel-undrawn' }])
  })
})

it('nothing of panels stands in the image of a record without any', () => {
  expect(JSON.stringify(createOrg().panels)).toBe(undefined)
})
