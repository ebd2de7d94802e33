import type { MotionScript } from './kinds.ts'

/** Who is given an office, and who loses one. */
export const OFFICES: readonly MotionScript[] = [
  {
    key: 'keeper-yuki',
    day: 338.8,
    unit: 'league',
    by: 'ruth',
    title: 'Yuki Tanabe keeps the roll',
    does: { kind: 'give', office: 'keeper of the roll', duties: ['roll'], to: 'yuki', days: 366 },
    text: [
      'Yuki Tanabe keeps the roll of the league for a year. The founders’ mandates end in seven weeks, and nobody should keep the roll who also put it together.',
    ],
    seconds: ['wenqi', 'dede'],
    speeches: [
      {
        by: 'ruth',
        side: 'for',
        text: 'I have kept the roll for eleven months and I am tired, and that is the smaller reason. The larger one is that whoever decides who is let in should change from time to time.',
      },
    ],
    vote: { turnout: 0.41, yes: 0.95 },
  },
  {
    key: 'keeper-fatou',
    day: 340.8,
    unit: 'league',
    by: 'wenqi',
    title: 'Fatou Camara keeps the roll and enters what meetings decide',
    does: {
      kind: 'give',
      office: 'keeper of the roll',
      duties: ['roll', 'meetings'],
      to: 'fatou',
      days: 366,
    },
    text: ['Fatou Camara keeps the roll of the league for a year, and enters what quorate meetings decide.'],
    seconds: ['tomas', 'salma'],
    vote: { turnout: 0.4, yes: 0.93 },
  },
  {
    key: 'chair-harbor',
    day: 399.8,
    unit: 'harbor',
    by: 'idris',
    title: 'Amara Diallo chairs Harbor',
    does: {
      kind: 'give',
      office: 'chair of Harbor branch',
      duties: ['meetings'],
      to: 'amara',
      days: 366,
    },
    text: [
      'Amara Diallo chairs the branch for a year: she opens and closes its meetings and enters what they decide.',
    ],
    seconds: ['fatou', 'bram'],
    vote: { turnout: 0.44, yes: 0.9 },
  },
]
