import { isUtf8 } from 'node:buffer'
import * as fs from 'node:fs'

const NEWLINE = 10
const CHUNK = 1 << 20
const LONGEST = 1 << 28

/** A line, or nothing where it is not UTF-8 or longer than any line can be; `number` counts from 1. */
export type TakeLine = (line: string | undefined, number: number) => void

/**
 * Cuts bytes into lines. Node's readline takes several times as long, and puts a mark in the place of what is not UTF-8,
 * so that two files would read alike.
 */
export function createLineCutter(take: TakeLine): { push(chunk: Uint8Array): void; end(): void } {
  let parts: Buffer[] = []
  let held = 0
  let number = 0

  const hand = (bytes: Buffer): void => {
    number++
    take(bytes.length <= LONGEST && isUtf8(bytes) ? bytes.toString('utf8') : undefined, number)
  }
  const hold = (bytes: Buffer): void => {
    if (bytes.length === 0) return
    held += bytes.length
    // The rest of what is too long anyway need not be kept.
    if (held <= LONGEST + CHUNK) parts.push(bytes)
  }
  const finish = (last: Buffer): void => {
    hold(last)
    const [only] = parts
    hand(parts.length === 1 && only !== undefined ? only : Buffer.concat(parts))
    parts = []
    held = 0
  }
  return {
    push(chunk) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      let from = 0
      let to = bytes.indexOf(NEWLINE)
      if (to >= 0 && held > 0) {
        finish(bytes.subarray(0, to))
        from = to + 1
        to = bytes.indexOf(NEWLINE, from)
      }
      for (; to >= 0; to = bytes.indexOf(NEWLINE, from)) {
        hand(bytes.subarray(from, to))
        from = to + 1
      }
      // A copy: whoever gave the chunk may fill it anew.
      hold(Buffer.from(bytes.subarray(from)))
    },
    end() {
      if (held > 0) finish(Buffer.alloc(0))
    },
  }
}

/** The bytes of a file in order; `told` hears how many were read. Throws what the file system throws. */
export function* readChunks(
  file: string,
  told: (bytes: number) => void = () => undefined,
): Generator<Uint8Array> {
  const open = fs.openSync(file, 'r')
  try {
    const chunk = new Uint8Array(CHUNK)
    let all = 0
    for (;;) {
      const read = fs.readSync(open, chunk)
      if (read === 0) return
      all += read
      told(all)
      yield chunk.subarray(0, read)
    }
  } finally {
    fs.closeSync(open)
  }
}
