import type { Json } from '#kernel/canonical'
import { isRefusal } from '#kernel/refusal'
import { idAt } from '#modules/members/core'
import {
  findText,
  standingHiding,
  type CitedRule,
  type FoundText,
  type TextRef,
} from '#modules/moderation/core'
import { uuid, type World } from './given.ts'
import { anybody, heldAt, officerAt, pick, pickLate, type Numbers } from './random-picks.ts'

// What moderators of a random history hide, and what its authors do about it.

/** All texts that stand, as acts about them refer to them. */
function refsIn({ org }: World): readonly TextRef[] {
  const { motions, program, elections, councils, tendencies, members } = org
  return [
    ...[...motions.speeches.entries()].flatMap(([about, said]) =>
      said.values().map(({ id }) => ({ kind: 'speech' as const, about, id })),
    ),
    ...[...program.rationales.entries()].flatMap(([about, said]) =>
      said.values().map(({ id }) => ({ kind: 'rationale' as const, about, id })),
    ),
    ...[...motions.amendments.values()].map(({ id, motion }) => ({
      kind: 'reason' as const,
      about: motion,
      id,
    })),
    ...[...motions.reports.values()].map(({ id, motion }) => ({
      kind: 'report' as const,
      about: motion,
      id,
    })),
    ...[...elections.elections.values()].flatMap(({ id: about, candidates }) =>
      candidates.map(({ member }) => ({ kind: 'candidacy' as const, about, id: idAt(members, member) })),
    ),
    ...[...tendencies.statements.entries()].flatMap(([about, said]) =>
      said.map(({ tendency }) => ({ kind: 'statement' as const, about, id: tendency })),
    ),
    ...[...councils.reports.entries()].flatMap(([about, said]) =>
      said.map(({ id }) => ({ kind: 'account' as const, about, id })),
    ),
    ...[...elections.recalls.values()].map(({ id }) => ({ kind: 'recall' as const, about: id, id })),
  ]
}

/** A text, with the reference to it; one that is hidden if that is asked for. */
function textAt(
  world: World,
  n: number,
  wanted: 'any' | 'hidden',
): { readonly body: TextBody; readonly found: FoundText } | undefined {
  const texts = refsIn(world).flatMap((ref) => {
    const found = findText(world.org, ref)
    return isRefusal(found) ? [] : [{ body: { ...ref, text: found.key }, found }]
  })
  const hidden = texts.filter(
    ({ found }) => standingHiding(world.org.moderation.marked.get(found.key)) !== undefined,
  )
  return pickLate(wanted === 'hidden' && n % 8 !== 0 ? hidden : texts, n)
}

type TextBody = TextRef & { readonly text: string }

const NO_TEXT: TextBody = { kind: 'speech', about: uuid('none'), id: uuid('none'), text: uuid('none') }

/** A rule of conduct: mostly of the newest, which is often too new for the text. */
function ruleAt({ org }: World, n: number): CitedRule {
  const versions = pick([...org.moderation.conduct.values()], n) ?? []
  const { unit = uuid('none'), version = 1 } = (n % 3 === 0 ? versions.at(-1) : versions[0]) ?? {}
  return { unit, version, number: 1 + (n % 2) }
}

function author({ org }: World, found: FoundText | undefined, n: number): string {
  return found === undefined || n % 12 === 0
    ? idAt(org.members, n % org.members.ids.length)
    : idAt(org.members, found.author)
}

export const MODERATION_ACTS = {
  hide: (world: World, { a, b, c }: Numbers) => {
    const body = textAt(world, b, 'any')?.body ?? NO_TEXT
    const hiding = { ...body, rule: ruleAt(world, c), reason: 'It insults.' }
    return world.when(officerAt(world, a, 'moderation'), 'text.hide', hiding)
  },
  lift: (world: World, { a, b }: Numbers) =>
    a % 2 === 0 &&
    world.when(officerAt(world, a, 'moderation'), 'text.lift', textAt(world, b, 'hidden')?.body ?? NO_TEXT),
  appealHiding: (world: World, { a, b }: Numbers) => {
    const text = textAt(world, b, 'hidden')
    const body: Json = {
      appeal: uuid('appeal', world.entries.length),
      ...(text?.body ?? NO_TEXT),
      reason: heldAt(world),
    }
    return world.when(author(world, text?.found, a), 'hiding.appeal', body)
  },
  takeBack: (world: World, { a, b, c }: Numbers) => {
    const text = textAt(world, b, c % 2 === 0 ? 'any' : 'hidden')
    const type = a % 3 === 0 ? 'text.erase' : 'text.withdraw'
    return world.when(author(world, text?.found, a), type, text?.body ?? NO_TEXT)
  },
  contest: (world: World, { a, b }: Numbers) => {
    const noticed = [...world.org.members.notices.keys()].map((index) => idAt(world.org.members, index))
    const by = pick(noticed, b) ?? anybody(world, a)
    return world.when(by, 'standing.contest', {
      appeal: uuid('appeal', world.entries.length),
      reason: heldAt(world),
    })
  },
} satisfies Readonly<Record<string, (world: World, step: Numbers) => unknown>>
