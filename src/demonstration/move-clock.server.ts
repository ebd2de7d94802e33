import type { Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import type { Plenum } from '#organization/server'

let last: Promise<unknown> = Promise.resolve()

/**
 * Moves a demonstration's clock forward to a moment, stopping at each deadline on the way, so that all that falls due is
 * entered at its own time, as on a real organization. Refuses there: `not-a-demonstration`.
 */
export function moveClock(plenum: Plenum, to: Instant): Promise<Refusal | undefined> {
  // Two visitors who move it at once move it one after the other.
  const moved = last.then(() => move(plenum, to))
  last = moved.catch(() => undefined)
  return moved
}

async function move({ demonstration, clerk, clock }: Plenum, to: Instant): Promise<Refusal | undefined> {
  if (!demonstration) return refuse('not-a-demonstration')
  for (;;) {
    const due = (await clerk.read((org) => org.deadlines.next()?.at)) ?? Infinity
    const at = Math.min(due, to)
    clock.shift(Math.max(0, at - clock.now()))
    const entered = await clerk.submitAll([])
    if (isRefusal(entered)) return entered
    if (due > to) return undefined
  }
}
