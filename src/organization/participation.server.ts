import { createHash, createHmac } from 'node:crypto'
import { hasBit } from '#kernel/bitmap'

import { idAt, type MembersState } from '#modules/members/core'
import type { Board, SecretVote } from '#modules/voting/core'
import type { SeedFor } from './core/index.ts'

/** What a member needs to check what is said of them: the salt of their commitment. */
export function participationSalt(seedFor: SeedFor, vote: string, member: string): Uint8Array {
  // Another seed than that of lots, which is opened.
  return createHmac('sha256', seedFor(`participation ${vote}`))
    .update(member)
    .digest()
}

/** SHA-256 of salt, vote, member and `1` or `0`: whether they were given a key; base64. */
export function commitParticipation(
  salt: Uint8Array,
  { vote, member, took }: { readonly vote: string; readonly member: string; readonly took: boolean },
): string {
  const hash = createHash('sha256').update(salt).update(vote).update(member)
  return hash.update(took ? '1' : '0').digest('base64')
}

/** Who took part, as the rules want it told: by name, or by a commitment for each member on the roll in the order of joining. */
export function participationOf(
  members: MembersState,
  { id, secret, onRoll }: SecretVote,
  given: readonly string[],
  seedFor: SeedFor,
): Board['participation'] {
  if (secret.participation === 'named') return { kind: 'named', members: [...given].sort() }
  const took = new Set(given)
  const commitments: string[] = []
  for (let index = 0; index < members.ids.length; index++) {
    if (!hasBit(onRoll, index)) continue
    const member = idAt(members, index)
    const salt = participationSalt(seedFor, id, member)
    commitments.push(commitParticipation(salt, { vote: id, member, took: took.has(member) }))
  }
  return { kind: 'committed', commitments }
}
