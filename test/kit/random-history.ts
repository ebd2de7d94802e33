import fc from 'fast-check'
import type { Json } from '#kernel/canonical'
import { commitmentTo } from '#modules/counting/core'
import type { Duty } from '#modules/delegates/core'
import { DAY, HOUR, MINUTE } from '#kernel/instant'
import { idAt, statusOf, type MemberStatus } from '#modules/members/core'
import { proofOf } from '#modules/recovery/core'
import { FLOORS, PRESETS, type RuleSet } from '#modules/rulebook/core'
import { adoptLaws, clausesOf, emptyWorld, person, ROOT, SOME_HASH, uuid, type World } from './given.ts'

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
  { ...QUICK, directory: 'own-units' },
  { ...QUICK, motionSeconds: 20, amendmentSeconds: 20, amendmentFreezeHours: 36, quorum: '3/4' },
  {
    ...QUICK,
    motionSeconds: 0,
    amendmentSeconds: 0,
    amendmentFreezeHours: 0,
    vouches: 0,
    reviewShare: '0/1',
  },
  { ...QUICK, majorities: { ...QUICK.majorities, rules: { share: '3/4', more: true, of: 'roll' } } },
  { ...QUICK, majorities: { ...QUICK.majorities, ordinary: { share: '2/3', more: false, of: 'present' } } },
  { ...QUICK, bounds: { ...FLOORS, debateHoursLeast: 96, quorumLeast: '1/4', secondsMost: 2 } },
  PRESETS.branch,
]

const TEXT = { hash: SOME_HASH, length: 5 }
const TEXTS = [
  'We meet on Mondays in the hall.',
  'We meet on Tuesdays in the hall.',
  'We meet in the park.',
  'Nobody meets.',
]
/** A word that makes a clause about as long as it may be: two of them together are too long. */
const LONG = 'o'.repeat(19_900)
const TIMES = [
  0,
  1,
  MINUTE,
  HOUR,
  6 * HOUR,
  24 * HOUR,
  25 * HOUR,
  72 * HOUR,
  5 * DAY,
  14 * DAY,
  0,
  MINUTE,
  HOUR,
  40 * DAY,
]

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

/** A motion in one of these stages if there is one; now and then any motion. */
function motionAt({ org }: World, n: number, ...kinds: readonly string[]): string {
  const staged = org.motions.order
    .values()
    .filter((id) => kinds.includes(org.motions.motions.get(id)?.stage.kind ?? ''))
  return (
    (n % 8 === 0 ? undefined : pickLate(staged, n)) ??
    pickLate(org.motions.order.values(), n) ??
    uuid('no motion')
  )
}

/** A unit that delegates decide, if there is one. */
function councilAt({ org }: World, n: number): string | null {
  const councils = [...org.units.units.values()].filter(({ decidedBy }) => decidedBy === 'delegates')
  return pick(councils, n)?.id ?? null
}

/** Somebody of this status if there is anybody; now and then anybody. */
function personAt(world: World, n: number, status: MemberStatus): string {
  const { members } = world.org
  const fitting = members.ids.values().filter((id) => statusOf(members, id) === status)
  return (n % 8 === 0 ? undefined : pick(fitting, n)) ?? anybody(world, n)
}

/** Whoever holds a mandate with this duty; now and then anybody. */
function officerAt(world: World, n: number, duty: Duty): string {
  const holders = [...world.org.delegates.mandates.values()].filter(
    ({ ended, duties }) => ended === null && duties.includes(duty),
  )
  const holder = n % 8 === 0 ? undefined : pick(holders, n)?.holder
  return holder === undefined ? anybody(world, n) : idAt(world.org.members, holder)
}

function mandateAt({ org }: World, n: number): string {
  return pickLate([...org.delegates.mandates.keys()], n) ?? uuid('no mandate')
}

function officeAt({ org }: World, n: number): string {
  return pickLate([...org.elections.offices.keys()], n) ?? uuid('no office')
}

/** An election in this stage if there is one; now and then any. */
function electionAt({ org }: World, n: number, kind: string): string {
  const all = [...org.elections.elections.values()]
  const staged = all.filter(({ stage }) => stage.kind === kind)
  return (n % 8 === 0 ? undefined : pickLate(staged, n))?.id ?? pickLate(all, n)?.id ?? uuid('no election')
}

function amendmentAt({ org }: World, n: number): string {
  const open = [...org.motions.amendments.values()].filter(({ stage }) => stage.kind === 'proposed')
  return pickLate(open, n)?.id ?? uuid('no amendment')
}

function reviewableAt(world: World, n: number): string {
  const { motions, order } = world.org.motions
  const open = order.values().filter((id) => {
    const stage = motions.get(id)?.stage
    return stage?.kind === 'decided' && stage.review !== null
  })
  return pickLate(open, n) ?? motionAt(world, n)
}

/** Often just up to what falls due next, or just before it. */
function timeAt({ org, now }: World, n: number): number {
  const next = org.deadlines.next()?.at
  if (n % 3 === 0 || next === undefined) return pick(TIMES, n) ?? 0
  return Math.max(0, Math.min(next - now, 20 * DAY) - (n % 3 === 1 ? 0 : 1))
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
      duties: [['roll'], ['meetings'], ['roll', 'meetings'], []][b % 4] ?? [],
      council: b % 2 === 0 ? councilAt(world, b) : null,
      member: anybody(world, c),
      days: 1 + (b % 400),
    }),
    () => ({ kind: 'mandate.recall', mandate: mandateAt(world, b) }),
    () => ({
      kind: 'office.open',
      office: fresh,
      title: `Office ${c % 3}`,
      seats: 1 + (a % 3),
      days: [20, 60, 366][b % 3] ?? 366,
      termsMost: 1 + (c % 2),
      duties: [],
      council: null,
    }),
    () => ({ kind: 'office.close', office: officeAt(world, b) }),
    () => ({
      kind: 'council.allot',
      council: councilAt(world, b) ?? ROOT,
      method: b % 2 === 0 ? 'hamilton' : 'sainte-lague',
      seats: c % 9,
      fixed: b % 3,
      everyDays: b % 2 === 0 ? 30 + c : null,
    }),
    () => ({
      kind: 'mandate.bind',
      council: councilAt(world, b) ?? ROOT,
      question: b % 4 === 0 ? null : motionAt(world, a, 'debate', 'voting'),
      answer: b % 4 === 0 ? null : (['yes', 'no', 'abstain'][c % 3] ?? 'yes'),
    }),
    () => ({
      kind: 'mandate.release',
      binding: pickLate([...world.org.councils.bindings.keys()], b) ?? uuid('no binding'),
    }),
    () => ({ kind: 'organization.ratify', points: b % 2 === 0 }),
  ]
  const isFounding = world.org.units.organization.get()?.status === 'founding'
  return pick(kinds, isFounding && b % 2 === 0 ? -1 + kinds.length : c)?.() ?? null
}

function changesAt({ org, entries }: World, motion: string, { b, c }: Step): Json[] {
  const clauses = org.motions.motions.get(motion)?.clauses ?? []
  const { id: clause, text: now } = pick(clauses, b) ?? { id: uuid('no clause'), text: '' }
  const text = pick(TEXTS, c) ?? ''
  const inserted = {
    kind: 'insert',
    after: c % 2 === 0 ? null : clause,
    clause: uuid('inserted', entries.length),
    text,
  }
  const shapes: readonly Json[][] = [
    [{ kind: 'replace', clause, text }],
    [{ kind: 'remove', clause }],
    [inserted],
    [{ kind: 'remove', clause }, inserted],
    [{ kind: 'replace', clause, text: `${LONG} ${now}`.slice(0, 20_000).trim() }],
    [{ kind: 'replace', clause, text: `${now} ${LONG}`.slice(0, 20_000) }],
  ]
  return pick(shapes, (b + c) % 8 < 2 ? 4 + (c % 2) : (b + c) % 4) ?? []
}

function openVotes({ org }: World) {
  return [...org.voting.votes.values()].filter(
    ({ status, ranked }) => status === 'open' && ranked === undefined,
  )
}

function ballot(
  world: World,
  by: string,
  { a, b, c }: Step,
  choose: (question: number) => string | undefined,
): void {
  const vote = pick(openVotes(world), b)
  const missing = a % 50 === 0 ? 1 : 0
  const choices = vote?.items.slice(missing).map((_, i) => choose(c + i) ?? 'yes') ?? ['yes']
  world.when(
    by,
    'ballot.cast',
    { vote: vote?.id ?? uuid('no vote'), choices },
    c % 60 === 0 ? null : undefined,
  )
}

const CHOICES = ['yes', 'no', 'abstain'] as const

const ACTS = {
  pass: (world: World, { a }: Step) => {
    world.pass(timeAt(world, a))
  },
  sleep: (world: World, { a }: Step) => {
    world.sleep(timeAt(world, a) + (a % 5) * DAY)
  },
  apply: (world: World, { a }: Step) =>
    world.when('nobody', 'member.apply', {
      member: person(100 + world.org.members.ids.length),
      home: unitAt(world, a),
      details: SOME_HASH,
    }),
  vouch: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'member.vouch', { member: personAt(world, b, 'applicant') }),
  admit: (world: World, { a, b }: Step) =>
    world.when(officerAt(world, a, 'roll'), 'member.admit', { member: personAt(world, b, 'applicant') }),
  refuse: (world: World, { a, b }: Step) =>
    world.when(officerAt(world, a, 'roll'), 'member.refuse', {
      member: personAt(world, b, 'applicant'),
      reason: TEXT,
    }),
  move: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'member.move', { home: unitAt(world, 3 * b) }),
  resign: (world: World, { a, b }: Step) =>
    b % 4 === 0 ? world.when(anybody(world, a), 'member.resign', { erase: b % 8 === 0 }) : undefined,
  erase: (world: World, { a, b }: Step) =>
    world.when(b % 2 === 0 ? 'clerk' : officerAt(world, b, 'roll'), 'member.erase', {
      member: personAt(world, a, 'former'),
    }),
  notice: (world: World, { a, b }: Step) =>
    world.when(officerAt(world, b, 'roll'), 'standing.notice', { member: anybody(world, a), reason: TEXT }),
  mend: (world: World, { a, b }: Step) =>
    world.when(officerAt(world, b, 'roll'), 'standing.mend', { member: personAt(world, a, 'lapsed') }),
  join: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'unit.join', {}, unitAt(world, 3 * b)),
  leave: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'unit.leave', {}, unitAt(world, 3 * b)),
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
  second: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'motion.second', { motion: motionAt(world, b, 'seconding') }),
  withdraw: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'motion.withdraw', { motion: motionAt(world, b, 'seconding') }),
  amend: (world: World, step: Step) => {
    const motion = motionAt(world, step.a, 'seconding', 'debate')
    const body = {
      amendment: uuid('amendment', world.entries.length),
      motion,
      changes: changesAt(world, motion, step),
      reason: null,
    }
    return world.when(anybody(world, step.b), 'amendment.propose', body)
  },
  back: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'amendment.second', { amendment: amendmentAt(world, b) }),
  unamend: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'amendment.withdraw', { amendment: amendmentAt(world, b) }),
  speak: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'speech.give', {
      speech: uuid('speech', world.entries.length),
      motion: motionAt(world, b, 'debate', 'voting', 'review'),
      side: 'for',
      text: TEXT,
    }),
  report: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'report.file', {
      report: uuid('report', world.entries.length),
      motion: motionAt(world, b, 'decided', 'review'),
      text: 'We dissent.',
    }),
  sign: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'report.sign', {
      report: pickLate([...world.org.motions.reports.keys()], b) ?? uuid('none'),
    }),
  rationale: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'rationale.add', {
      rationale: uuid('rationale', world.entries.length),
      point: pointAt(world, b).point,
      text: TEXT,
    }),
  ballot: (world: World, step: Step) => {
    ballot(world, anybody(world, step.a), step, (i) => pick(CHOICES, i))
  },
  /** Nearly everybody answers nearly alike: or chance alone would hardly ever adopt anything. */
  everybody: (world: World, step: Step) => {
    for (const b of openVotes(world).keys())
      for (const [n, id] of world.org.members.ids.values().entries())
        if ((n + step.a) % 5 !== 0)
          ballot(world, id, { ...step, a: 1, b }, (i) => ((i * 7 + n) % 9 === 0 ? 'no' : 'yes'))
  },
  /** A few stand behind whatever waits for seconds. */
  support: (world: World, { a, b }: Step) => {
    const motion = motionAt(world, b, 'seconding')
    const amendment = amendmentAt(world, b)
    for (const n of [a, a + 1, a + 2]) {
      world.when(anybody(world, n), 'motion.second', { motion })
      world.when(anybody(world, n), 'amendment.second', { amendment })
    }
  },
  meet: (world: World, { a, b, c }: Step) =>
    world.when(
      officerAt(world, a, 'meetings'),
      'meeting.decide',
      {
        motion: uuid('meeting', world.entries.length),
        title: 'Meeting',
        clauses: clausesOf('We act at once.'),
        heldAt: world.now - HOUR,
        tally: { yes: b % 7, no: c % 2, abstain: a % 2 },
        tellers: [anybody(world, b), anybody(world, c)],
      },
      unitAt(world, c),
    ),
  confirm: (world: World, { a, b }: Step) =>
    world.when(officerAt(world, a, 'meetings'), 'meeting.confirm', { motion: motionAt(world, b, 'entered') }),
  petition: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'review.petition', { motion: reviewableAt(world, b) }),
  layDown: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'mandate.resign', { mandate: mandateAt(world, b) }),
  account: (world: World, { a, b, c }: Step) =>
    world.when(anybody(world, a), 'mandate.report', {
      report: uuid('account', c % 50),
      mandate: mandateAt(world, b),
      text: TEXT,
    }),
  nominate: (world: World, { a, b, c }: Step) =>
    world.when(anybody(world, a), 'candidate.nominate', {
      election: electionAt(world, b, 'nominating'),
      member: anybody(world, c),
    }),
  /** A few stand, one with secret words. */
  stand: (world: World, { a, b, c }: Step) => {
    const election = electionAt(world, b, 'nominating')
    for (const n of [a, a + 1, a + 2]) {
      const by = anybody(world, n)
      const commitment = n === a ? commitmentTo(`words ${c % 2}`, by) : null
      world.when(by, 'candidate.accept', { election, statement: TEXT, commitment })
    }
  },
  standDown: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'candidate.withdraw', { election: electionAt(world, b, 'nominating') }),
  /** Nearly everybody ranks: where one number decides how, ties come often. */
  rank: (world: World, { a, b, c }: Step) => {
    const open = [...world.org.voting.votes.values()].filter(
      ({ status, ranked }) => status === 'open' && ranked !== undefined,
    )
    const vote = pick(open, b)
    const standing = vote?.ranked?.candidates.length ?? 1
    for (const [n, id] of world.org.members.ids.values().entries()) {
      if ((n + a) % 5 === 0) continue
      const first = (n * (1 + (c % 3))) % standing
      const ranks = standing > 1 ? [[first], [(first + 1) % standing]] : [[first]]
      world.when(id, 'ballot.rank', { vote: vote?.id ?? uuid('no vote'), ranks })
    }
  },
  openSeed: (world: World, { a, b, c }: Step) =>
    world.when(anybody(world, a), 'seed.open', {
      election: electionAt(world, b, 'drawing'),
      seed: `words ${c % 2}`,
    }),
  recall: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'recall.petition', {
      petition: uuid('recall', world.entries.length),
      mandate: mandateAt(world, b),
      reason: TEXT,
    }),
  signRecall: (world: World, { a, b }: Step) => {
    const petition = pickLate([...world.org.elections.recalls.keys()], b) ?? uuid('no petition')
    for (const n of [a, a + 1, a + 2]) world.when(anybody(world, n), 'recall.sign', { petition })
  },
  list: (world: World, { a, b }: Step) =>
    world.when('nobody', 'founding.member', {
      member: person(100 + world.org.members.ids.length),
      home: unitAt(world, 3 * a),
      organizer: b % 2 === 0,
      details: SOME_HASH,
    }),
  strike: (world: World, { a }: Step) =>
    world.when('nobody', 'founding.strike', { member: anybody(world, a) }),
  /** A voucher, or both: for a request of somebody who is under way already, or a new one. */
  recover: (world: World, { a, b, c }: Step) => {
    const known = pick([...world.org.recoveries.open.values()], a)
    const isNew = known === undefined || c % 3 === 0
    const member = isNew ? anybody(world, b) : idAt(world.org.members, known.member)
    const request = isNew ? proofOf(`code ${b % 5}`).request : known.request
    for (const n of c % 2 === 0 ? [a] : [a, a + 1, a + 2])
      world.when(anybody(world, n), 'recovery.vouch', { request, member })
  },
  comeBack: (world: World, { a, b }: Step) => {
    const recovery = pick([...world.org.recoveries.open.values()], a)
    const member = recovery === undefined ? anybody(world, b) : idAt(world.org.members, recovery.member)
    for (const n of [0, 1, 2, 3, 4]) {
      const { request, proof } = proofOf(`code ${n}`)
      world.when('nobody', 'recovery.complete', { request, member, proof })
    }
  },
  stopRecovery: (world: World, { a, b }: Step) => {
    const recovery = pick([...world.org.recoveries.open.values()], a)
    if (recovery === undefined) return
    const { members } = world.org
    const by = b % 3 === 0 ? anybody(world, b) : idAt(members, recovery.member)
    world.when(by, 'recovery.cancel', { request: recovery.request, member: idAt(members, recovery.member) })
  },
  intrude: (world: World, { a, b }: Step) => {
    const [vote, motion] = [pick([...world.org.voting.votes.keys()], a) ?? uuid('none'), motionAt(world, b)]
    const bodies: readonly (readonly [string, Json])[] = [
      ['vote.close', { vote, results: [], settlement: null }],
      ['motion.lapse', { motion }],
      ['mandate.end', { mandate: mandateAt(world, b) }],
      ['standing.lapse', { member: anybody(world, b) }],
      ['recovery.ripen', { request: SOME_HASH, member: anybody(world, b) }],
      ['recovery.lapse', { request: SOME_HASH, member: anybody(world, b) }],
      ['nominations.close', { election: electionAt(world, a, 'nominating') }],
      ['term.begin', { election: electionAt(world, a, 'elected') }],
      ['election.call', { office: uuid('no office') }],
      ['recall.lapse', { petition: uuid('no petition') }],
      ['law.adopt', { law: 99 }],
      ['founding.member', { member: person(999), home: ROOT, organizer: true, details: SOME_HASH }],
    ]
    const [type, body] = pick(bodies, a + b) ?? ['law.adopt', null]
    const refused = world.when(['clerk', 'nobody', anybody(world, a)][b % 3] ?? 'clerk', type, body)
    if (refused === undefined && type !== 'founding.member') throw new Error(`${type} was let in`)
  },
} satisfies Readonly<Record<string, (world: World, step: Step) => unknown>>

// How often each is tried, where not once: what makes a history go on comes more often.
const OFTEN: Partial<Record<keyof typeof ACTS, number>> = {
  pass: 9,
  propose: 8,
  second: 2,
  support: 8,
  amend: 10,
  back: 2,
  everybody: 8,
  ballot: 3,
  meet: 2,
  confirm: 2,
  petition: 2,
  apply: 2,
  vouch: 4,
  admit: 4,
  move: 2,
  join: 3,
  recover: 3,
  stand: 3,
  rank: 3,
  recall: 2,
  signRecall: 2,
}

const kinds = (Object.keys(ACTS) as (keyof typeof ACTS)[]).flatMap((act) =>
  Array.from({ length: OFTEN[act] ?? 1 }, () => act),
)
const number = fc.nat(9_999)

/** Steps of a history. */
export const steps = (most: number): fc.Arbitrary<Step[]> =>
  fc.array(fc.record({ act: fc.constantFrom(...kinds), a: number, b: number, c: number }), {
    minLength: most >> 1,
    maxLength: most,
    size: 'max',
  })

/** Tries one step: what is refused changes nothing. */
export function take(world: World, step: Step): void {
  ACTS[step.act](world, step)
}

function everybodyAdopts(world: World): void {
  take(world, { act: 'everybody', a: 1, b: 0, c: 1 })
  world.pass(QUICK.votingHours * HOUR)
}

/** An organization of this many that is founded and, if it is to be, ratified. */
export function foundedWorld(members: number, ratified: boolean): World {
  const world = emptyWorld()
  const found = { name: 'Riverside', root: ROOT, rules: QUICK as unknown as Json, demonstration: false }
  const [north, south] = [uuid('north'), uuid('south')]
  world.given('nobody', 'organization.found', found)
  adoptLaws(world)
  world.given('nobody', 'founding.place', { unit: north, name: 'North', parent: ROOT })
  world.given('nobody', 'founding.place', { unit: south, name: 'South', parent: north })
  for (let n = 0; n < members; n++) {
    const home = [ROOT, north, south][n % 3] ?? ROOT
    world.given('nobody', 'founding.member', {
      member: person(n),
      home,
      organizer: n < 2,
      details: SOME_HASH,
    })
  }
  if (!ratified) return world
  const enactment = { kind: 'organization.ratify', points: true }
  const motion = {
    motion: uuid('founding'),
    title: 'Founding',
    clauses: clausesOf('We found.', 'We stand together.'),
    enactment,
  }
  world.given(person(0), 'motion.propose', motion)
  world.pass(QUICK.debateHours * HOUR)
  everybodyAdopts(world)
  const form = {
    kind: 'unit.form',
    unit: uuid('choir'),
    name: 'Choir',
    as: 'group',
    parent: north,
    decidedBy: 'members',
  }
  const choir = {
    motion: uuid('form'),
    title: 'Choir',
    clauses: clausesOf('We form a choir.'),
    enactment: form,
  }
  if (members < 3) return world
  world.given(person(1), 'motion.propose', choir, north)
  world.when(person(2), 'motion.second', { motion: choir.motion })
  const seated = { ...form, unit: uuid('council'), name: 'Council', parent: ROOT, decidedBy: 'delegates' }
  const council = {
    motion: uuid('seat'),
    title: 'Council',
    clauses: clausesOf('We form a council.'),
    enactment: seated,
  }
  world.given(person(0), 'motion.propose', council, ROOT)
  world.when(person(1), 'motion.second', { motion: council.motion })
  world.pass(QUICK.debateHours * HOUR)
  everybodyAdopts(world)
  return world
}
