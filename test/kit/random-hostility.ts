import type { Json } from '#kernel/canonical'
import { HOUR } from '#kernel/instant'
import { commitmentToMember } from '#modules/discipline/core'
import { idAt } from '#modules/members/core'
import type { RuleSet } from '#modules/rulebook/core'
import { clausesOf, ROOT, SOME_HASH, uuid, type World } from './given.ts'
import { CASE_ACTS, saltOf } from './random-cases.ts'
import { COMPLAINT_ACTS, complaintForgeries } from './random-complaints.ts'
import { MODERATION_ACTS } from './random-moderation.ts'
import { PANEL_ACTS } from './random-panels.ts'
import {
  anybody,
  heldAt,
  mandateAt,
  motionAt,
  officerAt,
  pick,
  pickLate,
  pointAt,
  type Numbers,
} from './random-picks.ts'
import { DUE_PROCESS } from './random-rules.ts'

// What a majority and officers try who want to be rid of others.

/** Values that some rule has nowhere: too little, too much, or not at all. */
const EXTREMES: readonly Json[] = [
  0,
  1,
  2,
  1_000_000,
  '0/1',
  '1/1',
  '1/2',
  '99/100',
  null,
  [],
  {},
  ['ballot.cast'],
]

/** Rules of which one, on whatever level, is something that nobody would want to live under. */
function warped(n: number): Json {
  const rules = structuredClone(DUE_PROCESS) as unknown as Record<string, Json>
  const groups: readonly (keyof RuleSet)[] = [
    'discipline',
    'bounds',
    'majorities',
    'ballots',
    'tendencies',
    'elections',
  ]
  const group = n % 3 === 0 ? undefined : pick(groups, n)
  const holder = (group === undefined ? rules : (rules[group] ?? {})) as Record<string, Json>
  const key = pick(Object.keys(holder), n >> 2) ?? 'quorum'
  const warpedGroup = { ...holder, [key]: pick(EXTREMES, n >> 1) ?? 0 }
  return group === undefined ? warpedGroup : { ...rules, [group]: warpedGroup }
}

/** What no enactment does, whatever it is called. */
const UNHEARD_OF = [
  'unit.dissolve',
  'unit.merge',
  'unit.redraw',
  'member.expel',
  'member.suspend',
  'member.move',
  'tendency.end',
  'tendency.rename',
  'tendency.recount',
  'text.hide',
  'text.erase',
  'roll.strike',
  'discipline.suspend',
]

function attackAt(world: World, { a, b, c }: Numbers): Json {
  const victim = anybody(world, a)
  const [unit, tendency] = [pick(world.org.units.order.values(), b) ?? ROOT, pickTendency(world, b)]
  const attacks: readonly Json[] = [
    { kind: 'rules.adopt', rules: warped(c) },
    { kind: 'conduct.adopt' },
    { kind: 'conduct.adopt' },
    { kind: 'conduct.adopt' },
    { kind: pick(UNHEARD_OF, c) ?? '', member: victim, unit, tendency, into: ROOT },
    { kind: 'mandate.recall', mandate: mandateAt(world, b) },
    { kind: 'mandate.recall', mandate: complaintMandates(world)[b % 2] ?? mandateAt(world, b) },
    {
      ...{ kind: 'mandate.give', mandate: uuid('hostile', world.entries.length), office: 'Everything' },
      ...{ duties: ['roll', 'meetings', 'moderation'], council: null, member: anybody(world, b), days: 366 },
    },
    {
      ...{ kind: 'office.open', office: uuid('hostile office', world.entries.length), title: `Ear ${b}` },
      ...{ seats: 1 + (b % 3), days: 366, termsMost: 2, duties: ['complaints'], council: null },
    },
    { kind: 'unit.form', unit, name: 'Instead', as: 'place', parent: ROOT, decidedBy: 'delegates' },
    { kind: 'unit.rename', unit, name: 'Nowhere' },
    { kind: 'program.strike', ...pointAt(world, b) },
    { kind: 'program.change', ...pointAt(world, b) },
    { kind: 'program.adopt', as: 'unity' },
    { kind: 'organization.ratify', points: true },
    { kind: 'issuers.name', issuers: [], k: 1 },
  ]
  return pick(attacks, c) ?? null
}

/** Mandates of those elected for complaints. */
function complaintMandates({ org }: World): readonly string[] {
  return [...org.delegates.mandates.values()]
    .filter(({ ended, duties }) => ended === null && duties.includes('complaints'))
    .map(({ id }) => id)
}

function pickTendency({ org }: World, n: number): string {
  return pickLate([...org.tendencies.tendencies.keys()], n) ?? uuid('no tendency')
}

/** An act against somebody, by somebody who may not enter it, or not now. */
function forgeries(world: World, { a, b }: Numbers): readonly (readonly [string, Json])[] {
  const [member, tendency] = [anybody(world, a), pickTendency(world, b)]
  const id = pickLate([...world.org.cases.cases.keys()], b) ?? uuid('no case')
  const matter = world.org.cases.matters.get(id)
  const charged = matter === undefined ? member : idAt(world.org.members, matter.member)
  const text = { kind: 'speech', about: motionAt(world, b), id: uuid('none'), text: SOME_HASH }
  const panel = pickLate([...world.org.panels.panels.keys()], b) ?? uuid('no panel')
  return [
    ['case.bind', { case: id, expelled: { member: charged, salt: saltOf(id) } }],
    ['case.bind', { case: id, expelled: { member, salt: saltOf(id) } }],
    ['case.expire', { case: id, former: member }],
    ['case.hear', { case: id }],
    ['case.unprotect', { case: id }],
    [
      'case.open',
      {
        case: id,
        unit: ROOT,
        ground: { kind: 'unity', point: pointAt(world, b).point },
        asked: { kind: 'expulsion' },
        commitment: commitmentToMember(id, member, saltOf(id)),
      },
    ],
    ['standing.lapse', { member }],
    ['founding.strike', { member }],
    ['member.erase', { member }],
    ['tendency.review', { tendency, signatories: 0 }],
    ['tendency.take', { tendency, member }],
    [
      'tendency.change',
      { proposal: uuid('hostile', world.entries.length), tendency, change: { kind: 'end' } },
    ],
    ['tendency.leave', { tendency }],
    ['text.erase', text],
    ...complaintForgeries(world, { a, b, c: 0 }),
    ['panel.draw', { panel, round: 1, seed: null, drawn: [{ member, place: 0, proof: [] }] }],
    ['panel.replace', { panel, silent: [member] }],
    ['panel.review', { panel, silent: [member] }],
    [
      'vote.close',
      {
        vote: pickLate([...world.org.voting.votes.keys()], b) ?? panel,
        results: [],
        settlement: { holds: true },
      },
    ],
  ]
}

/** Moves something, with all behind it who can be. */
function order(world: World, by: number, enactment: Json, unit = ROOT): void {
  const motion = uuid('attack', world.entries.length)
  const clauses = clausesOf('Nobody criticizes the board.', 'Nobody asks for its books.')
  world.when(anybody(world, by), 'motion.propose', { motion, title: 'Order', clauses, enactment }, unit)
  for (const id of world.org.members.ids.values()) world.when(id, 'motion.second', { motion })
}

/** Lets time pass up to what falls due next. */
function toNext(world: World): void {
  const next = world.org.deadlines.next()?.at ?? world.now
  world.pass(Math.max(0, next - world.now))
}

export const HOSTILE_ACTS = {
  /** A motion against the others, with all who are needed behind it. */
  attack: (world: World, step: Numbers) => {
    const unit = step.a % 3 === 0 ? (pick(world.org.units.order.values(), step.a) ?? ROOT) : ROOT
    order(world, step.b, attackAt(world, step), unit)
  },
  /** Takes whatever stage a charge is in to the next, as far as that can be done. */
  pursue: (world: World, step: Numbers) => {
    const running = [...world.org.cases.cases.values()].filter(({ stage }) => stage.kind !== 'ended')
    if (running.length === 0) (step.b % 2 === 0 ? COMPLAINT_ACTS.frame : CASE_ACTS.charge)(world, step)
    if (step.c % 4 > 1) CASE_ACTS.protect(world, { ...step, b: 0 })
    PANEL_ACTS.seedPanel(world, step)
    PANEL_ACTS.seatPanel(world, step)
    PANEL_ACTS.findPanel(world, step)
    if (step.c % 4 === 0) CASE_ACTS.appealCase(world, step)
    toNext(world)
  },
  /** Whoever keeps the roll gives notice to one after the other. */
  purge: (world: World, { a, b, c }: Numbers) => {
    const reason = { hash: SOME_HASH, length: 5 }
    for (const n of [b, b + 1])
      world.when(officerAt(world, a, 'roll'), 'standing.notice', { member: anybody(world, n), reason })
    if (c % 4 === 0) toNext(world)
  },
  /** A moderator hides all there is, and others take back what is not theirs. */
  silence: (world: World, { a, b, c }: Numbers) => {
    for (let n = 0; n < 12; n++)
      MODERATION_ACTS.hide(world, { a: a % 8 === 0 ? a : 1 + 8 * a, b: 4 * (b + n), c })
    MODERATION_ACTS.takeBack(world, { a: 12 * a, b, c: 2 * c })
  },
  forge: (world: World, step: Numbers) => {
    const [type, body] = pick(forgeries(world, step), step.c) ?? ['', null]
    const by = ['clerk', 'nobody', anybody(world, step.b), officerAt(world, step.b, 'moderation')][step.a % 4]
    world.when(by ?? 'clerk', type, body)
  },
  /** The electorate empties the office for complaints, and fills it with whom it likes. */
  packOffice: (world: World, { a, b, c }: Numbers) => {
    const ids = world.org.members.ids.values()
    const confidant = { office: 'Confidant', duties: ['complaints'], council: null, days: 366 }
    if (a % 3 === 0)
      order(world, a, {
        ...{ kind: 'mandate.give', mandate: uuid('confidant', world.entries.length), ...confidant },
        member: anybody(world, b),
      })
    const [mandate] = complaintMandates(world).slice(c % 2)
    const petition = uuid('pack', world.entries.length)
    if (a % 2 === 0)
      world.when(anybody(world, a), 'recall.petition', {
        petition,
        mandate: mandate ?? petition,
        reason: heldAt(world),
      })
    for (const by of ids) world.when(by, 'recall.sign', { petition })
    for (const { id, stage } of [...world.org.elections.elections.values()]) {
      const vote = stage.kind === 'voting' ? world.org.voting.votes.get(stage.vote) : undefined
      for (const n of stage.kind === 'nominating' ? [b, b + 1, b + 2] : []) {
        const stands = { election: id, statement: heldAt(world), commitment: null }
        world.when(anybody(world, n), 'candidate.accept', stands)
      }
      const first = c % (vote?.ranked?.candidates.length ?? 1)
      for (const by of vote === undefined ? [] : ids)
        world.when(by, 'ballot.rank', { vote: vote?.id ?? '', ranks: [[first]] })
    }
    toNext(world)
  },
  /** A meeting that says it decided what the majority wants, right away. */
  packMeeting: (world: World, step: Numbers) => {
    const by = officerAt(world, step.a, 'meetings')
    const [yes, motion] = [world.org.members.ids.length, uuid('packed', world.entries.length)]
    const tally = { yes, no: 0, abstain: 0 }
    const tellers = [anybody(world, step.b), anybody(world, step.b + 1)]
    const clauses = clausesOf('They are not of us.')
    world.when(
      by,
      'meeting.decide',
      { motion, title: 'Order', clauses, heldAt: world.now - HOUR, tally, tellers },
      ROOT,
    )
    world.when(anybody(world, step.c), 'meeting.confirm', { motion })
  },
} satisfies Readonly<Record<string, (world: World, step: Numbers) => unknown>>
