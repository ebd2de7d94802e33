import { randomBytes } from 'node:crypto'
import { derivedUuid, shortId } from '#kernel/ids'
import { HOUR } from '#kernel/instant'
import { hashPerson, insertPerson, type Person } from '#modules/members'
import { PRESETS, type RuleSet } from '#modules/rulebook/core'
import { openPlenum, type Plenum } from '#organization/server'
import { must } from './storage.ts'

/** The password of everybody in a seeded organization. */
export const PASSWORD = 'four words in a row'

/** Somebody in a seeded organization, with the address they sign in with. */
export interface Seeded {
  readonly id: string
  readonly name: string
  readonly email: string
}

/** A demonstration in a folder, ratified by its members, for the browser tests of what comes after the founding. */
export async function seedRatified(
  data: string,
  { names, rules = PRESETS['reading-group'] }: { readonly names: readonly string[]; readonly rules?: RuleSet },
): Promise<readonly Seeded[]> {
  const plenum = must(await openPlenum({ data, demonstration: true }))
  const root = derivedUuid('seed', 'root')
  const found = { name: 'Riverside', root, rules, demonstration: true }
  await enter(plenum, 'nobody', 'organization.found', null, found)
  const people = names.map(personOf)
  for (const [n, person] of people.entries()) {
    const body = { member: person.member, home: root, organizer: n === 0, details: hashPerson(person) }
    await enter(plenum, 'nobody', 'founding.member', null, body, person)
  }
  await ratify(plenum, root, people, rules)
  const { access, clock } = plenum
  for (const { member, token } of await access.inviteAll(people.map(({ member }) => member), clock.now())) {
    const login = people.find((person) => person.member === member)?.email ?? member
    must(await access.accept(token, { password: PASSWORD, login }, clock.now()))
  }
  await access.endSetup()
  await plenum.close()
  return people.map(({ member, name, email }) => ({ id: member, name, email: email ?? '' }))
}

async function ratify(plenum: Plenum, root: string, people: readonly Person[], rules: RuleSet): Promise<void> {
  const motion = derivedUuid('seed', 'founding')
  const clauses = [{ id: derivedUuid('seed', 'point'), text: 'Housing is for living in.' }]
  const enactment = { kind: 'organization.ratify', points: true }
  const first = people[0]?.member ?? ''
  await enter(plenum, first, 'motion.propose', root, { motion, title: 'Founding', clauses, enactment })
  await pass(plenum, rules.debateHours)
  const vote = await plenum.clerk.read((org) => [...org.voting.votes.keys()][0] ?? '')
  for (const { member } of people) await enter(plenum, member, 'ballot.cast', root, { vote, choices: ['yes'] })
  await pass(plenum, rules.votingHours)
}

/** Lets hours pass, and what falls due in them happen. */
async function pass({ clerk, clock }: Plenum, hours: number): Promise<void> {
  clock.shift(hours * HOUR)
  must(await clerk.submitAll([]))
}

async function enter(
  { clerk, database }: Plenum,
  by: string,
  type: string,
  unit: string | null,
  body: Parameters<Plenum['clerk']['submit']>[0]['body'],
  person?: Person,
): Promise<void> {
  const id = derivedUuid('seed', by, type, JSON.stringify(body))
  must(await clerk.submit({ by, id, type, unit, body }, person === undefined ? [] : [insertPerson(database, person)]))
}

function personOf(name: string): Person {
  // Ana Núñez has ana@example.org.
  const [first = ''] = name.normalize('NFD').toLowerCase().replaceAll(/[^a-z ]/g, '').split(' ')
  const email = `${first}@example.org`
  return { member: shortId('m', randomBytes(12)), name, email, salt: randomBytes(16) }
}
