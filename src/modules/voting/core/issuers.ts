import { fromBase64 } from '#kernel/bytes'
import type { Instant } from '#kernel/instant'
import { createTable, type Journal, type Table } from '#kernel/journal'
import { refuse, type Refusal } from '#kernel/refusal'
import { pathUp } from '#modules/units/core'
import { z } from 'zod'
import { hashShape, textShape } from '#modules/record/core'
import type { VoteKeys } from './secret.ts'
import type { VotingSlice } from './slice.ts'

/** The law from which on members name issuers. */
export const ISSUERS_SINCE = 6

/** The name of the one issuer that every secret vote has: the organization's own server. */
export const OWN_ISSUER = 'Plenum'

/** Issuers of a vote at most, the organization's own server among them. */
export const MOST_ISSUERS = 9

/** Where an issuer answers: protocol and host, and no path. Only a trial on one machine goes without https. */
const ADDRESS =
  /^(https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|http:\/\/(?:localhost|127\.0\.0\.1))(?::[1-9]\d{0,4})?$/

/** Whether this can be the address of an issuer. */
export function isIssuerAddress(address: string): boolean {
  return address.length <= 200 && ADDRESS.test(address)
}

/** An issuer as a motion names it. `key`: the lasting Ed25519 key under which it delivers its issuing keys, base64. */
export const namedIssuerShape = z.strictObject({
  name: textShape(100),
  address: z
    .string()
    .max(200)
    .refine(isIssuerAddress, 'must be protocol and host, such as https://issuer.example'),
  key: hashShape,
})

/** See `namedIssuerShape`. */
export type NamedIssuer = z.infer<typeof namedIssuerShape>

/** Who issues keys in the secret votes of a unit, besides the organization's own server, and how many have to sign a key. */
export interface Naming {
  readonly issuers: readonly NamedIssuer[]
  readonly k: number
  readonly motion: string
  readonly seq: number
}

/** An issuing key that an issuer delivered ahead, signed by its lasting key; base64. */
export interface DeliveredKey {
  readonly modulus: string
  readonly signature: string
}

/** What waits until enough issuers have delivered a key: a vote that is to open, or to begin again. */
export interface WaitingVote {
  readonly kind: string
  readonly unit: string
  readonly since: Instant
  readonly needed: number
  readonly lacking: readonly string[]
}

export interface IssuersState {
  /** By unit. */
  readonly namings: Table<string, Naming>
  /** By the issuer's lasting key: the keys that no vote has used, the oldest first. */
  readonly stock: Table<string, readonly DeliveredKey[]>
  /** Every modulus that was ever delivered: none is delivered twice. */
  readonly delivered: Table<string, true>
  /** By what is waiting: a motion, an election, a recall, or a vote that is to begin again. */
  readonly waiting: Table<string, WaitingVote>
  /** Nothing where there is nothing: the image of a record of an older law stays what it was. */
  toJSON(): unknown
}

export function createIssuers(journal: Journal): IssuersState {
  const tables = {
    namings: createTable<string, Naming>(journal),
    stock: createTable<string, readonly DeliveredKey[]>(journal),
    delivered: createTable<string, true>(journal),
    waiting: createTable<string, WaitingVote>(journal),
  }
  return { ...tables, toJSON: () => (tables.namings.size === 0 ? undefined : tables) }
}

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

/** Why these cannot be named as issuers, of whom k have to sign each key. */
export function whyNamingUnfit({ issuers, k }: Pick<Naming, 'issuers' | 'k'>): Refusal | undefined {
  const all = issuers.length + 1
  // With half of them or fewer, two sets that are enough would have only this server in common.
  if (k > all || 2 * k <= all) return refuse('issuers-k-unfit', { k, all, least: Math.floor(all / 2) + 1 })
  const names = new Set([OWN_ISSUER, ...issuers.map(({ name }) => name)].map((name) => name.toLowerCase()))
  const different = (field: 'address' | 'key'): boolean =>
    new Set(issuers.map((issuer) => issuer[field])).size === issuers.length
  const areDifferent = names.size === all && different('address') && different('key')
  if (!areDifferent) return refuse('issuers-alike')
  return issuers.every(({ key }) => fromBase64(key)?.length === 32) ? undefined : refuse('issuer-key-unfit')
}
