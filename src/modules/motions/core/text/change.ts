/** One change to one clause. An insert names the clause of the base it follows, or null for the very beginning. */
export type Change =
  | { readonly kind: 'replace'; readonly clause: string; readonly text: string }
  | { readonly kind: 'remove'; readonly clause: string }
  | { readonly kind: 'insert'; readonly after: string | null; readonly clause: string; readonly text: string }

/** What one amendment does to a text. Several inserts after one clause stand in the order of the list. */
export interface ChangeSet {
  /** The amendment's id. */
  readonly id: string
  readonly changes: readonly Change[]
}
