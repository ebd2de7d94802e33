import { randomBytes } from 'node:crypto'
import type { CompiledQuery } from 'kysely'
import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { HOUR } from '#kernel/instant'
import { hashPerson, insertPerson } from '#modules/members'
import { holdText } from '#modules/record'
import { hashSalted } from '#modules/record/core'
import { PRESETS, type RuleSet } from '#modules/rulebook/core'
import { openPlenum, type Plenum } from '#organization/server'
import { person } from './given.ts'
import { must } from './storage.ts'

/** A member of a seeded organization, who can sign in. */
export interface SeededMember {
  readonly id: string
  readonly name: string
  readonly login: string
}

export interface Seeded {
  readonly root: string
  readonly rules: RuleSet
  readonly members: readonly SeededMember[]
  /** The ids of the points of unity, in their order. */
  readonly points: readonly string[]
}

export interface SeedOptions {
  readonly members?: number
  /** Names of the first members; others have names of their own. */
  readonly names?: readonly string[]
  /** How many of them keep the roll and enter what meetings decide. */
  readonly organizers?: number
  readonly rules?: RuleSet
  /** PostgreSQL instead of the folder's SQLite. */
  readonly databaseUrl?: string
  /** Texts that become points of unity with the founding. */
  readonly points?: readonly string[]
  /** What else is to happen before the organization is closed again. */
  readonly then?: (seeding: Seeding) => Promise<void>
}

/** A seeded organization that is still open. */
export interface Seeding extends Seeded {
  readonly plenum: Plenum
  enter(
    by: string,
    type: string,
    body: Json,
    unit?: string | null,
    alongside?: readonly CompiledQuery[],
  ): Promise<void>
  /** A text to be held beside the record: what the act says of it, and the row that goes with it. */
  hold(text: string): {
    readonly ref: { readonly hash: string; readonly length: number }
    readonly row: CompiledQuery
  }
  /** Moves the clock and lets happen what falls due. */
  pass(hours: number): Promise<void>
}

export const PASSWORD = 'a long enough password'

const NAMES = [
  'Ada Okafor',
  'Ben Lindqvist',
  'Carmen Ruiz',
  'Dario Conti',
  'Edith Novak',
  'Farid Haddad',
  'Gloria Mensah',
  'Hugo Petit',
  'Ines Duarte',
  'Jamal Brooks',
]
const POINTS = [
  'We organize where we live and where we work, across employers and trades.',
  'Every decision that binds members comes out of an open debate among them.',
  'We stand by one another in every dispute with an employer, and pay for it from one fund.',
]

/** Founds and ratifies a demonstration in this folder through the real clerk, before a server is started on it. */
export async function seedOrganization(data: string, options: SeedOptions = {}): Promise<Seeded> {
  const { rules = { ...PRESETS['reading-group'], name: 'Riverside rules' }, points = POINTS } = options
  const plenum = must(await openPlenum({ data, databaseUrl: options.databaseUrl, demonstration: true }))
  try {
    const root = derivedUuid('seed', 'root')
    const people = Array.from({ length: options.members ?? options.names?.length ?? 8 }, (_, n) =>
      seededMember(n, options.names),
    )
    const seeding: Seeding = {
      root,
      rules,
      members: people,
      points: points.map((_, n) => derivedUuid('seed', 'point', n)),
      plenum,
      ...tools(plenum, root),
    }
    await seeding.enter(
      'nobody',
      'organization.found',
      { name: 'Riverside', root, rules, demonstration: true },
      null,
    )
    for (const [n, member] of people.entries())
      await addMember(plenum, root, member, n < (options.organizers ?? 2))
    await ratify(seeding, points)
    await plenum.access.endSetup()
    await options.then?.(seeding)
    return { root, rules, members: people, points: seeding.points }
  } finally {
    await plenum.close()
  }
}

function seededMember(n: number, names: readonly string[] = NAMES): SeededMember {
  const name = names[n] ?? `Member ${n + 1}`
  return { id: person(n + 1), name, login: `member${n + 1}@example.org` }
}

function tools({ clerk, clock, database }: Plenum, root: string): Pick<Seeding, 'enter' | 'hold' | 'pass'> {
  let count = 0
  return {
    async enter(by, type, body, unit = root, alongside = []) {
      must(await clerk.submit({ by, id: derivedUuid('seed', 'act', count++), type, unit, body }, alongside))
    },
    hold(text) {
      const salt = randomBytes(16)
      const hash = hashSalted(salt, text)
      return { ref: { hash, length: text.length }, row: holdText(database, { hash, salt, text }) }
    },
    async pass(hours) {
      clock.shift(hours * HOUR)
      must(await clerk.submitAll([]))
    },
  }
}

async function addMember(
  plenum: Plenum,
  home: string,
  { id, name, login }: SeededMember,
  organizer: boolean,
): Promise<void> {
  const { access, clerk, clock, database } = plenum
  const held = { member: id, name, email: login, salt: randomBytes(16) }
  const body = { member: id, home, organizer, details: hashPerson(held) }
  const act = { by: 'nobody', id: derivedUuid('seed', id), type: 'founding.member', unit: null, body }
  must(await clerk.submit(act, [insertPerson(database, held)]))
  const { token } = must(await access.invite(id, clock.now()))
  must(await access.accept(token, { login, password: PASSWORD }, clock.now()))
}

async function ratify(
  { members, points, rules, enter, pass }: Seeding,
  texts: readonly string[],
): Promise<void> {
  const [first] = members
  const motion = derivedUuid('seed', 'founding')
  const clauses = texts.map((text, n) => ({ id: points[n] ?? '', text }))
  const enactment = { kind: 'organization.ratify', points: true }
  await enter(first?.id ?? '', 'motion.propose', { motion, title: 'We found Riverside', clauses, enactment })
  await pass(rules.debateHours)
  const vote = derivedUuid('vote', 'motion', motion)
  for (const { id } of members) await enter(id, 'ballot.cast', { vote, choices: ['yes'] })
  await pass(rules.votingHours)
}
