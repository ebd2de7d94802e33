import { fromBase64, toBase64 } from '#kernel/bytes'

/** What this device keeps of a secret vote until its member has it forgotten. */
export interface KeptVote {
  readonly slip: Uint8Array
  /** The number of the last ballot that was sent, whether or not its receipt came; 0 before the first. */
  readonly number: number
  /** Of the last ballot whose receipt came, base64; null where none did. */
  readonly receipt: string | null
  /** Whether the key stands on the list of keys, where keys come first. */
  readonly registered: boolean
}

const keyOf = (vote: string): string => `plenum-vote-${vote}`

/** What is kept of a vote; undefined where nothing is, or nothing that can be read. */
export function keptVote(storage: Storage, vote: string): KeptVote | undefined {
  const text = storage.getItem(keyOf(vote))
  const kept = text === null ? undefined : parse(text)
  const slip = typeof kept?.slip === 'string' ? fromBase64(kept.slip) : undefined
  if (kept === undefined || slip?.length !== 16) return undefined
  const { number, receipt, registered } = kept
  return {
    slip,
    number: typeof number === 'number' ? number : 0,
    receipt: typeof receipt === 'string' ? receipt : null,
    registered: registered === true,
  }
}

/** Keeps what is known of a vote. */
export function keepVote(storage: Storage, vote: string, { slip, ...rest }: KeptVote): void {
  storage.setItem(keyOf(vote), JSON.stringify({ ...rest, slip: toBase64(slip) }))
}

/** Has a vote forgotten on this device. */
export function forgetVote(storage: Storage, vote: string): void {
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
