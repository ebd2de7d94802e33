import type { Instant } from '#kernel/instant'

/** Somebody whom a visitor of a demonstration may be, and what there is to do in their place. */
export type Shoes = { readonly member: string } & (
  | { readonly role: 'busiest'; readonly count: number }
  | { readonly role: 'newcomer' | 'noticed'; readonly until: Instant }
  | { readonly role: 'officer'; readonly office: string; readonly unit: string }
  | { readonly role: 'nominated'; readonly office: string }
  | { readonly role: 'voucher'; readonly other: string }
  | { readonly role: 'charged' | 'panellist'; readonly number: number }
)

/** What a deadline is about. An office stands for its elections, for recalls from it and for who holds it. */
export type NextAbout =
  | { readonly kind: 'motion'; readonly number: number; readonly title: string }
  | { readonly kind: 'election' | 'recall' | 'office'; readonly office: string }
  | { readonly kind: 'council' | 'tendency'; readonly name: string }
  /** What is not named in public: accounts, panels, cases. */
  | { readonly kind: 'unnamed' }

/** What a deadline of a kind is called, by what it is about. */
export type DueWords = Readonly<
  Record<string, Readonly<Partial<Record<NextAbout['kind'], (named: string) => string>>>>
>

/** What falls due next by itself: the kind of deadline, and what it is about. */
export interface NextThing {
  readonly at: Instant
  readonly kind: string
  readonly about: NextAbout
}
