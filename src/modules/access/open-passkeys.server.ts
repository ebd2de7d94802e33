import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { HOUR, MINUTE, type Instant } from '#kernel/instant'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { findByMember } from './access.sql.server.ts'
import { keepChallenge, takeChallenge } from './challenges.sql.server.ts'
import type { SignedIn } from './session.ts'
import type { Device } from './core/device.ts'
import { refuseAccess } from './core/messages.ts'
import { newSession } from './keep-session.server.ts'
import {
  deletePasskey,
  findPasskey,
  insertPasskey,
  listPasskeys,
  renamePasskey,
  usePasskey,
} from './passkeys.sql.server.ts'
import type { NewPasskey, PasskeyAccess, Site } from './passkeys.ts'
import { hashSecret } from './secret.server.ts'
import { proveMember, type Doorkeeper } from './prove-member.server.ts'

const LASTS = 5 * MINUTE
const MOST_NAME = 60
// What a browser answers has some two thousand characters; long attestations are not asked for.
const MOST_ANSWER = 20_000

/** Passkeys by @simplewebauthn/server, on tables and clock of our own. */
export function openPasskeys(doorkeeper: Doorkeeper): PasskeyAccess {
  const { database } = doorkeeper
  return {
    async registration(member, site, now) {
      const account = await findByMember(database, member)
      if (account === undefined) return undefined
      const known = await listPasskeys(database, member)
      const options = await generateRegistrationOptions({
        rpName: site.name,
        rpID: hostOf(site),
        userName: account.login,
        userDisplayName: account.login,
        userID: new TextEncoder().encode(member),
        timeout: LASTS,
        attestationType: 'none',
        excludeCredentials: known.map(({ id }) => ({ id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      const hash = hashSecret(options.challenge)
      await keepChallenge(database, now, { hash, purpose: 'passkey', member, expires: now + LASTS })
      return options
    },
    register: (member, passkey, site, now) => register(doorkeeper, member, passkey, site, now),
    async challenge(site, now) {
      const options = await generateAuthenticationOptions({
        rpID: hostOf(site),
        timeout: LASTS,
        userVerification: 'required',
      })
      const hash = hashSecret(options.challenge)
      const expires = now + LASTS
      await keepChallenge(database, now, { hash, purpose: 'sign-in', member: undefined, expires })
      return options
    },
    signIn: (answer, site, now, device) => signIn(doorkeeper, answer, site, now, device),
    async list(member) {
      const passkeys = await listPasskeys(database, member)
      return passkeys.map(({ id, name, added, used }) => ({ id, name, added, used }))
    },
    async rename(member, id, typed) {
      const name = nameOf(typed)
      if (name === undefined) return refuseAccess('passkey-name', { most: MOST_NAME })
      await renamePasskey(database, member, id, name)
      return 'done'
    },
    remove: (member, id) => deletePasskey(database, member, id),
  }
}

async function register(
  doorkeeper: Doorkeeper,
  member: string,
  { answer, name: typed, proof }: NewPasskey,
  site: Site,
  now: Instant,
): Promise<'done' | Refusal> {
  const { database } = doorkeeper
  const name = nameOf(typed)
  if (name === undefined) return refuseAccess('passkey-name', { most: MOST_NAME })
  const account = await proveMember(doorkeeper, member, proof, now)
  if (isRefusal(account)) return account
  const response = parseAnswer(answer)
  const take = (challenge: string): Promise<boolean> =>
    takeChallenge(database, now, { hash: hashSecret(challenge), purpose: 'passkey', member })
  const verified =
    response &&
    (await orUndefined(
      verifyRegistrationResponse({
        response: response as RegistrationResponseJSON,
        expectedChallenge: take,
        expectedOrigin: site.origin,
        expectedRPID: hostOf(site),
        requireUserVerification: true,
      }),
    ))
  if (verified?.verified !== true) return refuseAccess('passkey-unfit')
  const { id, publicKey, counter } = verified.registrationInfo.credential
  const kept = await insertPasskey(database, { id, member, publicKey, counter, name, added: now })
  return kept === 'done' ? 'done' : refuseAccess('passkey-unfit')
}

async function signIn(
  { database }: Doorkeeper,
  answer: string,
  site: Site,
  now: Instant,
  device?: Device,
): Promise<SignedIn | Refusal> {
  const response = parseAnswer(answer)
  const passkey = response && (await findPasskey(database, response.id))
  if (response === undefined || passkey === undefined) return refuseAccess('passkey-wrong')
  const take = (challenge: string): Promise<boolean> =>
    takeChallenge(database, now, { hash: hashSecret(challenge), purpose: 'sign-in', member: undefined })
  const { id, counter } = passkey
  const verified = await orUndefined(
    verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: take,
      expectedOrigin: site.origin,
      expectedRPID: hostOf(site),
      credential: { id, counter, publicKey: passkey.publicKey.slice() },
      requireUserVerification: true,
    }),
  )
  if (verified?.verified !== true) return refuseAccess('passkey-wrong')
  const { signedIn, kept } = newSession(passkey.member, now, device)
  const used = {
    counter: verified.authenticationInfo.newCounter,
    // No finer than a session's last use.
    used: Math.floor(now / HOUR) * HOUR,
  }
  const outcome = await usePasskey(database, passkey, used, kept)
  return outcome === 'done' ? signedIn : refuseAccess('passkey-wrong')
}

/** Passkeys belong to a host name, whatever the port. */
function hostOf({ origin }: Site): string {
  return new URL(origin).hostname
}

function nameOf(typed: string): string | undefined {
  const name = typed.trim().replaceAll(/\s+/g, ' ')
  return name === '' || name.length > MOST_NAME ? undefined : name
}

/** What a browser says it is; the library looks into each field, and throws where one is missing. */
function parseAnswer(text: string): { readonly id: string } | undefined {
  if (text.length > MOST_ANSWER) return undefined
  try {
    const answer: unknown = JSON.parse(text)
    const hasId = typeof answer === 'object' && answer !== null && 'id' in answer
    return hasId && typeof answer.id === 'string' ? { ...answer, id: answer.id } : undefined
  } catch {
    return undefined
  }
}

/** The library throws where an answer does not fit: for whoever sent it that is one and the same refusal. */
function orUndefined<Verified>(verifying: Promise<Verified>): Promise<Verified | undefined> {
  return verifying.catch(() => undefined)
}
