import type { Instant } from '#kernel/instant'

/** A moment as browsers send it from a field for day and time, which here is meant in UTC. */
export function momentIn(text: string): Instant | undefined {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text) ? Date.parse(`${text}Z`) : Number.NaN
  return Number.isFinite(at) && at >= 0 ? at : undefined
}
