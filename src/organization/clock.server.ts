import { uptime } from 'node:os'
import { MINUTE, SECOND, type Instant } from '#kernel/instant'
import { refuse, type Refusal } from '#kernel/refusal'

/** Tells the time, and whether it can be trusted. */
export interface Clock {
  now(): Instant
  /** What the machine's clock says, however far a demonstration's was moved. */
  wall(): Instant
  /** Why nothing may be entered now: the wall clock and the time since the machine started have parted. */
  trouble(): Refusal | undefined
  /** Everything is in order: from here on the two clocks are compared anew. */
  settle(): void
  /** Moves a demonstration's clock forward. */
  shift(by: number): void
}

/** The two clocks of a machine, in milliseconds. */
export interface ClockSource {
  wall(): number
  steady(): number
}

// Time since the start of the machine goes on while a laptop sleeps; the process's own monotonic clock would not.
const machine: ClockSource = { wall: () => Date.now(), steady: uptimeNow }

/** Since the machine started. Every page asks and the system is slow to tell: read anew once the wall clock has gone on by a tenth of a second. */
function uptimeNow(): number {
  const passed = Date.now() - uptimeRead.wall
  if (passed < 0 || passed > SECOND / 10) uptimeRead = { wall: Date.now(), value: uptime() * SECOND }
  return uptimeRead.value
}

let uptimeRead = { wall: Number.NEGATIVE_INFINITY, value: 0 }

/** A clock that notices jumps of more than a minute. `shifted` moves a demonstration's time. */
export function createClock(source: ClockSource = machine, shifted = 0): Clock {
  let offset = shifted
  let wall = source.wall()
  let steady = source.steady()
  return {
    now: () => source.wall() + offset,
    wall: () => source.wall(),
    trouble() {
      const jumped = source.wall() - wall - (source.steady() - steady)
      return Math.abs(jumped) > MINUTE
        ? refuse('clock-jumped', { seconds: Math.round(jumped / SECOND) })
        : undefined
    },
    settle() {
      wall = source.wall()
      steady = source.steady()
    },
    shift(by) {
      offset += by
    },
  }
}
