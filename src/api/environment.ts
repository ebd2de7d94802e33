import type { Scope } from '#modules/tokens/core'

/** What the server tells the API about a request, besides the request itself. */
export interface Surroundings {
  readonly locals: App.Locals
  /** The client's address, for counting calls only. */
  readonly address: string
  /** Such as `https://plenum.example.org`. */
  readonly origin: string
  /** Notes a fault of ours in the log; the number goes to whoever called. */
  fault(error: unknown): string
}

/** Who calls. Whoever has a session in the browser may read; what is entered needs a token. */
export interface Asker {
  readonly locals: App.Locals
  /** Undefined for whoever has shown nothing. */
  readonly member: string | undefined
  readonly scopes: readonly Scope[]
  /** The token, where one was sent. */
  readonly token: string | undefined
}

/** How Hono knows the two. */
export type ApiEnv = { Bindings: Surroundings }
