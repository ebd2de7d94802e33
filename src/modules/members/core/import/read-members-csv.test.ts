import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importSentence } from './messages.ts'
import { english } from './messages.en.ts'
import { spanish } from './messages.es.ts'
import { MOST_LINES, readMembersCsv } from './read-members-csv.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : part)))
const utf16 = (text: string, little: boolean): Uint8Array =>
  Uint8Array.from(
    [...`\ufeff${text}`].flatMap((sign) => {
      const pair = [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]
      return little ? pair : pair.reverse()
    }),
  )

const ANA = { line: 2, name: 'Ana Ñúñez', email: 'Ana@example.org', place: 'North, East', organizer: true }
const COMMAS = 'Name,E-mail,Branch,Officer\nAna Ñúñez,Ana@example.org,"North, East",yes\n'

describe('what is read', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', utf8(COMMAS)],
    ['UTF-8 with a byte order mark', bytes([0xef, 0xbb, 0xbf], COMMAS)],
    ['UTF-16, little end first', utf16(COMMAS, true)],
    ['UTF-16, big end first', utf16(COMMAS, false)],
    ['lines ended by CR LF', utf8(COMMAS.replaceAll('\n', '\r\n'))],
    ['lines ended by CR', utf8(COMMAS.replaceAll('\n', '\r'))],
    ['semicolons', utf8('name;email;unit;organizer\nAna Ñúñez;Ana@example.org;North, East;1')],
    ['tabs', utf8('NAME\tEMAIL\tPLACE\tORGANIZER\nAna Ñúñez\tAna@example.org\tNorth, East\tTRUE\n')],
    [
      'a Spanish heading',
      utf8('Nombre;Correo electrónico;Lugar;Organizador/a\nAna Ñúñez;Ana@example.org;North, East;Sí'),
    ],
    ['another order', utf8('organizer,place,email,name\nx,"North, East",Ana@example.org,Ana Ñúñez')],
    [
      'white space around',
      utf8(' name , email , place , organizer \n Ana Ñúñez , Ana@example.org , "North, East" , yes '),
    ],
    ['letters and accents apart', utf8(COMMAS.normalize('NFD'))],
  ])('%s', (_, file) => {
    expect(readMembersCsv(file)).toEqual({ rows: [ANA], problems: [], ignored: [] })
  })

  test('a column of names is enough; other columns are named; empty lines are passed over and counted', () => {
    expect(readMembersCsv(utf8('\nname,phone\n\nAna,1\n,\nBen,2\n'))).toEqual({
      rows: [
        { line: 4, name: 'Ana', email: null, place: null, organizer: false },
        { line: 6, name: 'Ben', email: null, place: null, organizer: false },
      ],
      problems: [],
      ignored: ['phone'],
    })
  })

  test.each([
    ['other separators in a quoted heading', 'name;"a, b, or c";\nAna;1;', ['a, b, or c']],
    ['a line left empty before the heading', '\n\nname;phone\nAna;1', ['phone']],
    ['a first column without a heading', '\tname\n1\tAna', []],
  ])('%s', (_, text, ignored) => {
    const read = readMembersCsv(utf8(text))
    expect(read.rows.map(({ name }) => name)).toEqual(['Ana'])
    expect(read.ignored).toEqual(ignored)
  })

  test('doubled quotation marks', () => {
    expect(readMembersCsv(utf8('name\n"José ""Pepe"" Ruiz"\n')).rows[0]?.name).toBe('José "Pepe" Ruiz')
  })
})

const HEAD = 'name,email,place,organizer\n'
type Bad = [what: string, file: Uint8Array | string, problems: readonly unknown[], rows?: number]
const at = (line: number, column: string | null, code: string, facts: object = {}): unknown => ({
  line,
  column,
  code,
  facts,
})
const BAD: readonly Bad[] = [
  ['nothing', '', [at(1, null, 'empty-file')]],
  ['white space alone', ' \n\n \n', [at(1, null, 'empty-file')]],
  ['an XLSX file', bytes('PK', [3, 4], 'rest'), [at(1, null, 'spreadsheet-file')]],
  ['an XLS file', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), [at(1, null, 'spreadsheet-file')]],
  ['a PDF file', '%PDF-1.7\n', [at(1, null, 'not-a-csv')]],
  ['zero bytes', bytes('name', [0, 0, 1]), [at(1, null, 'not-a-csv')]],
  ['Latin-1 on line 3', bytes(`${HEAD}Ana,,,\nJos`, [0xe9], ',,,\n'), [at(3, null, 'not-utf8')]],
  ['Latin-1 after CR LF', bytes('name\r\nAna\r\nJos', [0xe9]), [at(3, null, 'not-utf8')]],
  ['half a letter of UTF-16', bytes([0xff, 0xfe, 0x41]), [at(1, null, 'not-utf16')]],
  [
    'too many lines',
    `name\n${'A\n'.repeat(MOST_LINES)}`,
    [at(50001, null, 'too-many-lines', { lines: 50001, most: 50000 })],
  ],
  ['a heading alone', HEAD, [at(1, null, 'no-members')]],
  [
    'no heading',
    'Ana,ana@example.org\n',
    [at(1, 'name', 'column-missing', { found: 'Ana, ana@example.org' })],
  ],
  ['a column twice', 'name,mail,correo\nAna,,\n', [at(1, 'correo', 'column-twice', { first: 'mail' })]],
  ['a quote open to the end', `${HEAD}Ana,,,\n"Ben,,,\nCal,,,\n`, [at(3, null, 'quote-not-closed')], 1],
  [
    'a quote open to the next quote',
    `${HEAD}Ana,,,\n"Ben,,,\nCal,"x",,\n`,
    [at(3, null, 'quote-not-closed')],
    1,
  ],
  ['a quote open in the first member', `${HEAD}"Ben,,,\n`, [at(2, null, 'quote-not-closed')]],
  ['a quote inside a field', `${HEAD}Ana,,,\nBen "B" Low,,,\n`, [at(3, null, 'stray-quote')], 1],
  ['text behind a quote', `${HEAD}Ana,,,\n"Ben" Low,,,\n`, [at(3, null, 'stray-quote')], 1],
  ['a quote open in the heading', '"name\nAna\n', [at(1, null, 'quote-not-closed')]],
  ['too few fields', `${HEAD}Ana,,\nBen,,,\n`, [at(2, null, 'ragged-row', { found: 3, expected: 4 })], 1],
  ['too many fields', `${HEAD}Low, Ana,,,\n`, [at(2, null, 'ragged-row', { found: 5, expected: 4 })]],
  ['no name', `${HEAD}Ana,,,\n,ben@example.org,,\n`, [at(3, 'name', 'no-name')], 1],
  [
    'a long name',
    `${HEAD}${'a'.repeat(201)},,,\n${'b'.repeat(200)},,,\n`,
    [at(2, 'name', 'too-long', { length: 201, most: 200 })],
    1,
  ],
  [
    'a long address',
    `${HEAD}Ana,${'a'.repeat(250)}@e.org,,\n`,
    [at(2, 'email', 'too-long', { length: 256, most: 254 })],
  ],
  [
    'a long place',
    `${HEAD}Ana,,${'p'.repeat(201)},\n`,
    [at(2, 'place', 'too-long', { length: 201, most: 120 })],
  ],
  [
    'a bell in a name',
    `${HEAD}An\u0007a,,,\n`,
    [at(2, 'name', 'control-character', { character: 'U+0007' })],
  ],
  [
    'a line break in a place',
    `${HEAD}Ana,,"No\nrth",\nBen,x,,\n`,
    [
      at(2, 'place', 'control-character', { character: 'U+000A' }),
      at(4, 'email', 'bad-address', { address: 'x' }),
    ],
  ],
  [
    'a turn of direction',
    `${HEAD}An\u202ea,,,\n`,
    [at(2, 'name', 'control-character', { character: 'U+202E' })],
  ],
  ...[
    'ana',
    'ana@',
    '@example.org',
    'ana@example',
    'a na@example.org',
    'ana@example..org',
    '.ana@example.org',
    'a..b@example.org',
    'ana@b@example.org',
    'ana@-e.org',
    '<ana@example.org>',
  ].map((address): Bad => [
    `the address ${address}`,
    `${HEAD}Ana,${address},,\n`,
    [at(2, 'email', 'bad-address', { address })],
  ]),
  [
    'an address twice',
    `${HEAD}Ana,ana@example.org,,\nBen,,,\nAna,ANA@Example.org,,\n`,
    [at(4, 'email', 'address-twice', { address: 'ANA@Example.org', first: 2 })],
    2,
  ],
  ['neither yes nor no', `${HEAD}Ana,,,maybe\n`, [at(2, 'organizer', 'unclear-yes-no', { found: 'maybe' })]],
  [
    'two faults in one line',
    `${HEAD},x,,\n`,
    [at(2, 'name', 'no-name'), at(2, 'email', 'bad-address', { address: 'x' })],
  ],
]

describe('what is refused', () => {
  test.each(BAD)('%s', (_, file, problems, rows = 0) => {
    const read = readMembersCsv(typeof file === 'string' ? utf8(file) : file)
    expect(read.problems).toEqual(problems)
    expect(read.rows).toHaveLength(rows)
    for (const problem of read.problems) {
      expect(importSentence(problem, 'en')).toMatch(/^Line \d+(, [\w-]+)?: [^{}]+\.$/)
      expect(importSentence(problem, 'es')).toMatch(/^Línea \d+(, [\w-]+)?: [^{}]+\.$/)
    }
  })

  test('every kind of problem is among these', () => {
    const met = BAD.flatMap(([, file]) =>
      readMembersCsv(typeof file === 'string' ? utf8(file) : file).problems.map(({ code }) => code),
    )
    expect([...new Set(met)].sort()).toEqual(Object.keys(english.problems).sort())
    expect(Object.keys(spanish.problems).sort()).toEqual(Object.keys(english.problems).sort())
  })

  test('the sentence says where, what and what to do', () => {
    const sentences = readMembersCsv(
      utf8(`${HEAD}Ana,a@example.org,,\nBen,a@example.org,,\nCal\n`),
    ).problems.map((problem) => importSentence(problem, 'en'))
    expect(sentences).toEqual([
      'Line 3, email: The address a@example.org stands on line 2 already. Each member needs their own; remove one of the two lines or one of the addresses.',
      'Line 4: The number of fields is 1 here and 4 in the heading. Put a field that holds a separator in quotation marks, or add what is missing.',
    ])
  })
})

test('whatever the bytes, each line is a member or a problem that can be said', () => {
  const noise = fc.array(
    fc.constantFrom('"', '""', ',', ';', '\t', '\n', '\r', ' ', 'x', 'a@b.org', 'é', '\u0000'),
    { maxLength: 40 },
  )
  const text = noise.map((parts) => utf8(`name,email\n${parts.join('')}`))
  fc.assert(
    fc.property(fc.oneof(text, fc.uint8Array()), (file) => {
      const { rows, problems } = readMembersCsv(file)
      expect(rows.length + problems.length).toBeGreaterThan(0)
      expect(problems.every((problem) => importSentence(problem, 'en').endsWith('.'))).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('20,000 members are read within a second', () => {
  const lines = Array.from(
    { length: 20_000 },
    (_, i) => `Member Number ${i},member${i}@example.org,"Branch, ${i % 50}",no`,
  )
  const file = utf8(HEAD + lines.join('\n'))
  const times = [1, 2, 3].map(() => {
    const start = performance.now()
    const { rows, problems } = readMembersCsv(file)
    expect([rows.length, problems.length]).toEqual([20_000, 0])
    return performance.now() - start
  })
  expect(Math.min(...times)).toBeLessThan(1000)
})
