import fc from 'fast-check'
import type { Json } from '#kernel/canonical'
import { DAY, HOUR, MINUTE } from '#kernel/instant'
import { idAt } from '#modules/members/core'
import { FLOORS, PRESETS, type RuleSet } from '#modules/rulebook/core'
import { clausesOf, emptyWorld, person, ROOT, SOME_HASH, uuid, type World } from './given.ts'

/** One thing that somebody tries, or time that passes; the numbers choose who and what, as far as there is any. */
export interface Step {
  readonly act: keyof typeof ACTS
  readonly a: number
  readonly b: number
  readonly c: number
}

/** Rules at the floors, so that much happens in little time. */
const QUICK: RuleSet = {
  ...PRESETS['reading-group'],
  debateHours: 72,
  amendmentFreezeHours: 6,
  votingHours: 24,
  secondingDays: 4,
  motionSeconds: 1,
  amendmentSeconds: 1,
  quorum: '1/20',
  meetingQuorum: '1/20',
  reviewShare: '1/5',
  standingDays: 14,
}

const RULE_SETS: readonly RuleSet[] = [
  QUICK,
  { ...QUICK, motionSeconds: 20, amendmentSeconds: 20, amendmentFreezeHours: 36, quorum: '3/4' },
  { ...QUICK, motionSeconds: 0, amendmentSeconds: 0, amendmentFreezeHours: 0, vouches: 0, reviewShare: '0/1' },
  { ...QUICK, majorities: { ...QUICK.majorities, rules: { share: '3/4', more: true, of: 'roll' } } },
  { ...QUICK, majorities: { ...QUICK.majorities, ordinary: { share: '2/3', more: false, of: 'present' } } },
  { ...QUICK, bounds: { ...FLOORS, debateHoursLeast: 96, quorumLeast: '1/4', secondsMost: 2 } },
  PRESETS.branch,
]

const TEXT = { hash: SOME_HASH, length: 5 }
const TEXTS = ['We meet on Mondays in the hall.', 'We meet on Tuesdays in the hall.', 'We meet in the park.', 'Nobody meets.']
const TIMES = [0, 1, MINUTE, HOUR, 6 * HOUR, 24 * HOUR, 25 * HOUR, 72 * HOUR, 5 * DAY, 14 * DAY, 40 * DAY, 370 * DAY]

/** The n-th of a list, counted round and round. */
function pick<T>(list: readonly T[], n: number): T | undefined {
  return list.length === 0 ? undefined : list[n % list.length]
}

/** Like `pick`, but the last few far more often: what is under way stands at the end. */
function pickLate<T>(list: readonly T[], n: number): T | undefined {
  return n % 4 === 0 ? pick(list, n >> 2) : pick(list.slice(-4), n >> 2)
}

function anybody({ org }: World, n: number): string {
  return idAt(org.members, n % org.members.ids.length)
}

function unitAt({ org }: World, n: number): string {
  return n % 3 === 0 ? (pick(org.units.order.values(), n) ?? ROOT) : ROOT
}

function motionAt({ org }: World, n: number): string {
  return pickLate(org.motions.order.values(), n) ?? uuid('no motion')
}

function pointAt({ org }: World, n: number): { point: string; revision: number } {
  const id = pickLate(org.program.order.values(), n) ?? uuid('no point')
  return { point: id, revision: org.program.points.get(id)?.revision ?? 1 }
}

function enactmentAt(world: World, { a, b, c }: Step): Json {
  const fresh = uuid('new', world.entries.length - (b % 40 === 0 ? 3 : 0))
  const kinds: readonly (() => Json)[] = [
    () => ({ kind: 'resolve' }),
    () => ({ kind: 'program.adopt', as: b % 2 === 0 ? 'unity' : 'position' }),
    () => ({ kind: 'program.change', ...pointAt(world, b) }),
    () => ({ kind: 'program.strike', ...pointAt(world, b) }),
    () => ({
      kind: 'unit.form',
      unit: fresh,
      name: `Unit ${c % 20}`,
      as: b % 2 === 0 ? 'place' : 'group',
      parent: unitAt(world, a),
      decidedBy: c % 5 === 0 ? 'delegates' : 'members',
    }),
    () => ({ kind: 'unit.rename', unit: unitAt(world, a), name: `Unit ${c % 20}` }),
    () => ({ kind: 'rules.adopt', rules: (pick(RULE_SETS, b) ?? QUICK) as unknown as Json }),
    () => ({
      kind: 'mandate.give',
      mandate: fresh,
      office: 'office',
      duties: [['roll'], ['meetings'], ['delegate', 'roll'], []][b % 4] ?? [],
      member: anybody(world, c),
      days: 1 + (b % 400),
    }),
    () => ({ kind: 'mandate.recall', mandate: pickLate([...world.org.delegates.mandates.keys()], b) ?? fresh }),
    () => ({ kind: 'organization.ratify', points: b % 2 === 0 }),
  ]
  return pick(kinds, c)?.() ?? null
}

function changesAt({ org, entries }: World, motion: string, { b, c }: Step): Json[] {
  const clauses = org.motions.motions.get(motion)?.clauses ?? []
  const clause = pick(clauses, b)?.id ?? uuid('no clause')
  const text = pick(TEXTS, c) ?? ''
  const inserted = { kind: 'insert', after: c % 2 === 0 ? null : clause, clause: uuid('inserted', entries.length), text }
  const shapes: readonly Json[][] = [
    [{ kind: 'replace', clause, text }],
    [{ kind: 'remove', clause }],
    [inserted],
    [{ kind: 'remove', clause }, inserted],
    [{ kind: 'replace', clause, text: `${text} ${'long '.repeat(3_900)}end` }],
  ]
  return pick(shapes, b + c) ?? []
}

function openVotes({ org }: World) {
  return [...org.voting.votes.values()].filter(({ status }) => status === 'open')
}

function ballot(world: World, by: string, { a, b, c }: Step, choose: (question: number) => string | undefined): void {
  const vote = pick(openVotes(world), b)
  const missing = a % 50 === 0 ? 1 : 0
  const choices = vote?.items.slice(missing).map((_, i) => choose(c + i) ?? 'yes') ?? ['yes']
  world.when(by, 'ballot.cast', { vote: vote?.id ?? uuid('no vote'), choices }, c % 60 === 0 ? null : undefined)
}

const CHOICES = ['yes', 'no', 'abstain'] as const

const ACTS = {
  pass: (world: World, { a }: Step) => { world.pass(pick(TIMES, a) ?? 0) },
  apply: (world: World, { a }: Step) =>
    world.when('nobody', 'member.apply', { member: person(100 + world.org.members.ids.length), home: unitAt(world, a), details: SOME_HASH }),
  vouch: (world: World, { a, b }: Step) => world.when(anybody(world, a), 'member.vouch', { member: anybody(world, b) }),
  admit: (world: World, { a, b }: Step) => world.when(anybody(world, a % 2), 'member.admit', { member: anybody(world, b) }),
  refuse: (world: World, { b }: Step) => world.when(anybody(world, 0), 'member.refuse', { member: anybody(world, b), reason: TEXT }),
  move: (world: World, { a, b }: Step) => world.when(anybody(world, a), 'member.move', { home: unitAt(world, 3 * b) }),
  resign: (world: World, { a, b }: Step) => (b % 4 === 0 ? world.when(anybody(world, a), 'member.resign', { erase: b % 8 === 0 }) : undefined),
  erase: (world: World, { a, b }: Step) => world.when(b % 2 === 0 ? 'clerk' : anybody(world, b), 'member.erase', { member: anybody(world, a) }),
  notice: (world: World, { a, b }: Step) => world.when(anybody(world, b % 3), 'standing.notice', { member: anybody(world, a), reason: TEXT }),
  mend: (world: World, { a, b }: Step) => world.when(anybody(world, b % 3), 'standing.mend', { member: anybody(world, a) }),
  join: (world: World, { a, b }: Step) => world.when(anybody(world, a), 'unit.join', {}, unitAt(world, 3 * b)),
  leave: (world: World, { a, b }: Step) => world.when(anybody(world, a), 'unit.leave', {}, unitAt(world, 3 * b)),
  propose: (world: World, step: Step) => {
    const enactment = enactmentAt(world, step)
    const point = world.org.program.points.get(pointAt(world, step.b).point)
    const clauses =
      step.a % 7 === 0 && point !== undefined
        ? [...point.clauses]
        : clausesOf(...TEXTS.slice(0, 1 + (step.b % 3)).map((text) => `${text} ${step.a % 3}`))
    const body = { motion: uuid('motion', world.entries.length), title: 'Motion', clauses, enactment }
    return world.when(anybody(world, step.a), 'motion.propose', body, unitAt(world, step.a))
  },
  second: (world: World, { a, b }: Step) => world.when(anybody(world, a), 'motion.second', { motion: motionAt(world, b) }),
  withdraw: (world: World, { a, b }: Step) => world.when(anybody(world, a), 'motion.withdraw', { motion: motionAt(world, b) }),
  amend: (world: World, step: Step) => {
    const motion = motionAt(world, step.a)
    const body = { amendment: uuid('amendment', world.entries.length), motion, changes: changesAt(world, motion, step), reason: null }
    return world.when(anybody(world, step.b), 'amendment.propose', body)
  },
  back: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'amendment.second', { amendment: pickLate([...world.org.motions.amendments.keys()], b) ?? uuid('none') }),
  unamend: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'amendment.withdraw', { amendment: pickLate([...world.org.motions.amendments.keys()], b) ?? uuid('none') }),
  speak: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'speech.give', { speech: uuid('speech', world.entries.length), motion: motionAt(world, b), side: 'for', text: TEXT }),
  report: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'report.file', { report: uuid('report', world.entries.length), motion: motionAt(world, b), text: 'We dissent.' }),
  sign: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'report.sign', { report: pickLate([...world.org.motions.reports.keys()], b) ?? uuid('none') }),
  rationale: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'rationale.add', { rationale: uuid('rationale', world.entries.length), point: pointAt(world, b).point, text: TEXT }),
  ballot: (world: World, step: Step) => { ballot(world, anybody(world, step.a), step, (i) => pick(CHOICES, i)) },
  /** Nearly everybody answers nearly alike: or chance alone would hardly ever adopt anything. */
  everybody: (world: World, step: Step) => {
    for (const [n, id] of world.org.members.ids.values().entries())
      if ((n + step.a) % 5 !== 0) ballot(world, id, { ...step, a: 1 }, (i) => ((i * 7) % 9 === 0 ? 'no' : 'yes'))
  },
  meet: (world: World, { a, b, c }: Step) =>
    world.when(
      anybody(world, a % 3),
      'meeting.decide',
      {
        motion: uuid('meeting', world.entries.length),
        title: 'Meeting',
        clauses: clausesOf('We act at once.'),
        heldAt: world.now - HOUR,
        tally: { yes: b % 12, no: c % 4, abstain: a % 2 },
        tellers: [anybody(world, b), anybody(world, c)],
      },
      unitAt(world, c),
    ),
  confirm: (world: World, { a, b }: Step) => world.when(anybody(world, a % 3), 'meeting.confirm', { motion: motionAt(world, b) }),
  petition: (world: World, { a, b }: Step) => world.when(anybody(world, a), 'review.petition', { motion: motionAt(world, b) }),
  layDown: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'mandate.resign', { mandate: pickLate([...world.org.delegates.mandates.keys()], b) ?? uuid('none') }),
  list: (world: World, { a, b }: Step) =>
    world.when('nobody', 'founding.member', { member: person(100 + world.org.members.ids.length), home: unitAt(world, 3 * a), organizer: b % 2 === 0, details: SOME_HASH }),
  strike: (world: World, { a }: Step) => world.when('nobody', 'founding.strike', { member: anybody(world, a) }),
  intrude: (world: World, { a, b }: Step) => {
    const [vote, motion] = [pick([...world.org.voting.votes.keys()], a) ?? uuid('none'), motionAt(world, b)]
    const bodies: readonly (readonly [string, Json])[] = [
      ['vote.close', { vote, results: [], settlement: null }],
      ['motion.lapse', { motion }],
      ['mandate.end', { mandate: pick([...world.org.delegates.mandates.keys()], b) ?? uuid('none') }],
      ['standing.lapse', { member: anybody(world, b) }],
      ['law.adopt', { law: 2 }],
      ['founding.member', { member: person(999), home: ROOT, organizer: true, details: SOME_HASH }],
    ]
    const [type, body] = pick(bodies, a + b) ?? ['law.adopt', null]
    const refused = world.when(['clerk', 'nobody', anybody(world, a)][b % 3] ?? 'clerk', type, body)
    if (refused === undefined && type !== 'founding.member') throw new Error(`${type} was let in`)
  },
} satisfies Readonly<Record<string, (world: World, step: Step) => unknown>>

// How often each is tried, where not once: what makes a history go on comes more often.
const OFTEN: Partial<Record<keyof typeof ACTS, number>> = {
  pass: 10, propose: 8, second: 6, amend: 6, back: 5, everybody: 9, ballot: 3, meet: 3, confirm: 3, petition: 3, vouch: 2, admit: 2,
}

const kinds = (Object.keys(ACTS) as (keyof typeof ACTS)[]).flatMap((act) => Array.from({ length: OFTEN[act] ?? 1 }, () => act))
const number = fc.nat(9_999)

/** Steps of a history. */
export const steps = (most: number): fc.Arbitrary<Step[]> =>
  fc.array(fc.record({ act: fc.constantFrom(...kinds), a: number, b: number, c: number }), { maxLength: most, size: 'max' })

/** Tries one step: what is refused changes nothing. */
export function take(world: World, step: Step): void {
  ACTS[step.act](world, step)
}

/** An organization of this many that is founded and, if it is to be, ratified. */
export function foundedWorld(members: number, ratified: boolean): World {
  const world = emptyWorld()
  const found = { name: 'Riverside', root: ROOT, rules: QUICK as unknown as Json, demonstration: false }
  world.given('nobody', 'organization.found', found)
  for (let n = 0; n < members; n++)
    world.given('nobody', 'founding.member', { member: person(n), home: ROOT, organizer: n < 2, details: SOME_HASH })
  if (!ratified) return world
  const enactment = { kind: 'organization.ratify', points: true }
  const motion = { motion: uuid('founding'), title: 'Founding', clauses: clausesOf('We found.', 'We stand together.'), enactment }
  world.given(person(0), 'motion.propose', motion)
  world.pass(QUICK.debateHours * HOUR)
  take(world, { act: 'everybody', a: 1, b: 0, c: 1 })
  world.pass(QUICK.votingHours * HOUR)
  return world
}
