import { toBase64 } from '#kernel/bytes'
import type { Json } from '#kernel/canonical'
import { sha256 } from '#kernel/hash'
import { DAY } from '#kernel/instant'
import { commitmentToComplaint, partiesIn, personsFor, type Complaint } from '#modules/complaints/core'
import { commitmentToMember } from '#modules/discipline/core'
import { idAt } from '#modules/members/core'
import { pathUp } from '#modules/units/core'
import { belongs } from '#modules/voting/core'
import { ROOT, uuid, type World } from './given.ts'
import { groundAt, homeOf, MEASURES, saltOf } from './random-cases.ts'
import { anybody, heldAt, pick, pickLate, type Numbers } from './random-picks.ts'

// Complaints about harm of a random history: true and false ones, by those who may and by those who may not.

type StageKind = Complaint['stage']['kind']

/** A complaint in one of these stages if there is one; now and then any. */
function complaintAt({ org }: World, n: number, ...kinds: readonly StageKind[]): Complaint | undefined {
  const all = [...org.complaints.complaints.values()]
  const staged = all.filter(({ stage }) => kinds.includes(stage.kind))
  return (n % 8 === 0 ? undefined : pickLate(staged, n)) ?? pickLate(all, n)
}

/** Those elected whom a complaint goes to; now and then somebody's own choice of them. */
function toAt(world: World, unit: string, concerned: readonly string[], { a, b, c }: Numbers): string[] {
  const { members } = world.org
  const indices = (ids: readonly string[]) => ids.map((id) => members.indices.get(id) ?? -1)
  const asked = (without: readonly string[]): string[] =>
    personsFor(world.org, unit, indices(without)).map((index) => idAt(members, index))
  const rightly = asked(concerned)
  const chosen: readonly (() => string[])[] = [
    () => asked([]),
    () => rightly.toReversed(),
    () => rightly.slice(1),
    () => [...rightly, anybody(world, b)],
    () => [anybody(world, a + 1)],
  ]
  return c % 4 === 0 ? (pick(chosen, c >> 2)?.() ?? rightly) : rightly
}

/** Makes a complaint; its id, where it was let in. */
function complain(world: World, step: Numbers): string | undefined {
  const { a, b, c } = step
  const complaint = uuid('complaint', world.entries.length)
  const complainant = anybody(world, a)
  const about =
    c % 25 === 0 ? complainant : anybody(world, a + 1 + (b % (world.org.members.ids.length - 1 || 1)))
  const representative = b % 3 === 0 ? anybody(world, c) : null
  const unit = c % 5 === 0 ? ROOT : homeOf(world, complainant)
  const concerned = [complainant, about, ...(representative === null ? [] : [representative])]
  const to = toAt(world, unit, concerned, step)
  const salt = saltOf(complaint)
  const named = { complaint, unit, complainant, about, representative, to, salt, text: heldAt(world) }
  if (world.when('nobody', 'complaint.name', named) !== undefined) return undefined
  const commitment = commitmentToComplaint(complaint, complainant, a % 20 === 0 ? complainant : about, salt)
  const persons = to.length + (b % 20 === 0 ? 1 : 0)
  const refused = world.when('nobody', 'complaint.open', { complaint, unit, commitment, persons })
  return refused === undefined ? complaint : undefined
}

function separate(world: World, complaint: string, n: number): void {
  world.when('nobody', 'complaint.separate', { complaint, days: pick([14, 15, 3, 1, 400, 0], n) ?? 14 })
}

/** Those who can bring a referral; now and then one alone, a friend among them, or without whoever complains. */
function bringing(world: World, found: Complaint, { a, b }: Numbers): string[] {
  const { members, complaints } = world.org
  const matter = complaints.matters.get(found.id)
  if (matter === undefined) return [anybody(world, a), anybody(world, b)]
  const rightly = partiesIn(found, matter).map((index) => idAt(members, index))
  const chosen: readonly string[][] = [
    rightly.slice(0, 1),
    rightly.slice(1),
    [...rightly, anybody(world, b)],
    rightly.slice(0, 1).flatMap((each) => [each, each]),
    rightly.toReversed(),
  ]
  return a % 4 === 0 ? (pick(chosen, a >> 2) ?? rightly) : rightly
}

/** Refers a complaint to a panel, mostly about whom it is. */
function refer(world: World, found: Complaint | undefined, step: Numbers): void {
  if (found === undefined) return
  const { a, b, c } = step
  const { org } = world
  const about = org.complaints.matters.get(found.id)?.about
  const member = about === undefined || b % 12 === 0 ? anybody(world, b) : idAt(org.members, about)
  const near = pathUp(org.units, found.unit).find(
    ({ id, kind, decidedBy }) =>
      kind === 'place' && decidedBy === 'members' && about !== undefined && belongs(org, id, about),
  )
  const unit = c % 12 === 0 ? homeOf(world, member) : (near?.id ?? ROOT)
  const id = uuid('referred', world.entries.length)
  const [salt, charging, complaint] = [saltOf(id), bringing(world, found, step), found.id]
  const on = Math.floor(world.now / DAY) * DAY - (c % 4) * DAY
  const named = { case: id, complaint, unit, member, salt, charging, on, facts: heldAt(world) }
  if (world.when('nobody', 'referral.name', named) !== undefined) return
  const commitment = commitmentToMember(id, member, salt)
  const opened = { case: id, unit, ground: groundAt(world, b), asked: pick(MEASURES, a) ?? null, commitment }
  // Now and then as a charge of its own, which leaves the complaint open, or out of another complaint.
  if (c % 11 === 0) world.when('nobody', 'case.open', opened)
  if (c % 11 === 0) world.when('nobody', 'case.charge', { case: id, charging: charging.length })
  const out = c % 13 === 0 ? (complaintAt(world, c, 'taken')?.id ?? complaint) : complaint
  const told = charging.length + (c % 15 === 0 ? 1 : 0)
  world.when('nobody', 'referral.open', { ...opened, complaint: out, charging: told })
}

export const COMPLAINT_ACTS = {
  complain,
  answerComplaint: (world: World, { a, b }: Numbers) => {
    const complaint = complaintAt(world, b, 'asked', 'unanswered')?.id ?? uuid('no complaint')
    world.when('nobody', 'complaint.take', { complaint })
    if (a % 3 === 0) separate(world, complaint, a)
  },
  separate: (world: World, { a, b }: Numbers) => {
    separate(world, complaintAt(world, b, 'taken')?.id ?? uuid('no complaint'), a)
  },
  writeComplaint: (world: World, { a, b }: Numbers) => {
    const found = complaintAt(world, b, 'asked', 'taken', 'unanswered')
    const matter = world.org.complaints.matters.get(found?.id ?? '')
    const party = matter === undefined || found === undefined ? undefined : pick(partiesIn(found, matter), a)
    const by = party === undefined || a % 6 === 0 ? anybody(world, a) : idAt(world.org.members, party)
    const complaint = found?.id ?? uuid('no complaint')
    world.when('nobody', 'complaint.write', { complaint, by, text: heldAt(world) })
  },
  closeComplaint: (world: World, { a, b }: Numbers) => {
    const complaint = complaintAt(world, b, 'taken', 'unanswered', 'asked')?.id ?? uuid('no complaint')
    const how = a % 2 === 0 ? 'settled' : 'withdrawn'
    return a % 3 === 0 && world.when('nobody', 'complaint.close', { complaint, how })
  },
  refer: (world: World, step: Numbers) => {
    refer(world, complaintAt(world, step.b, 'taken'), step)
  },
  /** A false complaint among friends, of whom one is elected: answered, separated and referred in one breath, and all of it once more. */
  frame: (world: World, step: Numbers) => {
    const complaint = complain(world, { ...step, c: step.c | 1 })
    if (complaint === undefined) return
    if (step.a % 4 === 0) separate(world, complaint, step.b)
    world.when('nobody', 'complaint.take', { complaint })
    for (const n of [step.b, step.b + 1]) separate(world, complaint, n)
    const taken = world.org.complaints.complaints.get(complaint)
    refer(world, taken, step)
    refer(world, taken, step)
    separate(world, complaint, step.c)
  },
} satisfies Readonly<Record<string, (world: World, step: Numbers) => unknown>>

/** An act against a complaint, or by it against somebody, by somebody who may not enter it, or not now. */
export function complaintForgeries(world: World, { a, b }: Numbers): readonly (readonly [string, Json])[] {
  const complaint = complaintAt(world, a, 'asked', 'taken')?.id ?? uuid('no complaint')
  const [running] = [...world.org.cases.cases.keys()].slice(-1)
  return [
    ['complaint.escalate', { complaint, step: 1 + (b % 3) }],
    ['complaint.separate', { complaint, days: 14 }],
    ['complaint.close', { complaint, how: 'settled' }],
    ['complaint.take', { complaint }],
    [
      'referral.open',
      {
        ...{ case: running ?? uuid('no case'), complaint, unit: ROOT, ground: groundAt(world, b) },
        ...{ asked: { kind: 'expulsion' }, commitment: toBase64(sha256('nobody')), charging: 2 },
      },
    ],
  ]
}
