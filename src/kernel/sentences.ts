import type { Json } from './canonical.ts'

/** What a person is told, from a refusal's facts. */
export type Sentence = (facts: Readonly<Record<string, Json>>) => string

/** The sentences of a module in one language, by code. */
export type Sentences<Code extends string> = Readonly<Record<Code, Sentence>>

/** A fact as it stands in a sentence. */
export function say(fact: Json | undefined): string {
  return typeof fact === 'string' ? fact : JSON.stringify(fact ?? null)
}
