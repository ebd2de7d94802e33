/** Numbers that are the same for the same seed (mulberry32), so that what was found can be found again. */
export function createRandom(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    chance: (share: number): boolean => next() < share,
    below: (most: number): number => Math.floor(next() * most),
    pick: <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(next() * items.length)],
  }
}

export type Random = ReturnType<typeof createRandom>

/** What must never stand in a page as it was sent: then it would be markup. */
export const MARKUP = '<fuzz-mark onpointerenter=alert(1)>'

const HOSTILE: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1.5',
  '1e309',
  'NaN',
  '9'.repeat(40),
  'null',
  'true',
  '[]',
  '{}',
  '__proto__',
  'constructor',
  MARKUP,
  `"${MARKUP}`,
  `'${MARKUP}`,
  `</textarea>${MARKUP}`,
  `</title></script>${MARKUP}`,
  'javascript:alert(1)',
  '//elsewhere.example/',
  '/\\elsewhere.example',
  'https://elsewhere.example/',
  '../../etc/passwd',
  '..%2f..%2f',
  "' or 1=1 --",
  '"; drop table record_entry; --',
  '*',
  '"',
  'a" OR b:*',
  'NEAR(a b, 5)',
  '%',
  '%00',
  '\0',
  'a\0b',
  '\r\nset-cookie: x=y',
  '\u202e',
  '\ud800',
  '😀'.repeat(50),
  'a\u0301'.repeat(200),
  'x'.repeat(300),
  'x'.repeat(6000),
  'clerk',
  'nobody',
  '00000000-0000-8000-8000-000000000000',
  'm-000000000000',
  '{{7*7}}',
  '${7*7}',
  '=1+1',
]

/** A text as somebody would send it who wants to find a hole. */
export function hostileText(random: Random): string {
  const one = random.pick(HOSTILE) ?? ''
  return random.chance(0.15) ? one + (random.pick(HOSTILE) ?? '') : one
}

/** Any JSON, sometimes deep. */
export function hostileJson(random: Random, depth = 0): unknown {
  const kind = random.below(depth > 4 ? 5 : 8)
  if (kind < 3) return hostileText(random)
  if (kind === 3) return random.pick([0, -1, 1, 1.5, 1e308, -0, 2 ** 53, 4711])
  if (kind === 4) return random.pick([null, true, false])
  if (kind === 5) return Array.from({ length: random.below(4) }, () => hostileJson(random, depth + 1))
  const keys = [
    'id',
    'type',
    'unit',
    'body',
    'by',
    'motion',
    'vote',
    'text',
    '__proto__',
    'constructor',
    'length',
  ]
  return Object.fromEntries(
    Array.from({ length: random.below(5) }, () => [random.pick(keys) ?? '', hostileJson(random, depth + 1)]),
  )
}
