/**
 * What a token may be used for, besides what its member may do at all: `read` for what is read, `act` for all acts, `sealed` for reading
 * and acting in cases and complaints that concern the member, the others for acts of one area and for webhooks.
 */
export const SCOPES = ['read', 'act', 'vote', 'motions', 'meetings', 'roll', 'webhooks', 'sealed'] as const

export type Scope = (typeof SCOPES)[number]

/** What no other scope stands for. */
const ALONE: readonly Scope[] = ['read', 'webhooks', 'sealed']

/** Whether these scopes allow what needs that one: `act` stands for the area of every act. */
export function allows(scopes: readonly Scope[], needed: Scope): boolean {
  return scopes.includes(needed) || (!ALONE.includes(needed) && scopes.includes('act'))
}

const AREAS: readonly (readonly [prefix: string, scope: Scope])[] = [
  ['ballot.', 'vote'],
  ['motion.', 'motions'],
  ['amendment.', 'motions'],
  ['speech.', 'motions'],
  ['report.', 'motions'],
  ['review.', 'motions'],
  ['rationale.', 'motions'],
  ['meeting.', 'meetings'],
  ['standing.contest', 'act'],
  ['standing.', 'roll'],
  ['member.vouch', 'roll'],
  ['member.admit', 'roll'],
  ['member.refuse', 'roll'],
  ['member.erase', 'roll'],
]

/** The scope that an act of this type needs: that of its area, or `act` where it belongs to none, such as leaving. */
export function scopeOf(type: string): Scope {
  return AREAS.find(([prefix]) => type.startsWith(prefix))?.[1] ?? 'act'
}

/** Scopes as a person or a table names them, in our order; a word that is none is left out. */
export function scopesIn(words: readonly string[]): readonly Scope[] {
  return SCOPES.filter((scope) => words.includes(scope))
}
