import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist as englishWords } from '@scure/bip39/wordlists/english.js'
import { wordlist as spanishWords } from '@scure/bip39/wordlists/spanish.js'
import { concat } from '#kernel/bytes'
import { hkdf } from '#kernel/hash'
import type { InLanguages, Language } from '#kernel/language'
import { publicKeyOf } from '#kernel/ed25519'
import { inverseMod, toWhole } from './big-bytes.ts'
import { RSA_BYTES, type IssuerKey } from './blind-rsa.ts'

/** Bytes of a slip: all that a voter has to keep to vote, to vote again and to find the ballot. */
export const SLIP_BYTES = 16

const LISTS: InLanguages<readonly string[]> = { en: englishWords, es: spanishWords }

/** A slip as twelve words (BIP-39), to be written down. */
export function wordsOf(slip: Uint8Array, language: Language): readonly string[] {
  return entropyToMnemonic(slip, [...LISTS[language]])
    .normalize('NFC')
    .split(/\s+/)
}

/** The slip of twelve words in either language, however they are spaced and with accents or without; undefined where they are none. */
export function slipOf(text: string): Uint8Array | undefined {
  const typed = text.trim().split(/\s+/).map(plain)
  for (const list of Object.values(LISTS)) {
    const byPlain = new Map(list.map((word) => [plain(word), word]))
    const words = typed.flatMap((word) => byPlain.get(word) ?? [])
    if (words.length !== 12 || words.length !== typed.length) continue
    const slip = entropyOf(words.join(' '), list)
    if (slip !== undefined) return slip
  }
  return undefined
}

/** The library says by throwing that the check digits do not fit. */
function entropyOf(words: string, list: readonly string[]): Uint8Array | undefined {
  try {
    return mnemonicToEntropy(words, [...list])
  } catch {
    return undefined
  }
}

function plain(word: string): string {
  return word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
}

/** The key with which the ballots of a slip are signed. */
export interface VoterKey {
  /** 32 bytes, secret. */
  readonly seed: Uint8Array
  /** 32 bytes: under it the ballot stands on the board. */
  readonly publicKey: Uint8Array
}

/** The voter's key in the vote of this context. The same slip gives the same key, on any device. */
export function voterKey(slip: Uint8Array, context: Uint8Array): VoterKey {
  const seed = derive(slip, context, 'key', [], 32)
  return { seed, publicKey: publicKeyOf(seed) }
}

/** What a slip gives for one issuer: the prefix of the message, the salt of its encoding and the blinding factor. */
export interface IssuerSecrets {
  readonly prefix: Uint8Array
  readonly salt: Uint8Array
  readonly factor: bigint
}

/** See `IssuerSecrets`. The factor is taken from 16 bytes more than the modulus has, so that no value is favoured. */
export function issuerSecrets(
  slip: Uint8Array,
  context: Uint8Array,
  issuer: number,
  { modulus }: IssuerKey,
): IssuerSecrets {
  const prefix = derive(slip, context, 'prefix', [issuer], 32)
  const salt = derive(slip, context, 'pss', [issuer], 48)
  for (let again = 0; ; again++) {
    const suffix = again === 0 ? [issuer] : [issuer, again]
    const factor = toWhole(derive(slip, context, 'blind', suffix, RSA_BYTES + 16)) % modulus
    if (inverseMod(factor, modulus) !== undefined) return { prefix, salt, factor }
  }
}

function derive(
  slip: Uint8Array,
  context: Uint8Array,
  purpose: string,
  suffix: readonly number[],
  length: number,
): Uint8Array {
  return hkdf(slip, context, concat(new TextEncoder().encode(purpose), Uint8Array.from(suffix)), length)
}
