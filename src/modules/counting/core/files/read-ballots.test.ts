import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#kernel/language'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { rankedBallots, SAME_RANK, SKIPPED, type Rank, type RankedBallots } from '../ballots.ts'
import { ballotFileMessages } from './messages.ts'
import { formatOf, readBallots } from './read-ballots.ts'
import { writeBlt } from './write-blt.ts'
import { writeRankingsCsv } from './write-csv.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const PREFLIB = `# FILE NAME: 1.toc
# TITLE: Chair
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 7
# ALTERNATIVE NAME 1: Ana
# ALTERNATIVE NAME 2: Bo
# ALTERNATIVE NAME 3: Cy
`

function read(file: string): RankedBallots {
  const ballots = readBallots(utf8(file))
  if (isRefusal(ballots)) throw new Error(JSON.stringify(ballots))
  return ballots
}

describe('the same ballots in every format', () => {
  const expected = rankedBallots({
    title: 'Chair',
    candidates: ['Ana', 'Bo', 'Cy'],
    seats: 1,
    lines: [
      [4, [0, 1]],
      [2, [2, [0, 1]]],
      [1, [1]],
    ],
  })
  const untitled = { ...expected, title: '' }

  test.each<[string, string, RankedBallots]>([
    ['BLT', '3 1\n4 1 2 0\n2 3 1=2 0\n1 2 0\n0\n"Ana"\n"Bo"\n"Cy"\n"Chair"', expected],
    ['PrefLib', `${PREFLIB}4: 1,2\n2: 3,{1,2}\n1: 2\n`, expected],
    ['PrefLib with blanks', `${PREFLIB}4 : 1, 2\n2: {3}, {1, 2}\n\n1: 2\n`, expected],
    ['PrefLib of old', '3\n1,Ana\n2,Bo\n3,Cy\n7,7,3\n4,1,2\n2,3,{1,2}\n1,2\n', untitled],
    ['CSV, a column for each candidate', 'ballots,Ana,Bo,Cy\n4,1,2,\n2,2,2,1\n1,,1,-\n', untitled],
    ['CSV, semicolons and a BOM', '\ufeffAna;"Bo";Cy;Votos\r\n1;2;;4\r\n2;2;1;2\r\n;1;;1\r\n', untitled],
  ])('%s', (_, file, ballots) => {
    expect(read(file)).toEqual(ballots)
  })

  test('CSV, a column for each rank: candidates in the order in which they are named', () => {
    const file = 'Voter,1st choice,Choice 2,3\n1,Ana,"Lee, Bo",\n2,-,Ana,\n3,,,\n4,"Lee, Bo",,Ana\n'
    expect(read(file)).toEqual(
      rankedBallots({
        candidates: ['Ana', 'Lee, Bo'],
        seats: 1,
        lines: [
          [1, [0, 1]],
          [1, [null, 0]],
          [1, []],
          [1, [1, null, 0]],
        ],
      }),
    )
  })

  test('a tally sheet of Debian, in UTF-8 or Latin-1, with names and shared ranks', () => {
    const text =
      '  / Option 1---------->: Rapha\u00ebl\n "V: vote MD5"\nV: 21-\thash\nV: 1a1 hash\nV: --- x\n'
    const ballots = rankedBallots({
      candidates: ['Raphaël', 'Option 2', 'Option 3'],
      seats: 1,
      lines: [
        [1, [[1], [0]]],
        [1, [[0, 2], [1]]],
        [1, []],
      ],
    })
    expect(read(text)).toEqual(ballots)
    expect(readBallots(Uint8Array.from(text, (sign) => sign.charCodeAt(0)))).toEqual(ballots)
  })

  test.each([
    ['3 2\n1 1 0', 'blt'],
    ['# by hand\n3,2\n1,1,0', 'blt'],
    ['3\n', 'blt'],
    ['3\n1,Ana', 'preflib'],
    ['# ALTERNATIVE NAME 1: A', 'preflib'],
    ['1,2\nAna,Bo', 'csv'],
    ['1,2,3\nAna,Bo,', 'csv'],
    ['Ana\tBo\n1\t2', 'csv'],
    ['to whom\nV: 12 x', 'tally'],
    ['to whom it may concern', undefined],
    [' \n', undefined],
  ])('%j is %s', (text, format) => {
    expect(formatOf(utf8(text))).toBe(format)
  })
})

type Bad = [what: string, file: string | Uint8Array, code: string, line: number, facts?: object]
const BAD: readonly Bad[] = [
  ['nothing', '', 'ballots-empty', 1],
  ['a letter', 'Dear friends\nhow are you', 'ballots-kind-unknown', 1],
  ['a spreadsheet', Uint8Array.of(0x50, 0x4b, 3, 4), 'ballots-spreadsheet', 1],
  ['a picture', Uint8Array.of(0x89, 0x50, 0, 1), 'ballots-not-text', 1],
  [
    'PrefLib without its number',
    '# ALTERNATIVE NAME 1: A\n1: 1',
    'ballots-head-missing',
    2,
    { expected: 'NUMBER ALTERNATIVES' },
  ],
  [
    'PrefLib without a name',
    '# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: A\n1: 1',
    'ballots-head-missing',
    3,
    { expected: 'ALTERNATIVE NAME 2' },
  ],
  [
    'PrefLib with a wrong number',
    '# NUMBER ALTERNATIVES: x\n1: 1',
    'ballots-number-expected',
    1,
    { expected: 'candidates' },
  ],
  ['PrefLib, cut off', `${PREFLIB}4: 1,2\n`, 'ballots-voters-differ', 8, { found: 4, expected: 7 }],
  ['PrefLib with a stranger', `${PREFLIB}7: 1,4\n`, 'ballots-candidate-unknown', 8, { found: '4', most: 3 }],
  ['PrefLib with an open bracket', `${PREFLIB}7: {1,2\n`, 'ballots-bracket-open', 8],
  [
    'PrefLib with 2^70 ballots',
    `${PREFLIB}1180591620717411303424: 1\n`,
    'ballots-number-out-of-range',
    8,
    { expected: 'weight' },
  ],
  ['old PrefLib, cut off', '3\n1,Ana\n2,Bo\n', 'ballots-names-missing', 3, { found: 2, expected: 3 }],
  ['old PrefLib, a name lost', '3\n1,Ana\n3,Cy\n4,4,1\n4,1\n', 'ballots-names-missing', 3],
  ['a tally with a sign', 'V: 12\nV: 1? x', 'ballots-number-expected', 2, { found: '?' }],
  ['a tally with an option lost', 'V: 123\nV: 12\n', 'ballots-options-differ', 2, { found: 2, expected: 3 }],
  ['CSV with a heading alone', 'Ana,Bo\n', 'ballots-none', 1],
  ['CSV with nobody named', '1,2,3\n,,\n,-,\n', 'ballots-none', 1],
  ['CSV with a column twice', 'Ana,Bo,Ana\n1,2,3\n', 'ballots-column-twice', 1, { found: 'Ana' }],
  ['CSV with a field lost', 'Ana,Bo,Cy\n1,2,3\n1,2\n', 'ballots-ragged', 3, { found: 2, expected: 3 }],
  [
    'CSV with a word for a rank',
    'Ana,Bo\n1,2\n1,first\n',
    'ballots-number-expected',
    3,
    { found: 'first', expected: 'rank' },
  ],
  ['CSV with a rank of 0', 'Ana,Bo\n0,1\n', 'ballots-number-out-of-range', 2, { expected: 'rank' }],
  ['CSV with a rank beyond all', 'Ana,Bo\n1,4000000000\n', 'ballots-number-out-of-range', 2],
  ['CSV with half a ballot', 'votes,Ana\n1.5,1\n', 'ballots-number-expected', 2, { expected: 'weight' }],
  ['CSV with 2^53 ballots', 'votes,Ana\n9007199254740991,1\n1,1\n', 'ballots-too-many', 3],
  ['CSV with an open quotation mark', 'Ana,"Bo\n1,2\n', 'ballots-quote-open', 1],
  ['CSV with a stray quotation mark', 'Ana,B"o\n1,2\n', 'ballots-quote-stray', 1],
  ['CSV with text behind a quotation mark', 'Ana,Bo\n"1"x,2\n', 'ballots-quote-stray', 2],
  ['CSV, a quotation mark closed on another line', 'Ana,"B\no"\n1,x\n', 'ballots-number-expected', 3],
  [
    'CSV with 1,001 candidates',
    `${Array.from({ length: 1001 }, (_, i) => `N${i}`).join()}\n${'1,'.repeat(1000)}1\n`,
    'ballots-number-out-of-range',
    1,
    { expected: 'candidates' },
  ],
]

describe('what is refused', () => {
  test.each(BAD)('%s', (_, file, code, line, facts = {}) => {
    const refusal = readBallots(typeof file === 'string' ? utf8(file) : file) as Refusal
    expect(refusal).toMatchObject({ refused: true, code, facts: { line, ...facts } })
    for (const language of LANGUAGES) {
      const say = Object.entries(ballotFileMessages[language]).find(([each]) => each === code)?.[1]
      expect(say?.(refusal.facts)).toMatch(/^.+\.$/)
      expect(say?.(refusal.facts)).not.toMatch(/undefined|null/)
    }
  })
})

const NAME = fc.stringMatching(/^[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ ,;'.&-]{0,10}[A-Za-zÀ-ÿ.]$/)

/** Ballots with shared, skipped and repeated ranks, none of them left empty at the end. */
const BALLOTS = fc
  .record({
    title: NAME,
    candidates: fc.uniqueArray(NAME, { minLength: 1, maxLength: 6, selector: (name) => name.toLowerCase() }),
    seats: fc.integer({ min: 1, max: 5 }),
  })
  .chain((head) => {
    const candidate = fc.nat(head.candidates.length - 1)
    const filled = fc
      .uniqueArray(candidate, { minLength: 1 })
      .map((rank): Rank => rank.toSorted((a, b) => a - b))
    const ranks = fc
      .array(fc.option(filled, { freq: 4 }), { maxLength: 5 })
      .map((list) => list.slice(0, list.findLastIndex((rank) => rank !== null) + 1))
    const lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 1e9 }), ranks), { minLength: 1, maxLength: 8 })
    return fc
      .record({
        lines,
        withdrawn: fc.uniqueArray(candidate).map((list) => list.toSorted((a, b) => a - b)),
        tieOrder: fc.shuffledSubarray([...head.candidates.keys()], { minLength: head.candidates.length }),
      })
      .map((rest) => rankedBallots({ ...head, ...rest }))
  })

describe('what is written is read back', () => {
  test('BLT: all of it', () => {
    fc.assert(
      fc.property(BALLOTS, (ballots) => {
        expect(read(writeBlt(ballots))).toEqual(ballots)
      }),
    )
  })

  test('CSV: candidates and papers', () => {
    fc.assert(
      fc.property(BALLOTS, (ballots) => {
        const { candidates, starts, marks, weights } = ballots
        expect(read(writeRankingsCsv(ballots))).toMatchObject({ candidates, starts, marks, weights })
      }),
    )
  })

  test('a mark that nobody can read becomes an empty rank', () => {
    const ballots = { ...rankedBallots({ candidates: ['A'], seats: 1, lines: [[1, [0, 0]]] }) }
    const unreadable = { ...ballots, marks: Uint16Array.of(0x7fff, 1) }
    expect([...read(writeBlt(unreadable)).marks]).toEqual([SKIPPED, 1])
    expect(writeRankingsCsv(unreadable)).toBe('ballots,A\r\n1,2\r\n')
  })
})

test('whatever the bytes, they are ballots or a refusal with a line', () => {
  const noise = fc.array(
    fc.constantFrom(
      '0',
      '1',
      '2',
      ',',
      ';',
      ' ',
      '\n',
      '\r',
      '"',
      '{',
      '}',
      ':',
      '-',
      'V: 12',
      'Ana',
      'é',
      '\u0000',
    ),
    { maxLength: 40 },
  )
  const heads = fc.constantFrom('', PREFLIB, '2\n1,A\n2,B\n', 'Ana,Bo\n', '1,2\n', 'V: 12\n')
  const text = fc.tuple(heads, noise).map(([head, parts]) => utf8(head + parts.join('')))
  fc.assert(
    fc.property(fc.oneof(text, fc.uint8Array()), (file) => {
      const answer = readBallots(file)
      if (isRefusal(answer)) expect(answer.facts['line']).toBeGreaterThan(0)
      else
        expect(Math.max(0, ...answer.marks.map((mark) => mark & ~SAME_RANK))).toBeLessThanOrEqual(
          answer.candidates.length,
        )
    }),
    { numRuns: 2000 },
  )
})
