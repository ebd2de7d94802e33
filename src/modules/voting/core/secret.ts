import { fromBase64 } from '#kernel/bytes'
import { canonical, type Json } from '#kernel/canonical'
import { HOUR, type Instant } from '#kernel/instant'
import { sha256Base64 } from '#kernel/hash'
import { refuse, type Refusal } from '#kernel/refusal'
import { ballotBytes, issuerKey, type ChoiceForm } from '#modules/ballots/core'
import { hashShape, textShape } from '#modules/record/core'
import { PARTICIPATIONS, type BallotQuestion, type BallotRules } from '#modules/rulebook/core'
import type { UnitsSlice } from '#modules/units/core'
import { z } from 'zod'
import { MOST_ISSUERS, namedIssuerShape } from './issuers.ts'

/** What is made anew for each secret vote, outside the record, and published before anybody is given a key. */
const voteKeysShape = z.strictObject({
  /** The name of the log: a key is good for one vote of one log. */
  origin: z.string().min(1).max(300),
  /** Who signs keys without seeing them, each with a modulus of 3072 bits (base64); the exponent is 65537. */
  issuers: z
    .array(
      z.strictObject({
        name: textShape(100),
        modulus: z.string().length(512),
        /** Since the sixth law, of an issuer that members named: where it answers, its lasting key, and that key's word for the modulus. */
        named: z.exactOptional(
          namedIssuerShape.omit({ name: true }).extend({ signature: z.string().length(88) }),
        ),
      }),
    )
    .min(1)
    .max(MOST_ISSUERS),
  /** How many of them have to sign a key. */
  k: z.int().min(1).max(MOST_ISSUERS),
  /** The Ed25519 key under which receipts are signed, base64. */
  receiptKey: hashShape,
})

/** See `voteKeysShape`. */
export type VoteKeys = z.infer<typeof voteKeysShape>

/** What a secret vote says about its ballots when it opens; docs/ballots.md tells every byte of them. */
export const secretShape = voteKeysShape.extend({
  version: z.literal(1),
  /** The bytes of every ballot. */
  size: z.int().min(0),
  /** Until when keys are given out, where that ends before anybody votes. */
  keysUntil: z.int().min(0).nullable(),
  participation: z.enum(PARTICIPATIONS),
  ranksMost: z.int().min(1).nullable(),
})

/** See `secretShape`. */
export type SecretQuestion = z.infer<typeof secretShape>

/** A secret vote under way or closed. */
export interface Secret extends SecretQuestion {
  /** When it began with these keys. */
  readonly begins: Instant
  /** SHA-256 of the body that announced these keys, base64: every signature is over it. */
  readonly context: string
  /** The record was restored from a backup, and backups have no keys of votes. */
  readonly lost?: true
}

/** The rules under which this is voted on in secret; undefined where it is voted on openly, as delegates always do. */
export function secrecyOf(
  { units }: UnitsSlice,
  unit: string,
  ballots: BallotRules | undefined,
  question: BallotQuestion,
): BallotRules | undefined {
  return ballots?.[question] === 'secret' && units.units.get(unit)?.decidedBy === 'members'
    ? ballots
    : undefined
}

/** Milliseconds in which keys are given out before anybody votes; 0 where they are given out meanwhile. */
export function keyTime({ keysFirst, keyHours }: BallotRules, roll: number): number {
  return keysFirst !== null && roll >= keysFirst ? keyHours * HOUR : 0
}

/** What a vote with these keys has to say about its ballots. */
export function secretQuestion(
  { participation, ranksMost }: Pick<SecretQuestion, 'participation' | 'ranksMost'>,
  { origin, issuers, k, receiptKey }: VoteKeys,
  { keysUntil, form }: { readonly keysUntil: Instant | null; readonly form: ChoiceForm },
): SecretQuestion {
  const size = ballotBytes({ form, k })
  return { version: 1, origin, issuers, k, receiptKey, size, keysUntil, participation, ranksMost }
}

/** Why these cannot be the keys of a vote: one that is no RSA key of this length, or one issuer that signs twice. */
export function whyKeysUnfit({ issuers, k, receiptKey }: VoteKeys): Refusal | undefined {
  const areSound = issuers.every(
    ({ modulus }) => issuerKey(fromBase64(modulus) ?? new Uint8Array()) !== undefined,
  )
  const areDifferent =
    new Set(issuers.map(({ modulus }) => modulus)).size === issuers.length &&
    new Set(issuers.map(({ name }) => name)).size === issuers.length
  const isSound = areSound && areDifferent && k <= issuers.length && fromBase64(receiptKey)?.length === 32
  return isSound ? undefined : refuse('ballot-keys-unfit')
}

/** What every signature of a vote is over: the body that announced its keys. */
export function contextOf(announced: Json): string {
  return sha256Base64(canonical(announced))
}
