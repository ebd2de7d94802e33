import type { CompiledQuery } from 'kysely'
import type { Instant } from '#kernel/instant'
import type { Refusal } from '#kernel/refusal'
import type { Device } from './core/device.ts'
import type { OperatorAccess } from './operator.ts'
import type { PasskeyAccess } from './passkeys.ts'
import type { FactorAccess } from './factor.ts'
import type { Proof, ProofAsked } from './proof.ts'
import type { FactorNeeded, Session, SignedIn } from './session.ts'

/** One of a member's sessions, as they see it. */
export interface ListedSession {
  /** Names it for `endSession`. */
  readonly id: string
  /** When it began; 0 where that was not kept. */
  readonly since: Instant
  /** When it was last used, to the hour. */
  readonly used: Instant
  readonly device: Device
  /** Whether it is the one that asks. */
  readonly isThis: boolean
}

/** An invitation's secret, to be sent to this member and to nobody else. */
export interface Invited {
  readonly member: string
  readonly token: string
  /** Until when it is good for. */
  readonly expires: Instant
}

/** What a member enters when using an invitation. */
export interface Credentials {
  /** From `least` to `most` characters, see `checkPassword` in the core. */
  readonly password: string
  /** The e-mail address or, for members without one, their own member id. Case does not matter; unique. */
  readonly login: string
}

/**
 * Sign-in by invitation link and password. The caller says what time it is, knows who is a member, and keeps the cookie.
 * Everything but the throttle's memory stands in the database; the throttle is per process and gone after a restart.
 */
export interface Access {
  /**
   * A link for a member without a password, valid 30 days and once; it ends the member's earlier link. Refusal:
   * `has-password`: nobody makes a way in beside the one that a member has, whatever they keep or run.
   */
  invite(member: string, now: Instant): Promise<{ readonly token: string } | Refusal>
  /** Links for many at once, or codes such as `7K3M-Q0ZD-XW2P-11RB` to be typed from paper; a member named twice gets one, one who has a password none. */
  inviteAll(members: readonly string[], now: Instant, onPaper?: boolean): Promise<readonly Invited[]>
  /** Whose link it is. Refusals: `invitation-unknown` (also after a newer one), `invitation-used`, `invitation-over`. */
  invitation(token: string, now: Instant): Promise<{ readonly member: string } | Refusal>
  /**
   * Uses the link up: sets login and password, signs in. Where the member got a password meanwhile it is as used. A refusal leaves the link usable.
   * Refusals: as `invitation`; `password-short`, `password-long`, `password-common`, `password-is-login`;
   * `login-malformed`, `login-taken`; `sign-in-busy`.
   */
  accept(token: string, credentials: Credentials, now: Instant, device?: Device): Promise<SignedIn | Refusal>
  /**
   * Signs in; `from` is the client's address, only counted in memory. Refusals: `sign-in-wrong` (unknown login and wrong
   * password alike, in the same time), `sign-in-throttled` (`until`, `minutes`), `sign-in-busy`. Where the member has a second factor
   * there is no session yet: see `factor.signIn`.
   */
  signIn(
    login: string,
    password: string,
    now: Instant,
    from: string,
    device?: Device,
  ): Promise<SignedIn | FactorNeeded | Refusal>
  /**
   * Signs in as any member of a demonstration, without a password. Refuses on a real organization, by what the record's
   * first entry says: `not-a-demonstration`.
   */
  stepInto(member: string, now: Instant): Promise<SignedIn | Refusal>
  /** The session of a cookie's token. Each use carries it on to 30 days ahead, written at most once an hour. */
  session(token: string | undefined, now: Instant): Promise<Session | undefined>
  /** Ends this session. */
  signOut(token: string): Promise<void>
  /** Ends all sessions of the member, but for the one with this token where it is given. */
  signOutAll(member: string, except?: string): Promise<void>
  /** The sessions of the member who asks with this token. */
  sessions(member: string, token: string, now: Instant): Promise<readonly ListedSession[]>
  /** Ends one of the member's sessions; nothing where they have none of this id. */
  endSession(member: string, id: string, now: Instant): Promise<void>
  /**
   * Sets a new password, ends all sessions and signs in anew: set the cookie again.
   * Refusals: those of `prove` and of the new password.
   */
  changePassword(
    member: string,
    proof: Proof,
    password: string,
    now: Instant,
    device?: Device,
  ): Promise<SignedIn | Refusal>
  /** What `prove` asks of this member. */
  proofAsked(member: string): Promise<ProofAsked>
  /**
   * Whether it is the member who asks, and not somebody with their open session: before whatever lasts or shuts others out. A code is used
   * up by it. Refusals: `password-wrong`, `factor-wrong`, `factor-key-wrong`, `sign-in-throttled`, `sign-in-busy`.
   */
  prove(member: string, proof: Proof, now: Instant): Promise<'done' | Refusal>
  /** Who has a password already: of these members, or of all. */
  accounts(members?: readonly string[]): Promise<ReadonlySet<string>>
  /** Whose login it is. Told to nobody who is not signed in. */
  memberOf(login: string): Promise<string | undefined>
  /**
   * What sets a new password and ends all sessions, passkeys and the second factor: to go alongside the act that ends a recovery,
   * and nothing else. Refusals: those of the new password, `sign-in-busy`, `password-wrong` where there is no account.
   */
  reset(member: string, password: string): Promise<readonly CompiledQuery[] | Refusal>
  /** Deletes all that is held about the member here. To go alongside the act that demands it, in its transaction. */
  forget(member: string): readonly CompiledQuery[]
  /**
   * A fresh code such as `7K3M-Q0ZD-XW2P` with which somebody may found the organization; earlier ones end. Show it on
   * the console only. Undefined once `endSetup` was called.
   */
  setupCode(): Promise<{ readonly code: string } | undefined>
  /** Whether this is the code, however it was typed (case, hyphens, O for 0, I or L for 1). */
  isSetupCode(code: string): Promise<boolean>
  /** No code is valid any more, for good: there is an organization. */
  endSetup(): Promise<void>
  /** Passkeys beside the password. */
  readonly passkeys: PasskeyAccess
  /** The second factor beside the password. Passkeys are asked none: their device has asked for finger, face or PIN. */
  readonly factor: FactorAccess
  /** Who runs the server, for the maintenance pages: no member, and nothing of what members may do. */
  readonly operator: OperatorAccess
}
