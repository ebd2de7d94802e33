import { expect, it, test } from 'vitest'
import { derivedUuid, freeUuid, isUuid, momentOf, shortId, uuidV7 } from './ids.ts'

it('makes the UUID of version 7 that RFC 9562 shows in A.6', () => {
  const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
  const uuid = uuidV7(0x017f22e279b0, random)
  expect(uuid).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  expect(isUuid(uuid)).toBe(true)
})

it('makes UUIDs of version 7 that stand in the order of their moments', () => {
  const random = new Uint8Array(10).fill(255)
  const moments = [0, 1, 255, 256, 65_536, Date.UTC(2027, 0, 4), 2 ** 47]
  const ids = moments.map((at) => uuidV7(at, random))
  expect(ids.toSorted()).toEqual(ids)
})

test.each([0, 1, 255, Date.UTC(2027, 0, 4), 2 ** 47])('reads the moment %d back out of an id', (at) => {
  expect(momentOf(uuidV7(at, new Uint8Array(10).fill(255)))).toBe(at)
})

test('there is no moment in an id of another version, nor in what is no id', () => {
  expect(momentOf(derivedUuid('a'))).toBeUndefined()
  expect(momentOf('017F22E2-79B0-7CC3-98C4-DC0C0C07398F')).toBeUndefined()
})

test.each([
  ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f', true],
  ['017F22E2-79B0-7CC3-98C4-DC0C0C07398F', false],
  ['017f22e2-79b0-7cc3-c8c4-dc0c0c07398f', false],
  ['017f22e2-79b0-0cc3-98c4-dc0c0c07398f', false],
  ['017f22e2-79b0-9cc3-98c4-dc0c0c07398f', false],
  ['00000000-0000-0000-0000-000000000000', false],
  ['017f22e279b07cc398c4dc0c0c07398f', false],
  ['{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}', false],
  ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n', false],
])('%s is a UUID in lower case: %s', (text, is) => {
  expect(isUuid(text)).toBe(is)
})

it('derives the same from the same parts, and another from any others', () => {
  const parts: readonly (readonly (string | number)[])[] = [
    ['a', 'b'],
    ['ab'],
    ['a', 'b', ''],
    ['a,b'],
    ['a","b'],
    [1],
    ['1'],
    [1, 2],
    [12],
    [],
  ]
  const ids = parts.map((each) => derivedUuid(...each))
  expect(new Set(ids).size).toBe(parts.length)
  expect(ids.every(isUuid)).toBe(true)
  expect(ids.every((id) => id.charAt(14) === '8')).toBe(true)
  expect(derivedUuid('a', 'b')).toBe(ids[0])
  // Whoever recomputes an old record must come to the same ids for ever.
  expect(derivedUuid('vote', 'motion', 'x')).toBe('22b45356-f3cb-825f-9fd3-eb76068bffad')
})

it('finds a free id, though those that would be derived are taken as well', () => {
  const id = derivedUuid('wanted')
  const taken = new Set<string>()
  expect(freeUuid(taken, id, 'm')).toBe(id)
  const found = [0, 1, 2].map(() => {
    const free = freeUuid(taken, id, 'm')
    taken.add(free)
    return free
  })
  expect(new Set(found).size).toBe(3)
  expect(found.every(isUuid)).toBe(true)
  expect(freeUuid(new Set([id]), id, 'other')).not.toBe(found[1])
})

it('makes pseudonyms of twelve Crockford letters', () => {
  expect(shortId('m', new Uint8Array(12))).toBe('m-000000000000')
  expect(shortId('m', new Uint8Array(12).fill(255))).toBe('m-zzzzzzzzzzzz')
  expect(
    shortId(
      'm',
      Uint8Array.from({ length: 12 }, (_, i) => i * 32 + 10),
    ),
  ).toMatch(/^m-a{12}$/)
})
