import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { Instant } from '#kernel/instant'
import { giveWay } from '#modules/record'
import {
  keepCounted,
  type OpenVote,
  type Papers,
  type RankedQuestion,
  type VotingSlice,
} from './core/index.ts'
import { joinBallots, SEPARATOR, type CountAnswer, type CountOrder } from './count-order.ts'

/** Ballots that are counted where they are when the vote closes: that takes some milliseconds, and a thread takes longer to start. */
const AT_ONCE = 5_000

type DueVote = OpenVote & { readonly ranked: RankedQuestion }

/** Large votes on candidates that are to close by now. */
export function largeCountsDue(
  { voting, deadlines }: Pick<VotingSlice, 'voting' | 'deadlines'>,
  at: Instant,
): readonly DueVote[] {
  const due = deadlines.next()
  if (due === undefined || due.at > at) return []
  return [...voting.votes.values()].filter(
    (vote): vote is DueVote =>
      vote.status === 'open' && vote.ranked !== undefined && vote.closes <= at && vote.ballots.size > AT_ONCE,
  )
}

/**
 * Counts a vote that is to close in a thread beside the one that answers requests: closing it then finds papers and count
 * made. Whether they are used is for the core to say, by the ballots as they stand; and where a thread cannot be started, or
 * runs out of memory, the close counts by itself, as an audit does. The answer is whether it could.
 */
export async function countAhead(vote: DueVote): Promise<boolean> {
  const { ballots, ranked } = vote
  const revision = ballots.revision()
  const pieces: string[] = []
  for (const piece of joinBallots(ballots.values())) {
    pieces.push(piece)
    await giveWay()
    // What was read so far is of other ballots than what is left.
    if (ballots.revision() !== revision) return false
  }
  const answer = await countInThread({ question: ranked, ballots: pieces }).catch(() => undefined)
  if (answer === undefined) return false
  keepCounted(vote, revision, { ...answer, papers: await readPapers(answer) })
  return true
}

function countInThread(order: CountOrder): Promise<CountAnswer> {
  const worker = new Worker(workerFile(), { workerData: order })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    // After an answer this changes nothing any more.
    worker.once('exit', (code) => {
      reject(new Error(`the count ended without an outcome (${code})`))
    })
  })
}

async function readPapers({ ranks, voters }: CountAnswer): Promise<Papers> {
  const papers: (readonly [ranks: string, voters: number])[] = []
  for (const piece of ranks) {
    for (const text of piece.split(SEPARATOR)) papers.push([text, voters[papers.length] ?? 0])
    await giveWay()
  }
  return papers
}

/** By the name in package.json: in the built server this file is part of another, in a folder of its own. */
function workerFile(): string {
  return createRequire(import.meta.url).resolve('#voting-worker')
}
