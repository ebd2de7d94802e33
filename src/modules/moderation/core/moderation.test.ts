import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '#kernel/canonical'
import { auditOf } from '../../../../test/kit/export.ts'
import {
  adoptLaws,
  carry,
  DAY,
  inDebate,
  person,
  ratifiedWorld,
  ROOT,
  SOME_HASH,
  uuid,
  type World,
} from '../../../../test/kit/given.ts'
import { TEXT_KINDS, type Marked, type TextKind } from './index.ts'

const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
const MODERATOR = 9
const AUTHOR = 3

/** A hash of its own for each text, as salts make them. */
function hashOf(name: string): string {
  return `${Buffer.from(name.padEnd(32, '.')).toString('base64').slice(0, 42)}A=`
}

function held(name: string): Json {
  return { hash: hashOf(name), length: 40 }
}

/** Ten members, of whom the last moderates by two rules of conduct. */
function moderated(members = 10): World {
  const world = ratifiedWorld(members)
  adoptLaws(world)
  carry(world, 'Nobody is insulted', { kind: 'conduct.adopt' }, ALL)
  appoint(world, MODERATOR)
  return world
}

function appoint(world: World, n: number): void {
  const office = {
    office: `Moderator ${n}`,
    duties: ['moderation'],
    council: null,
    member: person(n),
    days: 300,
  }
  carry(world, `Moderator ${n}`, { kind: 'mandate.give', mandate: uuid('moderator', n), ...office }, ALL)
}

const MOTION = uuid('motion', 'Rooms')

/** A motion in debate, with a speech of the author against it. */
function debated(world: World, by = AUTHOR, name = 'speech'): void {
  if (!world.org.motions.motions.has(MOTION)) inDebate(world, 'Rooms', { kind: 'resolve' }, ['Rooms.'])
  const body = { speech: uuid(name), motion: MOTION, side: 'against', text: held(name) }
  world.given(person(by), 'speech.give', body)
}

const RULE = { unit: ROOT, version: 1, number: 1 }

function hide(world: World, more: Readonly<Record<string, Json>> = {}, by = MODERATOR): string | undefined {
  const speech = { kind: 'speech', about: MOTION, id: uuid('speech'), text: hashOf('speech') }
  return world.when(person(by), 'text.hide', { ...speech, rule: RULE, reason: 'An insult.', ...more })?.code
}

function own(
  world: World,
  what: 'withdraw' | 'erase',
  by: number,
  more: Readonly<Record<string, Json>> = {},
) {
  const speech = { kind: 'speech', about: MOTION, id: uuid('speech'), text: hashOf('speech') }
  return world.when(person(by), `text.${what}`, { ...speech, ...more })?.code
}

function marked({ org }: World, name = 'speech'): Marked | undefined {
  return org.moderation.marked.get(hashOf(name))
}

function expectClean(world: World): void {
  expect(auditOf(world.entries).violations).toEqual([])
}

describe('a moderator', () => {
  it('hides a text by naming a rule and a reason, and lifts that again', () => {
    const world = moderated()
    debated(world)
    expect(hide(world)).toBeUndefined()
    expect(marked(world)).toMatchObject({
      ...{ author: AUTHOR, unit: ROOT, own: null },
      hidings: [{ by: MODERATOR, rule: RULE, reason: 'An insult.', stage: { kind: 'hidden' } }],
    })
    expect(hide(world)).toBe('hidden-already')
    const ref = { kind: 'speech', about: MOTION, id: uuid('speech'), text: hashOf('speech') }
    expect(world.when(person(0), 'text.lift', ref)?.code).toBe('needs-duty')
    world.given(person(MODERATOR), 'text.lift', ref)
    expect(marked(world)?.hidings[0]?.stage).toMatchObject({ kind: 'restored', how: 'lifted' })
    expect(world.when(person(MODERATOR), 'text.lift', ref)?.code).toBe('not-hidden')
    expectClean(world)
  })

  it('has to have the duty, and nobody else hides anything', () => {
    const world = moderated()
    debated(world)
    for (const n of ALL.filter((each) => each !== MODERATOR)) expect(hide(world, {}, n)).toBe('needs-duty')
  })

  it('has the duty for a term: then it is over', () => {
    const world = moderated()
    debated(world)
    world.pass(301 * DAY)
    expect(hide(world)).toBe('needs-duty')
  })

  it('names a rule that held when the text was written', () => {
    const world = moderated()
    debated(world)
    expect(hide(world, { rule: { ...RULE, number: 2 } })).toBe('other-conduct-rule')
    world.pass(30 * DAY)
    carry(world, 'Nobody disagrees', { kind: 'conduct.adopt' }, ALL)
    expect(hide(world, { rule: { ...RULE, version: 2 } })).toBe('other-conduct-rule')
    expect(hide(world)).toBeUndefined()
    expectClean(world)
  })

  it('hides nothing that was written before there were rules', () => {
    const world = ratifiedWorld(10)
    adoptLaws(world)
    debated(world)
    world.pass(30 * DAY)
    carry(world, 'Nobody is insulted', { kind: 'conduct.adopt' }, ALL)
    appoint(world, MODERATOR)
    expect(hide(world)).toBe('no-conduct-rules')
  })

  it('does not hide what concerns them: their own, beside their motion, about them', () => {
    const world = moderated()
    appoint(world, 0)
    debated(world)
    // Member 0 moved the motion and 1 seconded it.
    expect(hide(world, {}, 0)).toBe('moderator-concerned')
    debated(world, MODERATOR, 'own')
    expect(hide(world, { id: uuid('own'), text: hashOf('own') })).toBe('own-text')
    const recall = { kind: 'mandate.recall', mandate: uuid('moderator', MODERATOR) }
    const against = inDebate(world, 'Recall', recall, ['Recall.'])
    const body = { speech: uuid('recalls'), motion: against, side: 'for', text: held('recalls') }
    world.given(person(AUTHOR), 'speech.give', body)
    expect(hide(world, { about: against, id: uuid('recalls'), text: hashOf('recalls') })).toBe(
      'moderator-concerned',
    )
  })

  it('hides so many a day, and so many of one author', () => {
    const world = moderated(30)
    for (let n = 0; n < 4; n++) debated(world, AUTHOR, `of one ${n}`)
    const one = (name: string) => hide(world, { id: uuid(name), text: hashOf(name) })
    for (let n = 0; n < 3; n++) expect(one(`of one ${n}`)).toBeUndefined()
    expect(one('of one 3')).toBe('hidden-too-many-of-one')
    for (let n = 10; n < 18; n++) debated(world, n, `of ${n}`)
    for (let n = 10; n < 17; n++) expect(one(`of ${n}`)).toBeUndefined()
    expect(one('of 17')).toBe('hidden-too-many')
    world.pass(DAY)
    expect(one('of 17')).toBeUndefined()
    expect(one('of one 3')).toBe('hidden-too-many-of-one')
    world.pass(7 * DAY)
    expect(one('of one 3')).toBeUndefined()
    expectClean(world)
  })

  it('hides the text that they saw, and not one that replaced it', () => {
    const world = moderated()
    debated(world)
    expect(hide(world, { text: hashOf('another') })).toBe('text-replaced')
  })

  it('cannot hide what is decided on', () => {
    const world = moderated()
    debated(world)
    for (const kind of ['motion', 'amendment', 'point', 'platform', 'ballot'])
      expect(hide(world, { kind })).toBe('malformed')
    for (const kind of TEXT_KINDS) expect(hide(world, { kind, id: MOTION })).toBe('unknown-text')
  })

  it('leaves the debate, its amendments and its end as they were', () => {
    const world = moderated()
    debated(world)
    const before = world.org.motions.motions.get(MOTION)
    expect(hide(world)).toBeUndefined()
    expect(world.org.motions.motions.get(MOTION)).toBe(before)
  })

  it('does not exist under the fifth law', () => {
    const world = ratifiedWorld(10)
    for (let law = 2; law <= 5; law++) world.given('clerk', 'law.adopt', { law }, null)
    const office = {
      office: 'Moderator',
      duties: ['moderation'],
      council: null,
      member: person(9),
      days: 300,
    }
    for (const enactment of [
      { kind: 'conduct.adopt' },
      { kind: 'mandate.give', mandate: uuid('m'), ...office },
    ] as Json[]) {
      const body = { motion: uuid('early'), title: 'T', clauses: [{ id: uuid('c'), text: 'T.' }], enactment }
      expect(world.when(person(0), 'motion.propose', body, ROOT)?.code).toMatch(/malformed|unknown-enactment/)
    }
    debated(world)
    expect(hide(world)).toBe('unknown-act')
    expect(own(world, 'erase', AUTHOR)).toBe('unknown-act')
  })
})

describe('an author', () => {
  it('withdraws a text and erases it; nobody else does, whoever they are', () => {
    const world = moderated()
    debated(world)
    for (const n of [0, 1, 4, MODERATOR])
      for (const what of ['withdraw', 'erase'] as const) expect(own(world, what, n)).toBe('not-your-text')
    expect(own(world, 'withdraw', AUTHOR)).toBeUndefined()
    expect(own(world, 'withdraw', AUTHOR)).toBe('text-withdrawn')
    expect(hide(world)).toBe('text-withdrawn')
    expect(own(world, 'erase', AUTHOR)).toBeUndefined()
    expect(own(world, 'erase', AUTHOR)).toBe('text-erased')
    expect(marked(world)).toMatchObject({ own: { did: 'erased' }, hidings: [] })
    expectClean(world)
  })

  it('withdraws a minority report until somebody else signed it, and erases none', () => {
    const world = moderated()
    const motion = carry(world, 'Buy', { kind: 'resolve' }, ALL)
    const report = { report: uuid('report'), motion, text: 'Too dear.' }
    world.given(person(AUTHOR), 'report.file', report)
    const ref = { kind: 'report', about: motion, id: uuid('report'), text: uuid('report') }
    expect(own(world, 'erase', AUTHOR, ref)).toBe('text-in-record')
    world.given(person(4), 'report.sign', { report: uuid('report') })
    expect(own(world, 'withdraw', AUTHOR, ref)).toBe('report-signed-by-others')
    expect(hide(world, ref)).toBeUndefined()
    expectClean(world)
  })
})

describe('every kind of text', () => {
  it('can be hidden and taken back under its own reference', () => {
    const world = moderated(12)
    const refs = allTexts(world)
    expect(Object.keys(refs).sort()).toEqual([...TEXT_KINDS].sort())
    // A moderator who hides three of one author in a week needs a colleague for the next.
    for (const [n, ref] of Object.values(refs).entries()) {
      world.pass(n % 3 === 0 ? 7 * DAY : 0)
      expect(hide(world, ref)).toBeUndefined()
      expect(own(world, ref['kind'] === 'report' ? 'withdraw' : 'erase', AUTHOR, ref)).toBeUndefined()
    }
    expectClean(world)
  })
})

/** One text of each kind, by the same author. */
function allTexts(world: World): Readonly<Record<TextKind, Readonly<Record<string, Json>>>> {
  const author = person(AUTHOR)
  carry(world, 'Point', { kind: 'program.adopt', as: 'position' }, ALL)
  const point = world.org.program.order.at(-1) ?? ''
  world.given(author, 'rationale.add', { rationale: uuid('ra'), point, text: held('rationale') })
  const mandate = uuid('author’s office')
  const office = { office: 'Chair', duties: [], council: null, member: author, days: 300 }
  carry(world, 'Chair', { kind: 'mandate.give', mandate, ...office }, ALL)
  world.given(author, 'mandate.report', { report: uuid('account'), mandate, text: held('account') })
  const decided = carry(world, 'Buy', { kind: 'resolve' }, ALL)
  world.given(author, 'report.file', { report: uuid('report'), motion: decided, text: 'Too dear.' })
  const stance = { stance: 'own', point: null, clauses: ['Ours.'], salience: 1, rationale: '' }
  const founded = { tendency: uuid('tendency'), unit: ROOT, name: 'Ours', platform: [stance] }
  world.given(author, 'tendency.found', founded, ROOT)
  for (const n of [4, 5]) {
    world.given(person(n), 'tendency.sign', { tendency: uuid('tendency') })
    world.given(author, 'tendency.take', { tendency: uuid('tendency'), member: person(n) })
  }
  const terms = { seats: 1, days: 366, termsMost: 2, duties: [], council: null }
  carry(world, 'Open', { kind: 'office.open', office: uuid('office'), title: 'Treasurer', ...terms }, ALL)
  const election = [...world.org.elections.elections.keys()].at(-1) ?? ''
  world.given(author, 'candidate.accept', { election, statement: held('candidacy'), commitment: null })
  debated(world)
  const said = { tendency: uuid('tendency'), motion: MOTION, text: held('statement') }
  world.given(author, 'tendency.state', said)
  const changes = [{ kind: 'insert', after: null, clause: uuid('new'), text: 'New.' }]
  const amendment = { amendment: uuid('amendment'), motion: MOTION, changes, reason: held('reason') }
  world.given(author, 'amendment.propose', amendment)
  const organizer = [...world.org.delegates.mandates.values()].find(({ office: o }) => o === 'organizer')
  const petition = { petition: uuid('petition'), mandate: organizer?.id ?? '', reason: held('recall') }
  world.given(author, 'recall.petition', petition)
  const ref = (kind: TextKind, about: string, id: string, text = hashOf(kind)) => ({ kind, about, id, text })
  return {
    speech: ref('speech', MOTION, uuid('speech')),
    rationale: ref('rationale', point, uuid('ra')),
    reason: ref('reason', MOTION, uuid('amendment')),
    report: ref('report', decided, uuid('report'), uuid('report')),
    candidacy: ref('candidacy', election, author),
    statement: ref('statement', MOTION, uuid('tendency')),
    account: ref('account', mandate, uuid('account')),
    recall: ref('recall', uuid('petition'), uuid('petition')),
  }
}

describe('whatever anybody tries', () => {
  it('a text is hidden only by a moderator under a rule of its time, and erased only by its author', () => {
    const tried = fc.record({
      by: fc.integer({ min: 0, max: 9 }),
      act: fc.constantFrom('hide', 'lift', 'withdraw', 'erase'),
      kind: fc.constantFrom(...TEXT_KINDS),
      number: fc.integer({ min: 1, max: 3 }),
      hours: fc.integer({ min: 0, max: 40 }),
    })
    fc.assert(
      fc.property(fc.array(tried, { maxLength: 30 }), (list) => {
        const world = moderated()
        debated(world)
        for (const { by, act, kind, number, hours } of list) {
          const ref = { kind, about: MOTION, id: uuid('speech'), text: hashOf('speech') }
          const more = act === 'hide' ? { rule: { ...RULE, number }, reason: 'So.' } : {}
          const refusal = world.when(person(by), `text.${act}`, { ...ref, ...more })
          if (refusal === undefined)
            expect(act === 'hide' || act === 'lift' ? by === MODERATOR : by === AUTHOR).toBe(true)
          world.pass(hours * 3_600_000)
        }
        expectClean(world)
      }),
      { numRuns: 40 },
    )
  })
})

it('nothing of it stands in an image that knows none of it', () => {
  expect(JSON.stringify(ratifiedWorld(4).org)).not.toContain('moderation')
})

it('the hash in an act is that of a text, or the id of a report', () => {
  const world = moderated()
  debated(world)
  expect(hide(world, { text: SOME_HASH })).toBe('text-replaced')
  expect(hide(world, { text: 'x' })).toBe('malformed')
})
