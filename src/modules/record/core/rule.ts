import type { Json } from '#kernel/canonical'
import type { Refusal } from '#kernel/refusal'
import type { z } from 'zod'
import type { Instant } from '#kernel/instant'
import type { Entry } from './entry.ts'

/** Who may read an entry's body. */
export type Audience =
  | { readonly kind: 'public' }
  | { readonly kind: 'members' }
  /** These members only, and whoever holds the roll. */
  | { readonly kind: 'concerned'; readonly members: readonly string[] }
  /** The member whom it names, and whoever has signed this tendency. */
  | { readonly kind: 'signatories'; readonly tendency: string; readonly member: string }
  /** Members, but nobody besides its author before this vote has closed. */
  | { readonly kind: 'after-vote'; readonly vote: string }
  /** Those concerned in this case, by what they are in it when they read. Such a body is sealed, and withdrawn when the case ends. */
  | { readonly kind: 'case'; readonly case: string }

/** Who may enter an act of a type: a member in good standing, one whose standing lapsed, the clerk, or nobody in particular. */
export type Actor = 'member' | 'lapsed' | 'clerk' | 'nobody'

/** All that is known about one type of act. `check` answers and changes nothing; `apply` does what the entry says. */
export interface Rule<State, Body> {
  /** The law from which on this type of act exists; 1 where nothing is said. */
  readonly since?: number
  readonly actors: readonly Actor[]
  /** The body never stands in the record's own tables: it lies sealed beside them, for the case that its audience names. */
  readonly sealed?: true
  /** Entered by nobody for the member whom its closed body names in `member`: only the server knows that it was they who asked. */
  readonly unnamed?: true
  readonly shape: z.ZodType<Body>
  audience(body: Body): Audience
  check(state: State, entry: Entry<Body>): Refusal | undefined
  apply(state: State, entry: Entry<Body>): void
}

/** What an enactment is carried out from: the motion that was adopted, its unit and its final text, by which entry. */
export interface EnactmentContext {
  readonly seq: number
  readonly at: Instant
  readonly unit: string
  readonly motion: string
  readonly clauses: readonly { readonly id: string; readonly text: string }[]
}

/**
 * What adopting a motion carries out. `check` is asked when the motion is proposed and again when it is adopted;
 * `question` says which majority it needs: `unity` (points of unity, founding), `rules` (rules and units), `ordinary`.
 */
export interface EnactmentRule<State, Enactment> {
  /** The law from which on this kind exists; 1 where nothing is said. */
  readonly since?: number
  readonly shape: z.ZodType<Enactment>
  question(state: State, enactment: Enactment): 'ordinary' | 'unity' | 'rules'
  check(state: State, context: EnactmentContext, enactment: Enactment): Refusal | undefined
  apply(state: State, context: EnactmentContext, enactment: Enactment): void
}

/** The rules of a module by type of act, for an organization whose state has what the module reads. */
export type Rules<State, Bodies extends Record<string, Json>> = {
  readonly [Type in keyof Bodies]: Rule<State, Bodies[Type]>
}

export const PUBLIC: Audience = { kind: 'public' }
export const MEMBERS: Audience = { kind: 'members' }
