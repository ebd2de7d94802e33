import { setTimeout as sleep } from 'node:timers/promises'
import type { OutboxPart } from '#modules/outbox'

/** A part that queues an item for everybody who is listed, and hands its key to `carry`. */
export function memberLetters(carry: (key: string) => void): OutboxPart {
  return {
    followers: [
      {
        name: 'member-letters',
        handle: (entries) =>
          entries
            .filter(({ type }) => type === 'founding.member')
            .map(({ id, seq }) => ({ kind: 'letter', key: id, payload: { seq } })),
      },
    ],
    deliverers: [
      {
        kind: 'letter',
        async deliver({ key }) {
          await sleep(1)
          carry(key)
          await sleep(1)
          return { status: 'done' }
        },
      },
    ],
  }
}
