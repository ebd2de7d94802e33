import type { Instant } from '#kernel/instant'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { isDemonstration, type Database } from '#modules/record'
import { findByMember, type Account } from './access.sql.server.ts'
import { refuseAccess } from './core/messages.ts'
import { MOST_CHARACTERS } from './core/password.ts'
import type { Sealer } from './factor-key.server.ts'
import { findFactor, useCode, useStep, type KeptFactor } from './factors.sql.server.ts'
import type { Passwords } from './password.server.ts'
import type { Proof, ProofAsked } from './proof.ts'
import { hashSecret, normalizeInvitation } from './secret.server.ts'
import type { Throttle } from './throttle.ts'
import { stepOf } from './totp.server.ts'

/** What the ways of signing in share. */
export interface Doorkeeper {
  readonly database: Database
  readonly passwords: Passwords
  readonly throttle: Throttle
  readonly sealer: Sealer
}

// Far more than was ever taken: what is normalized may be shorter than what is typed.
export const LONGEST_PASSWORD = 20 * MOST_CHARACTERS

/**
 * The one guard of what lasts: the account of a member who has just proven themselves anew, by their password and, where they have a
 * second factor, a code of it. An open session alone does not do. Guessing is throttled like signing in.
 * Refusals: `password-wrong`, `factor-wrong`, `factor-key-wrong`, `sign-in-throttled`, `sign-in-busy`.
 */
export async function proveMember(
  doorkeeper: Doorkeeper,
  member: string,
  { password, code }: Proof,
  now: Instant,
): Promise<Account | Refusal> {
  const account = await confirmPassword(doorkeeper, member, password, now)
  if (isRefusal(account)) return account
  const fault = await takeCode(doorkeeper, account, code, now)
  return fault === undefined || fault.code === 'factor-off' ? account : fault
}

/** What `proveMember` will ask. Nobody knows the password of whom visitors of a demonstration step into. */
export async function proofAsked({ database }: Doorkeeper, member: string): Promise<ProofAsked> {
  if ((await findFactor(database, member)) !== undefined) return 'code'
  const account = await findByMember(database, member)
  const isSteppedInto = account?.login === member && (await isDemonstration(database)) === true
  return isSteppedInto ? 'nothing' : 'password'
}

async function confirmPassword(
  { database, passwords, throttle }: Doorkeeper,
  member: string,
  password: string,
  now: Instant,
): Promise<Account | Refusal> {
  const account = await findByMember(database, member)
  if (account === undefined || password.length > LONGEST_PASSWORD) return refuseAccess('password-wrong')
  const attempt = throttle.begin(account.login, undefined, now)
  if (isRefusal(attempt)) return attempt
  const isRight = await passwords.verify(password, account.passwordHash)
  if (isRefusal(isRight)) {
    attempt.withdraw()
    return isRight
  }
  if (!isRight) return refuseAccess('password-wrong')
  attempt.succeeded()
  return account
}

/** Uses a code up, of an app or a recovery code. Undefined where it was right. */
export async function takeCode(
  keeper: Doorkeeper,
  { member }: Account,
  typed: string,
  now: Instant,
  from?: string,
): Promise<Refusal | undefined> {
  const factor = await findFactor(keeper.database, member)
  if (factor === undefined) return refuseAccess('factor-off')
  // Whoever types none guesses none.
  if (typed.trim() === '') return refuseAccess('factor-wrong')
  // Counted apart from passwords: whoever knows the password could forgive themselves all wrong codes by it.
  const attempt = keeper.throttle.begin(`factor of ${member}`, from, now)
  if (isRefusal(attempt)) return attempt
  const paper = normalizeInvitation(typed)
  const isUsed = await useCode(keeper.database, member, hashSecret(paper))
  const fault = isUsed ? undefined : await takeStep(keeper, factor, typed, now)
  if (fault === undefined) attempt.succeeded()
  else if (fault.code === 'factor-key-wrong') attempt.withdraw()
  return fault
}

async function takeStep(
  { database, sealer }: Doorkeeper,
  { member, secret: sealed }: KeptFactor,
  typed: string,
  now: Instant,
): Promise<Refusal | undefined> {
  const secret = await sealer.unseal(sealed, keptFor(member))
  if (secret === undefined) return refuseAccess('factor-key-wrong')
  const step = stepOf(secret, typed, now)
  const isRight = step !== undefined && (await useStep(database, member, step))
  return isRight ? undefined : refuseAccess('factor-wrong')
}

/** What a member's secret is sealed for: it opens nothing of another's. */
export function keptFor(member: string): string {
  return `plenum second factor of ${member}`
}
