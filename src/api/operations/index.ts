import type { Operation } from '../operation.server.ts'
import { enterAct, enterActsTogether, tryAct } from './acts.server.ts'
import { getMotion, listMotions, listSpeeches, previewText } from './motions.server.ts'

/** Everything that the API does. */
export const operations: readonly Operation[] = [
  enterAct,
  enterActsTogether,
  tryAct,
  listMotions,
  getMotion,
  listSpeeches,
  previewText,
]
