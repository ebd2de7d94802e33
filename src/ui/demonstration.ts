import type { Instant } from '#kernel/instant'

/** Somebody whom a visitor of a demonstration may be, and what there is to do in their place. */
export type Shoes = { readonly member: string } & (
  | { readonly role: 'busiest'; readonly count: number }
  | { readonly role: 'newcomer' | 'noticed'; readonly until: Instant }
  | { readonly role: 'officer'; readonly office: string; readonly unit: string }
  | { readonly role: 'voucher'; readonly other: string }
)

/** What falls due next by itself: the kind of deadline, and what it is about. */
export interface NextThing {
  readonly at: Instant
  readonly kind: string
  readonly motion: { readonly number: number; readonly title: string } | null
  readonly office: string | null
}
