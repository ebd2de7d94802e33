import { fieldOf, type Json } from '#kernel/canonical'
import type { World } from '../given.ts'

// What an oracle reads of a record: entries in their order, and nothing that the code under test made of them.

/** An entry as it was made. */
export type Logged = World['entries'][number]

/** The text in a field of a body, or of what lies in that field; empty where there is none. */
export function textIn(body: Json, ...path: readonly string[]): string {
  const value = valueIn(body, ...path)
  return typeof value === 'string' ? value : ''
}

/** The number in a field; not a number where there is none. */
export function numberIn(body: Json, ...path: readonly string[]): number {
  const value = valueIn(body, ...path)
  return typeof value === 'number' ? value : Number.NaN
}

/** The list in a field; empty where there is none. */
export function listIn(body: Json, ...path: readonly string[]): readonly Json[] {
  const value = valueIn(body, ...path)
  return Array.isArray(value) ? (value as readonly Json[]) : []
}

/** The texts in the list in a field. */
export function textsIn(body: Json, ...path: readonly string[]): readonly string[] {
  return listIn(body, ...path).filter((each) => typeof each === 'string')
}

/** What lies in a field of a body. */
export function valueIn(body: Json, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((at, key) => (at === undefined ? undefined : fieldOf(at, key)), body)
}

/** The entries of these types whose body has this text in this field. */
export function about(
  log: readonly Logged[],
  types: readonly string[],
  field: string,
  id: string,
): readonly Logged[] {
  return log.filter(({ type, body }) => types.includes(type) && textIn(body, field) === id)
}

/** When the motion with this enactment was adopted, by the entries that closed its vote; one for each such motion. */
export function adoptions(
  log: readonly Logged[],
  enactment: string,
): readonly { readonly motion: Logged; readonly at: number; readonly seq: number }[] {
  const moved = new Map(
    log
      .filter(
        ({ type, body }) => type === 'motion.propose' && textIn(body, 'enactment', 'kind') === enactment,
      )
      .map((entry) => [textIn(entry.body, 'motion'), entry]),
  )
  const votes = new Map(
    log
      .filter(({ type, body }) => type === 'vote.open' && textIn(body, 'subject', 'kind') === 'motion')
      .map(({ body }) => [textIn(body, 'vote'), textIn(body, 'subject', 'id')]),
  )
  return log.flatMap(({ type, at, seq, body }) => {
    if (type !== 'vote.close' || valueIn(body, 'settlement', 'adopted') !== true) return []
    const motion = moved.get(votes.get(textIn(body, 'vote')) ?? '')
    return motion === undefined ? [] : [{ motion, at, seq }]
  })
}

/** Whether somebody was given this duty before an entry: as an organizer of the founding, or by a motion that was adopted. */
export function wasGiven(log: readonly Logged[], member: string, duty: string, before: number): boolean {
  const founding = log.some(
    ({ type, body }) =>
      type === 'founding.member' && textIn(body, 'member') === member && valueIn(body, 'organizer') === true,
  )
  if (founding && duty !== 'moderation') return true
  return adoptions(log, 'mandate.give').some(
    ({ motion, seq }) =>
      seq < before &&
      textIn(motion.body, 'enactment', 'member') === member &&
      listIn(motion.body, 'enactment', 'duties').includes(duty),
  )
}
