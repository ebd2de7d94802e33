import type { Json } from '#kernel/canonical'
import { idAt } from '#modules/members/core'
import type { Tendency } from '#modules/tendencies/core'
import { uuid, type World } from './given.ts'
import {
  anybody,
  heldAt,
  motionAt,
  pick,
  pickLate,
  pointAt,
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

/** Under one's own name; in a tendency that lists no signatories under nobody's, and the body says who. */
function enter(
  world: World,
  tendency: Tendency | undefined,
  by: string,
  verb: 'sign' | 'take' | 'leave' | 'agree',
  rest: { readonly member?: string; readonly proposal?: string },
): void {
  const { id = uuid('none'), listed } = tendency ?? {}
  const { member: taken, ...others } = rest
  if (listed === undefined) world.when(by, `tendency.${verb}`, { tendency: id, ...rest })
  else
    world.when('nobody', `unlisted.${verb}`, {
      ...{ tendency: id, member: by, ...others },
      ...(taken === undefined ? {} : { taken }),
    })
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
    const unlisted = step.b % 3 === 0 ? { listed: false } : {}
    return world.when(anybody(world, step.b), 'tendency.found', { ...body, ...unlisted })
  },
  /** A few sign, and are taken in, some by nobody who could. */
  signTendency: (world: World, { a, b }: Numbers) => {
    const tendency = tendencyAt(world, b)
    const { id = uuid('no tendency') } = tendency ?? {}
    for (const n of [a, a + 1, a + 2]) {
      const member = anybody(world, n)
      enter(world, tendency, member, 'sign', {})
      const signatories = world.org.tendencies.tendencies.get(id)?.signatories
      enter(world, tendency, oneOf(world, signatories, a), 'take', { member })
    }
  },
  leaveTendency: (world: World, { a, b }: Numbers) => {
    const tendency = tendencyAt(world, b)
    const all = [...(tendency?.signatories ?? []), ...(tendency?.waiting ?? [])]
    enter(world, tendency, oneOf(world, all, a), 'leave', {})
  },
  /** All but two leave one that stands: its next reviews find too few. */
  desertTendency: (world: World, { b }: Numbers) => {
    const standing = [...world.org.tendencies.tendencies.values()].filter(
      ({ stage }) => stage.kind === 'standing',
    )
    const tendency = pick(standing, b)
    for (const index of tendency?.signatories.slice(2) ?? [])
      enter(world, tendency, idAt(world.org.members, index), 'leave', {})
  },
  changeTendency: (world: World, step: Numbers) => {
    const { a, b, c } = step
    const all = [...world.org.tendencies.tendencies.values()]
    const shared = all.filter(({ stage, signatories }) => stage.kind !== 'ended' && signatories.length > 1)
    const tendency = pickLate(a % 4 === 0 ? [] : shared, b) ?? tendencyAt(world, b)
    const changes: readonly Json[] = [
      { kind: 'platform', platform: platformAt(world, step) },
      { kind: 'name', name: `Tendency ${c % 4}` },
      { kind: 'end' },
    ]
    const body = { proposal: uuid('proposal', world.entries.length), tendency: tendency?.id ?? uuid('none') }
    const change = pick(changes, a + c) ?? null
    world.when(oneOf(world, tendency?.signatories, a), 'tendency.change', { ...body, change })
    if (c % 2 === 0) TENDENCY_ACTS.agreeTendency(world, { a: a + 1, b: 0, c })
  },
  /** A few signatories agree to what waits for it. */
  agreeTendency: (world: World, { a, b }: Numbers) => {
    const open = [...world.org.tendencies.proposals.values()].filter(({ held }) => held === null)
    const proposal = b === 0 ? open.at(-1) : pickLate(open, b)
    const tendency = world.org.tendencies.tendencies.get(proposal?.tendency ?? '')
    for (const n of [a, a + 1, a + 2])
      enter(world, tendency, oneOf(world, tendency?.signatories, n), 'agree', {
        proposal: proposal?.id ?? uuid('none'),
      })
  },
  stateTendency: (world: World, { a, b }: Numbers) => {
    const standing = [...world.org.tendencies.tendencies.values()].filter(
      ({ stage }) => stage.kind === 'standing',
    )
    const tendency = pick(standing, a) ?? tendencyAt(world, a)
    const open = [...world.org.motions.motions.values()].filter(
      ({ unit, stage }) => unit === tendency?.unit && ['seconding', 'debate', 'voting'].includes(stage.kind),
    )
    const motion = pickLate(open, b)?.id ?? motionAt(world, b, 'decided')
    const body = { tendency: tendency?.id ?? uuid('none'), motion, text: heldAt(world) }
    return world.when(oneOf(world, tendency?.signatories, a), 'tendency.state', body)
  },
} satisfies Readonly<Record<string, (world: World, step: Numbers) => unknown>>
