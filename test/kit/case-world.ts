import { toBase64 } from '#kernel/bytes'
import { commitmentToMember, type Case, type Measure } from '#modules/discipline/core'
import type { Board } from '#modules/voting/core'
import type { Refusal } from '#kernel/refusal'
import type { Json } from '#kernel/canonical'
import { carry, DAY, person, SOME_HASH, uuid, VOTING, type World } from './given.ts'
import { placedWorld } from './placed-world.ts'
import { ballotsOfAll, boardOf, NO, testVoteIn, YES, type Issuing, type SecretWorld } from './secret-world.ts'

export const NORTH = uuid('north')
const SOUTH = uuid('south')
const ROOT_UNIT = uuid('root')

/** Members 0 to 15 live in the north, 16 to 23 in the south. */
const IN_NORTH = 16
const MEMBERS = 24

/** The point of unity of the world, the position, and the text of whatever is held. */
export const POINT = uuid('clause', 'unity.')
export const POSITION = uuid('clause', 'position.')
export const TEXT = { hash: SOME_HASH, length: 5 }

/** Who is charged, and who charges, where a test says nothing else. */
export const CHARGED = 5
export const CHARGING: readonly number[] = [2, 3, 4]

/** An organization of two places with a point of unity and a position, and what its secret votes have outside the record. */
export function caseWorld(issuing: Issuing, law?: number): SecretWorld {
  const homes = Array.from({ length: MEMBERS }, (_, n) => (n < IN_NORTH ? NORTH : SOUTH))
  const places = [
    [NORTH, 'North', ROOT_UNIT],
    [SOUTH, 'South', ROOT_UNIT],
  ] as const
  const world = Object.assign(placedWorld(places, homes, 2, law), {
    issuing,
    lists: new Map<string, readonly string[] | 'lost'>(),
    boards: new Map<string, Board | 'lost'>(),
  })
  world.box = {
    keys: () => world.issuing.keys,
    list: (vote) => world.lists.get(vote),
    board: (vote) => world.boards.get(vote) ?? boardOf([], []),
  }
  for (const as of ['unity', 'position'])
    carry(world, as, { kind: 'program.adopt', as }, [...homes.keys()], ROOT_UNIT)
  // So that the day before, on which deeds are done where a test says nothing else, is one on which the point holds.
  world.pass(2 * DAY)
  return world
}

/** What a test can say of a charge. */
export interface Charged {
  readonly id?: string
  readonly unit?: string
  readonly member?: number
  readonly charging?: readonly number[]
  readonly ground?: Json
  readonly asked?: Measure
  readonly deed?: { readonly kind: 'deed' | 'advocacy'; readonly on: number }
  readonly cites?: Json
}

export const SUSPEND: Measure = { kind: 'suspension', rights: ['vote', 'propose'], days: 30 }
export const EXPEL: Measure = { kind: 'expulsion' }

/** A salt that is the same in every run. */
export const SALT = toBase64(new Uint8Array(16).fill(9))

/** The day of a moment, as a deed is dated. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY) * DAY
}

/** The body that names who is charged. */
export function nameBody(world: World, charged: Charged = {}): Record<string, Json> {
  const { id = uuid('case'), unit = NORTH, member = CHARGED, charging = CHARGING, cites = null } = charged
  const deed = charged.deed ?? { kind: 'deed', on: dayOf(world.now - DAY) }
  return {
    ...{ case: id, unit, member: person(member), salt: SALT, charging: charging.map(person) },
    ...{ deed, facts: TEXT, cites },
  }
}

/** The public body of a charge. */
export function openBody(charged: Charged = {}): Record<string, Json> {
  const { id = uuid('case'), unit = NORTH, member = CHARGED, asked = SUSPEND } = charged
  const ground = charged.ground ?? { kind: 'unity', point: POINT }
  return { case: id, unit, ground, asked, commitment: commitmentToMember(id, person(member), SALT) }
}

/** Why a charge is refused, in its sealed or its public part. */
export function whyRefused(world: World, charged: Charged): Refusal | undefined {
  return (
    world.when('nobody', 'case.name', nameBody(world, charged)) ??
    world.when('nobody', 'case.open', openBody(charged))
  )
}

/** Brings a charge and gives notice of it. */
export function charge(world: World, charged: Charged = {}): string {
  const { id = uuid('case'), charging = CHARGING } = charged
  world.given('nobody', 'case.name', nameBody(world, charged))
  world.given('nobody', 'case.open', openBody(charged))
  for (const n of charging.slice(1)) world.given('nobody', 'case.sign', { case: id, by: person(n) })
  world.given('nobody', 'case.charge', { case: id, charging: charging.length })
  return id
}

/** The case as everybody may know it. */
export function caseIn({ org }: World, id: string): Case {
  return org.cases.cases.get(id)!
}

/** Brings a case to where its panel sits and the notice has run; whoever is concerned steps aside. */
export function heard(world: World, charged: Charged = {}): string {
  const id = charge(world, charged)
  world.pass(6 * DAY)
  seatPanel(world, id)
  world.pass(20 * DAY)
  return id
}

/** Everybody who was drawn takes their seat, or steps aside where the case concerns them. */
export function seatPanel(world: World, id: string): void {
  for (;;) {
    const drawn = world.org.panels.panels.get(caseIn(world, id).panel ?? '')
    const waiting =
      drawn?.stage.kind === 'seating' ? drawn.seats.find(({ accepted }) => accepted === null) : undefined
    if (waiting === undefined) return
    const panel = caseIn(world, id).panel
    if (world.when(waiting.member, 'panel.accept', { panel }) !== undefined)
      world.given(waiting.member, 'panel.recuse', { panel })
  }
}

/** Who sits on the panel. */
export function panellists({ org }: World, id: string): readonly string[] {
  return org.panels.panels.get(org.cases.cases.get(id)?.panel ?? '')?.seats.map(({ member }) => member) ?? []
}

/** More than half of the panel find so. */
export function find(world: World, id: string, outcome: Json): void {
  const [first = '', ...others] = panellists(world, id)
  const panel = caseIn(world, id).panel
  const proposal = uuid('proposal', id)
  world.given(first, 'panel.propose', { panel, proposal, outcome, reasons: TEXT })
  for (const by of others.slice(0, 2)) world.given(by, 'panel.agree', { panel, proposal })
}

/** The vote that is open about a case is held and closed, with so many for the measure and against it. */
export function holdVote(world: SecretWorld, id: string, yes: number, no: number): void {
  world.pass(7 * DAY)
  const { stage } = caseIn(world, id)
  closeVote(world, stage.kind === 'voting' ? stage.vote : '', yes, no)
}

/** The last vote on the protective measure of a case is held and closed. */
export function holdProtectionVote(world: SecretWorld, id: string, yes: number, no: number): void {
  closeVote(world, caseIn(world, id).protection?.votes.at(-1) ?? '', yes, no)
}

function closeVote(world: SecretWorld, vote: string, yes: number, no: number): void {
  const voters = Array.from({ length: yes + no }, (_, n) => n)
  const choices = Object.fromEntries(voters.map((n) => [n, n < yes ? YES : NO]))
  world.boards.set(vote, boardOf(ballotsOfAll(testVoteIn(world, vote), choices), voters))
  world.pass(VOTING)
}

/** A measure that the unit has adopted, and that can be appealed against. */
export function adopted(world: SecretWorld, charged: Charged = {}): string {
  const id = heard(world, charged)
  find(world, id, charged.asked ?? SUSPEND)
  holdVote(world, id, 10, 2)
  return id
}
