import { beforeAll, describe, expect, it } from 'vitest'
import type { Json } from '#kernel/canonical'
import { imageDigest } from '#organization'
import {
  caseIn,
  caseWorld,
  dayOf,
  find,
  holdVote,
  NORTH,
  panellists,
  POINT,
  SALT,
  seatPanel,
  SUSPEND,
  TEXT,
} from '../../../../test/kit/case-world.ts'
import { complainIn, electForComplaints } from '../../../../test/kit/complaint-world.ts'
import { auditOf } from '../../../../test/kit/export.ts'
import { DAY, person, ROOT, uuid } from '../../../../test/kit/given.ts'
import { replayed } from '../../../../test/kit/replay.ts'
import { makeIssuing, type Issuing, type SecretWorld } from '../../../../test/kit/secret-world.ts'
import { commitmentToMember, rolesIn } from './index.ts'

let issuing: Issuing
beforeAll(async () => {
  issuing = await makeIssuing()
})

const NORTHERN = [...Array(16).keys()]
const EVERYBODY = [...Array(24).keys()]
const COMPLAINT = uuid('complaint')
const ID = uuid('case')
const [COMPLAINANT, ABOUT, REPRESENTATIVE] = [4, 5, 6]
const SEALED = ['complaint.name', 'complaint.write', 'referral.name']
const isSealed = ({ type }: { readonly type: string }): boolean => SEALED.includes(type)

/** In the north 0 and 1 are elected for complaints; one about a northerner was made there. */
function complained(): SecretWorld {
  const world = caseWorld(issuing)
  electForComplaints(world, NORTH, [0, 1], NORTHERN)
  const parties = { complainant: COMPLAINANT, about: ABOUT, representative: REPRESENTATIVE }
  complainIn(world, { unit: NORTH, ...parties, to: [0, 1] })
  return world
}

function taken(): SecretWorld {
  const world = complained()
  world.given('nobody', 'complaint.take', { complaint: COMPLAINT })
  return world
}

function nameBody(world: SecretWorld, more: Record<string, Json> = {}): Record<string, Json> {
  return {
    ...{ case: ID, complaint: COMPLAINT, unit: NORTH, member: person(ABOUT), salt: SALT },
    charging: [COMPLAINANT, REPRESENTATIVE, 0].map(person),
    ...{ on: dayOf(world.now - DAY), facts: TEXT, ...more },
  }
}

function openBody(more: Record<string, Json> = {}): Record<string, Json> {
  const commitment = commitmentToMember(ID, person(ABOUT), SALT)
  const ground = { kind: 'unity', point: POINT }
  return {
    ...{ case: ID, complaint: COMPLAINT, unit: NORTH, ground, asked: SUSPEND, commitment },
    ...{ charging: 3, ...more },
  }
}

function referred(): SecretWorld {
  const world = taken()
  world.given('nobody', 'referral.name', nameBody(world), NORTH)
  world.given('nobody', 'referral.open', openBody(), NORTH)
  return world
}

const why = (world: SecretWorld, type: string, body: Json): string | undefined =>
  world.when('nobody', type, body, NORTH)?.code

describe('what was named out of a complaint', () => {
  const OTHER = uuid('other complaint')
  /** Two complaints that were answered; the case is named out of the first. */
  function named(): SecretWorld {
    const world = taken()
    complainIn(world, { id: OTHER, unit: NORTH, complainant: 7, about: 8, to: [0, 1] })
    world.given('nobody', 'complaint.take', { complaint: OTHER })
    world.given('nobody', 'referral.name', nameBody(world), NORTH)
    return world
  }

  it('is opened out of that one, and ends no other', () => {
    const world = named()
    expect(why(world, 'referral.open', openBody({ complaint: OTHER }))).toBe('wrong-result')
    expect(world.org.complaints.matters.has(OTHER)).toBe(true)
    expect(why(world, 'referral.open', openBody())).toBeUndefined()
    expect(world.org.complaints.matters.has(COMPLAINT)).toBe(false)
  })

  it('is not opened as a charge, by which no complaint is ended', () => {
    const world = named()
    const { complaint: _complaint, charging: _charging, ...opened } = openBody()
    expect(why(world, 'case.open', opened)).toBe('wrong-result')
  })
})

describe('a complaint that is referred', () => {
  it('is brought by those who know of it, and ends: what was written in it goes nowhere', () => {
    const world = referred()
    expect(caseIn(world, ID)).toMatchObject({ charging: 3, complaint: COMPLAINT, stage: { kind: 'notice' } })
    const ended = world.org.complaints.complaints.get(COMPLAINT)
    expect(ended?.stage).toMatchObject({ kind: 'ended', how: 'referred' })
    expect(world.org.complaints.matters.size).toBe(0)
    // The facts are those that were written for the case.
    expect(world.org.cases.matters.get(ID)?.facts).toBe(TEXT.hash)
    expect(rolesIn(world.org, ID, ABOUT)).toEqual(['charged'])
    for (const n of [COMPLAINANT, REPRESENTATIVE, 0]) expect(rolesIn(world.org, ID, n)).toEqual(['charging'])
    // The second of those elected was never asked, and knows nothing.
    expect(rolesIn(world.org, ID, 1)).toEqual([])
  })

  it('names nobody in public', () => {
    const said = referred().entries.filter(
      ({ type }) => /^(complaint|referral)\./.test(type) && !SEALED.includes(type),
    )
    expect(said).toHaveLength(3)
    expect(JSON.stringify(said)).not.toMatch(/m-\d/)
    expect(said.map(({ by }) => by)).toEqual(['nobody', 'nobody', 'nobody'])
  })

  it('is not before somebody elected answers it', () => {
    const world = complained()
    expect(why(world, 'referral.name', nameBody(world))).toBe('complaint-elsewhere')
    expect(why(world, 'referral.open', openBody())).toBe('complaint-elsewhere')
    world.pass(6 * DAY)
    expect(why(world, 'referral.open', openBody())).toBe('complaint-elsewhere')
  })

  it.each<[string, Record<string, Json>, string]>([
    ['somebody else', { member: person(7) }, 'not-concerned'],
    ['by somebody else', { charging: [COMPLAINANT, 7, 0].map(person) }, 'wrong-result'],
    [
      'without whoever speaks for the complainant',
      { charging: [COMPLAINANT, 0].map(person) },
      'wrong-result',
    ],
    [
      'by somebody who was not asked',
      { charging: [COMPLAINANT, REPRESENTATIVE, 0, 1].map(person) },
      'wrong-result',
    ],
    ['out of no complaint', { complaint: uuid('none') }, 'unknown-complaint'],
    ['for what was done too long ago', { on: 0 }, 'deed-too-old'],
  ])('charges nobody but whom it is about: not %s', (_what, more, code) => {
    const world = taken()
    expect(why(world, 'referral.name', nameBody(world, more))).toBe(code)
  })

  it('fits what is sealed, and rests on a ground like any charge', () => {
    const world = taken()
    expect(why(world, 'referral.open', openBody())).toBe('sealed-part-missing')
    world.given('nobody', 'referral.name', nameBody(world), NORTH)
    expect(why(world, 'referral.open', openBody({ charging: 4 }))).toBe('wrong-result')
    const other = commitmentToMember(ID, person(7), SALT)
    expect(why(world, 'referral.open', openBody({ commitment: other }))).toBe('wrong-result')
    const none = { kind: 'unity', point: uuid('none') }
    expect(why(world, 'referral.open', openBody({ ground: none }))).toBe('unknown-point')
    expect(world.when(person(0), 'referral.open', openBody(), NORTH)?.code).toBe('not-for-you')
  })

  it('is found on by a panel by lot on which none of them sits, and voted on in secret', () => {
    const world = referred()
    world.pass(6 * DAY)
    seatPanel(world, ID)
    world.pass(20 * DAY)
    const panel = panellists(world, ID)
    expect(panel).toHaveLength(5)
    for (const n of [COMPLAINANT, ABOUT, REPRESENTATIVE, 0]) expect(panel).not.toContain(person(n))
    find(world, ID, SUSPEND)
    holdVote(world, ID, 10, 2)
    expect(caseIn(world, ID).stage.kind).toBe('appealable')
  })

  it('goes to the panel of the unit above where there are too few', () => {
    const world = caseWorld(issuing)
    electForComplaints(world, ROOT, [20, 21], EVERYBODY)
    const south = uuid('south')
    complainIn(world, { unit: south, complainant: 16, about: 17, to: [20, 21] })
    world.given('nobody', 'complaint.take', { complaint: COMPLAINT })
    const parties = { member: person(17), charging: [person(16), person(20)], unit: south }
    world.given('nobody', 'referral.name', nameBody(world, parties), south)
    const commitment = commitmentToMember(ID, person(17), SALT)
    world.given('nobody', 'referral.open', openBody({ unit: south, commitment, charging: 2 }), south)
    world.pass(6 * DAY)
    const panel = world.org.panels.panels.get(caseIn(world, ID).panel ?? '')
    // Eight live in the south, and five sit.
    expect([panel?.asked, panel?.unit]).toEqual([south, ROOT])
  })

  it('leaves nothing sealed in the organization once all is over, and an audit needs none of it', () => {
    const world = referred()
    const isOpen = auditOf(world.entries)
    expect(isOpen).toMatchObject({ count: 0, unchecked: [] })
    expect(auditOf(world.entries, isSealed).violations).toEqual([])
    world.given('nobody', 'case.withdraw', { case: ID }, NORTH)
    expect(imageDigest(replayed(world.entries, isSealed))).toBe(imageDigest(world.org))
    expect(imageDigest(replayed(world.entries))).toBe(imageDigest(world.org))
  })
})

describe('a complaint in a branch', () => {
  it('goes to those elected there, then to those of the unit above; where nobody is, to those at once', () => {
    const world = caseWorld(issuing)
    electForComplaints(world, ROOT, [20, 21], EVERYBODY)
    const parties = { complainant: COMPLAINANT, about: ABOUT }
    complainIn(world, { id: uuid('before'), unit: NORTH, ...parties, to: [20, 21] })
    electForComplaints(world, NORTH, [0, 1], NORTHERN)
    complainIn(world, { unit: NORTH, ...parties, to: [0, 1, 20, 21] })
    world.pass(9 * DAY)
    const stage = world.org.complaints.complaints.get(COMPLAINT)?.stage
    expect(stage).toMatchObject({ kind: 'asked', step: 3 })
  })
})
