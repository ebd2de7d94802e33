/** Who used which id: what stands in a record twice under one author and id is found. */
export interface ActIds {
  /** Whether this author has not used this id before. */
  add(by: string, id: string): boolean
}

const FIRST_ROOM = 1 << 10

/**
 * Ids of millions of entries, exactly and small: a UUID is four numbers in a table of open places (24 bytes an id, where a
 * Map of texts takes above 100, and most of its time waits for memory). An id that a second author used is kept apart.
 */
export function createActIds(): ActIds {
  let places = new Uint32Array(FIRST_ROOM * 2)
  let words = new Uint32Array(FIRST_ROOM * 4)
  let authors = new Uint32Array(FIRST_ROOM)
  let count = 0
  const numbers = new Map<string, number>()
  const others = new Map<string, Set<string>>()
  const read = new Uint32Array(4)

  function numberOf(by: string): number {
    const known = numbers.get(by)
    if (known !== undefined) return known
    numbers.set(by, numbers.size)
    return numbers.size - 1
  }

  /** The place where this id stands, or the free one where it belongs. */
  function placeOf(a: number, b: number, c: number, d: number): number {
    const mask = places.length - 1
    // The last bits of every version of UUID are random or hashed; the first are a time in version 7.
    let place = (Math.imul(c, 0x9e3779b1) ^ Math.imul(d, 0x85ebca6b) ^ a ^ b) & mask
    for (;;) {
      const held = places[place]
      if (held === undefined || held === 0) return place
      const at = (held - 1) * 4
      if (words[at + 3] === d && words[at + 2] === c && words[at + 1] === b && words[at] === a) return place
      place = (place + 1) & mask
    }
  }

  function grow(): void {
    words = widen(words)
    authors = widen(authors)
    places = new Uint32Array(places.length * 2)
    for (let i = 0; i < count; i++) {
      const at = i * 4
      places[placeOf(words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0, words[at + 3] ?? 0)] = i + 1
    }
  }

  function addOther(by: string, id: string): boolean {
    const users = others.get(id)
    if (users?.has(by) === true) return false
    others.set(id, (users ?? new Set()).add(by))
    return true
  }

  return {
    add(by, id) {
      if (!readUuid(id, read)) return addOther(by, id)
      const [a = 0, b = 0, c = 0, d = 0] = read
      const place = placeOf(a, b, c, d)
      const held = places[place] ?? 0
      if (held !== 0) return authors[held - 1] !== numberOf(by) && addOther(by, id)
      words.set(read, count * 4)
      authors[count] = numberOf(by)
      places[place] = ++count
      if (count === authors.length) grow()
      return true
    },
  }
}

function widen(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const wide = new Uint32Array(array.length * 2)
  wide.set(array)
  return wide
}

const DIGITS = new Int8Array(128).fill(-1)
for (let i = 0; i < 16; i++) DIGITS[i.toString(16).charCodeAt(0)] = i

/** Reads a UUID in lower case into four numbers; false where the text is none. */
function readUuid(text: string, into: Uint32Array): boolean {
  if (text.length !== 36) return false
  let word = 0
  let digits = 0
  for (let i = 0; i < 36; i++) {
    const code = text.charCodeAt(i)
    if (i === 8 || i === 13 || i === 18 || i === 23) {
      if (code !== 45) return false
      continue
    }
    const digit = DIGITS[code] ?? -1
    if (digit < 0) return false
    word = (word << 4) | digit
    if (++digits % 8 === 0) into[digits / 8 - 1] = word
  }
  return true
}
