import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Instant } from '#kernel/instant'
import type { Refusal } from '#kernel/refusal'
import type { Proof } from './proof.ts'
import type { SignedIn } from './session.ts'
import type { Device } from './core/device.ts'

/** The site that passkeys belong to: its public origin, and what authenticators call it. */
export interface Site {
  readonly origin: string
  readonly name: string
}

/** A passkey as its member sees it. */
export interface Passkey {
  readonly id: string
  readonly name: string
  readonly added: Instant
  /** When it last signed in, to the hour; undefined where it never did. */
  readonly used: Instant | undefined
}

/** What a member sends to add a passkey. */
export interface NewPasskey {
  /** What the browser answered to `registration`, as JSON. */
  readonly answer: string
  readonly name: string
  readonly proof: Proof
}

/**
 * Passkeys beside the password (WebAuthn): discoverable, and the authenticator makes sure of the person. A challenge is kept as a
 * hash, for five minutes and one answer.
 */
export interface PasskeyAccess {
  /** What the browser is asked, to make a passkey; undefined where the member has no account. */
  registration(
    member: string,
    site: Site,
    now: Instant,
  ): Promise<PublicKeyCredentialCreationOptionsJSON | undefined>
  /** Refusals: those of `prove`, `passkey-unfit`, `passkey-name`. */
  register(member: string, passkey: NewPasskey, site: Site, now: Instant): Promise<'done' | Refusal>
  /** What the browser is asked, to sign in with any passkey it has for this site. */
  challenge(site: Site, now: Instant): Promise<PublicKeyCredentialRequestOptionsJSON>
  /** Refusals: `passkey-wrong`, whatever it was. */
  signIn(answer: string, site: Site, now: Instant, device?: Device): Promise<SignedIn | Refusal>
  list(member: string): Promise<readonly Passkey[]>
  /** Refusal: `passkey-name`. */
  rename(member: string, id: string, name: string): Promise<'done' | Refusal>
  remove(member: string, id: string): Promise<void>
}
