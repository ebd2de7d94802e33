import type { CompiledQuery } from 'kysely'
import type { Instant } from '#kernel/instant'
import type { Refusal } from '#kernel/refusal'
import type { Scope, TokenWish } from './core/index.ts'

/** A token as its member sees it; the secret itself is shown once and kept nowhere. */
export interface Token {
  readonly id: string
  readonly member: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly madeAt: Instant
  readonly expires: Instant
  /** The beginning of the day (UTC) of its last use; null where it was never used. */
  readonly usedDay: Instant | null
}

/** Personal tokens. The caller says what time it is and knows who is a member. */
export interface Tokens {
  /** Refusals: `token-name-missing`, `token-name-long`, `token-without-scope`, `token-days-wrong`, `too-many-tokens`. */
  make(member: string, wish: TokenWish, now: Instant): Promise<{ token: Token; secret: string } | Refusal>
  /** Those that hold, newest first. */
  list(member: string, now: Instant): Promise<readonly Token[]>
  /** Ends one. Refusal: `unknown-token`. */
  end(member: string, id: string): Promise<'done' | Refusal>
  /** Ends all tokens of a member at once: where a new password is chosen that no act goes with. */
  endAll(member: string): Promise<void>
  /** The token with this secret, if it holds; its last use is noted to the day. */
  use(secret: string, now: Instant): Promise<Token | undefined>
  /** Ends all tokens of a member: to go alongside the act that ends the membership or erases the person. */
  forget(member: string): readonly CompiledQuery[]
}
