import { sha256 } from '#kernel/hash'

/** Chance that falls alike whenever it is asked under the same name: the script is told the same way every time. */
export interface Chance {
  /** From 0 to below 1. */
  roll(): number
  /** A number from `least` to below `most`. */
  between(least: number, most: number): number
  pick<Item>(list: readonly [Item, ...Item[]]): Item
  shuffle<Item>(list: readonly Item[]): Item[]
}

/** Mulberry32 (Tommy Ettinger), seeded by the name: nothing but a story depends on it. */
export function chance(...name: readonly (string | number)[]): Chance {
  let state = new DataView(sha256(JSON.stringify(name)).buffer).getUint32(0)
  const roll = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    roll,
    between: (least, most) => least + roll() * (most - least),
    pick: (list) => list[Math.floor(roll() * list.length)] ?? list[0],
    shuffle: (list) =>
      list
        .map((item) => ({ item, at: roll() }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item),
  }
}
