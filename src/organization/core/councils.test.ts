import { describe, expect, it } from 'vitest'
import { boundVotes, createCouncils } from '#modules/councils/core'
import { idAt } from '#modules/members/core'
import { createRollCall, voteIdFor } from '#modules/voting/core'
import { createJournal } from '#kernel/journal'
import {
  ballots,
  COUNCIL,
  councilWorld,
  decide,
  delegate,
  HARBOUR,
  HILL,
  LIVING,
  MILL,
  propose,
} from '../../../test/kit/council-world.ts'
import { auditOf } from '../../../test/kit/export.ts'
import { DAY, HOUR, person, ROOT, RULES, SOME_HASH, uuid, type World } from '../../../test/kit/given.ts'
import { check } from './check.ts'

const ALLOT = {
  kind: 'council.allot',
  council: COUNCIL,
  method: 'sainte-lague',
  seats: 4,
  fixed: 0,
  everyDays: 365,
}
const TEXT = { hash: SOME_HASH, length: 5 }

function seats({ org }: World): Record<string, number> {
  const rows = org.councils.seatings.get(COUNCIL)?.rows ?? []
  return Object.fromEntries(rows.map((row) => [row.unit, row.seats]))
}

function stage({ org }: World, motion: string) {
  const found = org.motions.motions.get(motion)?.stage
  return found?.kind === 'decided' ? found : undefined
}

function expectClean(world: World): void {
  const report = auditOf(world.entries)
  expect({ violations: report.violations, unchecked: report.unchecked }).toEqual({
    violations: [],
    unchecked: [],
  })
}

describe('seats of a council', () => {
  it('are shared out by members in good standing as soon as a motion says how', () => {
    const world = councilWorld()
    decide(world, 'Seats', ALLOT)
    // 7, 3 and 2 members: 7, 3, 7/3 and 2 come first.
    expect(seats(world)).toEqual({ [HARBOUR]: 2, [MILL]: 1, [HILL]: 1 })
    expect(world.org.councils.seatings.get(COUNCIL)).toMatchObject({
      members: 12,
      last: { unit: HILL, over: 2, under: 1 },
      next: { unit: HARBOUR, over: 7, under: 5 },
    })
    expect(world.entries.at(-1)).toMatchObject({ type: 'council.seat', by: 'clerk', unit: COUNCIL })
    expectClean(world)
  })

  it('are shared out again at the interval, by the members of then', () => {
    const world = councilWorld()
    decide(world, 'Seats', ALLOT)
    const first = world.org.councils.seatings.get(COUNCIL)?.seq
    for (const n of [8, 9]) world.given(person(n), 'member.move', { home: HILL })
    world.pass(366 * DAY)
    expect(world.org.councils.seatings.get(COUNCIL)?.seq).toBeGreaterThan(first ?? 0)
    // 7, 1 and 4: 7, 4, 7/3 and 7/5.
    expect(seats(world)).toEqual({ [HARBOUR]: 3, [MILL]: 0, [HILL]: 1 })
    expectClean(world)
  })

  it('are shared out twice where two motions about them are decided at one moment', () => {
    const world = councilWorld()
    const motions = [ALLOT, { ...ALLOT, seats: 5 }].map((enactment) =>
      propose(world, `${enactment.seats} seats`, enactment, ROOT, []),
    )
    world.pass(RULES.debateHours * HOUR)
    const everybody = Object.fromEntries(LIVING.flatMap(([, all]) => all).map((n) => [n, 'yes' as const]))
    for (const motion of motions) ballots(world, motion, everybody)
    world.pass(RULES.votingHours * HOUR)
    const given = world.entries.filter(({ type }) => type === 'council.seat')
    expect(given.map(({ at }) => at)).toEqual([world.now, world.now])
    expect(new Set(given.map(({ id }) => id)).size).toBe(2)
    expect(Object.values(seats(world)).reduce((sum, each) => sum + each)).toBe(5)
    expectClean(world)
  })

  it('are counted by motion only where no interval is set', () => {
    const world = councilWorld()
    decide(world, 'Seats', { ...ALLOT, everyDays: null })
    const first = world.org.councils.seatings.get(COUNCIL)?.seq
    world.pass(900 * DAY)
    expect(world.org.councils.seatings.get(COUNCIL)?.seq).toBe(first)
  })

  it('count whoever moved in the old place for as long as a newcomer waits', () => {
    const world = councilWorld()
    const motion = propose(world, 'Seats', ALLOT, ROOT, [])
    world.pass(RULES.debateHours * HOUR)
    for (const n of [0, 1, 2, 3]) world.given(person(n), 'member.move', { home: MILL })
    ballots(world, motion, Object.fromEntries(LIVING.flatMap(([, all]) => all).map((n) => [n, 'yes'])))
    world.pass(RULES.votingHours * HOUR)
    expect(seats(world)).toEqual({ [HARBOUR]: 2, [MILL]: 1, [HILL]: 1 })
  })

  it('are not shared out otherwise than counted, nor before they are due', () => {
    const world = councilWorld()
    decide(world, 'Seats', { ...ALLOT, everyDays: 30 })
    const entry = world.entries.at(-1)
    if (entry === undefined) throw new Error('no entry')
    expect(world.when('clerk', 'council.seat', entry.body, COUNCIL)).toMatchObject({ code: 'not-due' })
    world.sleep(30 * DAY)
    const { size, law } = world.org.head.get()
    const again = { ...entry, seq: size, law, at: world.now, id: uuid('again') }
    expect(check(world.org, again)).toBeUndefined()
    const body = { ...(entry.body as Record<string, never>), seats: 5 }
    expect(check(world.org, { ...again, body })).toMatchObject({ code: 'wrong-seats' })
  })

  it('are set where the council lies, for a council, among places', () => {
    const world = councilWorld()
    const clauses = [{ id: uuid('clause'), text: 'x' }]
    const why = (enactment: typeof ALLOT, unit: string, by: number): string | undefined =>
      world.when(person(by), 'motion.propose', { motion: uuid('m'), title: 'x', clauses, enactment }, unit)
        ?.code
    expect(why(ALLOT, HARBOUR, 0)).toBe('unit-elsewhere')
    expect(why({ ...ALLOT, council: HARBOUR }, HARBOUR, 0)).toBe('no-council')
    expect(why({ ...ALLOT, council: uuid('nowhere') }, ROOT, 0)).toBe('unknown-unit')
    expect(why({ ...ALLOT, seats: 0 }, ROOT, 0)).toBe('seats-missing')
  })

  it('are as many as a unit may send delegates', () => {
    const world = councilWorld()
    for (const n of [0, 1, 2]) decide(world, `Before ${n}`, delegate(n, uuid('before', n), 40), HARBOUR)
    expect(world.org.delegates.mandates.size).toBe(5)
    decide(world, 'Seats', ALLOT)
    world.pass(40 * DAY)
    decide(world, 'One', delegate(0, uuid('one')), HARBOUR)
    const [second, third] = [
      propose(world, 'Two', delegate(1, uuid('two')), HARBOUR, [0, 1, 2]),
      propose(world, 'Three', delegate(2, uuid('three')), HARBOUR, [1, 2, 3]),
    ]
    world.pass(RULES.debateHours * HOUR)
    for (const motion of [second, third]) ballots(world, motion, { 0: 'yes', 1: 'yes', 2: 'yes' })
    world.pass(RULES.votingHours * HOUR)
    const ends = [second, third].map((motion) => stage(world, motion)?.notCarriedOut)
    expect(ends.toSorted()).toEqual([null, 'seats-taken'].toSorted())
    expectClean(world)
  })
})

/** A council of four delegates, two of them from the harbour, with a motion before it. */
function sittingWorld(): { world: World; question: string } {
  const world = councilWorld()
  decide(world, 'Seats', ALLOT)
  for (const [unit, n] of [
    [HARBOUR, 0],
    [HARBOUR, 1],
    [MILL, 7],
    [HILL, 10],
  ] as const)
    decide(world, `Delegate ${n}`, delegate(n, uuid('delegate', n)), unit)
  // A council leaves its units the time to decide before it does.
  const rules = { ...RULES, debateHours: 2 * RULES.debateHours }
  decide(world, 'Rules', { kind: 'rules.adopt', rules }, COUNCIL, [0, 1, 7, 10])
  const question = propose(world, 'Question', { kind: 'resolve' }, COUNCIL, [0, 7, 10])
  return { world, question }
}

const bind = (question: string | null, answer: string | null) => ({
  kind: 'mandate.bind',
  council: COUNCIL,
  question,
  answer,
})

function calledBy(world: World, motion: string) {
  const vote = world.org.voting.votes.get(voteIdFor({ kind: 'motion', id: motion }))
  if (vote?.status !== 'closed') throw new Error('the vote is not closed')
  const call = createRollCall(vote.id)
  for (const entry of world.entries) call.take({ ...entry, bodyHash: SOME_HASH })
  const mandates = [...world.org.delegates.mandates.values()]
  const ballotOf = (holder: number) => call.ballots().get(idAt(world.org.members, holder))
  return boundVotes({ councils: world.org.councils, mandates }, vote, ballotOf).map((each) => ({
    holder: each.mandate.holder,
    choice: each.choice,
    kept: each.kept,
  }))
}

describe('a mandate that binds', () => {
  it('is shown beside the roll call of the council, with who kept it, departed, and stayed away', () => {
    const { world, question } = sittingWorld()
    const [harbour, mill] = [
      propose(world, 'Bind', bind(question, 'yes'), HARBOUR, [0, 1, 2]),
      propose(world, 'Bind too', bind(question, 'no'), MILL, [7, 8, 9]),
    ]
    world.pass(RULES.debateHours * HOUR)
    ballots(world, harbour, { 0: 'yes', 1: 'yes', 2: 'yes' })
    ballots(world, mill, { 7: 'yes', 8: 'yes' })
    world.pass(RULES.debateHours * HOUR)
    ballots(world, question, { 0: 'yes', 1: 'no', 10: 'no' })
    world.pass(RULES.votingHours * HOUR)
    expect(calledBy(world, question)).toEqual([
      { holder: 0, choice: 'yes', kept: true },
      { holder: 1, choice: 'no', kept: false },
      { holder: 7, choice: null, kept: false },
    ])
    expectClean(world)
  })

  it('gives way to a later one on the same question, and to a release', () => {
    const { world } = sittingWorld()
    const general = decide(world, 'In general', bind(null, null), HARBOUR)
    const other = propose(world, 'Other', { kind: 'resolve' }, COUNCIL, [0, 7, 10])
    world.pass(HOUR)
    const [first, second] = ['yes', 'no'].map((answer) =>
      propose(world, `Say ${answer}`, bind(other, answer), HARBOUR, [0, 1, 2]),
    )
    world.pass(RULES.debateHours * HOUR)
    for (const motion of [first, second])
      if (motion !== undefined) ballots(world, motion, { 0: 'yes', 1: 'yes', 2: 'yes' })
    world.pass(RULES.votingHours * HOUR)
    const ends = [first, second].map((id) => world.org.councils.bindings.get(id ?? '')?.ended)
    expect(ends.filter((ended) => ended === null)).toHaveLength(1)
    expect(stage(world, other)).toBeUndefined()
    expect(world.org.councils.bindings.get(general)?.ended).toBeNull()
    decide(world, 'Release', { kind: 'mandate.release', binding: general }, HARBOUR)
    expect(world.org.councils.bindings.get(general)?.ended).toBe(world.org.head.get().at)
    expectClean(world)
  })

  it('is about a question of the council that is open, and says what to answer', () => {
    const { world, question } = sittingWorld()
    const why = (enactment: ReturnType<typeof bind>): string | undefined =>
      world.when(
        person(0),
        'motion.propose',
        {
          motion: uuid('m', world.entries.length),
          title: 'x',
          clauses: [{ id: uuid('clause', world.entries.length), text: 'x' }],
          enactment,
        },
        HARBOUR,
      )?.code
    expect(why(bind(question, null))).toBe('answer-missing')
    expect(why(bind(null, 'yes'))).toBe('answer-missing')
    expect(why(bind(uuid('no question'), 'yes'))).toBe('unknown-question')
    expect(why({ ...bind(question, 'yes'), council: MILL })).toBe('no-council')
    expect(why(bind(question, 'yes'))).toBeUndefined()
    world.pass(2 * RULES.debateHours * HOUR)
    const late = propose(world, 'Late', bind(question, 'yes'), HARBOUR, [0, 1, 2])
    world.pass(RULES.debateHours * HOUR)
    expect(why(bind(question, 'yes'))).toBe('question-over')
    ballots(world, late, { 0: 'yes', 1: 'yes', 2: 'yes' })
    world.pass(RULES.votingHours * HOUR)
    expect(stage(world, late)).toMatchObject({ adopted: true, notCarriedOut: 'question-over' })
  })
})

describe('a report on a mandate', () => {
  it('is given by whoever holds it or held it, and by nobody else', () => {
    const { world } = sittingWorld()
    const report = { report: uuid('report'), mandate: uuid('delegate', 0), text: TEXT }
    expect(world.when(person(1), 'mandate.report', report)).toMatchObject({ code: 'not-yours' })
    world.given(person(0), 'mandate.report', report)
    expect(world.when(person(0), 'mandate.report', report)).toMatchObject({ code: 'id-taken' })
    world.given(person(0), 'mandate.resign', { mandate: uuid('delegate', 0) })
    world.given(person(0), 'mandate.report', { ...report, report: uuid('account') })
    expect(world.org.councils.reports.get(uuid('delegate', 0))).toHaveLength(2)
    expectClean(world)
  })
})

it('an image without councils is what it was before there were any', () => {
  const { size } = createCouncils(createJournal()).allotments
  expect(size).toBe(0)
  expect(JSON.stringify({ councils: createCouncils(createJournal()) })).toBe('{}')
})
