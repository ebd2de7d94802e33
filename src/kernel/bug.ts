/** Stops on a state that correct code cannot reach. Expected refusals are values, never this. */
export function bug(message: string): never {
  throw new Error(`bug: ${message}`)
}
