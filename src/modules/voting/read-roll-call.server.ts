import type { RecordStore } from '#modules/record'
import { createRollCall, type CountedBallot, type Vote } from './core/index.ts'

/** Who voted how in a closed vote, read from the entries between its opening and its close. */
export async function readRollCall(
  store: RecordStore,
  vote: Extract<Vote, { status: 'closed' }>,
): Promise<ReadonlyMap<string, CountedBallot>> {
  const call = createRollCall(vote.id)
  for await (const page of store.read(vote.openedSeq, vote.closedSeq))
    for (const entry of page) call.take(entry)
  return call.ballots()
}
