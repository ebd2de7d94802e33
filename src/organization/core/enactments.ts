import { refuse } from '#kernel/refusal'
import { delegateEnactments, type DelegateEnactments } from '#modules/delegates/core'
import { motionEnactments, type Enactment, type Enactments, type MotionEnactments } from '#modules/motions/core'
import { programEnactments, type ProgramEnactments } from '#modules/program/core'
import type { EnactmentRule } from '#modules/record/core'
import { unitEnactments, type UnitEnactments } from '#modules/units/core'
import { z } from 'zod'
import { foundingEnactments, type FoundingEnactments } from './founding.ts'
import type { Org } from './org.ts'

type EnactmentKinds = MotionEnactments &
  ProgramEnactments &
  UnitEnactments &
  DelegateEnactments &
  FoundingEnactments

/** Everything that adopting a motion can carry out. */
export type AnyEnactment = EnactmentKinds[keyof EnactmentKinds]

const table: { readonly [Kind in keyof EnactmentKinds]: EnactmentRule<Org, EnactmentKinds[Kind]> } = {
  ...motionEnactments,
  ...programEnactments,
  ...unitEnactments,
  ...delegateEnactments,
  ...foundingEnactments,
}

/** Any enactment, parsed: the kinds of all modules. */
export const enactmentShape: z.ZodType<Enactment> = z.union(Object.values(table).map(({ shape }) => shape))

// Each shape fixes its kind, so the rule of a kind is only ever asked about enactments of that kind.
const byKind: Readonly<Record<string, EnactmentRule<Org, Enactment>>> = table

function ruleFor(kind: string): EnactmentRule<Org, Enactment> | undefined {
  return Object.hasOwn(byKind, kind) ? byKind[kind] : undefined
}

/** All kinds of enactment as one. */
export const enactments: Enactments<Org> = {
  shape: enactmentShape,
  question: (org, enactment) => ruleFor(enactment.kind)?.question(org, enactment) ?? 'rules',
  check(org, context, enactment) {
    const rule = ruleFor(enactment.kind)
    return rule === undefined ? refuse('unknown-enactment', { kind: enactment.kind }) : rule.check(org, context, enactment)
  },
  apply(org, context, enactment) {
    ruleFor(enactment.kind)?.apply(org, context, enactment)
  },
}
