import type { KeptEntry } from '#modules/record/core'
import { findingShapes, seatShapes } from './bodies.ts'
import type { Left } from './state.ts'

/** What happened to somebody who was drawn. */
export interface SeatEvent {
  readonly seq: number
  readonly member: string
  readonly what: 'accepted' | Left['why']
}

/** Follows who takes a seat of a panel and who leaves it, from public entries alone. Throws at a body that is malformed. */
export function createSeatTrail(): {
  /** Takes an entry about the panel, which has so many seats. */
  take(kept: KeptEntry, size: number): void
  finish(): { readonly events: readonly SeatEvent[]; readonly sits: readonly string[] }
} {
  const events: SeatEvent[] = []
  const sits = new Set<string>()
  const challengers = new Set<string>()
  const grants = new Map<string, Set<string>>()

  const leaves = (seq: number, what: Left['why'], ...members: readonly string[]): void => {
    for (const member of members) {
      sits.delete(member)
      events.push({ seq, member, what })
    }
  }
  const takers: Readonly<Record<string, (kept: KeptEntry, size: number) => void>> = {
    'panel.accept': ({ seq, by }) => {
      sits.add(by)
      events.push({ seq, member: by, what: 'accepted' })
    },
    'panel.recuse': ({ seq, by }) => {
      leaves(seq, 'recused', by)
    },
    'panel.replace': ({ seq, body }) => {
      leaves(seq, 'silent', ...seatShapes['panel.replace'].parse(body).silent)
    },
    'panel.review': ({ seq, body }) => {
      leaves(seq, 'silent', ...findingShapes['panel.review'].parse(body).silent)
    },
    'panel.challenge': ({ seq, body }) => {
      const { side, member } = seatShapes['panel.challenge'].parse(body)
      if (challengers.has(side)) grants.set(member, new Set())
      else leaves(seq, 'challenged', member)
      challengers.add(side)
    },
    'panel.grant': ({ seq, by, body }, size) => {
      const { member } = seatShapes['panel.grant'].parse(body)
      const agreed = (grants.get(member) ?? new Set()).add(by)
      grants.set(member, agreed)
      if (agreed.size * 2 > size - 1) leaves(seq, 'challenged', member)
    },
  }
  return {
    take(kept, size) {
      takers[kept.type]?.(kept, size)
    },
    finish: () => ({ events, sits: [...sits] }),
  }
}
