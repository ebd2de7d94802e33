import { fromBase64 } from '#kernel/bytes'
import type { Instant } from '#kernel/instant'
import { createTable, type Journal, type Table } from '#kernel/journal'
import { refuse, type Refusal } from '#kernel/refusal'
import { z } from 'zod'
import { hashShape, textShape } from '#modules/record/core'

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
