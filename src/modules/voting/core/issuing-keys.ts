import type { Instant } from '#kernel/instant'
import { refuse, type Refusal } from '#kernel/refusal'
import { pathUp } from '#modules/units/core'
import type { DeliveredKey, NamedIssuer, Naming } from './issuers.ts'
import type { VoteKeys } from './secret.ts'
import type { VotingSlice } from './slice.ts'

type Slice = Pick<VotingSlice, 'voting' | 'units'>

/** Who issues keys in the secret votes of a unit: as it, or else the nearest unit above it, has named them; undefined for nobody else. */
export function namingFor({ voting, units }: Slice, unit: string): Naming | undefined {
  for (const { id } of pathUp(units, unit)) {
    const naming = voting.issuers.namings.get(id)
    if (naming !== undefined) return naming.issuers.length === 0 ? undefined : naming
  }
  return undefined
}

/** Of the issuers named, those with a key that no vote has used, and those without. */
function readyIssuers(
  { voting }: Pick<Slice, 'voting'>,
  { issuers }: Naming,
): { readonly ready: readonly (NamedIssuer & DeliveredKey)[]; readonly lacking: readonly string[] } {
  const found = issuers.map((issuer) => ({ ...issuer, next: voting.issuers.stock.get(issuer.key)?.[0] }))
  return {
    ready: found.flatMap(({ next, ...issuer }) => (next === undefined ? [] : { ...issuer, ...next })),
    lacking: found.filter(({ next }) => next === undefined).map(({ name }) => name),
  }
}

/**
 * Why a secret vote of this unit cannot open now: `issuers-lacking`, where fewer issuers have a key than have to sign. It never opens with
 * fewer than members asked for.
 */
export function whyTooFewIssuers(state: Slice, unit: string): Refusal | undefined {
  const naming = namingFor(state, unit)
  if (naming === undefined) return undefined
  const { ready, lacking } = readyIssuers(state, naming)
  return 1 + ready.length < naming.k
    ? refuse('issuers-lacking', { unit, needed: naming.k, ready: 1 + ready.length, lacking })
    : undefined
}

/**
 * The keys of a vote of this unit: the organization's own, which is all that the server brings, and the oldest of each issuer that has
 * some. Who names a key of their own in an issuer's place makes another vote than this.
 */
export function withNamedIssuers(state: Slice, unit: string, brought: VoteKeys): VoteKeys {
  const own = brought.issuers.slice(0, 1).map(({ name, modulus }) => ({ name, modulus }))
  const naming = namingFor(state, unit)
  if (naming === undefined) return { ...brought, issuers: own, k: 1 }
  const others = readyIssuers(state, naming).ready.map(({ name, modulus, signature, address, key }) => ({
    name,
    modulus,
    named: { address, key, signature },
  }))
  return { ...brought, issuers: [...own, ...others], k: naming.k }
}

/** The keys that a vote announced are used, and what waited for them no longer does. */
export function useKeys(
  { voting: { issuers } }: Pick<Slice, 'voting'>,
  subject: string,
  announced: Pick<VoteKeys, 'issuers'> | undefined,
): void {
  if (issuers.waiting.has(subject)) issuers.waiting.delete(subject)
  for (const { modulus, named } of announced?.issuers ?? []) {
    if (named === undefined) continue
    const left = issuers.stock.get(named.key) ?? []
    issuers.stock.set(
      named.key,
      left.filter((each) => each.modulus !== modulus),
    )
  }
}

/** What has waited, and has enough issuers now, is due at once. */
export function wakeWaiting(state: Slice & Pick<VotingSlice, 'deadlines'>, at: Instant): void {
  const { waiting } = state.voting.issuers
  for (const [subject, { kind, unit }] of [...waiting.entries()]) {
    // Withdrawn, or moot, since.
    if (state.deadlines.at(kind, subject) === undefined) waiting.delete(subject)
    else if (whyTooFewIssuers(state, unit) === undefined) state.deadlines.set(kind, subject, at)
  }
}
