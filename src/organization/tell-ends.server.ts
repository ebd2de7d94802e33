import type { CompiledQuery } from 'kysely'
import { DAY } from '#kernel/instant'
import { lettersOfEnd } from '#modules/discipline/core'
import { enqueue } from '#modules/outbox'
import type { Database } from '#modules/record'
import type { Org } from './core/org.ts'

/** Keeps in mind who is concerned in what, and after an act queues letters to those whose case it ended. */
export type TellsEnds = (before: Org) => (after: Org) => readonly CompiledQuery[]

const WITHIN = 14 * DAY

/**
 * Letters to those whose case is over. They are queued in the transaction of the act that ends it, since after it nothing knows any more
 * whom it concerned.
 */
export function tellEnds(database: Database): TellsEnds {
  return (before) => {
    const open = [...before.cases.matters.entries()].map(
      ([id, matter]) => [before.cases.cases.get(id), matter] as const,
    )
    return (after) => {
      const letters = open.flatMap(([found, matter]) =>
        found === undefined || after.cases.matters.has(found.id) ? [] : lettersOfEnd(after, found, matter),
      )
      if (letters.length === 0) return []
      const when = { notAfter: after.head.get().at + WITHIN }
      const payload = { about: 'case', what: 'over' }
      const items = letters.map(({ key, member }) => ({
        kind: 'mail',
        key,
        subject: member,
        payload,
        ...when,
      }))
      return [enqueue(database, ...items)]
    }
  }
}
