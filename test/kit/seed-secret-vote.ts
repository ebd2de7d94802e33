import { expect } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { ballotsOf, PRESETS, type BallotRules, type RuleSet } from '#modules/rulebook/core'
import { voteIdFor } from '#modules/voting/core'
import { person } from './given.ts'
import type { Seeding } from './seed-organization.ts'

/** The rules of an organization whose votes are to become secret. */
export const OPEN_RULES: RuleSet = { ...PRESETS['reading-group'], name: 'Riverside rules' }
const MOTION = derivedUuid('secret motion')
/** The vote that `putToSecretVote` opens. */
export const SECRET_VOTE = voteIdFor({ kind: 'motion', id: MOTION })

/** Adopts rules under which votes are secret, and brings a motion to the vote. */
export async function putToSecretVote(
  { enter, pass, members, plenum }: Seeding,
  changed: Partial<BallotRules>,
): Promise<void> {
  const ballots = { ...ballotsOf(OPEN_RULES), motions: 'secret' as const, keysFirst: null, ...changed }
  const adopting = derivedUuid('secret rules')
  const motions = [
    [adopting, 'Secret ballots', { kind: 'rules.adopt', rules: { ...OPEN_RULES, ballots } }],
    [MOTION, 'Rent', { kind: 'resolve' }],
  ] as const
  for (const [motion, title, enactment] of motions) {
    const clauses = [{ id: derivedUuid('clause', title), text: `${title}.` }]
    await enter(person(1), 'motion.propose', { motion, title, clauses, enactment })
    await enter(person(2), 'motion.second', { motion })
    await pass(OPEN_RULES.debateHours)
    if (motion !== adopting) continue
    const vote = derivedUuid('vote', 'motion', adopting)
    for (const { id } of members) await enter(id, 'ballot.cast', { vote, choices: ['yes'] })
    await pass(OPEN_RULES.votingHours)
  }
  expect(await plenum.clerk.read((org) => org.voting.votes.get(SECRET_VOTE)?.secret?.version)).toBe(1)
}
