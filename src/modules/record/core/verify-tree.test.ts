import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBase64 } from '#kernel/bytes'
import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { signEd25519, verifyEd25519 } from '#kernel/ed25519'
import { createSigningKey } from '../signing-key.server.ts'
import { formatCheckpoint } from './checkpoint.ts'
import { hashBody, hashSalted, leafText, type KeptEntry } from './entry.ts'
import { entryLine, formatExportLine, parseExportLine } from './export-line.ts'
import { appendLeaf, createFrontier, frontierRoot } from './frontier.ts'
import { hashLeaf } from './merkle.ts'
import { formatVkey, signNote } from './note.ts'
import { createTreeCheck, type TreeExpectations, type TreeReport } from './verify-tree.ts'

const { seed, publicKey } = createSigningKey(new Uint8Array(32).fill(9))
const KEY = { name: 'plenum.example/log', publicKey }
const OTHER = { name: 'plenum.example/2', publicKey }
const SALT = new Uint8Array(16).fill(5)

type Changes = Partial<KeptEntry & { body: Json }>

function entry(seq: number, changes: Changes = {}): KeptEntry {
  const body = changes.body ?? { choice: seq % 2 === 0 ? 'yes' : 'no', 10: 'zehn', 9: ['é', 1.5, null] }
  const header = {
    seq,
    at: 1000 + seq,
    by: `m-${seq % 3}`,
    id: derivedUuid('t', seq),
    type: 'ballot.cast',
    law: 1,
    unit: null,
  }
  return { ...header, salt: toBase64(SALT), bodyHash: hashBody(SALT, body), ...changes, body }
}

function checkpoint(entries: readonly KeptEntry[], key = KEY, origin = key.name): string {
  const frontier = createFrontier()
  for (const e of entries) appendLeaf(frontier, hashLeaf(leafText(e)))
  const text = formatCheckpoint({ origin, size: entries.length, root: frontierRoot(frontier) })
  return signNote(text, key, (message) => signEd25519(seed, message))
}

const TEXT = formatExportLine({
  kind: 'text',
  text: hashSalted(SALT, 'why'),
  salt: toBase64(SALT),
  value: 'why',
})

function head(entries: readonly KeptEntry[]): string {
  return formatExportLine({
    kind: 'head',
    origin: KEY.name,
    key: formatVkey(KEY),
    checkpoint: checkpoint(entries),
  })
}

function lines(entries: readonly KeptEntry[]): string[] {
  return [head(entries), ...entries.map((e) => formatExportLine(entryLine(e))), TEXT]
}

function check(list: readonly string[], expected: Partial<TreeExpectations> = {}): TreeReport {
  const tree = createTreeCheck({ verify: verifyEd25519, ...expected })
  list.forEach((line, i) => {
    tree.take(parseExportLine(line, i + 1))
  })
  return tree.finish()
}

function codes(list: readonly string[], expected: Partial<TreeExpectations> = {}): readonly unknown[] {
  return check(list, expected).violations.map(({ seq, code }) => (seq === undefined ? code : [code, seq]))
}

function entriesOf(count: number): readonly KeptEntry[] {
  return Array.from({ length: count }, (_, seq) => entry(seq))
}

const TWENTY = entriesOf(20)

describe('an honest export', () => {
  test('passes, at every size', () => {
    for (const size of [0, 1, 2, 20]) {
      expect(check(lines(TWENTY.slice(0, size)))).toMatchObject({
        origin: KEY.name,
        size,
        violations: [],
        count: 0,
      })
    }
  })

  test('passes with bodies left out and with a device signature', () => {
    const { salt: _salt, body: _body, ...closed } = entry(1)
    const list = [entry(0), closed, entry(2, { sig: 'c2ln', unit: 'u-1' })]
    expect(codes(lines(list))).toEqual([])
  })

  test('continues the checkpoints that were signed on the way', () => {
    for (const size of [0, 1, 7, 16, 20]) {
      expect(
        codes(lines(TWENTY), { against: checkpoint(TWENTY.slice(0, size)), key: formatVkey(KEY) }),
      ).toEqual([])
    }
  })
})

describe('a dishonest export', () => {
  const whole = lines(TWENTY)
  const at = (seq: number): string => whole[seq + 1] ?? ''

  test('any flipped byte is found', () => {
    const all = whole.join('\n')
    fc.assert(
      fc.property(fc.nat(all.length - 1), fc.integer({ min: 1, max: 127 }), (place, bits) => {
        const flipped = String.fromCharCode(all.charCodeAt(place) ^ bits)
        const changed = all.slice(0, place) + flipped + all.slice(place + 1)
        expect(check(changed.split('\n')).count).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  test('names the entry that is missing, stands twice or out of order', () => {
    expect(codes(whole.toSpliced(13, 1))).toEqual([['entry-missing', 12]])
    expect(check(whole.toSpliced(13, 3)).violations[0]?.facts).toEqual({ from: 12, to: 14 })
    expect(codes(whole.toSpliced(13, 0, at(12)))).toEqual([['entry-twice', 12]])
    expect(check(whole.toSpliced(13, 2, at(13), at(12))).violations).toEqual([
      { seq: 12, code: 'entry-out-of-order', facts: { seq: 12, after: 13 } },
    ])
    expect(codes(whole.toSpliced(13, 4, at(15), at(13)))).toEqual([
      ['entry-out-of-order', 13],
      ['entry-missing', 12],
      ['entry-missing', 14],
    ])
    expect(codes(whole.toSpliced(19, 2))).toEqual(['checkpoint-other-size'])
  })

  test('names the entry whose body or header was changed', () => {
    const changed = {
      ...entryLine(TWENTY[3] ?? entry(3)),
      entry: entry(3, { body: 'yes', bodyHash: TWENTY[3]?.bodyHash ?? '' }),
    }
    expect(codes(whole.with(4, formatExportLine(changed)))).toEqual([['body-hash-wrong', 3]])
    const header = { ...entryLine(TWENTY[3] ?? entry(3)), entry: entry(3, { law: 2 }) }
    expect(codes(whole.with(4, formatExportLine(header)))).toEqual([
      ['leaf-wrong', 3],
      'checkpoint-other-root',
    ])
    expect(codes(whole.with(4, formatExportLine(entryLine(entry(3, { law: 2 })))))).toEqual([
      'checkpoint-other-root',
    ])
  })

  test('names time that goes back and an act that was entered twice, even where all is signed', () => {
    expect(codes(lines([entry(0), entry(1, { at: 5 })]))).toEqual([['time-goes-back', 1]])
    const id = derivedUuid('t', 0)
    expect(
      codes(lines([entry(0), entry(1, { id }), entry(2, { id, by: 'm-0' }), entry(3, { id, by: 'm-1' })])),
    ).toEqual([
      ['id-twice', 2],
      ['id-twice', 3],
    ])
  })

  test('a checkpoint of another log, size or key is no cover', () => {
    const other = (change: object): string[] =>
      whole.with(
        0,
        formatExportLine({
          kind: 'head',
          origin: KEY.name,
          key: formatVkey(KEY),
          checkpoint: checkpoint(TWENTY),
          ...change,
        }),
      )
    expect(codes(other({ origin: 'elsewhere' }))).toEqual(['checkpoint-other-origin'])
    expect(codes(other({ checkpoint: checkpoint(TWENTY.slice(1)) }))).toEqual(['checkpoint-other-size'])
    expect(codes(other({ checkpoint: checkpoint(TWENTY, OTHER) }))).toEqual(['checkpoint-invalid'])
    expect(codes(other({ key: 'x' }))).toEqual(['key-malformed'])
    expect(codes(whole, { key: formatVkey(OTHER) })).toEqual(['other-key'])
  })

  test('a history that an older checkpoint does not know is found', () => {
    const rewritten = TWENTY.map((e) => (e.seq === 4 ? entry(4, { body: 'changed' }) : e))
    const list = lines(rewritten)
    expect(codes(list, { against: checkpoint(TWENTY.slice(0, 4)) })).toEqual([])
    expect(codes(list, { against: checkpoint(TWENTY.slice(0, 5)) })).toEqual(['older-checkpoint-other-root'])
    expect(codes(list, { against: checkpoint(TWENTY) })).toEqual(['older-checkpoint-other-root'])
    expect(codes(list, { against: checkpoint(entriesOf(21)) })).toEqual(['older-checkpoint-beyond'])
    expect(codes(list, { against: checkpoint(TWENTY, OTHER) })).toEqual(['older-checkpoint-invalid'])
    expect(codes(list, { against: checkpoint(TWENTY, KEY, 'elsewhere') })).toEqual([
      'older-checkpoint-other-origin',
    ])
  })

  test('lines without head, with two heads, with entries after texts', () => {
    expect(codes([])).toEqual(['head-missing'])
    expect(codes(whole.slice(1))).toEqual(['head-missing'])
    expect(codes(whole.toSpliced(3, 0, whole[0] ?? ''))).toEqual(['head-twice'])
    expect(codes([...whole.slice(0, -2), TEXT, whole.at(-2) ?? ''])).toEqual([['text-before-entry', 19]])
    expect(codes(whole.with(-1, TEXT.replace('why', 'who')))).toEqual(['text-hash-wrong'])
  })

  test('a file in which all is wrong names the first faults and counts the rest', () => {
    const report = check(Array.from({ length: 3000 }, () => 'x'))
    expect([report.violations.length, report.count]).toEqual([1000, 3000])
  })
})

describe('a line', () => {
  const good = formatExportLine(entryLine(entry(3)))

  test('comes out as it went in', () => {
    const line = parseExportLine(good, 1)
    expect(line).toMatchObject({ kind: 'entry', entry: entry(3) })
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const body = JSON.parse(JSON.stringify(value)) as Json
        const text = formatExportLine(entryLine({ ...entry(0), body, bodyHash: hashBody(SALT, body) }))
        expect(parseExportLine(text, 1)).toMatchObject({ kind: 'entry', entry: { body } })
      }),
    )
  })

  test.each<[string, string]>([
    ['', 'line-not-json'],
    ['{"at":', 'line-not-json'],
    ['[]', 'line-not-json'],
    ['null', 'line-not-json'],
    ['{}', 'line-unknown-kind'],
    [` ${good}`, 'line-not-canonical'],
    [good.replace('"law":1', '"law":1.0'), 'line-not-canonical'],
    [good.replace('"law":1', '"law":7,"law":1'), 'line-not-canonical'],
    [good.replace('"choice":"no"', '"choice":"yes","choice":"no"'), 'line-not-canonical'],
    [good.replace('"choice":"no"', '"choice":"\\u006eo"'), 'line-not-canonical'],
    [good.replace('{"10":"zehn","9"', '{"9":"zehn","10"'), 'line-not-canonical'],
    [good.replace('"law":1', '"law":1,"more":1'), 'line-unknown-key'],
    [good.replace('"law":1', '"law":-1'), 'line-field-wrong'],
    [good.replace('"law":1,', ''), 'line-field-wrong'],
    [good.replace('"seq":3', '"seq":"3"'), 'line-field-wrong'],
    [good.replace('"seq":3', '"seq":-0'), 'line-field-wrong'],
    [good.replace(/"salt":"[^"]*",/, ''), 'line-field-wrong'],
    [good.replace(/"salt":"[^"]*"/, '"salt":"AAAA"'), 'line-field-wrong'],
    [good.replace('"zehn"', '"\\ud800"'), 'line-field-wrong'],
    [good.replace('1.5', '1e999'), 'line-field-wrong'],
    [good.replace('1.5', '['.repeat(20_000) + ']'.repeat(20_000)), 'line-field-wrong'],
    [head([]).replace('"plenum":1', '"plenum":2'), 'line-format-unknown'],
    [TEXT.replace('"value":"why"', '"value":7'), 'line-field-wrong'],
  ])('%.60s is refused', (text, code) => {
    expect(parseExportLine(text, 7)).toMatchObject({ code, facts: { line: 7 } })
  })
})
