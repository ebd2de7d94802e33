import { refuse, type Refusal } from '#kernel/refusal'
import { stricter } from '#modules/counting/core'
import {
  bindingEnactments,
  seatEnactments,
  type BindingEnactments,
  type SeatEnactments,
} from '#modules/councils/core'
import { delegateEnactments, unknownDuty, type DelegateEnactments } from '#modules/delegates/core'
import { officeEnactments, type OfficeEnactments } from '#modules/elections/core'
import { moderationEnactments, type ModerationEnactments } from '#modules/moderation/core'
import {
  motionEnactments,
  type Enactment,
  type Enactments,
  type MotionEnactments,
} from '#modules/motions/core'
import { programEnactments, type ProgramEnactments } from '#modules/program/core'
import type { EnactmentRule } from '#modules/record/core'
import { majorityFor, ruleSetShape, type Question } from '#modules/rulebook/core'
import { checkRulesUnder, unitEnactments, type UnitEnactments } from '#modules/units/core'
import { issuerEnactments, type IssuerEnactments } from '#modules/voting/core'
import { z } from 'zod'
import { foundingEnactments, type FoundingEnactments } from './founding.ts'
import type { Org } from './org.ts'

type EnactmentKinds = MotionEnactments &
  ProgramEnactments &
  UnitEnactments &
  DelegateEnactments &
  SeatEnactments &
  BindingEnactments &
  OfficeEnactments &
  ModerationEnactments &
  IssuerEnactments &
  FoundingEnactments

/** Everything that adopting a motion can carry out. */
export type AnyEnactment = EnactmentKinds[keyof EnactmentKinds]

const table: { readonly [Kind in keyof EnactmentKinds]: EnactmentRule<Org, EnactmentKinds[Kind]> } = {
  ...motionEnactments,
  ...programEnactments,
  ...unitEnactments,
  ...delegateEnactments,
  ...seatEnactments,
  ...bindingEnactments,
  ...officeEnactments,
  ...moderationEnactments,
  ...issuerEnactments,
  ...foundingEnactments,
}

/** All kinds of enactment. */
export const ENACTMENT_KINDS: readonly string[] = Object.keys(table)

/** Any enactment, parsed: the kinds of all modules. */
const shapes: readonly z.ZodType<Enactment>[] = Object.values(table).map(({ shape }) => shape)
const enactmentShape: z.ZodType<Enactment> = z.union(shapes).meta({ id: 'Enactment' })

// Each shape fixes its kind, so the rule of a kind is only ever asked about enactments of that kind.
const byKind: Readonly<Record<string, EnactmentRule<Org, Enactment>>> = table

function ruleFor(kind: string): EnactmentRule<Org, Enactment> | undefined {
  return Object.hasOwn(byKind, kind) ? byKind[kind] : undefined
}

function question(org: Org, enactment: Enactment): Question {
  return ruleFor(enactment.kind)?.question(org, enactment) ?? 'rules'
}

/** Refuses rules and duties that the law in force does not know. */
function checkLaw({ head }: Org, enactment: Enactment): Refusal | undefined {
  const rules = enactment.kind === 'rules.adopt' ? ruleSetShape.safeParse(enactment['rules']).data : undefined
  if (rules !== undefined) return checkRulesUnder(head.get().law, rules)
  const duty = unknownDuty(enactment['duties'], head.get().law)
  return duty === undefined
    ? undefined
    : refuse('malformed', { field: 'duties', problem: `Unrecognized duty: "${duty}"` })
}

/** All kinds of enactment as one. */
export const enactments: Enactments<Org> = {
  shape: enactmentShape,
  question,
  threshold(org, enactment, rules) {
    const threshold = { majority: majorityFor(rules, question(org, enactment)), quorum: rules.quorum }
    // A few could bind the many for good, if rules could demand more of a later change than they had themselves.
    const demanded =
      enactment.kind === 'rules.adopt' ? ruleSetShape.safeParse(enactment['rules']).data : undefined
    return demanded === undefined
      ? threshold
      : stricter(threshold, { majority: majorityFor(demanded, 'rules'), quorum: demanded.quorum })
  },
  check(org, context, enactment) {
    const rule = ruleFor(enactment.kind)
    if (rule === undefined || (rule.since ?? 1) > org.head.get().law)
      return refuse('unknown-enactment', { kind: enactment.kind })
    return checkLaw(org, enactment) ?? rule.check(org, context, enactment)
  },
  apply(org, context, enactment) {
    ruleFor(enactment.kind)?.apply(org, context, enactment)
  },
}
