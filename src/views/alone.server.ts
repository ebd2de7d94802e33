let last: Promise<unknown> = Promise.resolve()

/**
 * Runs tasks that bring addresses onto the roll one after the other: between asking whether an address is held and
 * holding it, nobody else may take it.
 */
export function alone<Answer>(task: () => Promise<Answer>): Promise<Answer> {
  const done = last.then(task)
  last = done.catch(() => undefined)
  return done
}
