/** Lets requests in between two pieces of long work: SQLite answers at once, and what awaits only it would keep the loop to itself. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
