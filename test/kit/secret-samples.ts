import { HOUR } from '#kernel/instant'
import { choiceOfRanks, listKeys, voterKey } from '#modules/ballots/core'
import { electionsOf, type OfficeMethod } from '#modules/rulebook/core'
import type { Board } from '#modules/voting/core'
import { adopt, officeOf, voteAmong } from './election-world.ts'
import { person, RULES, SOME_HASH, uuid } from './given.ts'
import { ballotOf } from './secret-vote.ts'
import {
  boardOf,
  makeIssuing,
  NO,
  secretWorld,
  slip,
  testVoteIn,
  twoToOne,
  voteIn,
  voting,
  withPapers,
  YES,
  type Issuing,
  type Voting,
} from './secret-world.ts'

/** A secret vote about to close, with a board that is good. */
export interface Sample extends Voting {
  readonly board: Board
}

/** Yes or no, by members who are named. */
export function onQuestions(issuing: Issuing): Sample {
  const open = voting(issuing)
  return { ...open, board: twoToOne(open.vote) }
}

/** Two of four for an office; under `meek` the last ballot has two at one rank. */
export function onCandidates(issuing: Issuing, method: OfficeMethod = 'scottish-stv'): Sample {
  const elections = { ...electionsOf(RULES), method }
  const world = secretWorld(issuing, 10, { motions: 'open', ranksMost: 3 }, { elections })
  adopt(world, 'Open', officeOf(2), 10)
  const id = voteAmong(world, [0, 1, 2, 3])
  const vote = testVoteIn(world, id)
  const last = method === 'meek' ? [[1, 3], [0]] : [[1]]
  const ranks = [[[0], [2]], [[0], [2], [1]], [], [[0], [2]], last]
  const ballots = ranks.map((each, n) => ballotOf(vote, slip(n), choiceOfRanks(each, 4)))
  return { world, id, vote, board: boardOf(ballots, [0, 1, 2, 3, 4]) }
}

/** Three voted under keys, and of three who took paper two gave it in. */
export function withPaper(issuing: Issuing): Sample {
  const sample = onQuestions(issuing)
  announcePolling(sample)
  return { ...sample, board: withPapers(sample.board, [3, 4, 5], [NO, YES]) }
}

/** An officer announces a polling session, which is over long before the vote closes. */
export function announcePolling({ world, id }: Voting): void {
  const [from, place] = [world.now + HOUR, { hash: SOME_HASH, length: 20 }]
  world.given(person(0), 'polling.announce', {
    ...{ vote: id, session: uuid('session'), place },
    ...{ from, until: from + HOUR },
  })
}

/** Candidates ranked under keys and on two papers. */
export function withRankedPaper(issuing: Issuing): Sample {
  const sample = onCandidates(issuing)
  announcePolling(sample)
  const papers = [[[2], [0]], [[1]]].map((ranks) => choiceOfRanks(ranks, 4))
  return { ...sample, board: withPapers(sample.board, [5, 6], papers) }
}

const KEYS_FIRST = { keysFirst: 2, keyHours: 72 }

/** Five were given keys, four registered them, three voted; who, is told by commitments. */
export function withKeysFirst(issuing: Issuing): Sample {
  const open = voting(issuing, { ...KEYS_FIRST, participation: 'committed' })
  open.world.lists.set(open.id, listOf(open, [0, 1, 2, 3]))
  open.world.pass(KEYS_FIRST.keyHours * HOUR)
  const commitments = Array.from({ length: 10 }, () => SOME_HASH)
  const participation = { kind: 'committed', commitments } as const
  return { ...open, board: { ...twoToOne(open.vote), issued: [5], keys: 4, participation } }
}

/** Each key signed by two of three issuers. */
export async function withSeveral(): Promise<Sample> {
  const open = voting(await makeIssuing(3, 2))
  const by = [[0, 1] as const, [0, 2] as const, [0, 1] as const]
  const ballots = by.map((issuers, n) => ballotOf(open.vote, slip(n), n === 2 ? NO : YES, { by: issuers }))
  return { ...open, board: { ...boardOf(ballots, [0, 1, 2]), issued: [3, 2, 1] } }
}

/** Begun again with other keys after the first were lost. */
export function renewed(issuing: Issuing, other: Issuing): Sample {
  const open = voting(issuing)
  open.world.boards.set(open.id, 'lost')
  open.world.issuing = other
  open.world.pass(voteIn(open).closes - open.world.now)
  const vote = testVoteIn(open.world, open.id)
  return { ...open, vote, board: twoToOne(vote) }
}

/** The list of the keys of these members. */
export function listOf({ vote }: Pick<Voting, 'vote'>, members: readonly number[]): string[] {
  return listKeys(members.map((n) => voterKey(slip(n), vote.context).publicKey))
}
