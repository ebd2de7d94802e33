import type { Json } from '#kernel/canonical'
import { DAY } from '#kernel/instant'
import { elected, election, mandateOf, STATEMENT, stand, tied } from '../kit/election-world.ts'
import { carry, inDebate, person, RESOLVE, ROOT, uuid, type World } from '../kit/given.ts'
import { onCandidates, renewed, withKeysFirst, type Sample } from '../kit/secret-samples.ts'
import { close, makeIssuing } from '../kit/secret-world.ts'

// Histories that chance does not come by, for the kept records.

/** Somebody leaves an office and is followed from the same ballots; the next election is called in time. */
export function officeLeft(): World {
  const world = elected()
  world.given(person(0), 'mandate.resign', { mandate: mandateOf(world, 0) })
  world.pass(366 * DAY)
  stand(world, 5)
  world.given(person(5), 'candidate.withdraw', { election: election(world).id })
  return world
}

/** A lot with a seed that was opened. */
export function lotsDrawn(): World {
  const world = tied()
  world.given(person(0), 'seed.open', { election: election(world).id, seed: 'my words' })
  world.pass(2 * DAY)
  return world
}

const OWN: Json = {
  ...{ stance: 'own', point: null, clauses: ['We own what we build.'], salience: 3, rationale: '' },
}

/** A tendency from its founding through all that it can do to its end by two reviews; others end by their own decision or never form. */
export function tendencyLived(): World {
  const world = elected()
  const tendency = uuid('tendency')
  const propose = (name: string, change: Json): void => {
    const proposal = uuid(name)
    world.given(person(0), 'tendency.change', { proposal, tendency, change })
    world.given(person(1), 'tendency.agree', { tendency, proposal })
  }
  carry(world, 'A point', { kind: 'program.adopt', as: 'position' }, [0, 1, 2, 3, 4, 5])
  found(world, 'tendency', 0)
  for (const n of [1, 2]) {
    world.given(person(n), 'tendency.sign', { tendency })
    world.given(person(0), 'tendency.take', { tendency, member: person(n) })
  }
  const point = world.org.program.order.values().at(-1) ?? ''
  const affirmed = { stance: 'affirm', point, clauses: [], salience: 5, rationale: 'It holds.' }
  propose('platform', { kind: 'platform', platform: [affirmed, OWN] })
  propose('name', { kind: 'name', name: 'For all the commons' })
  const decided = carry(world, 'Sell', RESOLVE, [3, 4, 5, 6, 7])
  const report = { report: uuid('report'), motion: decided, text: 'Too cheap.', tendency }
  world.given(person(1), 'report.file', report)
  const motion = inDebate(world, 'Buy', RESOLVE, ['We buy the hall.'])
  world.given(person(1), 'tendency.state', { tendency, motion, text: STATEMENT })
  for (const n of [1, 2]) world.given(person(n), 'tendency.leave', { tendency })
  found(world, 'short', 4)
  world.given(person(4), 'tendency.leave', { tendency: uuid('short') })
  world.pass(190 * DAY)
  return world
}

function found(world: World, name: string, by: number): void {
  const body = { tendency: uuid(name), unit: ROOT, name: `For the ${name}`, platform: [OWN] }
  world.given(person(by), 'tendency.found', body, ROOT)
}

/** Secret votes, closed with their boards: with keys first, begun again with other keys, and for an office. */
export async function secretVotes(): Promise<readonly (readonly [string, World])[]> {
  const [issuing, other] = [await makeIssuing(), await makeIssuing()]
  const samples: readonly (readonly [string, Sample])[] = [
    ['keys-first', withKeysFirst(issuing)],
    ['renewed', renewed(issuing, other)],
    ['secret-election', onCandidates(issuing)],
  ]
  return samples.map(([name, sample]) => {
    close(sample, sample.board)
    return [name, sample.world]
  })
}
