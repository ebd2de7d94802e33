import type { Json } from '#kernel/canonical'
import { DAY, HOUR } from '#kernel/instant'
import type { RuleSet } from '#modules/rulebook/core'
import { adoptLaws, clausesOf, emptyWorld, person, ROOT, SOME_HASH, uuid, type World } from './given.ts'
import { take } from './random-history.ts'
import { heldAt } from './random-picks.ts'
import { namingAt } from './random-polling.ts'
import { QUICK } from './random-rules.ts'
import { randomBox } from './random-secrets.ts'

function everybodyAdopts(world: World): void {
  take(world, { act: 'everybody', a: 1, b: 0, c: 1 })
  world.pass(QUICK.votingHours * HOUR)
}

/** How a history begins: `rules` are adopted as soon as there is an organization, with an office to fill. */
export interface Beginning {
  readonly members: number
  readonly ratified: boolean
  readonly rules?: RuleSet | undefined
  /** Whether issuers of keys are named at once. */
  readonly issuers?: boolean
}

/** An organization that is founded and, if it is to be, ratified. */
export function begun({ members, ratified, rules, issuers = false }: Beginning): World {
  const world = foundedWorld(members, ratified)
  if (!ratified || rules === undefined) return world
  electForComplaints(world)
  inDebateAtOnce(world, 'Rules', { kind: 'rules.adopt', rules: rules as unknown as Json })
  const terms = { seats: 2, days: 366, termsMost: 2, duties: [], council: null }
  inDebateAtOnce(world, 'Office', { kind: 'office.open', office: uuid('office'), title: 'Office', ...terms })
  inDebateAtOnce(world, 'Nobody is insulted', { kind: 'conduct.adopt' })
  if (issuers) inDebateAtOnce(world, 'Issuers', namingAt({ a: members, b: 0, c: members + 1 }))
  const moderators = {
    mandate: uuid('moderator'),
    office: 'Moderator',
    duties: ['moderation'],
    council: null,
  }
  inDebateAtOnce(world, 'Moderator', {
    kind: 'mandate.give',
    ...moderators,
    member: person(members - 1),
    days: 366,
  })
  world.pass(QUICK.debateHours * HOUR)
  everybodyAdopts(world)
  return world
}

/** Opens an office for complaints, and fills it: some of its candidates are elected, and one of them can follow. */
function electForComplaints(world: World): void {
  const office = uuid('complaints')
  const terms = { seats: 2, days: 366, termsMost: 2, duties: ['complaints'], council: null }
  inDebateAtOnce(world, 'Somebody to tell', {
    kind: 'office.open',
    office,
    title: 'Somebody to tell',
    ...terms,
  })
  world.pass(QUICK.debateHours * HOUR)
  everybodyAdopts(world)
  const called = [...world.org.elections.elections.values()].find((each) => each.office === office)
  if (called === undefined) return
  const { id: election, rules } = called
  for (const n of [2, 3, 4])
    world.when(person(n), 'candidate.accept', { election, statement: heldAt(world), commitment: null })
  world.pass(rules.nominationDays * DAY)
  take(world, { act: 'rank', a: 1, b: 0, c: 1 })
  world.pass(rules.votingDays * DAY)
}

function inDebateAtOnce(world: World, name: string, enactment: Json, [by, unit] = [person(0), ROOT]): void {
  const motion = uuid('at once', name)
  const clauses = clausesOf(`${name}.`)
  world.given(by, 'motion.propose', { motion, title: name, clauses, enactment }, unit)
  for (const n of [1, 2]) world.when(person(n), 'motion.second', { motion })
}

/** An organization of this many that is founded and, if it is to be, ratified. */
export function foundedWorld(members: number, ratified: boolean): World {
  const world = emptyWorld()
  world.box = randomBox(world)
  const found = { name: 'Riverside', root: ROOT, rules: QUICK as unknown as Json, demonstration: false }
  const [north, south] = [uuid('north'), uuid('south')]
  world.given('nobody', 'organization.found', found)
  adoptLaws(world)
  world.given('nobody', 'founding.place', { unit: north, name: 'North', parent: ROOT })
  world.given('nobody', 'founding.place', { unit: south, name: 'South', parent: north })
  for (let n = 0; n < members; n++) {
    const home = [ROOT, north, south][n % 3] ?? ROOT
    world.given('nobody', 'founding.member', {
      member: person(n),
      home,
      organizer: n < 2,
      details: SOME_HASH,
    })
  }
  if (!ratified) return world
  const enactment = { kind: 'organization.ratify', points: true }
  const motion = {
    motion: uuid('founding'),
    title: 'Founding',
    clauses: clausesOf('We found.', 'We stand together.'),
    enactment,
  }
  world.given(person(0), 'motion.propose', motion)
  world.pass(QUICK.debateHours * HOUR)
  everybodyAdopts(world)
  const form = {
    kind: 'unit.form',
    unit: uuid('choir'),
    name: 'Choir',
    as: 'group',
    parent: north,
    decidedBy: 'members',
  }
  if (members < 3) return world
  inDebateAtOnce(world, 'Choir', form, [person(1), north])
  const seated = { ...form, unit: uuid('council'), name: 'Council', parent: ROOT, decidedBy: 'delegates' }
  inDebateAtOnce(world, 'Council', seated)
  world.pass(QUICK.debateHours * HOUR)
  everybodyAdopts(world)
  return world
}
