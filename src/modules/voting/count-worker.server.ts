// What a large count runs in beside the thread that answers requests. It imports nothing but the pure core: a second copy of a
// module that keeps state would be a second clerk.
import { parentPort, workerData } from 'node:worker_threads'
import { countPapers, digestOfResult } from './core/count-papers.ts'
import { digestOf, papersOf } from './core/papers.ts'
import { joinBallots, SEPARATOR, type CountAnswer, type CountOrder } from './count-order.ts'

const { question, ballots } = workerData as CountOrder
const papers = papersOf(ballots.flatMap((piece) => piece.split(SEPARATOR)))
const result = countPapers(question, papers)
const answer: CountAnswer = {
  ranks: [...joinBallots(papers.map(([ranks]) => ranks))],
  voters: Float64Array.from(papers, ([, voters]) => voters),
  papersDigest: digestOf(papers),
  result,
  resultDigest: digestOfResult(result),
}
parentPort?.postMessage(answer)
