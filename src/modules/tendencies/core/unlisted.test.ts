import { describe, expect, it } from 'vitest'
import { fieldOf, type Json } from '#kernel/canonical'
import { verifyEd25519 } from '#kernel/ed25519'
import { formatExportLine, parseExportLine, type Entry } from '#modules/record/core'
import type { RuleSet } from '#modules/rulebook/core'
import { createAudit, enteredBy, NEWEST_LAW, type AuditReport } from '#organization'
import { auditOf, exportOf } from '../../../../test/kit/export.ts'
import {
  adoptLaws,
  carry,
  DAY,
  DEBATE,
  inDebate,
  person,
  ratifiedWorld,
  RESOLVE,
  ROOT,
  RULES,
  uuid,
  type World,
} from '../../../../test/kit/given.ts'

const TENDENCY = uuid('unlisted')
const OWN: Json = { stance: 'own', point: null, clauses: ['We own it.'], salience: 3, rationale: '' }
const FOUNDED = { tendency: TENDENCY, unit: ROOT, name: 'The quiet ones', platform: [OWN], listed: false }

function founded(tendencies?: RuleSet['tendencies']): World {
  const world = ratifiedWorld(10)
  adoptLaws(world)
  const everybody = Array.from({ length: 10 }, (_, n) => n)
  if (tendencies !== undefined)
    carry(world, 'Tendencies', { kind: 'rules.adopt', rules: { ...RULES, tendencies } }, everybody)
  world.given(person(0), 'tendency.found', FOUNDED, ROOT)
  return world
}

function unlisted(world: World, what: string, member: number, more: Readonly<Record<string, Json>> = {}) {
  return world.when('nobody', `unlisted.${what}`, { tendency: TENDENCY, member: person(member), ...more })
    ?.code
}

function join(world: World, n: number): void {
  expect(unlisted(world, 'sign', n)).toBeUndefined()
  expect(unlisted(world, 'take', 0, { taken: person(n) })).toBeUndefined()
}

function standing(tendencies?: RuleSet['tendencies']): World {
  const world = founded(tendencies)
  for (const n of [1, 2, 3]) join(world, n)
  return world
}

function tendency({ org }: World) {
  return org.tendencies.tendencies.get(TENDENCY)
}

/** The audit of somebody who has not signed: bodies of such entries are closed to them. */
function auditedFromOutside(entries: readonly Entry[], hides = /^unlisted\./): AuditReport {
  const audit = createAudit({ verify: verifyEd25519, forMembers: true })
  for (const [i, line] of exportOf(entries, ({ type }) => hides.test(type)).entries())
    audit.take(parseExportLine(formatExportLine(line), i + 1))
  return audit.finish()
}

/** The audit of somebody who left: they read what they did themselves, and nothing of what others did. */
function auditedByWhoLeft({ entries }: World, member: string): AuditReport {
  return auditOf(
    entries,
    ({ type, body }) => type.startsWith('unlisted.') && fieldOf(body, 'member') !== member,
  )
}

describe('a tendency that does not list its signatories', () => {
  it('is signed by entries that name nobody in their header', () => {
    const world = standing()
    expect(tendency(world)).toMatchObject({ signatories: [0, 1, 2, 3], stage: { kind: 'standing' } })
    const named = world.entries.filter(({ type }) => type.startsWith('unlisted.'))
    expect(named.map(({ by }) => by)).toEqual(Array.from({ length: 6 }, () => 'nobody'))
  })

  it('is not signed, left or agreed to under a name by mistake, nor one that lists them without', () => {
    const world = standing()
    const about = { tendency: TENDENCY }
    for (const [type, body] of [
      ['tendency.sign', about],
      ['tendency.leave', about],
    ] as const)
      expect(world.when(person(1), type, body)?.code).toBe('signatories-unlisted')
    const { listed: _listed, ...open } = FOUNDED
    const other = { ...open, tendency: uuid('open'), name: 'The loud ones' }
    world.given(person(5), 'tendency.found', other, ROOT)
    const body = { tendency: uuid('open'), member: person(6) }
    expect(world.when('nobody', 'unlisted.sign', body)?.code).toBe('signatories-listed')
  })

  it('misleads nobody’s audit who took somebody in, agreed to something and left', () => {
    const world = standing()
    expect(unlisted(world, 'sign', 4)).toBeUndefined()
    expect(unlisted(world, 'take', 1, { taken: person(4) })).toBeUndefined()
    const [proposal, change] = [uuid('another name'), { kind: 'name', name: 'The still ones' }]
    world.given(person(0), 'tendency.change', { proposal, tendency: TENDENCY, change })
    expect(unlisted(world, 'agree', 1, { proposal })).toBeUndefined()
    expect(unlisted(world, 'leave', 1)).toBeUndefined()
    expect(auditedByWhoLeft(world, person(1)).violations).toEqual([])
  })

  it('takes nobody in but by a signatory, and nobody who has no vote', () => {
    const world = standing()
    expect(unlisted(world, 'sign', 5)).toBeUndefined()
    expect(unlisted(world, 'sign', 5)).toBe('signed-already')
    expect(unlisted(world, 'take', 5, { taken: person(5) })).toBe('not-signatory')
    expect(unlisted(world, 'take', 0, { taken: person(7) })).toBe('not-waiting')
    expect(unlisted(world, 'sign', 77)).toBe('not-a-member')
    expect(unlisted(world, 'leave', 5)).toBeUndefined()
    expect(tendency(world)?.waiting).toEqual([])
  })

  it('decides about itself without showing who agrees', () => {
    const world = standing()
    const change = { kind: 'name', name: 'The quieter ones' }
    world.given(person(0), 'tendency.change', { proposal: uuid('p'), tendency: TENDENCY, change })
    expect(unlisted(world, 'agree', 6, { proposal: uuid('p') })).toBe('not-signatory')
    for (const n of [1, 2]) expect(unlisted(world, 'agree', n, { proposal: uuid('p') })).toBeUndefined()
    expect(tendency(world)?.name).toBe('The quieter ones')
  })

  it('does not exist under the fifth law', () => {
    const world = ratifiedWorld(4)
    for (let law = 2; law <= 5; law++) world.given('clerk', 'law.adopt', { law }, null)
    expect(world.when(person(0), 'tendency.found', FOUNDED, ROOT)?.code).toBe('malformed')
    expect(NEWEST_LAW).toBeGreaterThan(5)
  })

  it('is entered for nobody but the member who asks', () => {
    const body = { tendency: TENDENCY, member: person(1) }
    expect(enteredBy('unlisted.sign', person(1), body)).toBe('nobody')
    expect(enteredBy('unlisted.sign', person(2), body)).toMatchObject({ code: 'not-yourself' })
    expect(enteredBy('tendency.sign', person(2), body)).toBe(person(2))
  })
})

describe('an audit by somebody who did not sign', () => {
  /** A life with all that can seem wrong to whoever does not know who signed. */
  function lived(): World {
    const world = standing()
    const motion = { motion: uuid('m'), title: 'Buy', clauses: [{ id: uuid('c'), text: 'Buy.' }] }
    world.given(person(5), 'motion.propose', { ...motion, enactment: { kind: 'resolve' } }, ROOT)
    const text = { hash: `${'A'.repeat(43)}=`, length: 5 }
    world.given(person(2), 'tendency.state', { tendency: TENDENCY, motion: uuid('m'), text })
    world.pass(100 * DAY)
    world.given(person(0), 'tendency.change', {
      ...{ proposal: uuid('p'), tendency: TENDENCY, change: { kind: 'end' } },
    })
    for (const n of [1, 2]) unlisted(world, 'agree', n, { proposal: uuid('p') })
    world.given(person(6), 'tendency.found', { ...FOUNDED, tendency: uuid('again') }, ROOT)
    world.pass(200 * DAY)
    return world
  }

  it('finds nothing wrong, and names what it could not check', () => {
    const { entries } = lived()
    const report = auditedFromOutside(entries)
    expect(report.violations).toEqual([])
    expect(report.unchecked.map(({ code }) => code)).toContain('body-closed')
    expect(auditedFromOutside(entries, /^nothing/).unchecked).toEqual([])
  })

  it('finds nothing wrong where its review comes before a vote that falls due in the same moment', () => {
    const world = standing({ members: 3, share: '1/50', belowDays: 30 })
    const { stage } = tendency(world) ?? {}
    const review = stage?.kind === 'standing' ? stage.review : 0
    world.pass(review - world.now - DEBATE)
    inDebate(world, 'Buy', RESOLVE, ['We buy the house.'])
    world.pass(DEBATE)
    const atOnce = world.entries.filter(({ at }) => at === review).map(({ type }) => type)
    expect(atOnce).toEqual(['tendency.review', 'vote.open'])
    const report = auditedFromOutside(world.entries)
    expect(report.violations).toEqual([])
    expect(report.unchecked.map(({ code }) => code)).toContain('something-is-due')
    // Later it would have hung, and that is seen.
    const at = world.entries.findIndex(({ type }) => type === 'tendency.review')
    const late = world.entries.map((entry) => (entry.seq < at ? entry : { ...entry, at: entry.at + 1 }))
    expect(auditedFromOutside(late).violations).toContainEqual(
      expect.objectContaining({ seq: at, code: 'something-is-due' }),
    )
  })

  it('still finds what has nothing to do with who signed', () => {
    const { entries } = lived()
    const at = entries.findLastIndex(({ type }) => type === 'motion.propose')
    const forged = entries.with(at, { ...entries[at]!, by: person(99) })
    expect(auditedFromOutside(forged).violations).toContainEqual(
      expect.objectContaining({ seq: at, code: 'not-a-member' }),
    )
    const open = entries.findIndex(({ type }) => type === 'tendency.state')
    const late = entries.with(open, {
      ...entries[open]!,
      body: { ...(entries[open]!.body as object), motion: uuid('none') },
    })
    expect(auditedFromOutside(late).violations.map(({ code }) => code)).toContain('unknown-motion')
  })

  it('counts a withheld signature of a tendency that lists them as a breach', () => {
    const world = standing()
    const { listed: _listed, ...open } = FOUNDED
    world.given(person(5), 'tendency.found', { ...open, tendency: uuid('open'), name: 'Loud' }, ROOT)
    world.given(person(6), 'tendency.sign', { tendency: uuid('open') })
    const report = auditedFromOutside(world.entries, /^tendency\.sign/)
    expect(report.violations.map(({ code }) => code)).toContain('body-withheld')
  })
})
