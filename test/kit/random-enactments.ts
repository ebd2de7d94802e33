import type { Json } from '#kernel/canonical'
import { ROOT, uuid, type World } from './given.ts'
import {
  anybody,
  councilAt,
  mandateAt,
  motionAt,
  officeAt,
  pick,
  pickLate,
  pointAt,
  TEXTS,
  unitAt,
  type Numbers,
} from './random-picks.ts'
import { namingAt } from './random-polling.ts'
import { QUICK, RULE_SETS } from './random-rules.ts'

// What motions of a random history carry out, and how they are amended.

/** A word that makes a clause about as long as it may be: two of them together are too long. */
const LONG = 'o'.repeat(19_900)

/** Seats of a council, shared out among the places below it. */
function allotment(world: World, { b, c }: Numbers): Json {
  return {
    kind: 'council.allot',
    council: councilAt(world, b) ?? ROOT,
    method: b % 2 === 0 ? 'hamilton' : 'sainte-lague',
    seats: c % 9,
    fixed: b % 3,
    everyDays: b % 2 === 0 ? 30 + c : null,
  }
}

export function enactmentAt(world: World, { a, b, c }: Numbers): Json {
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
      duties: [['roll'], ['meetings'], ['roll', 'meetings'], [], ['moderation'], ['complaints']][b % 6] ?? [],
      council: b % 2 === 0 ? councilAt(world, b) : null,
      member: anybody(world, c),
      days: 1 + (b % (c % 2 === 0 ? 20 : 400)),
    }),
    () => ({ kind: 'mandate.recall', mandate: mandateAt(world, b) }),
    () => ({
      kind: 'office.open',
      office: fresh,
      title: `Office ${c % 3}`,
      seats: 1 + (a % 3),
      days: [20, 60, 366][b % 3] ?? 366,
      termsMost: 1 + (c % 2),
      duties: b % 4 === 0 ? ['complaints'] : [],
      council: null,
    }),
    () => ({ kind: 'office.close', office: officeAt(world, b) }),
    () => allotment(world, { a, b, c }),
    () => allotment(world, { a, b: b + 1, c: c + 3 }),
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
    () => ({ kind: 'conduct.adopt' }),
    () => namingAt({ a, b, c }),
    () => ({ kind: 'organization.ratify', points: b % 2 === 0 }),
  ]
  const isFounding = world.org.units.organization.get()?.status === 'founding'
  return pick(kinds, isFounding && b % 2 === 0 ? -1 + kinds.length : c)?.() ?? null
}

export function changesAt({ org, entries }: World, motion: string, { b, c }: Numbers): Json[] {
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
