import type { Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { isDemonstration } from '#modules/record'
import type { SignedIn } from './session.ts'
import { findByMember, keepAccount, keepSession } from './access.sql.server.ts'
import { newSession } from './keep-session.server.ts'
import { newToken } from './secret.server.ts'
import type { Doorkeeper } from './prove-member.server.ts'

/**
 * A session without a password, in a demonstration only: visitors act as whomever they like there. The members' other
 * sessions go on, since many visitors may be in one member's shoes.
 */
export async function stepInto(
  { database, passwords }: Doorkeeper,
  member: string,
  now: Instant,
): Promise<SignedIn | Refusal> {
  if ((await isDemonstration(database)) !== true) return refuse('not-a-demonstration')
  if ((await findByMember(database, member)) === undefined) {
    // An account is what a session hangs on; nobody knows this password.
    const passwordHash = await passwords.hash(newToken())
    if (isRefusal(passwordHash)) return passwordHash
    await keepAccount(database, { member, login: member, passwordHash })
  }
  const account = await findByMember(database, member)
  const { signedIn, kept } = newSession(member, now)
  const outcome = await keepSession(database, now, kept, account?.passwordHash ?? '')
  return outcome === 'done' ? signedIn : refuse('sign-in-busy')
}
