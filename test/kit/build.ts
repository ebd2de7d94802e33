import { buildIfStale } from '../../tools/build-if-stale.ts'

/** Vitest's global set-up of the browser tests: they run against the real build. */
export async function setup(): Promise<void> {
  await buildIfStale()
}
