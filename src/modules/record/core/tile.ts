import { bug } from '#kernel/bug'
import type { Refusal } from '#kernel/refusal'
import { TILE_HEIGHT, TILE_WIDTH, hashNode, type Hash, type Subtree } from './merkle.ts'
import { refuseRecord } from './messages.ts'

/** The `index`-th tile of a level: `width` hashes of complete subtrees of `256 ** level` entries each. */
export interface Tile {
  readonly level: number
  readonly index: number
  readonly width: number
}

/** The path of a tile, such as `tile/0/x001/x234/067` or, where it is partial, `tile/0/003.p/17`. */
export function formatTilePath(tile: Tile): string {
  let rest = Math.floor(tile.index / 1000)
  let path = digits(tile.index % 1000)
  for (; rest > 0; rest = Math.floor(rest / 1000)) path = `x${digits(rest % 1000)}/${path}`
  return `tile/${tile.level}/${path}${tile.width === TILE_WIDTH ? '' : `.p/${tile.width}`}`
}

const PATH = /^tile\/(0|[1-9]\d?)\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/

/** Reads the path of a tile. Refuses with `tile-path-malformed` all that is not exactly what `formatTilePath` gives. */
export function parseTilePath(path: string): Tile | Refusal {
  const [, level, index, width] = PATH.exec(path) ?? []
  if (level === undefined || index === undefined) return refuseRecord('tile-path-malformed', { path })
  const tile = {
    level: Number(level),
    index: Number(index.replaceAll(/[x/]/g, '')),
    width: Number(width ?? TILE_WIDTH),
  }
  const isInRange = tile.level <= 63 && (width === undefined || tile.width < TILE_WIDTH)
  return isInRange && formatTilePath(tile) === path ? tile : refuseRecord('tile-path-malformed', { path })
}

/** How many hashes this tile holds in a tree of `size` entries: 0 where it does not exist. */
export function tileWidth(size: number, level: number, index: number): number {
  const complete = Math.floor(size / TILE_WIDTH ** level)
  return Math.max(0, Math.min(TILE_WIDTH, complete - index * TILE_WIDTH))
}

/** All tiles of a tree, level by level. */
export function tilesOf(size: number): readonly Tile[] {
  const tiles: Tile[] = []
  for (let level = 0; TILE_WIDTH ** level <= size; level++) {
    for (let index = 0; tileWidth(size, level, index) > 0; index++) {
      tiles.push({ level, index, width: tileWidth(size, level, index) })
    }
  }
  return tiles
}

/** The tile that a complete subtree is computed from, and the run of its hashes that the subtree covers. */
export function tileOf(subtree: Subtree): { level: number; index: number; from: number; count: number } {
  const level = Math.floor(subtree.level / TILE_HEIGHT)
  const count = 2 ** (subtree.level % TILE_HEIGHT)
  const first = subtree.index * count
  return { level, index: Math.floor(first / TILE_WIDTH), from: first % TILE_WIDTH, count }
}

/** The hash of the complete subtree over these neighbours, whose number is a power of two. */
export function foldHashes(hashes: readonly Hash[]): Hash {
  const [first, second] = hashes
  if (first === undefined) return bug('a subtree without hashes')
  if (second === undefined) return first
  const parents: Hash[] = []
  for (let i = 0; i < hashes.length; i += 2) {
    parents.push(hashNode(hashes[i] ?? bug('a hash is missing'), hashes[i + 1] ?? bug('a hash is missing')))
  }
  return foldHashes(parents)
}

function digits(value: number): string {
  return value.toString().padStart(3, '0')
}
