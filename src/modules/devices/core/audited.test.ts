import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64, toBase64 } from '#kernel/bytes'
import { canonical, type Json } from '#kernel/canonical'
import type { Entry } from '#modules/record/core'
import { ORIGIN, register, testDevice } from '../../../../test/kit/device.ts'
import { auditOf } from '../../../../test/kit/export.ts'
import {
  adoptLaws,
  clausesOf,
  person,
  ratifiedWorld,
  RESOLVE,
  ROOT,
  SOME_HASH,
  uuid,
  type World,
} from '../../../../test/kit/given.ts'

const ME = person(3)

function proposal(name: string): Json {
  return { motion: uuid(name), title: name, clauses: clausesOf(`${name}.`), enactment: RESOLVE }
}

/** A member's device and three motions: signed, entered in the member's name without a signature, signed. */
function world(origin = ORIGIN): World {
  const made = ratifiedWorld()
  adoptLaws(made)
  const phone = testDevice(1, origin)
  register(made, ME, phone)
  made.given(ME, 'motion.propose', proposal('A banner'), ROOT, phone.sign)
  made.given(ME, 'motion.propose', proposal('A stage'), ROOT)
  made.given(ME, 'motion.propose', proposal('A march'), ROOT, phone.sign)
  return made
}

const { entries: ENTRIES } = world()
const SIGNED = ENTRIES.filter(({ sig }) => sig !== undefined)

/** The record as whoever holds the log's key would write it anew, with this entry in the place of that one. */
function rewritten(entry: Entry, change: Partial<Entry>): readonly Entry[] {
  return ENTRIES.with(entry.seq, { ...entry, ...change })
}

test('an audit tells signed acts from those that only the server vouches for', () => {
  const { signatures, count } = auditOf(ENTRIES)
  const ofMembers = ENTRIES.filter(({ by }) => by.startsWith('m-')).length
  expect({ ...signatures, count }).toEqual({ signed: 3, attested: ofMembers - 3, closed: 0, count: 0 })
})

test('where the act is closed to the reader, its signature is counted as not checked', () => {
  const { signatures } = auditOf(ENTRIES, ({ seq }) => seq === SIGNED.at(-1)?.seq)
  expect(signatures).toMatchObject({ signed: 2, closed: 1 })
})

test('a signature that was taken away leaves an act of the server', () => {
  const [, banner] = SIGNED
  if (banner === undefined) throw new Error('nothing was signed')
  const { sig: _sig, ...bare } = banner
  const { signatures, count } = auditOf(ENTRIES.with(banner.seq, bare))
  expect([signatures.signed, count]).toEqual([2, 0])
})

test('property: the audit finds every byte of a signed act that a server changes after it was signed', () => {
  const flip = fc.record({ entry: fc.constantFrom(...SIGNED), at: fc.nat(), bit: fc.nat(7) })
  fc.assert(
    fc.property(flip, ({ entry, at, bit }) => {
      const { by, id, type, unit, body } = entry
      const bytes = new TextEncoder().encode(canonical({ by, id, type, unit, body }))
      const place = at % bytes.length
      bytes[place] = (bytes[place] ?? 0) ^ (1 << bit)
      const changed = parsed(bytes)
      fc.pre(changed !== undefined)
      const { count, violations } = auditOf(rewritten(entry, changed ?? {}))
      expect(count).toBeGreaterThan(0)
      expect(violations.some(({ seq }) => seq === entry.seq || seq === undefined)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

/** The fields that these bytes say; undefined where they are no JSON, or no entry that an export can have. */
function parsed(bytes: Uint8Array): Partial<Entry> | undefined {
  try {
    const fields = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Partial<Entry>
    const whole = ['by', 'id', 'type', 'unit', 'body'].every((key) => Object.hasOwn(fields, key))
    const isText = [fields.by, fields.id, fields.type].every(
      (text) => typeof text === 'string' && text !== '',
    )
    return whole && isText ? fields : undefined
  } catch {
    return undefined
  }
}

test('property: every bit of a signature counts', () => {
  const flip = fc.record({ entry: fc.constantFrom(...SIGNED), bit: fc.nat(72 * 8 - 1) })
  fc.assert(
    fc.property(flip, ({ entry, bit }) => {
      const bytes = fromBase64(entry.sig ?? '') ?? new Uint8Array()
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const { violations } = auditOf(rewritten(entry, { sig: toBase64(bytes) }))
      expect(violations).toContainEqual(expect.objectContaining({ seq: entry.seq }))
    }),
    { numRuns: 200 },
  )
})

test('what was signed for a log of another name belongs to another record', () => {
  const { violations } = auditOf(world('plenum/elsewhere/1').entries)
  expect(violations.map(({ code, facts }) => [code, facts])).toEqual([
    ['signed-for-other-log', { signed: 'plenum/elsewhere/1', origin: ORIGIN }],
  ])
})

test('after a restore signatures before it are held against the name before it', () => {
  const wrongAt = (origin: string) => {
    const made = world('plenum/test/1')
    const size = made.entries.length
    made.given('clerk', 'record.restored', { origin, size, root: SOME_HASH }, null)
    const found = auditOf(made.entries).violations.filter(({ code }) => code === 'signed-for-other-log')
    return found.map(({ seq }) => (seq === size ? 'before' : 'after'))
  }
  // The export goes on under its first name, which no restored record has: what could be signed after the restore is for another.
  expect(wrongAt('plenum/test/1')).toEqual(['after'])
  expect(wrongAt('plenum/toast/1')).toEqual(['before', 'after'])
})
