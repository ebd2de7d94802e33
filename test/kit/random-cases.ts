import type { Json } from '#kernel/canonical'
import { toBase64 } from '#kernel/bytes'
import { sha256 } from '#kernel/hash'
import { DAY } from '#kernel/instant'
import { commitmentToMember, type Case, type CaseStage, type Measure } from '#modules/discipline/core'
import { idAt } from '#modules/members/core'
import { isOnRoll } from '#modules/voting/core'
import { ROOT, uuid, type World } from './given.ts'
import { anybody, heldAt, pick, pickLate, type Numbers } from './random-picks.ts'

// Charges of a random history, from the first signature to the last appeal.

export const MEASURES: readonly Measure[] = [
  { kind: 'expulsion' },
  { kind: 'suspension', rights: ['vote', 'propose', 'stand'], days: 40 },
  { kind: 'expulsion' },
  { kind: 'warning' },
  { kind: 'suspension', rights: ['propose'], days: 400 },
  { kind: 'suspension', rights: ['vote'], days: 1 },
]

/** The salt of a case: the same in every run. */
export function saltOf(id: string): string {
  return toBase64(sha256(`salt ${id}`).slice(0, 16))
}

/** A case in one of these stages if there is one; now and then any. */
function caseAt({ org }: World, n: number, ...kinds: readonly CaseStage['kind'][]): Case | undefined {
  const all = [...org.cases.cases.values()]
  const staged = all.filter(({ stage }) => kinds.includes(stage.kind))
  return (n % 8 === 0 ? undefined : pickLate(staged, n)) ?? pickLate(all, n)
}

/** An ended case and whom it was about, as its member could show it. */
function endedAt(world: World, n: number): { readonly earlier: Case; readonly member: string } | undefined {
  const { cases, members } = world.org
  const ended = [...cases.cases.values()].filter(({ stage }) => stage.kind === 'ended')
  const earlier = pick(ended, n)
  if (earlier === undefined) return undefined
  const { id, commitment } = earlier
  const member = members.ids.values().find((each) => commitmentToMember(id, each, saltOf(id)) === commitment)
  return member === undefined ? undefined : { earlier, member }
}

/** A ground of a charge: a rule of conduct, or a point; now and then one that is none. */
export function groundAt({ org }: World, n: number): Json {
  const conduct = pick([...org.moderation.conduct.values()], n)?.at(-1)
  if (n % 3 === 0 && conduct !== undefined) {
    const { unit, version, rules } = conduct
    return { kind: 'conduct', unit, version, number: 1 + (n % rules.length) }
  }
  const unity = [...org.program.points.values()].filter(({ kind }) => kind === 'unity')
  const points = n % 10 === 0 ? [...org.program.points.values()] : unity
  return { kind: 'unity', point: pick(points, n)?.id ?? uuid('no point') }
}

/** Members of a unit who can charge, some of whom are now and then from elsewhere. */
function chargingAt(world: World, unit: string, { a, b, c }: Numbers, member: string): string[] {
  const { members } = world.org
  const on = members.ids
    .values()
    .filter((id, index) => id !== member && isOnRoll(world.org, unit, index, world.now))
  const asked = [a, a + 1, a + 2].slice(0, 2 + (b % 2)).map((n) => pick(on, n) ?? anybody(world, n))
  return c % 40 === 0 ? [...asked, anybody(world, c)] : [...new Set(asked)]
}

/** What of the case that a step begins is sealed, and what is not; now and then it is an old one over again. */
function chargeAt(
  world: World,
  step: Numbers,
): { readonly name: Json; readonly open: Json; readonly charging: string[] } {
  const { a, b, c } = step
  const id = uuid('case', world.entries.length)
  const again = c % 4 === 0 ? endedAt(world, b) : undefined
  const member = again?.member ?? anybody(world, a)
  const unit = again?.earlier.unit ?? (b % 3 === 0 ? ROOT : homeOf(world, member))
  const charging = chargingAt(world, unit, step, member)
  const day = Math.floor((again?.earlier.at ?? world.now) / DAY) * DAY
  const deed = { kind: c % 7 === 0 ? 'advocacy' : 'deed', on: day - (b % 4) * DAY }
  const cites = a % 30 === 0 ? { seq: 3, type: 'ballot.cast' } : null
  const salt = saltOf(id)
  return {
    name: { case: id, unit, member, salt, charging, deed, facts: heldAt(world), cites },
    open: {
      ...{ case: id, unit, ground: again?.earlier.ground ?? groundAt(world, c) },
      ...{ asked: pick(MEASURES, b) ?? null, commitment: commitmentToMember(id, member, salt) },
    },
    charging,
  }
}

/** Where somebody is at home. */
export function homeOf({ org }: World, member: string): string {
  const index = org.members.indices.get(member)
  return (index === undefined ? undefined : org.units.order.at(org.members.homes.get(index))) ?? ROOT
}

export const CASE_ACTS = {
  /** A charge, most of them at once with all signatures. */
  charge: (world: World, step: Numbers) => {
    const { name, open, charging } = chargeAt(world, step)
    const { case: id } = name as { case: string }
    if (world.when('nobody', 'case.name', name) !== undefined) return
    world.when('nobody', 'case.open', open)
    if (step.b % 6 === 0) return
    for (const by of charging.slice(1)) world.when('nobody', 'case.sign', { case: id, by })
    world.when('nobody', 'case.charge', { case: id, charging: charging.length })
  },
  signCharge: (world: World, { a, b }: Numbers) => {
    const id = caseAt(world, b, 'signing')?.id ?? uuid('no case')
    const asked = world.org.cases.matters.get(id)?.asked ?? []
    const by = a % 5 === 0 ? anybody(world, a) : idAt(world.org.members, pick(asked, a) ?? 0)
    world.when('nobody', 'case.sign', { case: id, by })
    world.when('nobody', 'case.charge', { case: id, charging: 2 + (a % 2) })
  },
  withdrawCharge: (world: World, { a, b }: Numbers) =>
    a % 6 === 0 &&
    world.when('nobody', 'case.withdraw', {
      case: caseAt(world, b, 'notice', 'hearing')?.id ?? uuid('none'),
    }),
  answerCharge: (world: World, { a, b, c }: Numbers) => {
    const id = caseAt(world, b, 'notice', 'hearing', 'found')?.id ?? uuid('no case')
    const side = a % 2 === 0 ? 'charging' : 'charged'
    world.when('nobody', 'case.call', { case: id, side, member: anybody(world, c) })
    const part = pick(['charging', 'charged', 'witness', 'last-word'], c) ?? ''
    const witness = part === 'witness' ? a % 2 : null
    world.when('nobody', 'case.state', { case: id, part, witness, text: heldAt(world) })
  },
  /** Those who charge ask for a protective measure, now and then for more than there can be; some are answered. */
  protect: (world: World, { a, b, c }: Numbers) => {
    const id = caseAt(world, b, 'notice', 'hearing')?.id ?? uuid('no case')
    const rights = pick([['propose'], ['propose', 'stand'], ['stand'], ['propose'], ['vote']], a) ?? []
    world.when('nobody', 'case.protect', {
      ...{ case: id, rights, days: pick([30, 30, 12, 1, 31], c) ?? 30, text: heldAt(world) },
    })
    if (c % 2 === 0) world.when('nobody', 'case.reply', { case: id, text: heldAt(world) })
  },
  contestProtection: (world: World, { b }: Numbers) => {
    const holding = [...world.org.cases.cases.values()].filter(
      ({ protection }) => protection?.stage.kind === 'holding',
    )
    const id = (pick(holding, b) ?? caseAt(world, b, 'notice'))?.id ?? uuid('no case')
    world.when('nobody', 'case.contest', { case: id, text: heldAt(world) })
  },
  appealCase: (world: World, { a, b }: Numbers) =>
    a % 3 > 0 &&
    world.when('nobody', 'case.appeal', {
      case: caseAt(world, b, 'appealable')?.id ?? uuid('no case'),
      text: heldAt(world),
    }),
  /** Whoever is charged again shows the case that was before. */
  barCharge: (world: World, { a, b }: Numbers) => {
    const { cases, matters } = world.org.cases
    const running = [...matters.entries()].flatMap(([id, { member }]) =>
      [...cases.values()]
        .filter(({ id: other, stage, commitment }) => {
          const isTheirs =
            commitmentToMember(other, idAt(world.org.members, member), saltOf(other)) === commitment
          return stage.kind === 'ended' && isTheirs
        })
        .map(({ id: earlier }) => ({ id, earlier })),
    )
    const { id, earlier } = pick(a % 4 === 0 ? [] : running, b) ?? {
      id: caseAt(world, b, 'notice', 'hearing', 'found', 'appealable')?.id ?? uuid('no case'),
      earlier: endedAt(world, a)?.earlier.id ?? uuid('no case'),
    }
    world.when('nobody', 'case.bar', { case: id, earlier, salt: saltOf(earlier) })
    world.when('nobody', 'case.stop', { case: id })
  },
} satisfies Readonly<Record<string, (world: World, step: Numbers) => unknown>>
