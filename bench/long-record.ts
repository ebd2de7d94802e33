import type { NewEntry } from '#modules/record'
import { apply, createOrg, type Org } from '#organization'
import { createRecordMaker } from './record-maker.ts'

/** How large a made record is: people on the roll, votes held, and entries in all (the rest are open ballots). */
export interface Size {
  readonly members: number
  readonly votes: number
  readonly entries: number
  /** A demonstration's clock goes on from its last entry, wherever the machine's stands. */
  readonly demonstration?: boolean
}

/** A history that the rules accept: founding, ratification, then motions with as many open ballots each as the size asks. */
export function* longRecord({ members, votes, entries, demonstration = false }: Size): Generator<NewEntry> {
  const { org, found, decide } = createRecordMaker()
  yield* found(members, demonstration)
  const left = entries - org.head.get().size
  const each = Math.max(1, Math.floor(left / votes) - 3)
  for (let n = 1; n <= votes; n++) yield* decide(n, { kind: 'resolve' }, each, n * each)
}

/** What the image of such a record is: folded without checks. */
export function foldLong(size: Size): Org {
  const org = createOrg()
  for (const entry of longRecord(size)) apply(org, entry)
  return org
}
