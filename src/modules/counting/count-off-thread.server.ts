import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { Refusal } from '#kernel/refusal'
import {
  countBy,
  METHODS,
  type CountChoice,
  type CountResult,
  type RankedBallots,
  type RankedMethod,
} from './core/index.ts'

/** What the worker is given: all of it can be copied between threads. */
export interface CountOrder extends Pick<CountChoice, 'options' | 'lot'> {
  readonly ballots: RankedBallots
  readonly method: RankedMethod
}

/** What the worker says: how many stages there are so far, and in the end what came out. */
export type CountAnswer = { readonly stages: number } | { readonly counted: CountResult | Refusal }

/** Papers that are counted at once where they are: that takes some milliseconds, and a thread takes longer to start. */
export const AT_ONCE = 5_000

/**
 * Counts ballots beside the thread that answers requests, so that pages go on answering while a large election is
 * counted. `told` hears of each stage.
 * @throws where a thread cannot be started, or runs out of memory
 */
export function countOffThread(
  ballots: RankedBallots,
  method: RankedMethod,
  { options, lot, told }: CountChoice = {},
): Promise<CountResult | Refusal> {
  if (ballots.weights.length <= AT_ONCE)
    return Promise.resolve(countBy(METHODS[method], ballots, { options, lot, told }))
  const order: CountOrder = { ballots, method, options, lot }
  const worker = new Worker(workerFile(), { workerData: order })
  return new Promise((resolve, reject) => {
    worker.on('message', (answer: CountAnswer) => {
      if ('counted' in answer) resolve(answer.counted)
      else told?.(answer.stages)
    })
    worker.once('error', reject)
    // After an answer this changes nothing any more.
    worker.once('exit', (code) => {
      reject(new Error(`the count ended without an outcome (${code})`))
    })
  })
}

/** By the name in package.json: in the built server this file is part of another, in a folder of its own. */
function workerFile(): string {
  return createRequire(import.meta.url).resolve('#counting-worker')
}
