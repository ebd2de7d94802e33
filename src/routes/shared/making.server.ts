import { isRefusal } from '#kernel/refusal'
import { log } from '#views/log.server.ts'
import { plenum } from '#views/plenum.server.ts'
import { makeDemonstration } from '../../demonstration/index.ts'

/** How far the demonstration has come that is made while the server runs. */
export type Making = { readonly day: number; readonly of: number } | 'failed'

let making: Making | undefined

/** The demonstration under way; undefined where none is being made. */
export function makingNow(): Making | undefined {
  return making
}

/** Begins to make a demonstration where nothing is founded yet. Nobody waits for it: pages ask how far it has come. */
export function startMaking(): void {
  if (making !== undefined) return
  making = { day: 0, of: 1 }
  void make()
}

async function make(): Promise<void> {
  try {
    const refusal = await makeDemonstration(plenum(), (day, of) => {
      making = { day, of }
    })
    // Somebody was quicker and has founded something: their page shows what there is.
    if (isRefusal(refusal)) making = refusal.code === 'already-founded' ? undefined : 'failed'
    else making = undefined
  } catch (error) {
    log.fault('making a demonstration', null, error)
    making = 'failed'
  }
}
