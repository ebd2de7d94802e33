import { isSigned, type Given } from './given.ts'
import { agreedPapers, type Batch } from './papers.ts'

/** What polling sessions came to, as the closing entry of a vote says it. */
export interface PollingTally {
  /** Choices on paper that two tellers read alike, base64 in ascending order. */
  readonly paper: readonly string[]
  readonly officers: { readonly member: string; readonly screens: number; readonly papers: number }[]
  readonly batches: { readonly tellers: [string, string]; readonly papers: number }[]
}

/** Who took part: under a key that was signed, or on paper. A mark at a screen of which nothing came is none. */
export function tookPart(given: Given): boolean {
  return isSigned(given) || given.way === 'paper'
}

/** The tally of what was given and entered. Papers beyond those that members took are left out, batch by batch: they cannot be theirs. */
export function tallyPolling(given: readonly Given[], batches: readonly Batch[]): PollingTally {
  const taken = given.filter(({ way }) => way === 'paper').length
  const counted: Batch[] = []
  const paper: string[] = []
  for (const batch of batches) {
    const agreed = agreedPapers(batch) ?? []
    if (agreed.length === 0 || paper.length + agreed.length > taken) continue
    paper.push(...agreed)
    counted.push(batch)
  }
  const marked = given.filter((each) => each.way !== 'device' && tookPart(each))
  const count = (officer: string, way: Given['way']): number =>
    marked.filter((each) => each.by === officer && each.way === way).length
  const officers = [...new Set(marked.map(({ by }) => by))].sort()
  return {
    paper: paper.sort(),
    officers: officers.map((member) => ({
      member,
      screens: count(member, 'screen'),
      papers: count(member, 'paper'),
    })),
    batches: counted
      .map(({ tellers, ...batch }) => ({ tellers, papers: agreedPapers(batch)?.length ?? 0 }))
      .sort((a, b) => (`${a.tellers.join()} ${a.papers}` < `${b.tellers.join()} ${b.papers}` ? -1 : 1)),
  }
}
