import type { Instant } from '#kernel/instant'
import type { Refusal } from '#kernel/refusal'
import type { Device } from './core/device.ts'
import type { Proof } from './proof.ts'
import type { SignedIn } from './session.ts'

/** A second factor that a member has. */
export interface Factor {
  readonly since: Instant
  /** How many recovery codes are left. */
  readonly codesLeft: number
}

/** A second factor that begins with its first code. */
export interface NewFactor {
  /** In base 32, for typing into an app. */
  readonly secret: string
  /** `otpauth://...`, for the QR code. */
  readonly address: string
  /** The same, sealed, for the form that brings the first code: until then nothing is kept. */
  readonly pending: string
}

/** Recovery codes such as `7K3M-Q0ZD-XW2P-11RB`, to be shown once: here only hashes are kept. */
export interface RecoveryCodes {
  readonly codes: readonly string[]
}

/**
 * The code of an authenticator app, asked after the password. Codes are throttled like passwords, but counted apart. Refusals of
 * all that takes a code: `factor-wrong` (also one used already), `factor-key-wrong` (the server's key is missing or another; recovery
 * codes still work), `sign-in-throttled`. Of all that takes a proof: those of `prove`.
 */
export interface FactorAccess {
  /** What the member has; undefined where nothing is asked after their password. */
  state(member: string): Promise<Factor | undefined>
  /** A new secret. Refusals: `factor-on`, `factor-no-key`. */
  begin(member: string, proof: Proof, issuer: string, now: Instant): Promise<NewFactor | Refusal>
  /** What was begun, to be shown again; undefined where it is over. */
  resume(member: string, pending: string, issuer: string, now: Instant): Promise<NewFactor | undefined>
  /** Keeps what was begun, by a first code. Refusals: `factor-over`, `factor-on`, `factor-no-key`. */
  confirm(member: string, pending: string, code: string, now: Instant): Promise<RecoveryCodes | Refusal>
  /** New recovery codes; the earlier ones end. Refusal: `factor-off`. */
  renewCodes(member: string, proof: Proof, now: Instant): Promise<RecoveryCodes | Refusal>
  /** Ends it. Refusal: `factor-off`. */
  end(member: string, proof: Proof, now: Instant): Promise<'done' | Refusal>
  /** Signs in whoever's password was right just now, by a code of either kind. Refusal: `factor-over`. */
  signIn(
    challenge: string,
    code: string,
    now: Instant,
    from: string,
    device?: Device,
  ): Promise<SignedIn | Refusal>
}
