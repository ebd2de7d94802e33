import { statusAt } from '#modules/members/core'
import { findEntries } from '#modules/record'
import type { KeptEntry } from '#modules/record/core'
import { POWER_TYPES, powerIn, type Org, type PowerUse } from '#organization'
import { sightOf } from './directory.server.ts'
import { plenum } from './plenum.server.ts'

/** How many of each kind are shown: the audit lists all. */
const MOST_OF_EACH = 500
/** Among so many votes that closed last, those that recalled somebody are looked for. */
const MOST_VOTES = 2000

/**
 * Uses of power over members, newest first: each was checked when it was entered. Whoever the reader may not see is not named, as
 * everywhere: who was refused or struck off least of all.
 */
export async function usesOfPower(
  me: string,
  look: <Answer>(view: (org: Org) => Answer) => Promise<Answer>,
): Promise<readonly PowerUse[]> {
  const { database } = plenum()
  const found: KeptEntry[] = []
  for (const type of POWER_TYPES) found.push(...(await findEntries(database, { type, count: MOST_OF_EACH })))
  found.push(...(await findEntries(database, { type: 'vote.close', count: MOST_VOTES })))
  return look((org) => {
    const sees = sightOf(org, org.members.indices.get(me))
    const isNamed = (id: string): boolean => {
      const index = org.members.indices.get(id)
      if (index === undefined || ['refused', 'struck'].includes(statusAt(org.members, index))) return false
      return sees(index) !== 'none'
    }
    return found
      .flatMap((entry) => powerIn(org, entry, 'kept') ?? [])
      .map((use) => ({ ...use, members: use.members.filter(isNamed) }))
      .sort((a, b) => b.seq - a.seq)
  })
}
