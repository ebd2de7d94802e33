import { expect, test } from 'vitest'
import type { Json } from '#kernel/canonical'
import type { Refusal } from '#kernel/refusal'
import { OFFICE_ACTS, type RuleSet } from '#modules/rulebook/core'
import { ACT_KINDS, ACT_TYPES } from '#organization'
import { register, testDevice } from '../../../../test/kit/device.ts'
import { auditOf } from '../../../../test/kit/export.ts'
import {
  adoptLaws,
  carry,
  clausesOf,
  person,
  ratifiedWorld,
  ROOT,
  RULES,
  SOME_HASH,
  uuid,
  type Sign,
  type World,
} from '../../../../test/kit/given.ts'

const [KEEPER, APPLICANT] = [person(0), person(50)]
const PHONE = testDevice(1)
const EVERYBODY = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

function demanding(...acts: readonly string[]): RuleSet {
  return { ...RULES, signatures: { acts: [...acts] } }
}

/** Admitting an applicant needs a signature here, and there is one who can be admitted. */
function withApplicant(): World {
  const world = ratifiedWorld()
  adoptLaws(world)
  carry(world, 'Signatures', { kind: 'rules.adopt', rules: demanding('member.admit') }, EVERYBODY)
  world.given('nobody', 'member.apply', { member: APPLICANT, home: ROOT, details: SOME_HASH }, null)
  world.given(person(4), 'member.vouch', { member: APPLICANT }, null)
  return world
}

const admit = (world: World, sign?: Sign): Refusal | undefined =>
  world.when(KEEPER, 'member.admit', { member: APPLICANT }, null, sign)

test('where the rules demand a signature, an act of office counts with one only', () => {
  const world = withApplicant()
  expect(admit(world)).toMatchObject({ code: 'signature-demanded', facts: { type: 'member.admit' } })
  register(world, KEEPER, PHONE)
  expect(admit(world)).toMatchObject({ code: 'signature-demanded' })
  expect(admit(world, PHONE.sign)).toBeUndefined()
  expect(auditOf(world.entries).count).toBe(0)
})

test('what forbids the act is told before the signature that is missing', () => {
  const world = withApplicant()
  expect(world.when(person(5), 'member.admit', { member: APPLICANT }, null)).toMatchObject({
    code: 'needs-duty',
  })
})

test('an audit finds an act of office whose signature was taken away', () => {
  const world = withApplicant()
  register(world, KEEPER, PHONE)
  expect(admit(world, PHONE.sign)).toBeUndefined()
  const { sig: _sig, ...bare } = world.entries.at(-1) ?? { seq: -1 }
  expect(
    auditOf(world.entries.with(bare.seq, bare as (typeof world.entries)[number])).violations,
  ).toContainEqual(expect.objectContaining({ seq: bare.seq, code: 'signature-demanded' }))
})

function proposeRules(world: World, rules: Json): Refusal | undefined {
  const body = {
    motion: uuid('rules'),
    title: 'Rules',
    clauses: clausesOf('Rules.'),
    enactment: { kind: 'rules.adopt', rules },
  }
  return world.when(person(3), 'motion.propose', body, ROOT)
}

test('no rule set demands a signature for anything but an act of office', () => {
  const world = ratifiedWorld()
  adoptLaws(world)
  const others = ACT_TYPES.filter((type) => !OFFICE_ACTS.some((each) => each === type))
  expect(others).toContain('motion.propose')
  for (const type of others)
    expect(proposeRules(world, demanding(type)), type).toMatchObject({
      code: 'signature-not-demandable',
      facts: { act: type },
    })
  expect(proposeRules(world, demanding(...OFFICE_ACTS.toSorted()))).toBeUndefined()
})

test('acts of office are acts that there are, of members', () => {
  for (const act of OFFICE_ACTS)
    expect(ACT_KINDS.find(({ type }) => type === act)?.actors).toContain('member')
})

test('the acts stand in order and each once, so that the same rules have one text', () => {
  const world = ratifiedWorld()
  adoptLaws(world)
  for (const acts of [[], ['member.refuse', 'member.admit'], ['member.admit', 'member.admit']])
    expect(proposeRules(world, demanding(...acts))).toMatchObject({ code: 'malformed' })
})

test('before the sixth law no rule set says anything of signatures', () => {
  const world = ratifiedWorld()
  for (let law = 2; law <= 5; law++) world.given('clerk', 'law.adopt', { law }, null)
  expect(proposeRules(world, demanding('member.admit'))).toMatchObject({ code: 'malformed' })
})
