import { concat, sameBytes } from '#kernel/bytes'

/** How a member takes part in a secret vote: under a key from a device of their own, under one from a voting screen, or on paper. */
const WAYS = ['device', 'screen', 'paper'] as const

/** See `WAYS`. */
export type Way = (typeof WAYS)[number]

/** What was given to one member on the roll, under the seal of the vote. */
export interface Given {
  readonly member: string
  readonly way: Way
  /** SHA-256 of the blinded key that was signed; zeros before, and for a paper. */
  readonly request: Uint8Array
  /** SHA-256 of the code that opens the voting screen; zeros where none does. */
  readonly code: Uint8Array
  /** The officer who marked the member at a polling session; the member where nobody did. */
  readonly by: string
}

export const NO_HASH = new Uint8Array(32)
// Ids of members are all of one length, so that rows are.
const ID_BYTES = 14
/** Bytes of what `encodeGiven` makes. */
export const GIVEN_BYTES = 1 + 32 + 32 + 2 * ID_BYTES

/** One length for all, whatever was given. */
export function encodeGiven({ member, way, request, code, by }: Given): Uint8Array {
  return concat(Uint8Array.of(WAYS.indexOf(way)), request, code, Buffer.from(by), Buffer.from(member))
}

/** What stands in the bytes of a row. */
export function readGiven(bytes: Uint8Array): Given {
  const text = (from: number): string => Buffer.from(bytes.subarray(from, from + ID_BYTES)).toString()
  return {
    way: WAYS[bytes[0] ?? 0] ?? 'device',
    request: bytes.slice(1, 33),
    code: bytes.slice(33, 65),
    by: text(65),
    member: text(65 + ID_BYTES),
  }
}

/** Whether a key was signed. */
export function isSigned({ request }: Given): boolean {
  return !sameBytes(request, NO_HASH)
}
