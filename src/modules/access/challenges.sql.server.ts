import type { Instant } from '#kernel/instant'
import type { Database } from '#modules/record'
import { tables, type ChallengePurpose } from './tables.server.ts'

/** Something that has to be answered within minutes, once. */
export interface KeptChallenge {
  readonly hash: Uint8Array
  readonly purpose: ChallengePurpose
  /** Whose answer it has to be; undefined where the answer tells. */
  readonly member: string | undefined
  readonly expires: Instant
}

/** Keeps a challenge; those that ran out go at this occasion. */
export async function keepChallenge(
  database: Database,
  now: Instant,
  { hash, purpose, member, expires }: KeptChallenge,
): Promise<void> {
  await tables(database).deleteFrom('access_challenge').where('expires', '<=', now).execute()
  const row = { hash: Buffer.from(hash), purpose, member: member ?? null, expires }
  await tables(database).insertInto('access_challenge').values(row).execute()
}

/** Whether a challenge was kept for this purpose and member, and has not run out; it stays. */
export async function hasChallenge(
  database: Database,
  now: Instant,
  { hash, purpose, member }: Omit<KeptChallenge, 'expires'> & { readonly member: string },
): Promise<boolean> {
  const kept = await tables(database)
    .selectFrom('access_challenge')
    .select('purpose')
    .where('hash', '=', Buffer.from(hash))
    .where('purpose', '=', purpose)
    .where('member', '=', member)
    .where('expires', '>', now)
    .executeTakeFirst()
  return kept !== undefined
}

/** Uses a challenge up: whether it was kept for this purpose and member, and has not run out. */
export async function takeChallenge(
  database: Database,
  now: Instant,
  { hash, purpose, member }: Omit<KeptChallenge, 'expires'>,
): Promise<boolean> {
  const taken = await tables(database)
    .deleteFrom('access_challenge')
    .where('hash', '=', Buffer.from(hash))
    .where('purpose', '=', purpose)
    .where('member', member === undefined ? 'is' : '=', member ?? null)
    .where('expires', '>', now)
    .returning('purpose')
    .executeTakeFirst()
  return taken !== undefined
}
