import type { Instant } from '#kernel/instant'
import { refuse, type Refusal } from '#kernel/refusal'
import { belongs, type VotingSlice } from '#modules/voting/core'
import type { Threshold } from '#modules/counting/core'
import { indexOf } from '#modules/members/core'
import type { EnactmentContext } from '#modules/record/core'
import type { Question, RuleSet } from '#modules/rulebook/core'
import type { TendenciesSlice } from '#modules/tendencies/core'
import type { z } from 'zod'
import type { Enactment, Motion, MotionsState, StageKind } from './state.ts'

/** What the rules of motions read and write. */
export type MotionsSlice = VotingSlice & TendenciesSlice & { readonly motions: MotionsState }

/** All kinds of enactment as one: the composition root joins those of the modules. */
export interface Enactments<State> {
  readonly shape: z.ZodType<Enactment>
  question(state: State, enactment: Enactment): Question
  /** What adopts a motion with this enactment under these rules. */
  threshold(state: State, enactment: Enactment, rules: RuleSet): Threshold
  check(state: State, context: EnactmentContext, enactment: Enactment): Refusal | undefined
  apply(state: State, context: EnactmentContext, enactment: Enactment): void
}

export const MOTION_LAPSE = 'motion.lapse'

/** The motion of this id in one of these stages, or why not. */
export function motionIn<Kind extends StageKind>(
  { motions }: Pick<MotionsSlice, 'motions'>,
  id: string,
  kinds: readonly Kind[],
): (Motion & { readonly stage: Extract<Motion['stage'], { kind: Kind }> }) | Refusal {
  const motion = motions.motions.get(id)
  if (motion === undefined) return refuse('unknown-motion', { motion: id })
  const { stage } = motion
  return isOneOf(stage, kinds)
    ? { ...motion, stage }
    : refuse('wrong-stage', { stage: stage.kind, wanted: [...kinds] })
}

function isOneOf<Kind extends StageKind>(
  stage: Motion['stage'],
  kinds: readonly Kind[],
): stage is Extract<Motion['stage'], { kind: Kind }> {
  return kinds.some((kind) => kind === stage.kind)
}

/** Refuses whoever does not belong to the unit. */
export function checkBelongs(state: MotionsSlice, by: string, unit: string): Refusal | undefined {
  return belongs(state, unit, indexOf(state.members, by)) ? undefined : refuse('not-of-unit', { unit })
}

/** What the enactment of a motion is carried out from. */
export function contextOf(
  motion: Motion,
  entry: { readonly seq: number; readonly at: Instant },
): EnactmentContext {
  return { seq: entry.seq, at: entry.at, unit: motion.unit, motion: motion.id, clauses: motion.clauses }
}
