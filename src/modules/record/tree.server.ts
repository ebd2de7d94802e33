import { bug } from '#kernel/bug'
import { concat } from '#kernel/bytes'
import type { Refusal } from '#kernel/refusal'
import { frontierFrom, frontierRoot, frontierRuns } from './core/frontier.ts'
import { TILE_HEIGHT, TILE_WIDTH, type Hash, type Subtree } from './core/merkle.ts'
import { refuseRecord } from './core/messages.ts'
import { carryOut, planConsistency, planInclusion, type ProofPlan } from './core/proof.ts'
import { foldHashes, formatTilePath, tileOf, type Tile } from './core/tile.ts'
import type { RecordStore } from './store.ts'

/** The bytes of a tile, full or partial: its hashes one after the other. Refusal: `tile-absent`. */
export async function readTile(store: RecordStore, tile: Tile): Promise<Uint8Array | Refusal> {
  const from = tile.index * TILE_WIDTH
  const hashes = Number.isSafeInteger(from)
    ? await store.nodes({ level: tile.level * TILE_HEIGHT, from, count: tile.width })
    : []
  return hashes.length < tile.width
    ? refuseRecord('tile-absent', { size: await store.size() })
    : concat(...hashes)
}

/** The root over the first `size` entries, which must exist. Reads at most 255 hashes of each level of tiles. */
export async function readRoot(store: RecordStore, size: number): Promise<Hash> {
  const runs = await Promise.all(frontierRuns(size).map((run) => store.nodes(run)))
  return frontierRoot(frontierFrom(size, runs))
}

/** The proof that entry `seq` stands in the tree of the first `size` entries. Refusal: `beyond-record`. */
export async function proveInclusion(
  store: RecordStore,
  seq: number,
  size: number,
): Promise<readonly Hash[] | Refusal> {
  const beyond = await refuseBeyond(store, Math.max(size, seq + 1), size > seq)
  return beyond ?? proof(store, planInclusion(seq, size))
}

/** The proof that the first `older` entries are the beginning of the first `size`. Refusal: `beyond-record`. */
export async function proveConsistency(
  store: RecordStore,
  older: number,
  size: number,
): Promise<readonly Hash[] | Refusal> {
  const beyond = await refuseBeyond(store, Math.max(older, size), size >= older)
  return beyond ?? proof(store, planConsistency(older, size))
}

async function refuseBeyond(
  store: RecordStore,
  asked: number,
  isInOrder: boolean,
): Promise<Refusal | undefined> {
  const size = await store.size()
  return asked <= size && isInOrder ? undefined : refuseRecord('beyond-record', { size, asked })
}

/** Reads each tile that the proof touches once, then joins. */
async function proof(store: RecordStore, plan: ProofPlan): Promise<readonly Hash[]> {
  const tiles = new Map<string, readonly Hash[]>()
  for (const subtree of plan.flat()) {
    const { level, index } = tileOf(subtree)
    const path = formatTilePath({ level, index, width: TILE_WIDTH })
    if (tiles.has(path)) continue
    tiles.set(
      path,
      await store.nodes({ level: level * TILE_HEIGHT, from: index * TILE_WIDTH, count: TILE_WIDTH }),
    )
  }
  return carryOut(plan, (subtree: Subtree) => {
    const { level, index, from, count } = tileOf(subtree)
    const tile = tiles.get(formatTilePath({ level, index, width: TILE_WIDTH })) ?? bug('a tile was not read')
    return foldHashes(tile.slice(from, from + count))
  })
}
