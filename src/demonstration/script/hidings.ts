import type { HidingScript } from './kinds.ts'

/** What the moderator hid: once a panel saw it otherwise, and once nobody has appealed. */
export const HIDINGS: readonly HidingScript[] = [
  {
    key: 'gate',
    day: 501.6,
    by: 'priya',
    motion: 'harbor-lockers',
    speech: 2,
    rule: 1,
    reason:
      'It makes an argument of somebody’s family. Who opens the gate can be said without whose brother it is.',
    appeal: {
      day: 503.1,
      text: 'The motion is about minutes, and at our gate the brother counts them. I say what is done there and by whom, as the first rule asks.',
      found: 513.5,
      grant: true,
      reasons:
        'It is said of the man at the gate what he does at the gate. That he is a brother is true, was said by the mover herself, and is not held against her.',
      dissent: 'The sentence would have been as good without the brother. That is what the rule is for.',
    },
  },
  {
    key: 'cousin',
    day: 537.1,
    by: 'priya',
    motion: 'delivery-apps',
    speech: 2,
    rule: 1,
    reason: 'Whose cousin owns a yard is no argument about who sets the route.',
  },
]
