import type { MotionScript } from './kinds.ts'

/** The last months before the present. */
export const AUTUMN: readonly MotionScript[] = [
  {
    key: 'delegate-anh',
    day: 466.8,
    unit: 'harbor',
    by: 'bram',
    title: 'Anh Thu goes to the council for Harbor, beside Tomás',
    does: {
      kind: 'give',
      office: 'delegate of Harbor',
      duties: [],
      to: 'anh',
      council: 'council',
      days: 300,
    },
    text: [
      'Harbor has grown to more than a hundred members. Pham Anh Thu is our second delegate in the League council.',
    ],
    seconds: ['rosa', 'marisol'],
    vote: { turnout: 0.46, yes: 0.91 },
  },
  {
    key: 'shorter-debates',
    day: 486.8,
    unit: 'league',
    by: 'idris',
    title: 'Four days of debate are enough',
    text: [
      'We ask for a set of rules in which a motion is debated for four days instead of seven. If this is adopted, the text of the rules follows as a motion of its own.',
    ],
    seconds: ['jonas', 'rosa'],
    speeches: [
      {
        by: 'idris',
        side: 'for',
        text: 'Most of what is said in a debate is said in the first three days. After that Kit and Ruth are alone.',
      },
      {
        by: 'ruth',
        side: 'against',
        text: 'I am flattered. I also work out on day five, as a rule, that I was wrong on day two.',
      },
      {
        by: 'salma',
        side: 'against',
        text: 'Whoever works nights for a week has no four days. I have read three motions this year on their last evening and spoken to two of them.',
      },
    ],
    vote: { turnout: 0.43, yes: 0.35 },
  },
  {
    key: 'first-point',
    day: 506.8,
    unit: 'league',
    by: 'priya',
    title: 'The first point names those who look after others',
    does: { kind: 'change', point: 'founding/1' },
    text: [
      'We organize where we live and where we work, paid or not, across employers, landlords and trades.',
    ],
    seconds: ['salma', 'gwen'],
    speeches: [
      {
        by: 'priya',
        side: 'for',
        text: 'A third of us do a second shift at home that nobody pays. Two words, and they can see themselves in the sentence.',
      },
      {
        by: 'kit',
        side: 'against',
        text: 'Everything is in the point already. If we add a word for everybody who was meant, it will be a page by next year.',
      },
      {
        by: 'gwen',
        side: 'for',
        text: 'I looked after my husband for nine years. It was the hardest place that I ever worked, and there was no canteen.',
      },
    ],
    vote: { turnout: 0.51, yes: 0.77 },
  },
]
