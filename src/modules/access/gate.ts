import type { Refusal } from '#kernel/refusal'
import { refuseAccess } from './core/messages.ts'

/** Does work when its turn comes. Refusal: `sign-in-busy`. */
export type Gate = <Result>(work: () => Promise<Result>) => Promise<Result | Refusal>

/** Lets so many in at once and so many wait; whoever comes after is told at once instead of holding a connection open. */
export function createGate(atOnce: number, mostWaiting: number): Gate {
  const waiting: (() => void)[] = []
  let running = 0

  // A place that is given up goes to the next in line and is never free in between.
  function leave(): void {
    const next = waiting.shift()
    if (next === undefined) running--
    else next()
  }

  return async (work) => {
    if (running < atOnce) running++
    else if (waiting.length >= mostWaiting) return refuseAccess('sign-in-busy')
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
