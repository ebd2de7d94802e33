import { expect } from 'vitest'
import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { ballotsOf, PRESETS, type BallotRules, type RuleSet } from '#modules/rulebook/core'
import type { Issuer } from '#modules/issuer'
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
  seeding: Seeding,
  changed: Partial<BallotRules>,
  issuers: readonly Issuer[] = [],
): Promise<void> {
  await adoptSecretBallots(seeding, changed)
  if (issuers.length > 0) await nameIssuers(seeding, issuers)
  await putToDebate(seeding, MOTION, 'Rent', { kind: 'resolve' })
  const vote = await seeding.plenum.clerk.read((org) => org.voting.votes.get(SECRET_VOTE))
  expect(vote?.secret?.version).toBe(1)
}

/** Adopts rules under which votes are secret. */
export async function adoptSecretBallots(seeding: Seeding, changed: Partial<BallotRules>): Promise<void> {
  const ballots = { ...ballotsOf(OPEN_RULES), motions: 'secret' as const, keysFirst: null, ...changed }
  const rules = { ...OPEN_RULES, ballots }
  await adoptOpenly(seeding, derivedUuid('secret rules'), 'Secret ballots', { kind: 'rules.adopt', rules })
}

/** Names issuers, all of whom have to sign, and takes the keys that they deliver. */
async function nameIssuers(seeding: Seeding, issuers: readonly Issuer[]): Promise<void> {
  const named = issuers.map(({ settings: { name, address }, key }) => ({ name, address, key }))
  const enactment = { kind: 'issuers.name', issuers: named, k: issuers.length + 1 }
  await adoptOpenly(seeding, derivedUuid('issuers'), 'Issuers', enactment)
  for (const issuer of issuers) {
    await issuer.stock(1)
    const keys = issuer.undelivered().map(({ modulus, signature }) => ({ modulus, signature }))
    await seeding.enter('nobody', 'issuer.deliver', { issuer: issuer.key, keys }, null)
    issuer.delivered(keys.map(({ modulus }) => modulus))
  }
}

/** Adopts a motion by an open vote of all. */
async function adoptOpenly(seeding: Seeding, motion: string, title: string, enactment: Json): Promise<void> {
  await putToDebate(seeding, motion, title, enactment)
  const vote = derivedUuid('vote', 'motion', motion)
  for (const { id } of seeding.members) await seeding.enter(id, 'ballot.cast', { vote, choices: ['yes'] })
  await seeding.pass(OPEN_RULES.votingHours)
}

/** Brings a motion through its debate. */
async function putToDebate(
  { enter, pass }: Seeding,
  motion: string,
  title: string,
  enactment: Json,
): Promise<void> {
  const clauses = [{ id: derivedUuid('clause', title), text: `${title}.` }]
  await enter(person(1), 'motion.propose', { motion, title, clauses, enactment })
  await enter(person(2), 'motion.second', { motion })
  await pass(OPEN_RULES.debateHours)
}
