import type { InLanguages } from '#kernel/language'
import type { Sentences } from '#kernel/sentences'
import type { BallotFileCode } from './fault.ts'
import { english } from './messages.en.ts'
import { spanish } from './messages.es.ts'

/** What a file of ballots is refused for, as sentences by code. */
export const ballotFileMessages: InLanguages<Sentences<BallotFileCode>> = { en: english, es: spanish }
