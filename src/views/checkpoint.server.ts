import { toBase64 } from '#kernel/bytes'
import { isRefusal } from '#kernel/refusal'
import { signCheckpoint } from '#modules/record'
import { parseCheckpoint } from '#modules/record/core'
import { plenum } from './plenum.server.ts'

/** The newest checkpoint, signed now if entries were added since the last. */
export async function newestCheckpoint(): Promise<{ readonly size: number; readonly root: string } | null> {
  const { database, store } = plenum()
  const note = await signCheckpoint(database, store)
  const checkpoint = parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1))
  return isRefusal(checkpoint) ? null : { size: checkpoint.size, root: toBase64(checkpoint.root) }
}
