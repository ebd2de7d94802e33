import { MINUTE, type Instant } from '#kernel/instant'
import type { Refusal } from '#kernel/refusal'
import type { Database } from '#modules/record'
import { findByMember, keepSession, type Account } from './access.sql.server.ts'
import { hasChallenge, keepChallenge, takeChallenge } from './challenges.sql.server.ts'
import type { Device } from './core/device.ts'
import { refuseAccess } from './core/messages.ts'
import { newSession } from './keep-session.server.ts'
import { hashSecret, newToken } from './secret.server.ts'
import type { FactorNeeded, SignedIn } from './session.ts'

const LASTS = 5 * MINUTE

/** What whoever's password was right gets instead of a session, until the code comes. */
export async function askForCode(database: Database, account: Account, now: Instant): Promise<FactorNeeded> {
  const token = newToken()
  const expires = now + LASTS
  const { member } = account
  await keepChallenge(database, now, { hash: hashOf(token, account), purpose: 'factor', member, expires })
  return { challenge: `${member}.${token}`, expires }
}

/** Signs in where the challenge holds and the code is right; a wrong code leaves it, so that one can type anew. */
export async function signInByCode(
  database: Database,
  challenge: string,
  now: Instant,
  device: Device | undefined,
  takeCode: (account: Account) => Promise<Refusal | undefined>,
): Promise<SignedIn | Refusal> {
  const [member = '', token = ''] = challenge.split('.')
  const account = await findByMember(database, member)
  if (account === undefined) return refuseAccess('factor-over')
  const asked = { hash: hashOf(token, account), purpose: 'factor', member } as const
  if (!(await hasChallenge(database, now, asked))) return refuseAccess('factor-over')
  const fault = await takeCode(account)
  if (fault !== undefined) return fault.code === 'factor-off' ? refuseAccess('factor-over') : fault
  if (!(await takeChallenge(database, now, asked))) return refuseAccess('factor-over')
  const { signedIn, kept } = newSession(member, now, device)
  const outcome = await keepSession(database, now, kept, account.passwordHash)
  return outcome === 'done' ? signedIn : refuseAccess('factor-over')
}

/** Bound to the password that was right: once there is another, the challenge is none. */
function hashOf(token: string, { passwordHash }: Account): Uint8Array {
  return hashSecret(`${token} ${passwordHash}`)
}
