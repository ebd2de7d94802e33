import { describe, expect, test } from 'vitest'
import { toBase64 } from '#kernel/bytes'
import { canonical, type Json } from '#kernel/canonical'
import { derivedUuid, uuidV7 } from '#kernel/ids'
import { DAY } from '#kernel/instant'
import { hashSalted } from '#modules/record/core'
import { agreement, type Sent, type SentField } from './agreement.ts'

const NOW = Date.UTC(2027, 0, 4)
const ID = uuidV7(NOW, new Uint8Array(10))
const BY = 'm-0h3k9q2v7x1c'
const SALT = new Uint8Array(16).fill(5)
const MOTION = derivedUuid('a motion')

function filled(fields: Readonly<Record<string, string>>): readonly SentField[] {
  return Object.entries(fields).map(([name, value]) => ({ name, value, filled: true }))
}

function sent(type: string, fields: Readonly<Record<string, string>>, change: Partial<Sent> = {}): Sent {
  return {
    ...{ type, by: BY, id: ID, salt: toBase64(SALT), fields: filled(fields), now: NOW },
    addresses: [`https://plenum.example/motions/${MOTION}`],
    ...change,
  }
}

function text(type: string, body: Json, change: Readonly<Record<string, Json>> = {}): string {
  return canonical({ body, by: BY, id: ID, origin: 'plenum/test/1', type, unit: 'u-1', ...change })
}

const hashed = (value: string): Json => ({ hash: hashSalted(SALT, value), length: value.length })

describe('what is signed agrees with a form', () => {
  test('that says nothing but what it is about', () => {
    const second = sent('motion.second', {})
    expect(agreement(text('motion.second', { motion: MOTION }), second)).toBe('agrees')
    expect(agreement(text('motion.second', { motion: derivedUuid('another') }), second)).toBe('unsure')
  })

  test('with a text, clause by clause, under new ids of its own', () => {
    const fields = { title: 'A street kitchen', text: 'At noon,\non Sundays.\n\nBring a chair.' }
    const clause = (n: number, said: string): Json => ({ id: derivedUuid(ID, 'clause', n), text: said })
    const body = {
      motion: derivedUuid(ID, 'motion'),
      title: fields.title,
      clauses: [clause(0, 'At noon,\non Sundays.'), clause(1, 'Bring a chair.')],
      enactment: { kind: 'resolve' },
    }
    const form = sent('motion.propose', fields)
    expect(agreement(text('motion.propose', body), form)).toBe('agrees')
    for (const other of [
      { ...body, title: 'We dissolve' },
      { ...body, clauses: body.clauses.slice(1) },
      { ...body, clauses: [...body.clauses, clause(2, 'We dissolve.')] },
      {
        ...body,
        clauses: [
          { id: derivedUuid('elsewhere'), text: 'At noon,\non Sundays.' },
          clause(1, 'Bring a chair.'),
        ],
      },
    ])
      expect(agreement(text('motion.propose', other), form)).toBe('unsure')
  })

  test('with a text that stands beside the record, by its salted hash', () => {
    const form = sent('speech.give', { side: 'against', text: 'No.' })
    const body = { speech: derivedUuid(ID, 'speech'), motion: MOTION, side: 'against', text: hashed('No.') }
    expect(agreement(text('speech.give', body), form)).toBe('agrees')
    expect(agreement(text('speech.give', { ...body, text: hashed('Yes.') }), form)).toBe('unsure')
    expect(agreement(text('speech.give', { ...body, side: 'for' }), form)).toBe('unsure')
  })

  test('of a ballot, answer by answer in their order', () => {
    const form = sent('ballot.cast', { 'choice-0': 'yes', 'choice-1': 'no' })
    const ballot = (...choices: readonly string[]): string =>
      text('ballot.cast', { vote: MOTION, choices: [...choices] })
    expect(agreement(ballot('yes', 'no'), form)).toBe('agrees')
    for (const other of [['no', 'yes'], ['yes'], ['yes', 'yes'], ['yes', 'no', 'no']])
      expect(agreement(ballot(...other), form)).toBe('unsure')
  })

  test('with what is ticked, and with nothing that is not', () => {
    const [ticked, bare] = [
      sent('member.resign', { confirmed: 'yes', erase: 'yes' }),
      sent('member.resign', { confirmed: 'yes' }),
    ]
    expect(agreement(text('member.resign', { erase: true }), ticked)).toBe('agrees')
    expect(agreement(text('member.resign', { erase: true }), bare)).toBe('unsure')
    expect(agreement(text('member.resign', { erase: false }), ticked)).toBe('unsure')
    expect(agreement(text('member.resign', { erase: false }), bare)).toBe('agrees')
  })
})

test('ranks are shown, as no rule here reads the numbers beside candidates', () => {
  expect(agreement(text('ballot.rank', { vote: MOTION, ranks: [] }), sent('ballot.rank', {}))).toBe('unsure')
})

test('another act, another member, another id, or another way of writing it is wrong', () => {
  const form = sent('motion.second', {})
  const [type, body] = ['motion.second', { motion: MOTION }]
  for (const wrong of [
    text('motion.withdraw', body),
    text(type, body, { by: 'm-000000000000' }),
    text(type, body, { id: uuidV7(NOW, new Uint8Array(10).fill(1)) }),
    text(type, body, { more: 1 }),
    ` ${text(type, body)}`,
    JSON.stringify({ type, body, by: BY, id: ID, origin: 'plenum/test/1', unit: 'u-1' }),
    'no JSON',
  ])
    expect(agreement(wrong, form)).toBe('wrong')
})

test('an id from a time to come, which would let the signature hold for longer, is wrong', () => {
  const id = uuidV7(NOW + 30 * DAY, new Uint8Array(10))
  const form = sent('motion.second', {}, { id })
  expect(agreement(text('motion.second', { motion: MOTION }, { id }), form)).toBe('wrong')
})
