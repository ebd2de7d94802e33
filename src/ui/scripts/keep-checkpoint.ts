import { fromBase64 } from '#kernel/bytes'
import { verifyConsistency } from '#modules/record/core'

/** A checkpoint as this browser keeps it: whose log, how many entries, which root (base64). */
interface Kept {
  readonly origin: string
  readonly size: number
  readonly root: string
}

const KEY = 'plenum-checkpoint'

/** What the new checkpoint is to the one that was kept. */
type Compared = 'first' | 'another' | 'continued' | 'broken'

/** Asks for the hashes (base64) that lead from an older root to a newer one; undefined where there is no answer. */
type Prove = (older: number, size: number) => Promise<readonly string[] | undefined>

/** Whether the new checkpoint goes on from the old one: both roots are recomputed, with the function by which the auditor does. */
export async function compareCheckpoints(
  before: Kept | undefined,
  now: Kept,
  prove: Prove,
): Promise<Compared> {
  if (before === undefined) return 'first'
  if (before.origin !== now.origin) return 'another'
  const [older, newer] = [fromBase64(before.root), fromBase64(now.root)]
  if (older === undefined || newer === undefined || now.size < before.size) return 'broken'
  const proof = now.size === before.size ? [] : await prove(before.size, now.size)
  const hashes = (proof ?? []).flatMap((hash) => fromBase64(hash) ?? [])
  return verifyConsistency(before.size, now.size, hashes, older, newer) ? 'continued' : 'broken'
}

async function askServer(older: number, size: number): Promise<readonly string[] | undefined> {
  const answer = await fetch(`/record/consistency?older=${older}&size=${size}`)
  return answer.ok ? ((await answer.json()) as { readonly proof: readonly string[] }).proof : undefined
}

/**
 * Remembers the last checkpoint that this browser saw, and says whether the new one goes on from it. The old one stays
 * where it does not: that is what a member can hold against whoever rewrote the record.
 */
async function keepCheckpoint(place: HTMLElement, storage: Storage): Promise<void> {
  const { origin = '', size = '', root = '' } = place.dataset
  const before = keptIn(storage)
  const compared = await seeCheckpoint({ origin, size: Number(size), root }, storage)
  place.textContent = (place.dataset[compared] ?? '').replace('{size}', String(before?.size ?? 0))
  if (compared === 'broken') place.setAttribute('role', 'alert')
  place.hidden = false
}

/** What a checkpoint is to the one that this browser saw last; from now on it is the last, if it goes on from that one. */
export async function seeCheckpoint(now: Kept, storage: Storage): Promise<Compared> {
  const compared = await compareCheckpoints(keptIn(storage), now, askServer)
  if (compared !== 'broken') storage.setItem(KEY, JSON.stringify(now))
  return compared
}

function keptIn(storage: Storage): Kept | undefined {
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? 'null') as Partial<Kept> | null
    return typeof kept?.size === 'number' && typeof kept.root === 'string' && typeof kept.origin === 'string'
      ? { origin: kept.origin, size: kept.size, root: kept.root }
      : undefined
  } catch {
    return undefined
  }
}

/** Looks for the place on the page. */
export function betterCheckpoint(): void {
  const place = document.querySelector<HTMLElement>('[data-checkpoint]')
  if (place === null) return
  // Where it fails, or is forbidden, the page still says how to keep a checkpoint as a file.
  void (async () => keepCheckpoint(place, localStorage))().catch(() => undefined)
}
