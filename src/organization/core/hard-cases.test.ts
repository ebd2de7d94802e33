import { describe, expect, it } from 'vitest'
import type { Json } from '#kernel/canonical'
import { PRESETS, type RuleSet } from '#modules/rulebook/core'
import { check } from './check.ts'
import { NEWEST_LAW } from './founding.ts'
import { auditOf } from '../../../test/kit/export.ts'
import {
  adoptLaws,
  clausesOf,
  DAY,
  DEBATE,
  emptyWorld,
  HOUR,
  inDebate,
  openVote,
  person,
  ratifiedWorld,
  RESOLVE,
  ROOT,
  RULES,
  SOME_HASH,
  stageOf,
  uuid,
  VOTING,
  type World,
} from '../../../test/kit/given.ts'

/** Those who may of the first so many vote yes to everything that is open, and the votes close. */
function adoptAll(world: World, members = 10): void {
  for (const vote of world.org.voting.votes.values())
    if (vote.status === 'open')
      for (let n = 0; n < members; n++)
        world.when(
          person(n),
          'ballot.cast',
          { vote: vote.id, choices: vote.items.map(() => 'yes') },
          vote.unit,
        )
  world.pass(VOTING)
}

function adopted(world: World, name: string, enactment: Json, unit = ROOT): string {
  const motion = inDebate(world, name, enactment, [`${name}.`], unit)
  world.pass(DEBATE)
  adoptAll(world)
  return motion
}

function amend(world: World, motion: string, n: number, changes: readonly Json[]): string {
  const amendment = uuid('amendment', motion, n)
  world.given(person(n), 'amendment.propose', { amendment, motion, changes, reason: null })
  world.when(person((n + 1) % 10), 'amendment.second', { amendment })
  return amendment
}

function expectClean(world: World): void {
  const report = auditOf(world.entries)
  expect([report.violations, report.unchecked]).toEqual([[], []])
}

describe('amendments that cannot stand together', () => {
  const middle = 'x'.repeat(100)
  const text = `a ${middle} b`
  const clause = clausesOf(text)[0]?.id ?? ''
  const most = 'y'.repeat(19_990)
  const longer = [
    [{ kind: 'replace', clause, text: `${most} ${middle} b`.slice(-20_000) }],
    [{ kind: 'replace', clause, text: `a ${middle} ${most}`.slice(0, 20_000) }],
  ]

  it('do not leave a motion hanging when a clause would grow too long', () => {
    const world = ratifiedWorld()
    const motion = inDebate(world, 'Long', RESOLVE, [text])
    const first = amend(world, motion, 1, longer[0] ?? [])
    const second = amend(world, motion, 3, longer[1] ?? [])
    world.pass(DEBATE)
    adoptAll(world)
    expect(stageOf(world, motion)).toMatchObject({ kind: 'voting' })
    expect(world.org.motions.amendments.get(first)?.stage).toEqual({ kind: 'adopted' })
    expect(world.org.motions.amendments.get(second)?.stage).toEqual({ kind: 'displaced', by: first })
    expectClean(world)
  })

  it('do not lock the founding for good', () => {
    const world = emptyWorld()
    world.given(
      'nobody',
      'organization.found',
      { name: 'Riverside', root: ROOT, rules: RULES, demonstration: false },
      null,
    )
    for (const n of [0, 1, 2, 3, 4])
      world.given(
        'nobody',
        'founding.member',
        { member: person(n), home: ROOT, organizer: true, details: SOME_HASH },
        null,
      )
    const motion = uuid('founding')
    const enactment = { kind: 'organization.ratify', points: true }
    world.given(person(0), 'motion.propose', {
      motion,
      title: 'Founding',
      clauses: clausesOf(text),
      enactment,
    })
    amend(world, motion, 1, longer[0] ?? [])
    amend(world, motion, 3, longer[1] ?? [])
    world.pass(DEBATE)
    adoptAll(world)
    adoptAll(world)
    expect(world.org.units.organization.get()?.status).toBe('ratified')
  })

  it('keep what fits of those that would make too many clauses', () => {
    const world = ratifiedWorld()
    const motion = inDebate(world, 'Many', RESOLVE, ['One.'])
    const after = clausesOf('One.')[0]?.id ?? ''
    const inserts = (n: number, count: number): Json[] =>
      Array.from({ length: count }, (_, i) => ({
        kind: 'insert',
        after,
        clause: uuid('new', n, i),
        text: `New ${n} ${i}.`,
      }))
    const whole = { amendment: uuid('whole'), motion, changes: inserts(0, 500), reason: null }
    expect(world.when(person(0), 'amendment.propose', whole)).toMatchObject({ code: 'too-many-clauses' })
    amend(world, motion, 1, inserts(1, 300))
    amend(world, motion, 3, inserts(3, 300))
    const small = amend(world, motion, 5, inserts(5, 1))
    world.pass(DEBATE)
    adoptAll(world)
    expect(world.org.motions.motions.get(motion)?.clauses).toHaveLength(302)
    expect(world.org.motions.amendments.get(small)?.stage).toEqual({ kind: 'adopted' })
  })

  it('leave no empty text', () => {
    const world = ratifiedWorld()
    const motion = inDebate(world, 'Empty', RESOLVE, ['One.', 'Two.'])
    const [one = '', two = ''] = clausesOf('One.', 'Two.').map(({ id }) => id)
    amend(world, motion, 1, [{ kind: 'remove', clause: one }])
    amend(world, motion, 3, [{ kind: 'remove', clause: two }])
    world.pass(DEBATE)
    adoptAll(world)
    expect(world.org.motions.motions.get(motion)?.clauses).toHaveLength(1)
    expectClean(world)
  })

  it('are refused where one alone is longer than a motion', () => {
    const world = ratifiedWorld()
    const motion = inDebate(world, 'Huge', RESOLVE, ['One.'])
    const changes = Array.from({ length: 11 }, (_, i) => ({
      kind: 'insert',
      after: null,
      clause: uuid('huge', i),
      text: 'x'.repeat(20_000),
    }))
    expect(
      world.when(person(1), 'amendment.propose', { amendment: uuid('huge'), motion, changes, reason: null }),
    ).toMatchObject({
      code: 'motion-too-long',
    })
  })

  it('cannot be displaced on purpose by borrowing the id of a new clause', () => {
    const world = ratifiedWorld()
    const motion = inDebate(world, 'Borrowed', RESOLVE, ['One.'])
    amend(world, motion, 1, [{ kind: 'insert', after: null, clause: uuid('mine'), text: 'Mine.' }])
    const changes = [{ kind: 'insert', after: null, clause: uuid('mine'), text: 'Theirs.' }]
    expect(
      world.when(person(3), 'amendment.propose', {
        amendment: uuid('theirs'),
        motion,
        changes,
        reason: null,
      }),
    ).toMatchObject({
      code: 'clause-id-taken',
    })
  })
})

describe('amendments in great number', () => {
  it('are no way to shut others out, and never more than a ballot holds', () => {
    const world = ratifiedWorld(12, { ...RULES, amendmentSeconds: 0 })
    const motion = inDebate(world, 'Flood', RESOLVE, ['One.'])
    const propose = (n: number, i: number) => ({
      amendment: uuid('flood', n, i),
      motion,
      changes: [
        { kind: 'insert', after: null, clause: uuid('flood clause', n, i), text: `Flood ${n} ${i}.` },
      ],
      reason: null,
    })
    for (let n = 0; n < 11; n++)
      for (let i = 0; i < 20; i++) world.given(person(n), 'amendment.propose', propose(n, i))
    expect(world.when(person(0), 'amendment.propose', propose(0, 20))).toMatchObject({
      code: 'too-many-amendments',
    })
    world.given(person(11), 'amendment.propose', propose(11, 0))
    world.given(person(10), 'amendment.second', { amendment: uuid('flood', 11, 0) })
    world.pass(DEBATE)
    const vote = world.org.voting.votes.get(openVote(world))
    expect(vote?.items).toHaveLength(200)
    expect(vote?.items.some(({ id }) => id === uuid('flood', 11, 0))).toBe(true)
    adoptAll(world)
    expect(stageOf(world, motion)).toMatchObject({ kind: 'voting' })
    expectClean(world)
  })
})

describe('minority reports and speeches in great number', () => {
  it('are no way to shut others out', () => {
    const world = ratifiedWorld()
    const motion = adopted(world, 'Picnic', RESOLVE)
    const report = (n: number, i: number) => ({ report: uuid('report', n, i), motion, text: `Report ${i}.` })
    for (let i = 0; i < 3; i++) world.given(person(1), 'report.file', report(1, i))
    expect(world.when(person(1), 'report.file', report(1, 3))).toMatchObject({ code: 'too-many-reports' })
    expect(world.when(person(2), 'report.file', report(2, 0))).toBeUndefined()
    const other = inDebate(world, 'Other', RESOLVE, ['Other.'])
    const speech = (i: number) => ({
      speech: uuid('speech', i),
      motion: other,
      side: 'for',
      text: { hash: SOME_HASH, length: 1 },
    })
    for (let i = 0; i < 100; i++) world.given(person(1), 'speech.give', speech(i))
    expect(world.when(person(1), 'speech.give', speech(100))).toMatchObject({ code: 'too-many-speeches' })
    expect(world.when(person(2), 'speech.give', speech(0))).toMatchObject({ code: 'id-taken' })
    expect(world.when(person(2), 'speech.give', speech(101))).toBeUndefined()
  })
})

describe('rules that would bring everything to a standstill', () => {
  it.each([
    [1, 'branch', 0],
    [2, 'branch', 1],
    [8, 'federation', 2],
    [49, 'federation', 10],
    [60, 'federation', 10],
  ] as const)('never ask %i members for more seconds than a fifth of them: %s', (members, preset, needed) => {
    const world = ratifiedWorld(members, PRESETS[preset])
    const motion = uuid('motion', 'First')
    world.given(person(0), 'motion.propose', {
      motion,
      title: 'First',
      clauses: clausesOf('First.'),
      enactment: RESOLVE,
    })
    for (let n = 1; n <= needed; n++) {
      expect(stageOf(world, motion)).toMatchObject({ kind: 'seconding', seconds: needed })
      world.given(person(n), 'motion.second', { motion })
    }
    expect(stageOf(world, motion)).toMatchObject({ kind: 'debate' })
  })

  it('never ask a small unit for more seconds to an amendment than a fifth of it', () => {
    const world = ratifiedWorld(3, { ...PRESETS.federation, motionSeconds: 0 })
    const motion = inDebate(world, 'Small', RESOLVE, ['One.'])
    const changes = [{ kind: 'insert', after: null, clause: uuid('new'), text: 'New.' }]
    world.given(person(1), 'amendment.propose', { amendment: uuid('small'), motion, changes, reason: null })
    world.given(person(2), 'amendment.second', { amendment: uuid('small') })
    world.pass(PRESETS.federation.debateHours * HOUR)
    expect(stageOf(world, motion)).toMatchObject({ kind: 'amending' })
  })

  const adopting = (rules: RuleSet): Json => ({
    motion: uuid('rules'),
    title: 'Rules',
    clauses: clausesOf('Rules.'),
    enactment: { kind: 'rules.adopt', rules } as unknown as Json,
  })

  it('are refused: a quorum that a few could keep from being reached for ever', () => {
    const world = ratifiedWorld()
    expect(world.when(person(0), 'motion.propose', adopting({ ...RULES, quorum: '1/1' }))).toMatchObject({
      code: 'rules-outside-bounds',
      facts: { breaches: [{ rule: 'quorum', side: 'most' }] },
    })
  })

  it('are refused: bounds that nobody below could keep', () => {
    const world = ratifiedWorld()
    const bounds = { ...RULES.bounds, rulesLeast: '4/5', quorumLeast: '1/1' } as const
    expect(world.when(person(0), 'motion.propose', adopting({ ...RULES, bounds }))).toMatchObject({
      code: 'rules-outside-bounds',
      facts: { breaches: [{ rule: 'bounds.quorumLeast' }, { rule: 'bounds.rulesLeast' }] },
    })
  })

  it('need as much themselves as they would demand of whoever wants to change them', () => {
    const entrenched = {
      ...RULES,
      majorities: { ...RULES.majorities, rules: { share: '3/4', more: false, of: 'roll' } },
    } as const
    const world = ratifiedWorld(10, { ...RULES, quorum: '1/20' })
    const few = inDebate(world, 'Few', { kind: 'rules.adopt', rules: entrenched as unknown as Json }, [
      'Few.',
    ])
    world.pass(DEBATE)
    expect(world.org.voting.votes.get(openVote(world))).toMatchObject({
      items: [{ majority: { share: '3/4', more: false, of: 'roll' } }],
      quorum: RULES.quorum,
    })
    adoptAll(world, 7)
    expect(stageOf(world, few)).toMatchObject({ kind: 'decided', adopted: false })
    const many = inDebate(world, 'Many', { kind: 'rules.adopt', rules: entrenched as unknown as Json }, [
      'Many.',
    ])
    world.pass(DEBATE)
    adoptAll(world, 8)
    expect(stageOf(world, many)).toMatchObject({ kind: 'decided', adopted: true, notCarriedOut: null })
    expectClean(world)
  })
})

describe('a law that this program does not know', () => {
  it('is not adopted, so that nothing comes to a standstill', () => {
    const world = ratifiedWorld()
    adoptLaws(world)
    const [newer, far] = [NEWEST_LAW + 1, NEWEST_LAW + 2]
    expect(world.when('clerk', 'law.adopt', { law: newer }, null)).toMatchObject({ code: 'newer-law' })
    expect(world.when('clerk', 'law.adopt', { law: far }, null)).toMatchObject({ code: 'law-out-of-order' })
  })
})

describe('what no clerk would enter', () => {
  it.each(['__proto__', 'constructor', 'toString', 'unheard-of'])(
    'is refused and no crash: a vote about a %s',
    (kind) => {
      const world = ratifiedWorld()
      const { size, at, law } = world.org.head.get()
      const body = {
        vote: uuid('v'),
        subject: { kind, id: uuid('x') },
        items: [{ id: uuid('x'), majority: { share: '1/2', more: true, of: 'cast' } }],
        quorum: '1/5',
        closes: at,
        roll: { size: 0, digest: SOME_HASH },
      }
      const entry = { seq: size, at, by: 'clerk', id: uuid('e'), type: 'vote.open', law, unit: ROOT, body }
      expect(check(world.org, entry)).toMatchObject({ code: 'unknown-subject' })
    },
  )

  it.each(['organization.found', 'founding.place', 'founding.member', 'founding.strike'])(
    'is refused once ratified: %s',
    (type) => {
      const world = ratifiedWorld()
      const bodies: Readonly<Record<string, Json>> = {
        'organization.found': {
          name: 'Other',
          root: uuid('r'),
          rules: RULES as unknown as Json,
          demonstration: false,
        },
        'founding.place': { unit: uuid('p'), name: 'Place', parent: ROOT },
        'founding.member': { member: person(50), home: ROOT, organizer: true, details: SOME_HASH },
        'founding.strike': { member: person(1) },
      }
      expect(world.when('nobody', type, bodies[type] ?? null, null)).toMatchObject({ refused: true })
    },
  )
})

describe('ids that somebody else has seen and used first', () => {
  const give = (mandate: string, member: string): Json => ({
    kind: 'mandate.give',
    mandate: uuid(mandate),
    office: 'secretary',
    duties: [],
    council: null,
    member,
    days: 30,
  })

  it('do not undo an election', () => {
    const world = ratifiedWorld()
    const first = inDebate(world, 'Tea', give('m', person(1)), ['Tea.'])
    const second = inDebate(world, 'Chair', give('m', person(2)), ['Chair.'])
    world.pass(DEBATE)
    adoptAll(world)
    for (const motion of [first, second])
      expect(stageOf(world, motion)).toMatchObject({ adopted: true, notCarriedOut: null })
    expect(
      [...world.org.delegates.mandates.values()]
        .slice(-2)
        .map(({ holder }) => holder)
        .sort(),
    ).toEqual([1, 2])
    expectClean(world)
  })

  it('do not undo the forming of a unit', () => {
    const world = ratifiedWorld()
    const form = (name: string): Json => ({
      kind: 'unit.form',
      unit: uuid('u'),
      name,
      as: 'group',
      parent: ROOT,
      decidedBy: 'members',
    })
    for (const name of ['Choir', 'Kitchen']) inDebate(world, name, form(name), [`${name}.`])
    world.pass(DEBATE)
    adoptAll(world)
    expect([...world.org.units.units.values()].map(({ name }) => name).sort()).toEqual([
      'Choir',
      'Kitchen',
      'Riverside',
    ])
    expectClean(world)
  })

  it('do not undo the adoption of points, though an amendment brings them in', () => {
    const world = ratifiedWorld()
    adopted(world, 'We stand together', { kind: 'program.adopt', as: 'unity' })
    const taken = world.org.program.order.at(0) ?? ''
    const motion = inDebate(world, 'More', { kind: 'program.adopt', as: 'unity' }, ['More.'])
    amend(world, motion, 1, [{ kind: 'insert', after: null, clause: taken, text: 'Poisoned.' }])
    world.pass(DEBATE)
    adoptAll(world)
    adoptAll(world)
    expect(stageOf(world, motion)).toMatchObject({ adopted: true, notCarriedOut: null })
    expect(world.org.program.order.length).toBe(3)
    expect(world.org.program.points.get(taken)?.clauses[0]?.text).toBe('We stand together.')
    expectClean(world)
  })
})

describe('somebody who leaves in the middle', () => {
  it('leaves behind what was under way: proposer, seconder, amender, officer, teller and holder of an office', () => {
    const world = ratifiedWorld()
    const motion = inDebate(world, 'Picnic', RESOLVE, ['We hold a picnic.'])
    amend(world, motion, 2, [{ kind: 'insert', after: null, clause: uuid('new'), text: 'New.' }])
    const urgent = uuid('urgent')
    world.given(person(0), 'meeting.decide', {
      motion: urgent,
      title: 'Picket',
      clauses: clausesOf('We picket.'),
      heldAt: world.now,
      tally: { yes: 5, no: 0, abstain: 0 },
      tellers: [person(4), person(5)],
    })
    for (const n of [0, 1, 2, 3, 4]) world.given(person(n), 'member.resign', { erase: true }, null)
    world.pass(DEBATE + VOTING + VOTING)
    world.pass(400 * DAY)
    expect(stageOf(world, motion)).toMatchObject({ kind: 'decided', adopted: false })
    expect(stageOf(world, urgent)).toMatchObject({ kind: 'lapsed' })
    expect(world.entries.filter(({ type }) => type === 'mandate.end')).toHaveLength(2)
    expectClean(world)
  })

  it('leaves a unit without anybody, where nothing is decided and nothing breaks', () => {
    const world = ratifiedWorld()
    const north = uuid('north')
    adopted(world, 'North', {
      kind: 'unit.form',
      unit: north,
      name: 'North',
      as: 'place',
      parent: ROOT,
      decidedBy: 'members',
    })
    world.given(person(9), 'member.move', { home: north }, null)
    const motion = uuid('motion', 'alone')
    world.given(
      person(9),
      'motion.propose',
      { motion, title: 'Alone', clauses: clausesOf('Alone.'), enactment: RESOLVE },
      north,
    )
    world.given(person(9), 'member.resign', { erase: false }, null)
    world.pass(RULES.secondingDays * DAY + DEBATE + VOTING)
    expect(stageOf(world, motion)).toMatchObject({ kind: 'decided', adopted: false })
    expectClean(world)
  })
})

describe('a deep tree', () => {
  it('decides at its end as at its top', () => {
    const world = emptyWorld()
    world.given(
      'nobody',
      'organization.found',
      { name: 'Riverside', root: ROOT, rules: RULES, demonstration: false },
      null,
    )
    const place = (n: number): string => (n === 0 ? ROOT : uuid('place', n))
    for (let n = 1; n <= 300; n++)
      world.given(
        'nobody',
        'founding.place',
        { unit: place(n), name: `Place ${n}`, parent: place(n - 1) },
        null,
      )
    for (const n of [0, 1, 2])
      world.given(
        'nobody',
        'founding.member',
        { member: person(n), home: place(300), organizer: n < 2, details: SOME_HASH },
        null,
      )
    const motion = uuid('founding')
    const enactment = { kind: 'organization.ratify', points: true }
    world.given(person(0), 'motion.propose', {
      motion,
      title: 'Founding',
      clauses: clausesOf('We found.'),
      enactment,
    })
    world.pass(DEBATE)
    adoptAll(world, 3)
    const deep = adopted(world, 'Deep', RESOLVE, place(300))
    expect(stageOf(world, deep)).toMatchObject({ adopted: true })
    expectClean(world)
  })
})
