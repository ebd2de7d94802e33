import { toBase64 } from '#kernel/bytes'
import type { Json } from '#kernel/canonical'
import { commitmentToComplaint } from '#modules/complaints/core'
import { election, officeOf, RULE } from './election-world.ts'
import { carry, DAY, openVote, person, SOME_HASH, uuid, type World } from './given.ts'

// Worlds in which members are elected for complaints, and complaints about harm that are made there.

const SALT = toBase64(new Uint8Array(16).fill(4))
const TEXT = { hash: SOME_HASH, length: 5 }

/** Opens an office for complaints in a unit and elects these two, in this order, by the votes of so many members there. */
export function electForComplaints(
  world: World,
  unit: string,
  two: readonly [number, number],
  voters: readonly number[],
): void {
  const office = uuid('office', unit)
  carry(world, `Somebody to tell in ${unit}`, officeOf(2, { office, duties: ['complaints'] }), voters, unit)
  const { id } = election(world)
  for (const n of two) {
    const body = { election: id, statement: TEXT, commitment: null }
    world.given(person(n), 'candidate.accept', body, unit)
  }
  world.pass(RULE.nominationDays * DAY)
  const vote = openVote(world)
  const standing = world.org.voting.votes.get(vote)?.ranked?.candidates ?? []
  for (const [i, voter] of voters.entries()) {
    // The first has one vote more, so that they are elected first.
    const [first, second] = i % 2 === 0 ? two : [two[1], two[0]]
    const ranks = [first, second].map((n) => [standing.indexOf(person(n))])
    world.given(person(voter), 'ballot.rank', { vote, ranks }, unit)
  }
  world.pass(RULE.votingDays * DAY)
}

/** What a test says of a complaint; `to` is whom it goes to, in their order. */
export interface Made {
  readonly id?: string
  readonly unit: string
  readonly complainant: number
  readonly about: number
  readonly representative?: number
  readonly to: readonly number[]
}

/** Makes a complaint, or says why its sealed part is refused; its id. */
export function complainIn(
  world: World,
  { id = uuid('complaint'), unit, representative, ...made }: Made,
): string {
  const [complainant, about] = [person(made.complainant), person(made.about)]
  const to = made.to.map(person)
  const named: Record<string, Json> = { complaint: id, unit, complainant, about, to, salt: SALT, text: TEXT }
  named['representative'] = representative === undefined ? null : person(representative)
  world.given('nobody', 'complaint.name', named, unit)
  const commitment = commitmentToComplaint(id, complainant, about, SALT)
  world.given('nobody', 'complaint.open', { complaint: id, unit, commitment, persons: to.length }, unit)
  return id
}
