import type { CompiledQuery } from 'kysely'
import type { Instant } from '#kernel/instant'
import { isRefusal, type Refusal } from '#kernel/refusal'
import type { Credentials } from './access.ts'
import type { FactorNeeded, SignedIn } from './session.ts'
import {
  exchangePassword,
  findByLogin,
  findByMember,
  keepSession,
  resetAccount,
  useInvitation,
} from './access.sql.server.ts'
import type { Device } from './core/device.ts'
import { checkLogin, isTooLong, normalizeLogin } from './core/login.ts'
import { refuseAccess } from './core/messages.ts'
import { checkPassword } from './core/password.ts'
import { readInvitation } from './invite-members.server.ts'
import { newSession } from './keep-session.server.ts'
import { findFactor } from './factors.sql.server.ts'
import type { Proof } from './proof.ts'
import { LONGEST_PASSWORD, proveMember, type Doorkeeper } from './prove-member.server.ts'
import { hashSecret, normalizeInvitation } from './secret.server.ts'
import { askForCode } from './sign-in-by-code.server.ts'

/** Uses a link. The password is hashed before anything is written, so that no transaction waits for it. */
export async function acceptInvitation(
  { database, passwords, throttle }: Doorkeeper,
  token: string,
  { password, login: typed }: Credentials,
  now: Instant,
  device?: Device,
): Promise<SignedIn | Refusal> {
  const invitation = await readInvitation(database, token, now)
  if (isRefusal(invitation)) return invitation
  const { member } = invitation
  const login = normalizeLogin(typed)
  const fault = checkLogin(member, login) ?? checkPassword(password, login)
  if (fault !== undefined) return fault
  const passwordHash = await passwords.hash(password)
  if (isRefusal(passwordHash)) return passwordHash
  const { signedIn, kept } = newSession(member, now, device)
  const outcome = await useInvitation(
    database,
    now,
    hashSecret(normalizeInvitation(token)),
    { member, login, passwordHash },
    kept,
  )
  if (outcome === 'login-taken') return refuseAccess('login-taken')
  if (outcome === 'gone') return refuseAccess('invitation-used')
  throttle.forgive(login)
  return signedIn
}

/** Signs in by login and password, or asks for the code of a second factor. */
export async function signIn(
  { database, passwords, throttle }: Doorkeeper,
  typed: string,
  password: string,
  now: Instant,
  from: string,
  device?: Device,
): Promise<SignedIn | FactorNeeded | Refusal> {
  // Nobody has these, and what is counted stays in memory.
  if (isTooLong(typed) || password.length > LONGEST_PASSWORD) return refuseAccess('sign-in-wrong')
  const login = normalizeLogin(typed)
  const attempt = throttle.begin(login, from, now)
  if (isRefusal(attempt)) return attempt
  const account = await findByLogin(database, login)
  const isRight = await passwords.verify(password, account?.passwordHash)
  if (isRefusal(isRight)) {
    attempt.withdraw()
    return isRight
  }
  if (!isRight || account === undefined) return refuseAccess('sign-in-wrong')
  if ((await findFactor(database, account.member)) !== undefined) {
    attempt.succeeded()
    return askForCode(database, account, now)
  }
  const { signedIn, kept } = newSession(account.member, now, device)
  if ((await keepSession(database, now, kept, account.passwordHash)) === 'gone')
    return refuseAccess('sign-in-wrong')
  attempt.succeeded()
  return signedIn
}

/** Exchanges the password, and ends every other session. */
export async function changePassword(
  doorkeeper: Doorkeeper,
  member: string,
  proof: Proof,
  password: string,
  now: Instant,
  device?: Device,
): Promise<SignedIn | Refusal> {
  const { database, passwords } = doorkeeper
  const { login = '' } = (await findByMember(database, member)) ?? {}
  const fault = checkPassword(password, login)
  if (fault !== undefined) return fault
  const account = await proveMember(doorkeeper, member, proof, now)
  if (isRefusal(account)) return account
  const passwordHash = await passwords.hash(password)
  if (isRefusal(passwordHash)) return passwordHash
  const { signedIn, kept } = newSession(member, now, device)
  const outcome = await exchangePassword(database, account.passwordHash, passwordHash, kept)
  return outcome === 'done' ? signedIn : refuseAccess('password-wrong')
}

/** What sets a new password and takes every other way in; hashed before anything waits for it. */
export async function resetPassword(
  { database, passwords, throttle }: Doorkeeper,
  member: string,
  password: string,
): Promise<readonly CompiledQuery[] | Refusal> {
  const account = await findByMember(database, member)
  if (account === undefined) return refuseAccess('password-wrong')
  const fault = checkPassword(password, account.login)
  if (fault !== undefined) return fault
  const passwordHash = await passwords.hash(password)
  if (isRefusal(passwordHash)) return passwordHash
  throttle.forgive(account.login)
  return resetAccount(database, member, passwordHash)
}
