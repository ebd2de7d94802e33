import type { Instant } from '#kernel/instant'
import { refuse, type Refusal } from '#kernel/refusal'
import { belongs } from '#modules/voting/core'
import {
  countSignatories,
  nextReview,
  signatoriesNeeded,
  TENDENCY_REVIEW,
  type TendenciesRulesSlice,
} from './slice.ts'
import { isListed, putTendency, type Tendency } from './state.ts'

// What signing, taking in and leaving are, whether the record lists who does it or not.

/** Refuses an act of the other kind: who signs what is not listed must not do so under their own name by mistake, nor the other way round. */
export function checkListing(tendency: Tendency, listed: boolean): Refusal | undefined {
  if (isListed(tendency) === listed) return undefined
  return refuse(listed ? 'signatories-unlisted' : 'signatories-listed', { name: tendency.name })
}

/** Why a member cannot sign. */
export function checkSigns(
  state: TendenciesRulesSlice,
  tendency: Tendency,
  index: number,
): Refusal | undefined {
  if ([...tendency.signatories, ...tendency.waiting].includes(index)) return refuse('signed-already')
  return belongs(state, tendency.unit, index) ? undefined : refuse('not-of-unit', { unit: tendency.unit })
}

/** A member has signed, and waits to be taken in. */
export function sign(state: TendenciesRulesSlice, id: string, index: number): void {
  const tendency = state.tendencies.tendencies.get(id)
  if (tendency !== undefined) putTendency(state, id, { waiting: [...tendency.waiting, index] })
}

/** Why nobody of this id can be taken in. */
export function checkTaken(
  { members }: TendenciesRulesSlice,
  { waiting, name }: Tendency,
  member: string,
): Refusal | undefined {
  const index = members.indices.get(member)
  return index !== undefined && waiting.includes(index) ? undefined : refuse('not-waiting', { name })
}

/** Somebody who waited is a signatory from now on. */
export function takeIn(state: TendenciesRulesSlice, id: string, index: number, at: Instant): void {
  const tendency = state.tendencies.tendencies.get(id)
  if (tendency === undefined) return
  const signatories = [...tendency.signatories, index]
  putTendency(state, id, { signatories, waiting: without(tendency.waiting, index) })
  formIfEnough(state, id, at)
}

/** Somebody signs no more, whether they were taken in or not. */
export function leave(state: TendenciesRulesSlice, id: string, index: number): void {
  const tendency = state.tendencies.tendencies.get(id)
  if (tendency === undefined) return
  const { signatories, waiting } = tendency
  putTendency(state, id, { signatories: without(signatories, index), waiting: without(waiting, index) })
}

/** A tendency stands from the signature on that makes it have enough. */
export function formIfEnough(state: TendenciesRulesSlice, id: string, at: Instant): void {
  const tendency = state.tendencies.tendencies.get(id)
  if (tendency?.stage.kind !== 'forming') return
  const needed = signatoriesNeeded(state, tendency.unit, at)
  if (countSignatories(state, tendency) < needed) return
  const next = nextReview(state, tendency.unit, at)
  putTendency(state, id, { needed, stage: { kind: 'standing', since: at, review: next } })
  state.deadlines.set(TENDENCY_REVIEW, id, next)
}

function without(members: readonly number[], index: number): readonly number[] {
  return members.filter((each) => each !== index)
}
