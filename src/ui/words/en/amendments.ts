import { count, sayList } from './common.ts'

export const amendments = {
  title: 'Amendments',
  none: 'None has been proposed.',
  open: 'Amendments are taken until',
  propose: 'Propose an amendment',
  heading: (number: number) => `Amendment ${number}`,
  by: 'proposed by',
  reason: 'Reason',
  states: {
    proposed: 'open',
    withdrawn: 'withdrawn',
    lapsed: 'not put to the vote: too few seconds',
    adopted: 'adopted',
    rejected: 'not adopted',
    displaced: 'displaced',
  },
  displacedBy: (number: number) => `displaced by amendment ${number}`,
  seconds: (had: number, needed: number) =>
    needed === 0
      ? ''
      : `${had} of ${count(needed, 'second', 'seconds')} that it needs to be put to the vote.`,
  second: 'Second it',
  withdraw: 'Withdraw it',
  collides: (number: number, clauses: readonly string[]) =>
    `Collides with amendment ${number} on ${sayList(clauses)}.`,
  collisionNote:
    'Of two amendments that collide, both can be voted for, but only the one with more votes is made.',
  /** A clause by its number; null is one that an amendment adds. */
  place: (number: number | null) => (number === null ? 'a new clause' : `clause ${number}`),
  preview: 'The text if these pass',
  previewLead: 'Choose amendments to see the text with all of them made.',
  previewLabel: (number: number, by: string) => `Amendment ${number}, by ${by}`,
  previewShow: 'Show the text',
  previewNone: 'No amendment is chosen: this is the text as proposed.',
  previewCollision: 'These cannot all be made:',
  collision: (a: number, b: number, clause: string) =>
    `Amendment ${a} collides with amendment ${b} on ${clause}.`,
  form: {
    title: 'Propose an amendment',
    lead: 'Change the wording of any clause. To remove a clause, empty its box. To add one, open the place where it should stand.',
    good: 'The wording of an amendment stays in the record for good.',
    frozen: 'Amendments are taken until',
    clause: (number: number) => `Clause ${number}`,
    before: 'Add a clause at the beginning',
    after: (number: number) => `Add a clause after clause ${number}`,
    added: 'New clause',
    reason: 'Reason',
    reasonHint: 'Why you propose it. Members can read it; the record itself carries only its fingerprint.',
    send: 'Propose the amendment',
    stands: 'The motion',
  },
}
