import type { Json } from '#kernel/canonical'
import { commitmentTo } from '#modules/counting/core'
import { DAY, HOUR } from '#kernel/instant'
import { idAt } from '#modules/members/core'
import { proofOf } from '#modules/recovery/core'
import { clausesOf, person, ROOT, SOME_HASH, uuid, type World } from './given.ts'
import { changesAt, enactmentAt } from './random-enactments.ts'
import {
  amendmentAt,
  anybody,
  electionAt,
  heldAt,
  mandateAt,
  motionAt,
  officerAt,
  personAt,
  pick,
  pickLate,
  pointAt,
  reviewableAt,
  TEXTS,
  timeAt,
  unitAt,
  type Numbers,
} from './random-picks.ts'
import { CASE_ACTS } from './random-cases.ts'
import { DEVICE_ACTS } from './random-devices.ts'
import { HOSTILE_ACTS } from './random-hostility.ts'
import { MODERATION_ACTS } from './random-moderation.ts'
import { PANEL_ACTS } from './random-panels.ts'
import { signatoryAt, TENDENCY_ACTS } from './random-tendencies.ts'

/** One thing that somebody tries, or time that passes; the numbers choose who and what, as far as there is any. */
export interface Step extends Numbers {
  readonly act: keyof typeof ACTS
}

function openVotes({ org }: World) {
  return [...org.voting.votes.values()].filter(
    ({ status, ranked, secret }) => status === 'open' && ranked === undefined && secret === undefined,
  )
}

function ballot(
  world: World,
  by: string,
  { a, b, c }: Step,
  choose: (question: number) => string | undefined,
): void {
  const open = a % 40 === 0 ? [...world.org.voting.votes.values()] : openVotes(world)
  const vote = pick(open, b)
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
      reason: heldAt(world),
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
    world.when(officerAt(world, b, 'roll'), 'standing.notice', {
      member: anybody(world, a),
      reason: heldAt(world),
    }),
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
      reason: step.a % 3 === 0 ? heldAt(world) : null,
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
      text: heldAt(world),
    }),
  report: (world: World, { a, b }: Step) => {
    const { by, under } = signatoryAt(world, a)
    const motion = motionAt(world, b, 'decided', 'review')
    const report = uuid('report', world.entries.length)
    return world.when(by, 'report.file', { report, motion, text: 'We dissent.', ...under })
  },
  sign: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'report.sign', {
      report: pickLate([...world.org.motions.reports.keys()], b) ?? uuid('none'),
    }),
  rationale: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'rationale.add', {
      rationale: uuid('rationale', world.entries.length),
      point: pointAt(world, b).point,
      text: heldAt(world),
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
      text: heldAt(world),
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
      world.when(by, 'candidate.accept', { election, statement: heldAt(world), commitment })
    }
    const { by, under } = signatoryAt(world, c)
    world.when(by, 'candidate.accept', { election, statement: heldAt(world), commitment: null, ...under })
  },
  standDown: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'candidate.withdraw', { election: electionAt(world, b, 'nominating') }),
  /** Nearly everybody ranks: where one number decides how, ties come often. */
  rank: (world: World, { a, b, c }: Step) => {
    const open = [...world.org.voting.votes.values()].filter(
      ({ status, ranked, secret }) => status === 'open' && ranked !== undefined && secret === undefined,
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
      reason: heldAt(world),
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
    const caseNow = pickLate([...world.org.cases.cases.keys()], b) ?? motion
    const panel = pickLate([...world.org.panels.panels.keys()], b) ?? motion
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
      ['vote.keys', { vote, count: 0, keys: [] }],
      [
        'tendency.review',
        { tendency: pick([...world.org.tendencies.tendencies.keys()], a) ?? vote, signatories: 0 },
      ],
      ['recall.lapse', { petition: uuid('no petition') }],
      ['case.hear', { case: caseNow }],
      ['case.lapse', { case: caseNow }],
      ['case.bind', { case: caseNow, expelled: null }],
      ['case.expire', { case: caseNow, former: null }],
      ['panel.review', { panel, silent: [] }],
      ['panel.replace', { panel, silent: [] }],
      ['vote.defer', { subject: { kind: 'motion', id: motion }, needed: 2, ready: 1, lacking: ['x'] }],
      ['law.adopt', { law: 99 }],
      ['founding.member', { member: person(999), home: ROOT, organizer: true, details: SOME_HASH }],
    ]
    const [type, body] = pick(bodies, a + b) ?? ['law.adopt', null]
    const refused = world.when(['clerk', 'nobody', anybody(world, a)][b % 3] ?? 'clerk', type, body)
    if (refused === undefined && type !== 'founding.member') throw new Error(`${type} was let in`)
  },
  /** Polling sessions of secret votes, and their cancelling. */
  poll: (world: World, { a, b, c }: Step) => {
    const secret = [...world.org.voting.votes.values()].filter((vote) => vote.secret !== undefined)
    const vote = pickLate(secret, b)
    const by = officerAt(world, a, 'meetings')
    const [session, from] = [uuid('session', world.entries.length), world.now + (c % 9) * HOUR]
    const body = {
      vote: vote?.id ?? uuid('no vote'),
      session,
      from,
      until: from + 3 * HOUR,
      place: heldAt(world),
    }
    world.when(by, 'polling.announce', body)
    if (c % 3 === 0) world.when(by, 'polling.cancel', { vote: body.vote, session })
  },
  ...TENDENCY_ACTS,
  ...CASE_ACTS,
  ...PANEL_ACTS,
  ...MODERATION_ACTS,
  ...DEVICE_ACTS,
  ...HOSTILE_ACTS,
} satisfies Readonly<Record<string, (world: World, step: Step) => unknown>>

/** All that can be tried. */
export const ACT_NAMES = Object.keys(ACTS) as (keyof typeof ACTS)[]

/** Tries one step: what is refused changes nothing. */
export function take(world: World, step: Step): void {
  ACTS[step.act](world, step)
}
