/**
 * An order that is being made: the ranked best first, those who share a number in one list; after them whoever has no number
 * stands in `unranked`.
 */
export interface Order<Item> {
  readonly ranks: readonly (readonly Item[])[]
  readonly unranked: readonly Item[]
}

/** The order that typed numbers make. What is no number is none, as long as the form is not sent. */
export function orderOf<Item>(items: readonly Item[], typed: (item: Item) => string): Order<Item> {
  const isRanked = (item: Item): boolean => /^[1-9]\d{0,2}$/.test(typed(item).trim())
  const places = Map.groupBy(items.filter(isRanked), (item) => Number(typed(item)))
  const ranks = [...places].sort(([a], [b]) => a - b).map(([, rank]) => rank)
  return { ranks, unranked: items.filter((item) => !isRanked(item)) }
}

/** All of them from top to bottom. */
export function itemsIn<Item>({ ranks, unranked }: Order<Item>): readonly Item[] {
  return [...ranks.flat(), ...unranked]
}

/** The place of somebody as their box says it, or nothing. */
export function placeIn<Item>({ ranks }: Order<Item>, item: Item): string {
  const at = ranks.findIndex((rank) => rank.includes(item))
  return at < 0 ? '' : String(at + 1)
}

/** One place up: whoever has no number comes after all who have one, whoever shares one goes before the others. */
export function moveUp<Item>(order: Order<Item>, item: Item): Order<Item> {
  const { ranks } = order
  const at = ranks.findIndex((rank) => rank.includes(item))
  if (at < 0) return insert(order, item, ranks.length)
  const shares = (ranks[at]?.length ?? 0) > 1
  return insert(order, item, shares ? at : Math.max(0, at - 1))
}

/** One place down; below the last there is no number. */
export function moveDown<Item>(order: Order<Item>, item: Item): Order<Item> {
  const { ranks } = order
  const at = ranks.findIndex((rank) => rank.includes(item))
  if (at < 0) return order
  const isAlone = ranks[at]?.length === 1
  return isAlone && at === ranks.length - 1 ? drop(order, item) : insert(order, item, at + 1)
}

/**
 * As it was dropped, between who stands above and below it now: among the ranked it gets a number of its own, below somebody
 * without a number it gets none.
 */
export function dropAt<Item>(order: Order<Item>, item: Item, above: Item | undefined): Order<Item> {
  if (above === undefined) return insert(order, item, 0)
  const rest = drop(order, item)
  const at = rest.ranks.findIndex((rank) => rank.includes(above))
  return at < 0 ? rest : insert(order, item, at + 1)
}

function drop<Item>({ ranks, unranked }: Order<Item>, item: Item): Order<Item> {
  const rest = ranks.map((rank) => rank.filter((each) => each !== item)).filter(({ length }) => length > 0)
  return { ranks: rest, unranked: [item, ...unranked.filter((each) => each !== item)] }
}

/** As a rank of its own, before the rank that stands there once it is taken out. */
function insert<Item>(order: Order<Item>, item: Item, at: number): Order<Item> {
  const { ranks, unranked } = drop(order, item)
  return { ranks: ranks.toSpliced(at, 0, [item]), unranked: unranked.filter((each) => each !== item) }
}
