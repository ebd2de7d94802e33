import { describe, expect, it } from 'vitest'
import { auditOf } from '../../../test/kit/export.ts'
import {
  adoptLaws,
  carry,
  DAY,
  person,
  ratifiedWorld,
  ROOT,
  SOME_HASH,
  uuid,
} from '../../../test/kit/given.ts'
import { ruleFor } from './acts.ts'
import { POWER_TYPES } from './powers.ts'

const TEXT = { hash: SOME_HASH, length: 5 }
const ALL = [0, 1, 2, 3, 4, 5]

/** A notice that lapses, somebody refused, an office recalled by motion, a text hidden. */
function history() {
  const world = ratifiedWorld(8)
  adoptLaws(world)
  carry(world, 'Nobody is insulted', { kind: 'conduct.adopt' }, ALL)
  const office = { office: 'Moderator', duties: ['moderation'], council: null, member: person(5), days: 300 }
  carry(world, 'Moderator', { kind: 'mandate.give', mandate: uuid('moderator'), ...office }, ALL)
  const motion = carry(world, 'Rooms', { kind: 'resolve' }, ALL)
  world.given(person(3), 'report.file', { report: uuid('report'), motion, text: 'Too dear.' })
  const ref = { kind: 'report', about: motion, id: uuid('report'), text: uuid('report') }
  const rule = { unit: ROOT, version: 1, number: 1 }
  world.given(person(5), 'text.hide', { ...ref, rule, reason: 'An insult.' })
  carry(world, 'Recall', { kind: 'mandate.recall', mandate: uuid('moderator') }, ALL)
  world.given('nobody', 'member.apply', { member: person(20), home: ROOT, details: SOME_HASH })
  world.given(person(0), 'member.refuse', { member: person(20), reason: TEXT })
  world.given(person(0), 'standing.notice', { member: person(7), reason: TEXT })
  world.pass(40 * DAY)
  return world
}

const told = (report: ReturnType<typeof auditOf>) =>
  report.powers.map(({ power, members, rule }) => [power, ...members, rule])

describe('uses of power over a member', () => {
  it('are all listed, with whom they hit and that the rules were kept', () => {
    expect(told(auditOf(history().entries))).toEqual([
      ['hidden', person(3), 'kept'],
      ['recalled', person(5), 'kept'],
      ['refused', person(20), 'kept'],
      ['noticed', person(7), 'kept'],
      ['lapsed', person(7), 'kept'],
    ])
  })

  it('are named where the rules were broken', () => {
    const entries = history().entries.map((entry) =>
      entry.type === 'member.refuse' ? { ...entry, by: person(4) } : entry,
    )
    const report = auditOf(entries)
    expect(told(report)).toContainEqual(['refused', person(20), 'broken'])
    expect(report.violations).toMatchObject([{ code: 'needs-duty' }])
  })

  it('are listed without names where their bodies are closed to whoever audits', () => {
    const report = auditOf(history().entries, ({ type }) => /^(member\.refuse|text\.hide)$/.test(type))
    expect(told(report)).toContainEqual(['refused', 'unchecked'])
    expect(told(report)).toContainEqual(['hidden', 'unchecked'])
  })

  it('are of types of acts that there are', () => {
    expect(POWER_TYPES.filter((type) => ruleFor(type) === undefined)).toEqual([])
  })
})
