import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

/** How many ballots are made, and how they look. */
export interface Shape {
  readonly ballots: number
  readonly candidates: number
  readonly seats: number
  readonly ranks: number
}

/** Ballots that are the same on every machine: favourites among the first candidates, and friends who are ranked together. */
export function* makeBallots({ ballots, candidates, ranks }: Shape): Generator<readonly number[]> {
  let state = 20131105
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  for (let i = 0; i < ballots; i++) {
    const ballot: number[] = []
    const length = 1 + next(ranks)
    for (let tries = 0; ballot.length < length && tries < 4 * ranks; tries++) {
      const favourite = next(next(candidates) + 1)
      const friend = ((ballot.at(-1) ?? favourite) + 1 + next(3)) % candidates
      const candidate = next(2) === 0 ? favourite : friend
      if (!ballot.includes(candidate)) ballot.push(candidate)
    }
    yield ballot
  }
}

/** Writes such ballots as BLT, one on a line. */
export async function writeBallots(file: string, shape: Shape): Promise<void> {
  const numbered = function* (): Generator<string> {
    for (const ballot of makeBallots(shape)) yield `1 ${ballot.map((each) => each + 1).join(' ')} 0`
  }
  await writeLines(file, shape, numbered())
}

/** Writes lines of ballots with what a BLT file has around them. */
export async function writeLines(
  file: string,
  { candidates, seats }: Pick<Shape, 'candidates' | 'seats'>,
  lines: Iterable<string>,
): Promise<void> {
  const out = createWriteStream(file)
  out.write(`${candidates} ${seats}\n`)
  for (const line of lines) if (!out.write(`${line}\n`)) await once(out, 'drain')
  out.write(`0\n${Array.from({ length: candidates }, (_, i) => `"Candidate ${i + 1}"`).join('\n')}\n`)
  out.end()
  await once(out, 'finish')
}
