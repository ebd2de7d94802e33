import type { Json } from '#kernel/canonical'
import { commitmentTo } from '#modules/counting/core'
import type { Election, Office } from '#modules/elections/core'
import {
  adoptLaws,
  castAll,
  DAY,
  HOUR,
  inDebate,
  openVote,
  person,
  ratifiedWorld,
  RULES,
  SOME_HASH,
  uuid,
  type World,
} from './given.ts'

// Worlds with an office, from its opening to those who hold it.

export const STATEMENT = { hash: SOME_HASH, length: 40 }
export const RULE = { nominationDays: 14, votingDays: 7 }

export function worldOf(members: number): World {
  const world = ratifiedWorld(members)
  adoptLaws(world)
  return world
}

export function adopt(world: World, name: string, enactment: Json, members: number): void {
  inDebate(world, name, enactment, [`${name}.`])
  world.pass(RULES.debateHours * HOUR)
  castAll(world, Object.fromEntries(Array.from({ length: members }, (_, n) => [n, ['yes']])))
  world.pass(RULES.votingHours * HOUR)
}

export function officeOf(seats: number, more: Record<string, Json> = {}): Json {
  return {
    ...{ kind: 'office.open', office: uuid('office'), title: 'Steering committee', seats },
    ...{ days: 366, termsMost: 2, duties: [], council: null, ...more },
  }
}

export function opened(members: number, seats: number, more: Record<string, Json> = {}): World {
  const world = worldOf(members)
  adopt(world, 'Open', officeOf(seats, more), members)
  return world
}

export function office({ org }: World): Office {
  return org.elections.offices.get(uuid('office'))!
}

/** The newest election. */
export function election({ org }: World): Election {
  return [...org.elections.elections.values()].at(-1)!
}

export function stand(world: World, n: number, commitment: string | null = null): void {
  world.given(person(n), 'candidate.accept', {
    election: election(world).id,
    statement: STATEMENT,
    commitment,
  })
}

/** Opens the vote among these. */
export function voteAmong(world: World, candidates: readonly number[]): string {
  for (const n of candidates) stand(world, n)
  world.pass(RULE.nominationDays * DAY)
  return openVote(world)
}

/** Everybody ranks members, who stand on the ballot under their places. */
export function rank(world: World, ballots: Readonly<Record<number, readonly number[]>>): void {
  const vote = openVote(world)
  const standing = world.org.voting.votes.get(vote)?.ranked?.candidates ?? []
  for (const [voter, choices] of Object.entries(ballots)) {
    const ranks = choices.map((n) => [standing.indexOf(person(n))])
    world.given(person(Number(voter)), 'ballot.rank', { vote, ranks })
  }
}

/** Two of three are elected: 0 and 1, with 2 behind them. */
export function elected(more: Record<string, Json> = {}): World {
  const world = opened(10, 2, more)
  voteAmong(world, [0, 1, 2])
  rank(world, { 0: [0], 1: [0, 2], 2: [0, 2], 3: [0, 2], 4: [1], 5: [1], 6: [1], 7: [1], 8: [2] })
  world.pass(RULE.votingDays * DAY)
  return world
}

/** A vote with one ballot for each of two, of whom one committed to words. */
export function tied(): World {
  const world = opened(6, 1)
  stand(world, 0, commitmentTo('my words', person(0)))
  stand(world, 1)
  world.pass(RULE.nominationDays * DAY)
  rank(world, { 2: [0], 3: [1] })
  world.pass(RULE.votingDays * DAY)
  return world
}

/** The mandate by election that somebody holds. */
export function mandateOf(world: World, n: number): string {
  const found = [...world.org.delegates.mandates.values()].find(
    ({ holder, ended, elected }) => holder === n && ended === null && elected !== undefined,
  )
  return found?.id ?? 'none'
}
