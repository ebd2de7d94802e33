import { DAY, HOUR } from '#kernel/instant'
import { idAt } from '#modules/members/core'
import { proofOf } from '#modules/recovery/core'
import { clausesOf, person, SOME_HASH, uuid, type World } from './given.ts'
import { changesAt, enactmentAt } from './random-enactments.ts'
import {
  amendmentAt,
  anybody,
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
import { CASE_ACTS, homeOf } from './random-cases.ts'
import { COMPLAINT_ACTS } from './random-complaints.ts'
import { DEVICE_ACTS } from './random-devices.ts'
import { ELECTION_ACTS } from './random-elections.ts'
import { HOSTILE_ACTS } from './random-hostility.ts'
import { intrude } from './random-intrusions.ts'
import { MODERATION_ACTS } from './random-moderation.ts'
import { PANEL_ACTS } from './random-panels.ts'
import { POLLING_ACTS } from './random-polling.ts'
import { QUICK } from './random-rules.ts'
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
  join: (world: World, { a, b }: Step) => {
    const group = b % 4 === 0 ? undefined : pick([...world.org.units.groups.keys()], b)
    world.when(anybody(world, a), 'unit.join', {}, group ?? unitAt(world, 3 * b))
  },
  leave: (world: World, { a, b }: Step) => {
    const joined = [...world.org.units.groups.entries()].flatMap(([unit, roll]) =>
      [...roll.keys()].map((index) => ({ unit, by: idAt(world.org.members, index) })),
    )
    const { unit, by } = pick(a % 4 === 0 ? [] : joined, b) ?? {
      unit: unitAt(world, 3 * b),
      by: anybody(world, a),
    }
    world.when(by, 'unit.leave', {}, unit)
  },
  propose: (world: World, step: Step) => {
    const enactment = enactmentAt(world, step)
    const point = world.org.program.points.get(pointAt(world, step.b).point)
    const clauses =
      step.a % 7 === 0 && point !== undefined
        ? [...point.clauses]
        : clausesOf(...TEXTS.slice(0, 1 + (step.b % 3)).map((text) => `${text} ${step.a % 3}`))
    const body = { motion: uuid('motion', world.entries.length), title: 'Motion', clauses, enactment }
    const by = anybody(world, step.a)
    return world.when(
      by,
      'motion.propose',
      body,
      step.a % 4 === 1 ? homeOf(world, by) : unitAt(world, step.a),
    )
  },
  second: (world: World, { a, b }: Step) =>
    world.when(anybody(world, a), 'motion.second', { motion: motionAt(world, b, 'seconding') }),
  withdraw: (world: World, { a, b }: Step) => {
    const motion = motionAt(world, b, 'seconding')
    const by = a % 3 === 0 ? undefined : world.org.motions.motions.get(motion)?.by
    world.when(by === undefined ? anybody(world, a) : idAt(world.org.members, by), 'motion.withdraw', {
      motion,
    })
  },
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
  unamend: (world: World, { a, b }: Step) => {
    const amendment = amendmentAt(world, b)
    const by = a % 3 === 0 ? undefined : world.org.motions.amendments.get(amendment)?.by
    const who = by === undefined ? anybody(world, a) : idAt(world.org.members, by)
    world.when(who, 'amendment.withdraw', { amendment })
  },
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
  /** A motion is carried from its proposal to its vote, by nearly everybody. */
  carry: (world: World, step: Step) => {
    ACTS.propose(world, step)
    const motion = world.org.motions.order.at(-1) ?? uuid('no motion')
    for (const by of world.org.members.ids.values()) world.when(by, 'motion.second', { motion })
    world.pass(QUICK.debateHours * HOUR)
    ACTS.everybody(world, step)
    world.pass(QUICK.votingHours * HOUR)
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
  /** A decision of a meeting, which another officer confirms, now and then at once. */
  meet: (world: World, { a, b, c }: Step) => {
    const motion = uuid('meeting', world.entries.length)
    const decided = {
      ...{ motion, title: 'Meeting', clauses: clausesOf('We act at once.'), heldAt: world.now - HOUR },
      tally: { yes: b % 7, no: c % 2, abstain: a % 2 },
      tellers: [anybody(world, b), anybody(world, c)],
    }
    world.when(officerAt(world, a, 'meetings'), 'meeting.decide', decided, unitAt(world, c))
    if (b % 2 === 0) world.when(officerAt(world, a + 1, 'meetings'), 'meeting.confirm', { motion })
  },
  confirm: (world: World, { a, b }: Step) =>
    world.when(officerAt(world, a, 'meetings'), 'meeting.confirm', { motion: motionAt(world, b, 'entered') }),
  petition: (world: World, { a, b }: Step) => {
    const motion = reviewableAt(world, b)
    for (const n of [a, a + 1, a + 2]) world.when(anybody(world, n), 'review.petition', { motion })
  },
  layDown: (world: World, { a, b }: Step) => {
    const mandate = mandateAt(world, b)
    const holder = a % 3 === 0 ? undefined : world.org.delegates.mandates.get(mandate)?.holder
    const by = holder === undefined ? anybody(world, a) : idAt(world.org.members, holder)
    world.when(by, 'mandate.resign', { mandate })
  },
  account: (world: World, { a, b, c }: Step) =>
    world.when(anybody(world, a), 'mandate.report', {
      report: uuid('account', c % 50),
      mandate: mandateAt(world, b),
      text: heldAt(world),
    }),
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
  ...ELECTION_ACTS,
  ...TENDENCY_ACTS,
  ...CASE_ACTS,
  ...COMPLAINT_ACTS,
  ...PANEL_ACTS,
  ...MODERATION_ACTS,
  ...DEVICE_ACTS,
  ...POLLING_ACTS,
  ...HOSTILE_ACTS,
  intrude,
} satisfies Readonly<Record<string, (world: World, step: Step) => unknown>>

/** All that can be tried. */
export const ACT_NAMES = Object.keys(ACTS) as (keyof typeof ACTS)[]

/** Tries one step: what is refused changes nothing. */
export function take(world: World, step: Step): void {
  ACTS[step.act](world, step)
}
