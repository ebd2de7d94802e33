/** A set of small whole numbers, one bit each. */
export type Bitmap = Uint8Array

/** An empty set with room for 0 to size - 1. */
export function createBitmap(size: number): Bitmap {
  return new Uint8Array((size + 7) >> 3)
}

/** Puts a number into the set, which must have room for it. */
export function addBit(bitmap: Bitmap, index: number): void {
  bitmap[index >> 3] = (bitmap[index >> 3] ?? 0) | (1 << (index & 7))
}

/** Whether the number is in the set. */
export function hasBit(bitmap: Bitmap, index: number): boolean {
  return ((bitmap[index >> 3] ?? 0) & (1 << (index & 7))) !== 0
}
