import { isRefusal } from '#kernel/refusal'
import { normalizeCode } from '#kernel/short-code'
import type { Database } from '#modules/record'
import type { Access } from './access.ts'
import {
  closeSetup,
  findByLogin,
  findMembersWithAccount,
  forgetMember,
  hasSetupCode,
  keepSetupCode,
} from './access.sql.server.ts'
import { openSealer, type KeyPlace } from './factor-key.server.ts'
import { openFactor } from './open-factor.server.ts'
import { inviteMembers, readInvitation } from './invite-members.server.ts'
import { endListedSession, openSessions, readSessions } from './keep-session.server.ts'
import { openOperator } from './open-operator.server.ts'
import { openPasskeys } from './open-passkeys.server.ts'
import { proofAsked, proveMember } from './prove-member.server.ts'
import { openPasswords } from './password.server.ts'
import { hashSecret, newSetupCode } from './secret.server.ts'
import { endSession, endSessions } from './sessions.sql.server.ts'
import { isTooLong, normalizeLogin } from './core/login.ts'
import { refuseAccess } from './core/messages.ts'
import { acceptInvitation, changePassword, resetPassword, signIn } from './sign-in.server.ts'
import { stepInto } from './step-into.server.ts'
import { createThrottle } from './throttle.ts'

/** Opens sign-in on a migrated database: once in a process, because the throttle's memory belongs to it. Without a place for a key nobody sets up a second factor. */
export async function openAccess(database: Database, keyPlace: KeyPlace = {}): Promise<Access> {
  const doorkeeper = {
    database,
    passwords: await openPasswords(),
    throttle: createThrottle(),
    sealer: openSealer(keyPlace),
  }
  const findSession = openSessions(database)
  return {
    async invite(member, now) {
      const [invited] = await inviteMembers(database, [member], now)
      return invited === undefined ? refuseAccess('has-password') : { token: invited.token }
    },
    inviteAll: (members, now, onPaper) => inviteMembers(database, members, now, onPaper),
    invitation: (token, now) => readInvitation(database, token, now),
    accept: (token, credentials, now, device) =>
      acceptInvitation(doorkeeper, token, credentials, now, device),
    signIn: (login, password, now, from, device) => signIn(doorkeeper, login, password, now, from, device),
    stepInto: (member, now) => stepInto(doorkeeper, member, now),
    session: async (token, now) => (token === undefined ? undefined : findSession(token, now)),
    signOut: (token) => endSession(database, hashSecret(token)),
    signOutAll: (member, except) =>
      endSessions(database, member, except === undefined ? undefined : hashSecret(except)),
    sessions: (member, token, now) => readSessions(database, member, token, now),
    endSession: (member, id, now) => endListedSession(database, member, id, now),
    changePassword: (member, proof, password, now, device) =>
      changePassword(doorkeeper, member, proof, password, now, device),
    proofAsked: (member) => proofAsked(doorkeeper, member),
    async prove(member, proof, now) {
      if ((await proofAsked(doorkeeper, member)) === 'nothing') return 'done'
      const account = await proveMember(doorkeeper, member, proof, now)
      return isRefusal(account) ? account : 'done'
    },
    accounts: async (members) => new Set(await findMembersWithAccount(database, members)),
    memberOf: async (login) =>
      isTooLong(login) ? undefined : (await findByLogin(database, normalizeLogin(login)))?.member,
    reset: (member, password) => resetPassword(doorkeeper, member, password),
    forget: (member) => forgetMember(database, member),
    async setupCode() {
      const code = newSetupCode()
      return (await keepSetupCode(database, hashSecret(code))) === 'done' ? { code } : undefined
    },
    isSetupCode: (code) => hasSetupCode(database, hashSecret(normalizeCode(code))),
    endSetup: () => closeSetup(database),
    passkeys: openPasskeys(doorkeeper),
    factor: openFactor(doorkeeper),
    operator: openOperator(database),
  }
}
