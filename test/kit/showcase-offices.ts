import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { voteIdFor } from '#modules/voting/core'
import type { Seeding } from './seed-organization.ts'

// Offices for the showcase: one filled by election, with a petition to recall who holds it, one that is being voted on, one for
// which members can still stand.

const named = (name: string) => derivedUuid('showcase', name)
/** The id of an office's first election. */
export const firstElection = (office: string) => derivedUuid('election', office, 1)
const OFFICES = { committee: named('committee'), treasurer: named('treasurer'), archive: named('archive') }
const STANDING = 9
const SEATS = 5
const DAY = 24

/** What addresses of offices need. */
export const OFFICES_SHOWN = {
  office: OFFICES.committee,
  elected: firstElection(OFFICES.committee),
  electing: firstElection(OFFICES.treasurer),
  nominating: firstElection(OFFICES.archive),
  recall: named('recall'),
}

/** Elects five of nine to a committee, with a lot, and asks for a recall; leaves a vote and a nomination open. */
export async function fillOffices(seeding: Seeding): Promise<void> {
  const { members, pass } = seeding
  await openOffice(seeding, OFFICES.committee, 'Steering committee', SEATS)
  for (const { id } of members.slice(0, STANDING)) await stand(seeding, OFFICES_SHOWN.elected, id)
  await pass(3 * DAY)
  await openOffice(seeding, OFFICES.treasurer, 'Treasurer', 1)
  for (const { id } of members.slice(4, 7)) await stand(seeding, OFFICES_SHOWN.electing, id)
  await openOffice(seeding, OFFICES.archive, 'Keeper of the archive and of the paper bulletin', 1)
  await stand(seeding, OFFICES_SHOWN.nominating, members[7]?.id ?? '')
  await rank(seeding)
  // Seven for the vote, two for the seeds of a lot.
  for (const days of [7, 2]) await pass(days * DAY)
  await askForRecall(seeding)
}

/** Opens an office by a motion that everybody adopts. */
export async function openOffice(
  seeding: Seeding,
  office: string,
  title: string,
  seats: number,
): Promise<void> {
  const enactment = {
    ...{ kind: 'office.open', office, title, seats, days: 300 },
    ...{ termsMost: 2, duties: [], council: null },
  }
  const text = 'Whoever holds it reports each month.'
  await carry(seeding, office, `${title}: an office that members elect`, text, enactment)
}

/** Has everybody adopt a motion of one clause, which carries something out. `name` tells motions apart. */
export async function carry(
  { enter, members, pass, rules }: Seeding,
  name: string,
  title: string,
  text: string,
  enactment: Json,
): Promise<void> {
  const [first = '', second = ''] = members.map(({ id }) => id)
  const motion = derivedUuid('showcase', 'open', name)
  const clauses = [{ id: derivedUuid('showcase', 'mandate of', name), text }]
  await enter(first, 'motion.propose', { motion, title, clauses, enactment })
  await enter(second, 'motion.second', { motion })
  await pass(rules.debateHours)
  const vote = derivedUuid('vote', 'motion', motion)
  for (const { id } of members) await enter(id, 'ballot.cast', { vote, choices: ['yes'] })
  await pass(rules.votingHours)
}

/** Makes somebody a candidate, with a statement. */
export async function stand({ enter, hold, root }: Seeding, election: string, member: string): Promise<void> {
  const { ref, row } = hold(
    'I have carried leaflets, minutes and chairs. I will say each month what was done and what was not.',
  )
  await enter(member, 'candidate.accept', { election, statement: ref, commitment: null }, root, [row])
}

/** Ballots that take several stages: groups of members begin with different candidates. */
async function rank({ enter, members, root }: Seeding): Promise<void> {
  const vote = voteIdFor({ kind: 'election', id: OFFICES_SHOWN.elected })
  const firsts = [0, 0, 0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 1]
  for (const [n, { id }] of members.entries()) {
    const first = firsts[n] ?? 0
    const ranks = [first, (first + 1 + (n % 3)) % STANDING, (first + 4 + (n % 2)) % STANDING]
    const own = [...new Set(ranks)].map((candidate) => [candidate])
    await enter(id, 'ballot.rank', { vote, ranks: own }, root)
  }
}

async function askForRecall({ enter, hold, members, plenum, root }: Seeding): Promise<void> {
  const holder = await plenum.clerk.read((org) => {
    const mandate = [...org.delegates.mandates.values()].find(
      ({ office, ended }) => office === 'Steering committee' && ended === null,
    )
    return mandate?.id ?? ''
  })
  const { ref, row } = hold('Nobody has seen a report since the election.')
  const body = { petition: OFFICES_SHOWN.recall, mandate: holder, reason: ref }
  await enter(members[12]?.id ?? '', 'recall.petition', body, root, [row])
}
