import { sha256 } from '#kernel/hash'

/** The salt that goes with an id which only the caller knows: a call sent again comes to the same hashes. */
export function saltOf(id: string): Uint8Array {
  return sha256(`salt ${id}`).slice(0, 16)
}
