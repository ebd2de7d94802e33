/** Prints one measured line: what, how much, and the aim that it is held against. */
export function report(what: string, figure: string, aim = ''): void {
  console.log(`${what.padEnd(58)} ${figure.padStart(24)}${aim === '' ? '' : `   aim ${aim}`}`)
}

/** Seconds that something takes, and its answer. */
export async function timed<Answer>(
  task: () => Promise<Answer> | Answer,
): Promise<{ seconds: number; answer: Answer }> {
  const start = performance.now()
  const answer = await task()
  return { seconds: (performance.now() - start) / 1000, answer }
}

/** Megabytes, rounded. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`
}

/** The largest resident size of this process so far, in bytes. */
export function maxResident(): number {
  return process.resourceUsage().maxRSS * 1024
}

/** A whole number from the command line, such as `--entries 100000`. */
export function option(name: string, fallback: number): number {
  const at = process.argv.indexOf(`--${name}`)
  const value = at < 0 ? Number.NaN : Number(process.argv[at + 1])
  return Number.isInteger(value) && value > 0 ? value : fallback
}
