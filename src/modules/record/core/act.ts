import type { Json } from '#kernel/canonical'

/** What somebody wants entered. The clerk adds position, time and law. */
export interface Act {
  /** Member id, `clerk` or `nobody`. */
  readonly by: string
  /** A UUID made by the sender: the same act sent twice is entered once. */
  readonly id: string
  readonly type: string
  /** The unit it belongs to, or null for the whole. */
  readonly unit: string | null
  readonly body: Json
  /** The signature of a device of the member, base64. */
  readonly sig?: string | undefined
}

/** Proof that an act was accepted: its position and the hash of its leaf (base64). `again`: it had been before. */
export interface Receipt {
  readonly seq: number
  readonly leaf: string
  readonly again: boolean
}
