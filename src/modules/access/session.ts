import type { Instant } from '#kernel/instant'

/** A member who has just signed in. `token` goes into the cookie; here only its hash is kept. */
export interface SignedIn {
  readonly member: string
  readonly token: string
  readonly expires: Instant
}

/** The password was right, and the code of a second factor has to follow. `challenge` goes into a cookie until `expires`. */
export interface FactorNeeded {
  readonly challenge: string
  readonly expires: Instant
}

/** Whose session it is and until when it holds if it is not used again. */
export interface Session {
  readonly member: string
  readonly expires: Instant
}
