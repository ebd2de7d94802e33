import type { TendencyScript } from './kinds.ts'

/** Two tendencies of the league, whose platforms differ in two points and agree in one. */
export const TENDENCIES: readonly TendencyScript[] = [
  {
    key: 'work-first',
    day: 496.6,
    by: 'jonas',
    name: 'Work first',
    signers: ['amara', 'fatou', 'leonel', 'rosa'],
    platform: [
      {
        stance: 'change',
        point: 'founding/5',
        clauses: [
          'We stand by one another in every dispute with an employer or a landlord. A third of all dues is put by for those who strike, and is spent on nothing else.',
        ],
        salience: 5,
        rationale:
          'A fund that is also for everything else is empty on the day on which forty people ask how long they can stay out.',
      },
      {
        stance: 'affirm',
        point: 'thirty-two/1',
        clauses: [],
        salience: 4,
        rationale: 'Whoever works fifty hours has no evening for any of the other points.',
      },
      {
        stance: 'own',
        point: null,
        clauses: [
          'Every branch names two members for each large place of work in it, who are there on all shifts.',
        ],
        salience: 3,
        rationale: 'Three times we had one person in a hall, and then that person moved away.',
      },
    ],
    statements: [
      {
        day: 543.2,
        by: 'amara',
        motion: 'fund-rules',
        text: 'Forty a day from the third day, and not a cent for anything else out of the same tin. We vote yes, and for no amendment that makes it smaller.',
      },
    ],
  },
  {
    key: 'streets-and-stairs',
    day: 501.4,
    by: 'noor',
    name: 'Streets and stairs',
    signers: ['hana', 'ruth', 'gwen', 'sami', 'zeke'],
    platform: [
      {
        stance: 'affirm',
        point: 'founding/5',
        clauses: [],
        salience: 3,
        rationale: 'It says enough. How much is put by is for rules, which can be changed in a bad winter.',
      },
      {
        stance: 'change',
        point: 'rent-register/1',
        clauses: [
          'The city keeps a public register of every rent, by building and year, and of who owns the building in the end. No rent is raised while it has not been entered.',
        ],
        salience: 5,
        rationale:
          'Most of us have changed jobs since we joined, and almost nobody their street. Where we live we are still together when the contract ends.',
      },
      {
        stance: 'affirm',
        point: 'thirty-two/1',
        clauses: [],
        salience: 2,
        rationale: '',
      },
    ],
    statements: [
      {
        day: 544.1,
        by: 'noor',
        motion: 'fund-rules',
        text: 'We are for the fund and for the reserve. A rent strike lasts for months and costs more than nine days at the fish plant: whoever empties the fund in three weeks has decided against us without saying so.',
      },
      {
        day: 547.3,
        by: 'hana',
        motion: 'allocation',
        text: 'This is our motion in all but name. We ask you to vote for a list that can be read, and to settle the points of it afterwards.',
      },
    ],
  },
]
