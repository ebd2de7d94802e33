import type { Language } from '#kernel/language'

/** How much a member is told, from much to little. What the law of the organization must tell them comes at any level. */
export const LEVELS = ['weekly', 'urgent', 'legal'] as const

/**
 * `weekly`: one message a week, and at once what cannot wait for it. `urgent`: only where the member must act.
 * `legal`: only what is about the member's own standing and account.
 */
export type Level = (typeof LEVELS)[number]

/** What a member has chosen. */
export interface Preferences {
  readonly level: Level
  /** 0 is Sunday. */
  readonly weekday: number
  /** Subjects, senders and feeds name the organization and what it is about; otherwise a locked screen tells nothing. */
  readonly speaking: boolean
  /** Null: the language that the operator has set. */
  readonly language: Language | null
  /** Plain text beside HTML goes in any case. */
  readonly html: boolean
}

export const DEFAULTS: Preferences = {
  level: 'weekly',
  weekday: 0,
  speaking: false,
  language: null,
  html: true,
}

/** The lower of two levels: whoever leaves by a link is told less afterwards, never more. */
export function lower(one: Level, other: Level): Level {
  return LEVELS.indexOf(one) > LEVELS.indexOf(other) ? one : other
}

/** Whether somebody who chose `level` is told what belongs to `kind`. */
export function wants(level: Level, kind: Level): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(kind)
}
