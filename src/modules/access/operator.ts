import type { Instant } from '#kernel/instant'

/**
 * Who runs the server: no member by that, and no role of one. Whoever can start commands on the machine gets a code, and with it a
 * short session for the maintenance pages alone. Times are the machine's own, since a demonstration's clock can be moved.
 */
export interface OperatorAccess {
  /** A fresh code such as `7K3M-Q0ZD-XW2P`, valid 15 minutes and once; it ends the one before. */
  makeCode(now: Instant): Promise<{ readonly code: string; readonly expires: Instant }>
  /** Uses the code up, however it was typed; undefined where it is none. */
  signIn(
    code: string,
    now: Instant,
  ): Promise<{ readonly token: string; readonly expires: Instant } | undefined>
  /** Whether this is the token of an operator's session: two hours, and no use carries it on. */
  holds(token: string | undefined, now: Instant): Promise<boolean>
  /** Ends this session. */
  signOut(token: string): Promise<void>
}
