import { expect } from 'vitest'
import type { Json } from '#kernel/canonical'
import { sha256 } from '#kernel/hash'
import { derivedUuid, uuidV7 } from '#kernel/ids'
import { DAY, HOUR, type Instant } from '#kernel/instant'
import type { Refusal } from '#kernel/refusal'
import { apply, check, createOrg, dueAct, NEWEST_LAW, unitOf, type BallotBox, type Org } from '#organization'
import type { Act } from '#modules/record/core'
import type { Stage } from '#modules/motions/core'
import { PRESETS, type RuleSet } from '#modules/rulebook/core'

/** Monday, 4 January 2027, noon: when every history of the tests begins. */
export const START: Instant = Date.UTC(2027, 0, 4, 12)

/** An id that is the same in every run. */
export function uuid(...parts: readonly (string | number)[]): string {
  return derivedUuid('test', ...parts)
}

/** The id of the n-th member of a test. */
export function person(n: number): string {
  return `m-${String(n).padStart(12, '0')}`
}

/** A hash that stands where only its form matters. */
export const SOME_HASH = `${'A'.repeat(43)}=`

/** Signs an act as a device of its author would. */
export type Sign = (act: Act) => string

/** An organization in a test: acts go in as the clerk would enter them, deadlines first. */
export interface World {
  readonly org: Org
  now: Instant
  /** Entries so far, in order. */
  readonly entries: readonly {
    readonly seq: number
    readonly at: Instant
    readonly by: string
    readonly id: string
    readonly type: string
    readonly law: number
    readonly unit: string | null
    readonly body: Json
    readonly sig?: string
  }[]
  /** Enters an act, under the unit it belongs to if none is named, and says why it was refused, if it was. */
  when(by: string, type: string, body: Json, unit?: string | null, sign?: Sign): Refusal | undefined
  /** Enters acts that the test needs: a refusal is a fault of the test. */
  given(by: string, type: string, body: Json, unit?: string | null, sign?: Sign): void
  /** Moves the clock, and lets what falls due happen at its own time. */
  pass(time: number): void
  /** Moves the clock while nobody is there to enter anything: what fell due is entered late, with the next act. */
  sleep(time: number): void
  /** What secret votes have outside the record; a test that has some brings it. */
  box?: BallotBox
}

export const ROOT = uuid('root')

/** A world before its first entry. */
export function emptyWorld(): World {
  const org = createOrg()
  const entries: World['entries'][number][] = []
  const enter = (
    by: string,
    id: string,
    type: string,
    body: Json,
    unit: string | null,
    at: Instant,
    sign?: Sign,
  ): Refusal | undefined => {
    const { size, law } = org.head.get()
    const plain = { seq: size, at, by, id, type, law, unit, body }
    const entry = sign === undefined ? plain : { ...plain, sig: sign({ by, id, type, unit, body }) }
    const refusal = check(org, entry)
    if (refusal === undefined) {
      apply(org, entry)
      entries.push(entry)
    }
    return refusal
  }
  let slept = false
  const enterDue = (until: Instant): void => {
    for (;;) {
      const due = org.deadlines.next()
      if (due === undefined || due.at > until) {
        slept = false
        return
      }
      const at = Math.max(slept ? until : due.at, org.head.get().at)
      const seedFor = (subject: string): string => `seed of the clerk for ${subject}`
      const act = dueAct(org, at, { seedFor, box: world.box })
      if (act === undefined) return
      if ('lacks' in act) throw new Error(`the test has no ${act.lacks} of the vote ${act.vote}`)
      expect(enter(act.by, act.id, act.type, act.body, act.unit, at)).toBeUndefined()
    }
  }
  const world: World = {
    org,
    now: START,
    entries,
    when(by, type, body, named, sign) {
      enterDue(world.now)
      const belongs = unitOf(org, type, body)
      const unit = named !== undefined ? named : belongs === undefined ? ROOT : belongs
      const parts = [entries.length, by, type, JSON.stringify(body)]
      // What is signed has its time in its id.
      const id =
        sign === undefined ? uuid('act', ...parts) : uuidV7(world.now, sha256(parts.join(' ')).slice(0, 10))
      return enter(by, id, type, body, unit, world.now, sign)
    },
    given(by, type, body, unit, sign) {
      expect(world.when(by, type, body, unit, sign), `${type} by ${by}`).toBeUndefined()
    },
    pass(time) {
      enterDue(world.now)
      world.now += time
      enterDue(world.now)
    },
    sleep(time) {
      world.now += time
      slept = true
    },
  }
  return world
}

export const RULES: RuleSet = { ...PRESETS.branch, motionSeconds: 1, vouches: 1 }

/** A motion that carries nothing out. */
export const RESOLVE = { kind: 'resolve' }
export const DEBATE = RULES.debateHours * HOUR
export const VOTING = RULES.votingHours * HOUR

/** Takes up every law that there is, or those up to one, as the clerk does right after the founding. */
export function adoptLaws(world: World, last = NEWEST_LAW): void {
  for (let law = world.org.head.get().law + 1; law <= last; law++)
    world.given('clerk', 'law.adopt', { law }, null)
}

/** A ratified organization of this many members, of whom the first two are organizers. */
export function ratifiedWorld(members = 10, rules: RuleSet = RULES): World {
  const world = emptyWorld()
  const found = { name: 'Riverside', root: ROOT, rules, demonstration: false }
  world.given('nobody', 'organization.found', found, null)
  for (let n = 0; n < members; n++) {
    const body = { member: person(n), home: ROOT, organizer: n < 2, details: SOME_HASH }
    world.given('nobody', 'founding.member', body, null)
  }
  const motion = uuid('founding')
  const clauses = [
    { id: uuid('founding clause'), text: 'We ratify the roll and the rules of this organization.' },
  ]
  const enactment = { kind: 'organization.ratify', points: false }
  world.given(person(0), 'motion.propose', { motion, title: 'Founding', clauses, enactment })
  world.pass(rules.debateHours * HOUR)
  for (let n = 0; n < members; n++)
    world.given(person(n), 'ballot.cast', { vote: openVote(world), choices: ['yes'] })
  world.pass(rules.votingHours * HOUR)
  expect(world.org.units.organization.get()?.status).toBe('ratified')
  return world
}

/** The id of the only open vote. */
export function openVote({ org }: World): string {
  const open = [...org.voting.votes.values()].filter(({ status }) => status === 'open')
  expect(open).toHaveLength(1)
  return open[0]?.id ?? ''
}

/** Clauses with ids from their texts. */
export function clausesOf(...texts: readonly string[]): { id: string; text: string }[] {
  return texts.map((text) => ({ id: uuid('clause', text), text }))
}

/** Everybody who is named votes; the rest stay away. */
export function castAll(world: World, choices: Readonly<Record<number, readonly string[]>>): void {
  const vote = openVote(world)
  for (const [n, answers] of Object.entries(choices))
    world.given(
      person(Number(n)),
      'ballot.cast',
      { vote, choices: [...answers] },
      world.org.voting.votes.get(vote)?.unit ?? ROOT,
    )
}

/** Proposes a motion and has it seconded, so that its debate opens. */
export function inDebate(
  world: World,
  name: string,
  enactment: Json,
  texts: readonly string[],
  unit = ROOT,
): string {
  const motion = uuid('motion', name)
  world.given(
    person(0),
    'motion.propose',
    { motion, title: name, clauses: clausesOf(...texts), enactment },
    unit,
  )
  for (let n = 1; world.org.motions.motions.get(motion)?.stage.kind === 'seconding'; n++)
    world.given(person(n), 'motion.second', { motion }, unit)
  return motion
}

/** Proposes a motion and brings it through its debate; everybody who is named votes yes, and the vote closes. */
export function carry(
  world: World,
  name: string,
  enactment: Json,
  voters: readonly number[],
  unit = ROOT,
): string {
  const motion = inDebate(world, name, enactment, [`${name}.`], unit)
  world.pass(DEBATE)
  castAll(world, Object.fromEntries(voters.map((n) => [n, ['yes']])))
  world.pass(VOTING)
  return motion
}

/** Where a motion stands. */
export function stageOf({ org }: World, motion: string): Stage | undefined {
  return org.motions.motions.get(motion)?.stage
}

export { DAY, HOUR }
