import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#kernel/language'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { SAME_RANK, votersOf, type RankedBallots } from '../ballots.ts'
import { MOST_IN_FILE } from './limits.ts'
import { ballotFileMessages } from './messages.ts'
import { readBlt } from './read-blt.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const NAMES = '"Ana"\n"Bo"\n"Cy"\n"Chair"\n'
const PLAIN = `3 2\n4 1 2 0\n2 3 0\n1 0\n0\n${NAMES}`

/** A paper as text: ranks with a blank between, `=` where one is shared, `-` where it is skipped. */
function lines({ starts, marks, weights }: RankedBallots): readonly string[] {
  return [...weights].map((weight, i) => {
    const ranks = [...marks.slice(starts[i], starts[i + 1])].map(
      (mark) => `${mark & SAME_RANK ? '=' : ' '}${(mark & ~SAME_RANK) === 0 ? '-' : mark & ~SAME_RANK}`,
    )
    return `${weight}${ranks.join('')}`
  })
}

function read(file: string | Uint8Array): RankedBallots {
  const ballots = readBlt(typeof file === 'string' ? utf8(file) : file)
  if (isRefusal(ballots)) throw new Error(JSON.stringify(ballots))
  return ballots
}

describe('the same ballots in every shape', () => {
  test.each<[string, string | Uint8Array]>([
    ['as Hill, Wichmann and Woodall have it', PLAIN],
    ['with a byte order mark', `\ufeff${PLAIN}`],
    [
      'in UTF-16',
      Uint8Array.from(`\ufeff${PLAIN}`, (sign) => sign.charCodeAt(0)).length > 0 ? utf16(PLAIN) : '',
    ],
    ['lines ended by CR LF', PLAIN.replaceAll('\n', '\r\n')],
    ['lines ended by CR', PLAIN.replaceAll('\n', '\r')],
    ['commas', PLAIN.replaceAll(' ', ',')],
    ['commas and blanks', PLAIN.replaceAll(' ', ' , ')],
    ['tabs, blanks at both ends, empty lines', `  3\t2 \n\n4  1 2\t0  \n\n 2 3 0\n1 0\n 0 \n\n${NAMES}`],
    ['comments', `# made by hand\n3 2 # seats\n4 1 2 0\n# more\n2 3 0 # all\n1 0\n0\n# names\n${NAMES}`],
    ['names without quotation marks', '3 2\n4 1 2 0\n2 3 0\n1 0\n0\nAna\nBo\n  Cy\nChair'],
    ['names on one line', '3 2\n4 1 2 0\n2 3 0\n1 0\n0\n"Ana" "Bo" "Cy" "Chair"'],
    ['names on two lines', '3 2\n4 1 2 0\n2 3 0\n1 0\n0\n"Ana", "Bo"\n"Cy" "Chair"'],
    ['all on one line', '3 2 4 1 2 0 2 3 0 1 0 0\n"Ana" "Bo" "Cy" "Chair"'],
    ['a source and a remark behind the title', `${PLAIN}"from paper"\n"counted twice"\nAB: 52 votes\n`],
    ['nicknames', `3 2\n[nick a b 1c]\n4 a b 0\n2 1c 0\n1 0\n0\n${NAMES}`],
    ['numbers beside nicknames', `3 2\n[nick a b c]\n4 1 b 0\n2 3 0\n1 0\n0\n${NAMES}`],
    [
      'options for others',
      `3 2\n[droop rule=meek\nprecision=5] [undeclared 3]\n4 1 2 0\n2 3 0\n1 0\n0\n${NAMES}`,
    ],
  ])('%s', (_, file) => {
    const ballots = read(file)
    expect(lines(ballots)).toEqual(['4 1 2', '2 3', '1'])
    expect(ballots).toMatchObject({
      candidates: ['Ana', 'Bo', 'Cy'],
      title: 'Chair',
      seats: 2,
      withdrawn: [],
    })
    expect(votersOf(ballots)).toBe(7)
  })

  function utf16(text: string): Uint8Array {
    return Uint8Array.from(
      [...`\ufeff${text}`].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
    )
  }
})

describe('what else a file may say', () => {
  test.each<[string, string, Partial<RankedBallots>]>([
    ['withdrawn by negative numbers', `3 2\n-3 -1\n1 1 0\n0\n${NAMES}`, { withdrawn: [0, 2] }],
    ['withdrawn by an option', `3 2\n[withdrawn 3 1 3]\n1 1 0\n0\n${NAMES}`, { withdrawn: [0, 2] }],
    [
      'withdrawn by nicknames',
      `3 2\n[nick añá b c][withdrawn c]\n-añá\n1 b 0\n0\n${NAMES}`,
      { withdrawn: [0, 2] },
    ],
    ['an order for ties', `3 2\n[tie 3 2 1 ]\n1 1 0\n0\n${NAMES}`, { tieOrder: [2, 1, 0] }],
    ['no ballot', `3 2\n0\n${NAMES}`, { weights: new Float64Array() }],
    ['no title', '1 1\n0\n"Ana"', { candidates: ['Ana'], title: '' }],
    [
      'quotation marks in a name',
      '2 1\n0\n"Ann "Red" Lee"\n"A ""B"" C"\n',
      { candidates: ['Ann "Red" Lee', 'A ""B"" C'] },
    ],
    ['commas and hashes in a name', '2 1\n0\n"Lee, Ann"\n"#2"\n', { candidates: ['Lee, Ann', '#2'] }],
    ['more seats than candidates', '1 5\n0\n"Ana"', { seats: 5 }],
    ['200 candidates', `200 1\n1 200 0\n0\n${'"N"\n'.repeat(200)}`, { marks: Uint16Array.of(200) }],
  ])('%s', (_, file, expected) => {
    expect(read(file)).toMatchObject(expected)
  })

  test('shared, skipped and repeated ranks stay as they stand', () => {
    const file = `3 2\n5 1=2 3 0\n1 - 3=2=1 0\n2 1 1 0\n1 - - 2 0\n0\n${NAMES}`
    expect(lines(read(file))).toEqual(['5 1=2 3', '1 - 3=2=1', '2 1 1', '1 - - 2'])
  })
})

type Bad = [what: string, file: string | Uint8Array, code: string, line: number, facts?: object]
const BAD: readonly Bad[] = [
  ['nothing', '', 'ballots-empty', 1],
  ['a mark alone', '\ufeff', 'ballots-empty', 1],
  ['a spreadsheet', Uint8Array.of(0x50, 0x4b, 3, 4, 20), 'ballots-spreadsheet', 1],
  ['bytes of a picture', Uint8Array.of(0x89, 0x50, 0, 0, 1), 'ballots-not-text', 1],
  ['half a letter of UTF-16', Uint8Array.of(0xff, 0xfe, 0x33), 'ballots-not-utf8', 1],
  ['a letter of Latin-1', Uint8Array.of(...utf8('1 1\n0\n"Jos'), 0xe9, 0x22), 'ballots-not-utf8', 3],
  ['words', 'name,rank\nAna,1\n', 'ballots-number-expected', 1, { found: 'name', expected: 'candidates' }],
  ['no seats', '3\n', 'ballots-cut-off', 2],
  [
    '0 candidates',
    '0 2\n0\n"Title"',
    'ballots-number-out-of-range',
    1,
    { found: '0', expected: 'candidates' },
  ],
  ['0 seats', `3 0\n0\n${NAMES}`, 'ballots-number-out-of-range', 1, { expected: 'seats' }],
  [
    `${MOST_IN_FILE + 1} candidates`,
    `\n${MOST_IN_FILE + 1} 1\n0\n`,
    'ballots-number-out-of-range',
    2,
    { most: MOST_IN_FILE },
  ],
  ['a decimal number of seats', `3 1.5\n0\n${NAMES}`, 'ballots-number-expected', 1, { found: '1.5' }],
  ['an unknown option', `3 2\n[tires 1]\n0\n${NAMES}`, 'ballots-option-unknown', 2, { found: 'tires' }],
  ['an open option', `3 2\n[tie 1 2 3\n0\n${NAMES}`, 'ballots-option-open', 2],
  [
    'too few nicknames',
    `3 2\n[nick a b]\n0\n${NAMES}`,
    'ballots-option-incomplete',
    2,
    { found: 2, expected: 3 },
  ],
  ['a nickname twice', `3 2\n[nick a b a]\n0\n${NAMES}`, 'ballots-option-incomplete', 2, { found: 2 }],
  [
    'an order of ties with a gap',
    `3 2\n\n[tie 1 2 2]\n0\n${NAMES}`,
    'ballots-option-incomplete',
    3,
    { name: 'tie' },
  ],
  ['a withdrawn stranger', `3 2\n-4\n0\n${NAMES}`, 'ballots-candidate-unknown', 2, { found: '-4', most: 3 }],
  [
    'a stranger in an option',
    `3 2\n[withdrawn x]\n0\n${NAMES}`,
    'ballots-candidate-unknown',
    2,
    { found: 'x' },
  ],
  ['a stranger', `3 2\n1 1 0\n1 4 0\n0\n${NAMES}`, 'ballots-candidate-unknown', 3, { found: '4', most: 3 }],
  ['a stranger beside another', `3 2\n1 1=4 0\n0\n${NAMES}`, 'ballots-candidate-unknown', 2, { found: '4' }],
  [
    'a stranger’s nickname',
    `3 2\n[nick a b c]\n1 a x 0\n0\n${NAMES}`,
    'ballots-candidate-unknown',
    3,
    { found: 'x' },
  ],
  ['a negative rank', `3 2\n1 1 -2 0\n0\n${NAMES}`, 'ballots-candidate-unknown', 2, { found: '-2' }],
  [
    '2^70 ballots',
    `3 2\n1 1 0\n1180591620717411303424 1 0\n0\n${NAMES}`,
    'ballots-too-many',
    3,
    { found: '1180591620717411303424' },
  ],
  ['2^53 ballots', `3 2\n9007199254740992 1 0\n0\n${NAMES}`, 'ballots-too-many', 2],
  ['2^53 ballots together', `3 2\n9007199254740991 1 0\n1 2 0\n0\n${NAMES}`, 'ballots-too-many', 3],
  ['2^53 together, oddly written', `3 2\n9007199254740991 1 0\n1  2 0\n0\n${NAMES}`, 'ballots-too-many', 3],
  [
    'a decimal weight',
    `3 2\n1.5 1 0\n0\n${NAMES}`,
    'ballots-number-expected',
    2,
    { found: '1.5', expected: 'weight' },
  ],
  ['a weight with an exponent', `3 2\n1e3 1 0\n0\n${NAMES}`, 'ballots-number-expected', 2, { found: '1e3' }],
  ['a negative weight', `3 2\n1 1 0\n-2 1 0\n0\n${NAMES}`, 'ballots-number-expected', 3, { found: '-2' }],
  ['no weight', `3 2\n1 1 0\nAna 0\n0\n${NAMES}`, 'ballots-number-expected', 3, { found: 'Ana' }],
  [
    'a line for no ballot',
    `3 2\n0 1 2 0\n0\n${NAMES}`,
    'ballots-number-out-of-range',
    2,
    { expected: 'weight' },
  ],
  ['a line without its 0', `3 2\n1 1 2\n1 2 0\n0\n${NAMES}`, 'ballots-line-open', 2],
  ['a line ended by a comment', `3 2\n1 1 2 # 0\n0\n${NAMES}`, 'ballots-line-open', 2],
  ['a shared rank with nobody', `3 2\n1 1= 0\n0\n${NAMES}`, 'ballots-equal-to-nothing', 2],
  ['a shared rank skipped', `3 2\n1 1=- 0\n0\n${NAMES}`, 'ballots-equal-to-nothing', 2],
  ['nobody sharing a rank', `3 2\n1 =1 0\n0\n${NAMES}`, 'ballots-candidate-unknown', 2],
  ['cut off in the ballots', '3 2\n1 1 0\n1 2 0\n', 'ballots-cut-off', 4],
  ['cut off in a ballot', '3 2\n1 1 0\n1 2', 'ballots-line-open', 3],
  [
    'cut off in the names',
    '3 2\n1 1 0\n0\n"Ana"\n"Bo"\n',
    'ballots-names-missing',
    6,
    { found: 2, expected: 3 },
  ],
  ['too many names', `2 1\n0\n${NAMES}"E"\n"F"\n"G"\n`, 'ballots-names-extra', 8, { found: 7, expected: 2 }],
  ['an open quotation mark', '2 1\n0\n"Ana"\n"Bo\n', 'ballots-quote-open', 4],
]

describe('what is refused', () => {
  test.each(BAD)('%s', (_, file, code, line, facts = {}) => {
    const refusal = readBlt(typeof file === 'string' ? utf8(file) : file) as Refusal
    expect(refusal).toMatchObject({ refused: true, code, facts: { line, ...facts } })
  })

  test('the sentence says where, what and what to do', () => {
    const refusal = readBlt(utf8(`3 2\n4 1 2 0\n2 5 0\n0\n${NAMES}`)) as Refusal
    const sentences = LANGUAGES.map((language) =>
      ballotFileMessages[language]['ballots-candidate-unknown'](refusal.facts),
    )
    expect(sentences).toEqual([
      'Line 3: “5” is no candidate. The file begins by saying that there are 3, numbered from 1; mend this line or the first.',
      'Línea 3: “5” no es ninguna candidatura. El archivo empieza diciendo que hay 3, numeradas desde 1; corrige esta línea o la primera.',
    ])
  })
})

test('whatever the bytes, they are ballots or a refusal with a line', () => {
  const noise = fc.array(
    fc.constantFrom(
      '0',
      '1',
      '2',
      '9',
      ' ',
      '\n',
      '\r',
      ',',
      '-',
      '=',
      '[',
      ']',
      '#',
      '"',
      'tie',
      'nick',
      'a',
      'é',
      '\u0000',
    ),
    { maxLength: 60 },
  )
  const text = noise.map((parts) => utf8(`2 1\n${parts.join('')}`))
  fc.assert(
    fc.property(fc.oneof(text, fc.uint8Array()), (file) => {
      const answer = readBlt(file)
      if (isRefusal(answer)) expect(answer.facts['line']).toBeGreaterThan(0)
      else
        expect(Math.max(0, ...answer.marks.map((mark) => mark & ~SAME_RANK))).toBeLessThanOrEqual(
          answer.candidates.length,
        )
    }),
    { numRuns: 2000 },
  )
})
