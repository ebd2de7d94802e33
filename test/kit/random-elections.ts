import { commitmentTo } from '#modules/counting/core'
import { DAY } from '#kernel/instant'
import { idAt } from '#modules/members/core'
import { uuid, type World } from './given.ts'
import { anybody, electionAt, heldAt, mandateAt, pick, pickLate, type Numbers } from './random-picks.ts'
import { signatoryAt } from './random-tendencies.ts'

// Elections of a random history, from the first nomination to a recall.

export const ELECTION_ACTS = {
  nominate: (world: World, { a, b, c }: Numbers) =>
    world.when(anybody(world, a), 'candidate.nominate', {
      election: electionAt(world, b, 'nominating'),
      member: anybody(world, c),
    }),
  /** A few stand, one with secret words. */
  stand: (world: World, { a, b, c }: Numbers) => {
    const election = electionAt(world, b, 'nominating')
    for (const n of [a, a + 1, a + 2]) {
      const by = anybody(world, n)
      const commitment = n === a ? commitmentTo(`words ${c % 2}`, by) : null
      world.when(by, 'candidate.accept', { election, statement: heldAt(world), commitment })
    }
    const { by, under } = signatoryAt(world, c)
    world.when(by, 'candidate.accept', { election, statement: heldAt(world), commitment: null, ...under })
  },
  standDown: (world: World, { a, b }: Numbers) => {
    const election = electionAt(world, b, 'nominating')
    const standing = world.org.elections.elections.get(election)?.candidates ?? []
    const one = a % 3 === 0 ? undefined : pick(standing, a)
    const by = one === undefined ? anybody(world, a) : idAt(world.org.members, one.member)
    world.when(by, 'candidate.withdraw', { election })
  },
  /** An election from its nominations to its lot: where two stand and both have as many votes, only a lot decides. */
  elect: (world: World, { a, b, c }: Numbers) => {
    const id = electionAt(world, b, 'nominating')
    const { rules, seats = 1 } = world.org.elections.elections.get(id) ?? {}
    for (const n of Array.from({ length: seats + 1 }, (_, i) => a + i)) {
      const by = anybody(world, n)
      const commitment = commitmentTo(`words ${n % 2}`, by)
      world.when(by, 'candidate.accept', { election: id, statement: heldAt(world), commitment })
    }
    world.pass((rules?.nominationDays ?? 1) * DAY)
    const vote = world.org.elections.elections.get(id)?.stage
    const standing = world.org.voting.votes.get(vote?.kind === 'voting' ? vote.vote : '')?.ranked?.candidates
    for (const [n, by] of (standing ?? []).entries())
      if (vote?.kind === 'voting') world.when(by, 'ballot.rank', { vote: vote.vote, ranks: [[n]] })
    world.pass((rules?.votingDays ?? 1) * DAY)
    ELECTION_ACTS.openSeed(world, { a, b: 1, c })
  },
  /** Nearly everybody ranks: where one number decides how, ties come often. */
  rank: (world: World, { a, b, c }: Numbers) => {
    const open = [...world.org.voting.votes.values()].filter(
      ({ status, ranked, secret }) => status === 'open' && ranked !== undefined && secret === undefined,
    )
    const vote = pick(open, b)
    const standing = vote?.ranked?.candidates.length ?? 1
    for (const [n, id] of world.org.members.ids.values().entries()) {
      if ((n + a) % 5 === 0) continue
      const first = (n * (1 + (c % 3))) % standing
      const ranks = standing > 1 ? [[first], [(first + 1) % standing]] : [[first]]
      world.when(id, 'ballot.rank', { vote: vote?.id ?? uuid('no vote'), ranks })
    }
  },
  /** Those who committed to words open them, now and then others than those; and somebody who had none. */
  openSeed: (world: World, { a, b, c }: Numbers) => {
    const id = electionAt(world, b, 'drawing')
    const { members, elections } = world.org
    const bound = (elections.elections.get(id)?.candidates ?? []).filter(
      ({ commitment }) => commitment !== null,
    )
    for (const by of [anybody(world, a), ...bound.map(({ member }) => idAt(members, member))])
      for (const n of c % 5 === 0 ? [0] : [0, 1])
        world.when(by, 'seed.open', { election: id, seed: `words ${n}` })
  },
  recall: (world: World, { a, b }: Numbers) =>
    world.when(anybody(world, a), 'recall.petition', {
      petition: uuid('recall', world.entries.length),
      mandate: mandateAt(world, b),
      reason: heldAt(world),
    }),
  signRecall: (world: World, { a, b }: Numbers) => {
    const petition = pickLate([...world.org.elections.recalls.keys()], b) ?? uuid('no petition')
    for (const n of [a, a + 1, a + 2]) world.when(anybody(world, n), 'recall.sign', { petition })
  },
} satisfies Readonly<Record<string, (world: World, step: Numbers) => unknown>>
