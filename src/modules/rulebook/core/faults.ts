import type { Breach } from './floors.ts'

/** What this module refuses. */
export type RulebookCode = 'rule-malformed'

/** What a field of a rule takes: `most` and `least` name a `bound`. */
export type Expected = 'most' | 'least' | 'name' | 'fraction' | 'whole-number' | 'one-of-list'

/** What a language says of one rule outside its bound, without a stop. */
export type SayBreach = (breach: Breach) => string
