import { randomBytes } from 'node:crypto'
import type { Json } from '#kernel/canonical'
import { derivedUuid, shortId } from '#kernel/ids'
import { HOUR } from '#kernel/instant'
import { hashPerson, insertPerson, type Person } from '#modules/members'
import { PRESETS } from '#modules/rulebook/core'
import { openPlenum, type Plenum } from '#organization/server'
import { must } from './storage.ts'

/** The password of everybody in a seeded organization. */
export const PASSWORD = 'four words in a row'

/** The whole of a seeded organization. */
export const WHOLE = derivedUuid('seed', 'root')

const RULES = PRESETS['reading-group']

/** Somebody in a seeded organization, with the address they sign in with. */
export interface Seeded {
  readonly id: string
  readonly name: string
  readonly email: string
}

/**
 * A demonstration in a folder, ratified by its members, for the browser tests of what comes after the founding. The
 * first keeps the roll. `group` is formed by a motion.
 */
export async function seedRatified(
  data: string,
  { names, group }: { readonly names: readonly string[]; readonly group?: string },
): Promise<readonly Seeded[]> {
  const plenum = must(await openPlenum({ data, demonstration: true }))
  await enter(plenum, 'nobody', 'organization.found', null, {
    name: 'Riverside',
    root: WHOLE,
    rules: RULES,
    demonstration: true,
  })
  const people = names.map(personOf)
  for (const [n, person] of people.entries()) {
    const body = { member: person.member, home: WHOLE, organizer: n === 0, details: hashPerson(person) }
    await enter(plenum, 'nobody', 'founding.member', null, body, person)
  }
  await adopt(plenum, people, 'Founding', 'Housing is for living in.', {
    kind: 'organization.ratify',
    points: true,
  })
  if (group !== undefined) {
    const unit = derivedUuid('seed', group)
    const form = { kind: 'unit.form', unit, name: group, as: 'group', parent: WHOLE, decidedBy: 'members' }
    await adopt(plenum, people, `Form ${group}`, `We form ${group}.`, form)
  }
  await setPasswords(plenum, people)
  await plenum.close()
  return people.map(({ member, name, email }) => ({ id: member, name, email: email ?? '' }))
}

/** Puts a motion through its whole life, with everybody voting yes. */
async function adopt(
  plenum: Plenum,
  people: readonly Person[],
  title: string,
  text: string,
  enactment: Json,
): Promise<void> {
  const motion = derivedUuid('seed', 'motion', title)
  const clauses = [{ id: derivedUuid('seed', 'clause', title), text }]
  const [first = '', second = ''] = people.map(({ member }) => member)
  await enter(plenum, first, 'motion.propose', WHOLE, { motion, title, clauses, enactment })
  const stage = await plenum.clerk.read((org) => org.motions.motions.get(motion)?.stage.kind)
  if (stage === 'seconding') await enter(plenum, second, 'motion.second', WHOLE, { motion })
  await pass(plenum, RULES.debateHours)
  const vote = await plenum.clerk.read(
    (org) => [...org.voting.votes.values()].find(({ status }) => status === 'open')?.id ?? '',
  )
  for (const { member } of people)
    await enter(plenum, member, 'ballot.cast', WHOLE, { vote, choices: ['yes'] })
  await pass(plenum, RULES.votingHours)
}

async function setPasswords({ access, clock }: Plenum, people: readonly Person[]): Promise<void> {
  const emails = new Map(people.map(({ member, email }) => [member, email ?? member]))
  for (const { member, token } of await access.inviteAll([...emails.keys()], clock.now()))
    must(await access.accept(token, { password: PASSWORD, login: emails.get(member) ?? member }, clock.now()))
  await access.endSetup()
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
  body: Json,
  person?: Person,
): Promise<void> {
  const id = derivedUuid('seed', by, type, JSON.stringify(body))
  must(
    await clerk.submit(
      { by, id, type, unit, body },
      person === undefined ? [] : [insertPerson(database, person)],
    ),
  )
}

function personOf(name: string): Person {
  // Ana Núñez has ana@example.org.
  const letters = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '')
  const email = `${letters.split(' ')[0] ?? ''}@example.org`
  return { member: shortId('m', randomBytes(12)), name, email, salt: randomBytes(16) }
}
