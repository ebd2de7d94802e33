import * as fs from 'node:fs'
import * as path from 'node:path'
import { readBlt, type RankedBallots } from '#modules/counting/core'
import { isRefusal } from '#kernel/refusal'

/** Ballots of real elections with their published counts. They belong to others and stand beside the repository. */
export const VOTING_DATA = path.resolve(import.meta.dirname, '../../../shared/data/voting')

/** Whether they are there. A suite that goes without them says so in its name. */
export const HAS_VOTING_DATA = fs.existsSync(VOTING_DATA)

/** The name of a suite that needs them. */
export function conformance(name: string): string {
  return HAS_VOTING_DATA ? name : `${name} (skipped: no ballots in shared/data/voting beside the repository)`
}

/** The ballots of a BLT file. */
export function readBallots(file: string): RankedBallots {
  const ballots = readBlt(fs.readFileSync(path.join(VOTING_DATA, file)))
  if (isRefusal(ballots)) throw new Error(`${file}: ${JSON.stringify(ballots)}`)
  return ballots
}

/** What a JSON file beside them says, for a test to name its shape. */
export function readJson(file: string): unknown {
  return JSON.parse(fs.readFileSync(path.join(VOTING_DATA, file), 'utf8'))
}
