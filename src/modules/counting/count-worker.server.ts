// What a count runs in beside the thread that answers requests. It imports nothing but the pure core: a second copy of a
// module that keeps state would be a second clerk.
import { parentPort, workerData } from 'node:worker_threads'
import type { CountAnswer, CountOrder } from './count-off-thread.server.ts'
import { countBy, METHODS } from './core/index.ts'

const { ballots, method, options, lot } = workerData as CountOrder

function answer(message: CountAnswer): void {
  parentPort?.postMessage(message)
}

const told = (stages: number): void => {
  answer({ stages })
}

answer({ counted: countBy(METHODS[method], ballots, { options, lot, told }) })
