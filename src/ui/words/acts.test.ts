import { describe, expect, it } from 'vitest'
import { ACT_TYPES } from '#organization'
import { plain, type Part, type Told } from '../told.ts'
import * as en from './en/acts.ts'
import type { ActFacts } from './en/acts.ts'
import * as es from './es/acts.ts'

const FACTS: ActFacts = {
  by: { href: '/members/1', text: 'Ada Okafor' },
  member: { href: '/members/2', text: 'Bo Lindqvist' },
  motion: { href: '/motions/12', text: 'motion 12, “Rooms”' },
  point: { href: '/program/3', text: 'position 3' },
  unit: { href: '/units/4', text: 'Readers' },
  home: { href: '/units/5', text: 'North' },
  vote: { href: '/votes/6', text: 'the vote on' },
  result: 'adopted',
  amendment: 'amendment 2',
  name: 'Plenum',
  office: 'treasurer',
  text: { href: '/moderation/texts/speech/7/8', text: 'a speech' },
  side: 'against',
  law: 2,
  size: 40,
}

describe.each([
  ['English', en.acts],
  ['Spanish', es.acts],
])('entries in %s words', (_, { sentences }) => {
  const byType: Readonly<Partial<Record<string, (facts: ActFacts) => Told>>> = sentences

  it('have a sentence for every type of act, and for no other', () => {
    expect(Object.keys(sentences).sort()).toEqual([...ACT_TYPES].sort())
  })

  it.each(ACT_TYPES)('say %s with a capital, a full stop, and of whom or what', (type) => {
    const sentence = plain(byType[type]?.(FACTS) ?? [])
    expect(sentence).toMatch(/^\p{Lu}.*[^.]\.$/u)
    const named = Object.values<Part | number>({ ...FACTS }).map((fact) =>
      typeof fact === 'object' ? fact.text : String(fact),
    )
    expect(named.some((name) => sentence.toLowerCase().includes(name.toLowerCase()))).toBe(true)
  })
})

it('keep what leads somewhere apart from the words around it', () => {
  const sentence = en.acts.sentences['vote.close'](FACTS)
  expect(plain(sentence)).toBe('The vote on motion 12, “Rooms” was closed: adopted.')
  expect(sentence.filter((part) => typeof part !== 'string')).toEqual([
    { href: '/votes/6', text: 'The vote on' },
    { href: '/motions/12', text: 'motion 12, “Rooms”' },
  ])
})
