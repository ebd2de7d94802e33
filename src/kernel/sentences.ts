import type { Json } from './canonical.ts'

/** The sentences of a module by code: what a person is told, from a refusal's facts. */
export type Sentences<Code extends string> = Readonly<
  Record<Code, (facts: Readonly<Record<string, Json>>) => string>
>

/** A fact as it stands in a sentence. */
export function say(fact: Json | undefined): string {
  return typeof fact === 'string' ? fact : JSON.stringify(fact ?? null)
}

/** A moment as a sentence tells it: date and time in UTC, since a refusal does not know where its reader lives. */
export function sayWhen(fact: Json | undefined): string {
  return typeof fact === 'number'
    ? `${new Date(fact).toISOString().slice(0, 16).replace('T', ' ')} UTC`
    : say(fact)
}
