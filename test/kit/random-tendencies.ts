import type { Json } from '#kernel/canonical'
import { idAt } from '#modules/members/core'
import type { Tendency } from '#modules/tendencies/core'
import { uuid, type World } from './given.ts'
import {
  anybody,
  motionAt,
  pick,
  pickLate,
  pointAt,
  TEXT,
  TEXTS,
  unitAt,
  type Numbers,
} from './random-picks.ts'

// What members of a random history do with tendencies.

/** One that has not ended if there is one; now and then any. */
function tendencyAt({ org }: World, n: number): Tendency | undefined {
  const all = [...org.tendencies.tendencies.values()]
  const living = all.filter(({ stage }) => stage.kind !== 'ended')
  return (n % 8 === 0 ? undefined : pickLate(living, n)) ?? pickLate(all, n)
}

/** One of these members; now and then anybody. */
function oneOf(world: World, among: readonly number[] | undefined, n: number): string {
  const index = n % 8 === 0 ? undefined : pick(among ?? [], n)
  return index === undefined ? anybody(world, n) : idAt(world.org.members, index)
}

/** A signatory of a tendency, and under which name they act: none where there is none. */
export function signatoryAt(
  world: World,
  n: number,
): { readonly by: string; readonly under: { readonly tendency?: string } } {
  const tendency = tendencyAt(world, n)
  if (n % 3 === 0 || tendency === undefined) return { by: anybody(world, n), under: {} }
  return { by: oneOf(world, tendency.signatories, n), under: { tendency: tendency.id } }
}

function platformAt(world: World, { a, b, c }: Numbers): Json {
  const { point } = pointAt(world, b)
  const text = pick(TEXTS, c) ?? ''
  const own = { stance: 'own', point: null, clauses: [text], salience: 1 + (c % 5), rationale: '' }
  const about: readonly Json[] = [
    { stance: 'affirm', point, clauses: [], salience: 5, rationale: text },
    { stance: 'change', point, clauses: [text], salience: 3, rationale: '' },
    { stance: 'strike', point, clauses: [], salience: 1, rationale: '' },
  ]
  const hasPoints = world.org.program.points.size > 0
  return hasPoints && a % 3 > 0 ? [pick(about, a) ?? own, own] : [own]
}

export const TENDENCY_ACTS = {
  foundTendency: (world: World, step: Numbers) => {
    const { a, c } = step
    const tendency = uuid('tendency', world.entries.length)
    const body = {
      tendency,
      unit: unitAt(world, a),
      name: `Tendency ${c % 4}`,
      platform: platformAt(world, step),
    }
    return world.when(anybody(world, step.b), 'tendency.found', body)
  },
  /** A few sign, and are taken in, some by nobody who could. */
  signTendency: (world: World, { a, b }: Numbers) => {
    const tendency = tendencyAt(world, b)?.id ?? uuid('no tendency')
    for (const n of [a, a + 1, a + 2]) {
      const member = anybody(world, n)
      world.when(member, 'tendency.sign', { tendency })
      const signatories = world.org.tendencies.tendencies.get(tendency)?.signatories
      world.when(oneOf(world, signatories, a), 'tendency.take', { tendency, member })
    }
  },
  leaveTendency: (world: World, { a, b }: Numbers) => {
    const tendency = tendencyAt(world, b)
    const all = [...(tendency?.signatories ?? []), ...(tendency?.waiting ?? [])]
    return world.when(oneOf(world, all, a), 'tendency.leave', { tendency: tendency?.id ?? uuid('none') })
  },
  changeTendency: (world: World, step: Numbers) => {
    const { a, b, c } = step
    const tendency = tendencyAt(world, b)
    const changes: readonly Json[] = [
      { kind: 'platform', platform: platformAt(world, step) },
      { kind: 'name', name: `Tendency ${c % 4}` },
      { kind: 'end' },
    ]
    const body = { proposal: uuid('proposal', world.entries.length), tendency: tendency?.id ?? uuid('none') }
    const change = pick(changes, a + c) ?? null
    return world.when(oneOf(world, tendency?.signatories, a), 'tendency.change', { ...body, change })
  },
  /** A few signatories agree to what waits for it. */
  agreeTendency: (world: World, { a, b }: Numbers) => {
    const open = [...world.org.tendencies.proposals.values()].filter(({ held }) => held === null)
    const proposal = pickLate(open, b)
    const tendency = proposal?.tendency ?? uuid('none')
    const signatories = world.org.tendencies.tendencies.get(tendency)?.signatories
    for (const n of [a, a + 1, a + 2])
      world.when(oneOf(world, signatories, n), 'tendency.agree', {
        tendency,
        proposal: proposal?.id ?? uuid('none'),
      })
  },
  stateTendency: (world: World, { a, b }: Numbers) => {
    const { by, under } = signatoryAt(world, a)
    const motion = motionAt(world, b, 'seconding', 'debate', 'voting')
    return world.when(by, 'tendency.state', { tendency: uuid('none'), ...under, motion, text: TEXT })
  },
} satisfies Readonly<Record<string, (world: World, step: Numbers) => unknown>>
