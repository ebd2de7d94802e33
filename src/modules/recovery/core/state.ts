import type { Instant } from '#kernel/instant'
import { createTable, type Journal, type Table } from '#kernel/journal'

/** How far a recovery has come; each part ends at `until`. */
export interface RecoveryStage {
  /** `vouching`: one member vouches, a second is waited for; `waiting`: anybody concerned can stop it; `ripe`: it can be used. */
  readonly kind: 'vouching' | 'waiting' | 'ripe'
  readonly until: Instant
}

/** A way back in for a member who has lost password and passkeys, known by the hash of what its requester keeps. */
export interface Recovery {
  readonly request: string
  /** Index of the member on the roll. */
  readonly member: number
  /** Indices of those who vouch, in their order. */
  readonly vouchers: readonly number[]
  readonly stage: RecoveryStage
}

/** Recoveries under way; one that ended is gone. */
export interface RecoveriesState {
  readonly open: Table<string, Recovery>
  /** Nothing where none is under way: the image of a record that knows no recoveries stays what it was. */
  toJSON(): unknown
}

/** What rules read of recoveries. */
export interface RecoveriesSlice {
  readonly recoveries: RecoveriesState
}

export function createRecoveries(journal: Journal): RecoveriesState {
  const open = createTable<string, Recovery>(journal)
  return { open, toJSON: () => (open.size === 0 ? undefined : open) }
}

/** The recoveries under way for the member at this index. */
export function recoveriesFor({ open }: RecoveriesState, member: number): readonly Recovery[] {
  return [...open.values()].filter((recovery) => recovery.member === member)
}
