import { drawLot, unopened, type Lot } from './lots.ts'
import type { Tie, TieAbout } from './result.ts'

/** Votes of all candidates at one stage, in units. */
export type Snapshot = ArrayLike<number | bigint>

/** What may settle a tie. */
export interface TieRule {
  readonly names: readonly string[]
  /** The stages so far, the last being the one at which they are tied; empty where the rule has a lot at once. */
  readonly history: readonly Snapshot[]
  readonly order: readonly number[] | undefined
  readonly lot: Lot | undefined
  /** Whether it is certain that nothing depends on it. */
  readonly noMatter: boolean
}

/** Settles a tie after a stage: by earlier stages, by an order given, because it does not matter, by lot; or it is open. */
export function settleTie(stage: number, about: TieAbout, among: readonly number[], rule: TieRule): Tie {
  const tie = { stage, about, among }
  const [left, at] = toldApart(about, among, rule.history)
  const [first] = left
  if (first !== undefined && left.length === 1)
    return { ...tie, settled: { by: 'earlier-stage', stage: at, chosen: first } }
  const ordered = rule.order?.find((candidate) => left.includes(candidate))
  if (ordered !== undefined) return { ...tie, settled: { by: 'order', chosen: ordered } }
  if (rule.noMatter && first !== undefined) return { ...tie, settled: { by: 'no-matter', chosen: first } }
  if (rule.lot === undefined) return { ...tie, settled: { by: 'open' } }
  const drawn = drawLot(rule.lot, { stage, about, among: left, names: rule.names })
  const [chosen] = drawn
  return chosen === undefined
    ? { ...tie, settled: { by: 'open' } }
    : { ...tie, settled: { by: 'lot', chosen, drawn, unopened: unopened(rule.lot) } }
}

/** Those whom earlier stages leave tied, from the most recent back: the lowest there are excluded, the highest go first. */
function toldApart(
  about: TieAbout,
  among: readonly number[],
  history: readonly Snapshot[],
): readonly [left: readonly number[], stage: number] {
  let left = among
  for (let stage = history.length - 2; stage >= 0; stage--) {
    left = about === 'exclusion' ? lowest(left, history[stage]!) : highest(left, history[stage]!)
    if (left.length === 1) return [left, stage]
  }
  return [left, 0]
}

/** Those with the fewest votes. */
export function lowest(among: readonly number[], votes: Snapshot): readonly number[] {
  let least = votes[among[0] ?? 0]!
  for (const candidate of among) if (votes[candidate]! < least) least = votes[candidate]!
  return among.filter((candidate) => votes[candidate] === least)
}

/** Those with the most votes. */
export function highest(among: readonly number[], votes: Snapshot): readonly number[] {
  let most = votes[among[0] ?? 0]!
  for (const candidate of among) if (votes[candidate]! > most) most = votes[candidate]!
  return among.filter((candidate) => votes[candidate] === most)
}

/**
 * The most candidates who cannot catch up any more: together, with all surpluses still to come, they have less than the
 * next above them. At least `leave` of those in the count stay.
 */
export function sureLosers<Units extends number | bigint>(
  hopeful: readonly number[],
  votes: ArrayLike<Units>,
  surplus: Units,
  leave: number,
): readonly number[] {
  const rising = [...hopeful].sort((a, b) => (votes[a]! < votes[b]! ? -1 : votes[a]! > votes[b]! ? 1 : 0))
  // TypeScript knows no sum of `number | bigint`; units are whole, so all may be summed as bigint.
  let sum = BigInt(surplus)
  let sure = 0
  for (let i = 0; i < rising.length - Math.max(leave, 1); i++) {
    sum += BigInt(votes[rising[i]!]!)
    if (sum < votes[rising[i + 1]!]!) sure = i + 1
  }
  return rising.slice(0, sure).sort((a, b) => a - b)
}
