import type { MotionScript } from './kinds.ts'

/** How members write to one another: rules of conduct, and who moderates. */
export const CONDUCT: readonly MotionScript[] = [
  {
    key: 'conduct',
    day: 420.8,
    unit: 'league',
    by: 'ruth',
    title: 'Three rules of conduct, and no fourth',
    does: { kind: 'conduct' },
    text: [
      'We speak about what was done and said. Nobody’s family, origin, faith or health is an argument.',
      'Addresses and telephone numbers of members are shown to nobody outside the league, and not put up where others pass.',
      'Money that is collected for the league is paid in within ten days, and receipts go with it.',
    ],
    seconds: ['priya', 'kit'],
    speeches: [
      {
        by: 'ruth',
        side: 'for',
        text: 'On the ward there were forty rules, and everybody knew three. I have kept to those.',
      },
      {
        by: 'bram',
        side: 'against',
        text: 'Whoever wants to be rid of somebody finds a rule. I should like each of these to be used once against whoever wrote it.',
      },
      {
        by: 'kit',
        side: 'for',
        text: 'Bram is right to be afraid, and it is why I seconded: what stands there can be looked up, and what does not stand there cannot be charged.',
      },
    ],
    vote: { turnout: 0.43, yes: 0.86 },
  },
  {
    key: 'moderator',
    day: 422.3,
    unit: 'league',
    by: 'dede',
    title: 'Priya Raghunath moderates for a year',
    does: { kind: 'give', office: 'moderator', duties: ['moderation'], to: 'priya', days: 366 },
    text: ['Priya Raghunath hides what breaks the first two rules, says why each time, and answers for it.'],
    seconds: ['noor', 'leonel'],
    vote: { turnout: 0.39, yes: 0.9 },
  },
]
