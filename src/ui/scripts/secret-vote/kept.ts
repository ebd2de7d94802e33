import { fromBase64, toBase64 } from '#kernel/bytes'
import type { IssuerSignature } from '#modules/ballots/core'

/** What this device keeps of a secret vote until its member has it forgotten. */
export interface KeptVote {
  readonly slip: Uint8Array
  /** The number of the last ballot that was sent, whether or not its receipt came; 0 before the first. */
  readonly number: number
  /** Of the last ballot whose receipt came, base64; null where none did. */
  readonly receipt: string | null
  /** Whether the key stands on the list of keys, where keys come first. */
  readonly registered: boolean
  /**
   * The issuers' signatures of the key, once they came: where keys come first nothing is asked in the member's name any more when the
   * ballot is cast, so that the two lie far apart.
   */
  readonly issued: readonly IssuerSignature[]
}

/** Where it is kept: in this browser, or at a voting screen for as long as its page is there. */
export type Keeping = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** A secret vote from one beginning: `seq` is the entry that announced its keys. Where it begins again, nothing from before is of use. */
export interface Beginning {
  readonly vote: string
  readonly seq: number
}

const keyOf = (vote: string): string => `plenum-vote-${vote}`

/** What is kept of a vote; undefined where nothing is, nothing that can be read, or only what was before it began again. */
export function keptVote(storage: Keeping, { vote, seq }: Beginning): KeptVote | undefined {
  const text = storage.getItem(keyOf(vote))
  const kept = text === null ? undefined : parse(text)
  const slip = typeof kept?.slip === 'string' ? fromBase64(kept.slip) : undefined
  if (kept === undefined || slip?.length !== 16 || kept['seq'] !== seq) return undefined
  const { number, receipt, registered, issued } = kept
  return {
    slip,
    number: typeof number === 'number' ? number : 0,
    receipt: typeof receipt === 'string' ? receipt : null,
    registered: registered === true,
    issued: Array.isArray(issued) ? issued.flatMap((each) => signatureIn(each) ?? []) : [],
  }
}

/** Keeps what is known of a vote. */
export function keepVote(
  storage: Keeping,
  { vote, seq }: Beginning,
  { slip, issued, ...rest }: KeptVote,
): void {
  const signatures = issued.map(({ issuer, prefix, signature }) => [
    issuer,
    toBase64(prefix),
    toBase64(signature),
  ])
  storage.setItem(keyOf(vote), JSON.stringify({ ...rest, seq, slip: toBase64(slip), issued: signatures }))
}

/** Has a vote forgotten on this device. */
export function forgetVote(storage: Keeping, { vote }: Beginning): void {
  storage.removeItem(keyOf(vote))
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}

function signatureIn(value: unknown): IssuerSignature | undefined {
  if (!Array.isArray(value)) return undefined
  const [issuer, prefix, signature] = value as readonly unknown[]
  const bytes = [prefix, signature].map((text) => (typeof text === 'string' ? fromBase64(text) : undefined))
  const [first, second] = bytes
  return typeof issuer === 'number' && first !== undefined && second !== undefined
    ? { issuer, prefix: first, signature: second }
    : undefined
}
