/** The known word that is fewest letters away, if one is near enough to have been meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((each) => ({ each, away: distance(word.toLowerCase(), each) }))
    .sort((a, b) => a.away - b.away)
  return best !== undefined && best.away <= Math.max(2, Math.floor(best.each.length / 3))
    ? best.each
    : undefined
}

/** Letters to insert, delete or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(replaced, above[j]! + 1, row[j - 1]! + 1))
    }
    above = row
  }
  return above.at(-1)!
}
