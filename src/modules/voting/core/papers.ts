import { canonical } from '#kernel/canonical'
import { sha256Base64 } from '#kernel/hash'
import type { Table } from '#kernel/journal'
import { SAME_RANK, type RankedBallots } from '#modules/counting/core'

/** Ranks of a ballot: candidates by their place in the question, best first; those in one list share a rank. */
export type Ranks = readonly (readonly number[])[]

/** Packed ranks of members by their index, as an open vote holds them. */
export type Ballots = Table<number, string>

/** What was on the ballots without whose they were: packed ranks with how many members gave them, in order of the text. */
export type Papers = readonly (readonly [ranks: string, voters: number])[]

/** Ranks as a short text: `2>0=3>1`. A hundred thousand of them must fit into memory. */
export function packRanks(ranks: Ranks): string {
  return ranks.map((rank) => rank.toSorted((a, b) => a - b).join('=')).join('>')
}

/** The ranks of a packed ballot. */
export function unpackRanks(packed: string): Ranks {
  if (packed === '') return []
  return packed.split('>').map((rank) => rank.split('=').map(Number))
}

/** Those at the first rank of a packed ballot; of a hundred thousand the others are not read. */
export function firstRank(packed: string): readonly number[] {
  return unpackRanks(packed.split('>', 1)[0] ?? '')[0] ?? []
}

/** The papers of these ballots. */
export function papersOf(ballots: Iterable<string>): Papers {
  const voters = new Map<string, number>()
  for (const ballot of ballots) voters.set(ballot, (voters.get(ballot) ?? 0) + 1)
  return [...voters].sort(([a], [b]) => (a < b ? -1 : 1))
}

const made = new WeakMap<Ballots, { readonly revision: number; readonly papers: Papers }>()

/** The papers of the ballots of a vote, made once for as long as no ballot is cast: a close asks for them three times. */
export function papersIn(ballots: Ballots): Papers {
  const known = made.get(ballots)
  if (known?.revision === ballots.revision()) return known.papers
  const papers = papersOf(ballots.values())
  keepPapers(ballots, ballots.revision(), papers)
  return papers
}

/** Takes over the papers that were made elsewhere of the ballots as they stood at a revision. */
export function keepPapers(ballots: Ballots, revision: number, papers: Papers): void {
  made.set(ballots, { revision, papers })
}

const digests = new WeakMap<Papers, string>()

/** SHA-256 of papers, worked out once for the same. */
export function digestOf(papers: Papers): string {
  const digest = digests.get(papers) ?? sha256Base64(canonical(papers))
  keepDigest(papers, digest)
  return digest
}

/** Takes over the hash of papers that was worked out elsewhere. */
export function keepDigest(papers: Papers, digest: string): void {
  digests.set(papers, digest)
}

const ZERO = 48
const NINE = 57
const EQUALS = 61

/** The papers as ballots for a count of these candidates: read letter by letter, as lists of lists took ten times as long. */
export function ballotsOf(
  { candidates, seats }: { readonly candidates: readonly string[]; readonly seats: number },
  papers: Papers,
  withdrawn: readonly number[] = [],
): RankedBallots {
  const starts = new Uint32Array(papers.length + 1)
  const weights = Float64Array.from(papers, ([, voters]) => voters)
  // A mark takes a digit at least, and a sign before the next.
  const most = papers.reduce((sum, [packed]) => sum + (packed.length + 1) / 2, 0)
  const marks = new Uint16Array(Math.floor(most))
  let end = 0
  for (const [i, [packed]] of papers.entries()) {
    end = readMarks(packed, marks, end)
    starts[i + 1] = end
  }
  return { title: '', candidates, withdrawn, seats, starts, marks: marks.slice(0, end), weights }
}

/** Writes the marks of a packed ballot from a place on; the answer is where they end. */
function readMarks(packed: string, marks: Uint16Array, from: number): number {
  if (packed === '') return from
  let [at, mark, shared] = [from, 0, 0]
  for (let i = 0; i < packed.length; i++) {
    const letter = packed.charCodeAt(i)
    if (letter >= ZERO && letter <= NINE) {
      mark = mark * 10 + (letter - ZERO)
      continue
    }
    marks[at++] = (mark + 1) | shared
    mark = 0
    shared = letter === EQUALS ? SAME_RANK : 0
  }
  marks[at++] = (mark + 1) | shared
  return at
}
