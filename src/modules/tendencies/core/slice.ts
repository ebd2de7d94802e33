import { atLeast } from '#kernel/fraction'
import { DAY, type Instant } from '#kernel/instant'
import { refuse, type Refusal } from '#kernel/refusal'
import type { MembersSlice } from '#modules/members/core'
import type { ProgramState } from '#modules/program/core'
import { tendencyRulesOf } from '#modules/rulebook/core'
import { rulesFor } from '#modules/units/core'
import { belongs, countRoll, type VotingSlice } from '#modules/voting/core'
import type { Tendency, TendenciesState } from './state.ts'

/** What the rules of tendencies read and write. */
export type TendenciesRulesSlice = VotingSlice &
  MembersSlice & {
    readonly tendencies: TendenciesState
    readonly program: ProgramState
    readonly roll: { standing(id: string): number | undefined }
    readonly motions: {
      readonly motions: {
        get(id: string): { readonly unit: string; readonly stage: { readonly kind: string } } | undefined
      }
    }
  }

export const TENDENCY_REVIEW = 'tendency.review'

/** Days in which enough members sign a platform, or it was never one of a tendency. */
export const FORMING_DAYS = 60

/** The tendency of this id that has not ended, or why not. */
export function livingTendency(
  { tendencies }: Pick<TendenciesRulesSlice, 'tendencies'>,
  id: string,
): Tendency | Refusal {
  const tendency = tendencies.tendencies.get(id)
  if (tendency === undefined) return refuse('unknown-tendency', { tendency: id })
  return tendency.stage.kind === 'ended'
    ? refuse('tendency-ended', { name: tendency.name, at: tendency.stage.at })
    : tendency
}

/**
 * How many signatories a tendency of this unit needs now: what the rules ask, and no rules can ask for more than the greater of three
 * members and a fiftieth of the roll.
 */
export function signatoriesNeeded(state: TendenciesRulesSlice, unit: string, at: Instant): number {
  const { members, share } = tendencyRulesOf(rulesFor(state, unit).rules)
  const roll = countRoll(state, unit, at, Infinity)
  return Math.max(members, atLeast(share, roll))
}

/** Signatories who are members in good standing and of the unit: who left or lapsed is not counted, and need not be struck. */
export function countSignatories(
  state: TendenciesRulesSlice,
  { unit, signatories }: Pick<Tendency, 'unit' | 'signatories'>,
): number {
  return signatories.filter((index) => signs(state, unit, index)).length
}

function signs(state: TendenciesRulesSlice, unit: string, index: number): boolean {
  const id = state.members.ids.at(index)
  return id !== undefined && state.roll.standing(id) !== undefined && belongs(state, unit, index)
}

/** When a tendency is looked at again whether it has enough signatories. */
export function nextReview(state: TendenciesRulesSlice, unit: string, at: Instant): Instant {
  return at + tendencyRulesOf(rulesFor(state, unit).rules).belowDays * DAY
}
