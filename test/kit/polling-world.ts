import type { Json } from '#kernel/canonical'
import { derivedUuid } from '#kernel/ids'
import { HOUR } from '#kernel/instant'
import type { BallotRules } from '#modules/rulebook/core'
import type { SecretQuestion, Vote } from '#modules/voting/core'
import { openPlenum, type Plenum } from '#organization/server'
import { SOME_HASH } from './given.ts'
import { seedOrganization } from './seed-organization.ts'
import { putToSecretVote, SECRET_VOTE } from './seed-secret-vote.ts'
import { freshStorage, must, type Storage } from './storage.ts'

const holder = globalThis as Record<symbol, Plenum | undefined>

/** An organization of five with a secret vote that is open, at which the views of this process look. */
export async function openSeeded(
  engine: 'sqlite' | 'postgres',
  changed: Partial<BallotRules> = {},
): Promise<{ readonly storage: Storage; readonly plenum: Plenum }> {
  const storage = await freshStorage(engine)
  const { data, databaseUrl } = storage
  await seedOrganization(data, {
    members: 6,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    then: (seeding) => putToSecretVote(seeding, changed),
  })
  const plenum = must(await openPlenum({ ...storage, demonstration: true }))
  holder[Symbol.for('plenum.open')] = plenum
  return { storage, plenum }
}

/** Announces a polling session of three hours that begins in an hour. */
export async function announceSession({ clerk, clock }: Plenum, by: string, name = 'first'): Promise<void> {
  const from = clock.now() + HOUR - 1
  const vote = await voteIn({ clerk })
  const place = { hash: SOME_HASH, length: 20 }
  const body = {
    vote: SECRET_VOTE,
    session: derivedUuid('session', name),
    from,
    until: from + 3 * HOUR,
    place,
  }
  const act = { by, id: derivedUuid('announce', name), type: 'polling.announce', unit: vote.unit, body }
  must(await clerk.submit(act))
}

/** Lets hours pass. */
export async function passTime({ clerk, clock }: Plenum, hours: number): Promise<void> {
  clock.shift(hours * HOUR)
  must(await clerk.submitAll([]))
}

/** The secret vote as it stands. */
export async function voteIn({ clerk }: Pick<Plenum, 'clerk'>): Promise<Vote> {
  const vote = await clerk.read((org) => org.voting.votes.get(SECRET_VOTE))
  if (vote === undefined) throw new Error('no vote')
  return vote
}

/** The entry that announced the keys, as a voter's device reads it. */
export async function announced({
  clerk,
  store,
}: Plenum): Promise<Json & { readonly secret: SecretQuestion }> {
  const vote = await voteIn({ clerk })
  const seq = vote.renewals?.at(-1)?.seq ?? vote.openedSeq
  for await (const [entry] of store.read(seq, seq + 1))
    return entry?.body as Json & { readonly secret: SecretQuestion }
  throw new Error('no entry')
}
