import { z } from 'zod'

/** Where an election stands. */
export const electionStageShape = z
  .enum(['nominating', 'ready', 'voting', 'drawing', 'elected', 'over', 'failed'])
  .meta({
    id: 'ElectionStage',
    description:
      '`drawing`: only a lot decides, and those who committed to a seed open it. `elected`: the term has not begun. `failed`: too few took part, or the office was closed.',
  })
