import { refuse, type Refusal } from '#kernel/refusal'

const FIELD = /^place-(\d{1,3})$/

/**
 * Ranks from the numbers that were typed beside candidates: `place-0` is the first on the ballot. Only their order counts, so
 * that a number left out does no harm; whoever has the same number shares a rank. An empty box is no rank.
 */
export function ranksIn(values: Readonly<Record<string, string>>): number[][] | Refusal {
  const places = new Map<number, number[]>()
  for (const [field, typed] of Object.entries(values)) {
    const [, index] = FIELD.exec(field) ?? []
    const text = typed.trim()
    if (index === undefined || text === '') continue
    if (!/^[1-9]\d{0,2}$/.test(text)) return refuse('place-malformed', { typed: text.slice(0, 20) })
    const place = Number(text)
    places.set(place, [...(places.get(place) ?? []), Number(index)])
  }
  return [...places].sort(([a], [b]) => a - b).map(([, rank]) => rank)
}

/** The number that stands beside each candidate on a ballot cast before. */
export function placesOf(ranks: readonly (readonly number[])[] | null): ReadonlyMap<number, string> {
  return new Map((ranks ?? []).flatMap((rank, i) => rank.map((index) => [index, String(i + 1)] as const)))
}
