import type { MotionScript } from './kinds.ts'

/** The first year, in which the league grows and learns what its rules are worth. */
export const GROWTH: readonly MotionScript[] = [
  {
    key: 'landlords',
    day: 117.8,
    unit: 'league',
    by: 'noor',
    title: 'The fifth point is about landlords too',
    does: { kind: 'change', point: 'founding/5' },
    text: [
      'We stand by one another in every dispute with an employer or a landlord. Nobody who strikes with us goes hungry while there is a fund.',
    ],
    seconds: ['oles', 'marisol'],
    speeches: [
      {
        by: 'noor',
        side: 'for',
        text: 'We have done it already: the stairwell has been paying into its own account for eight weeks, and the branch pays the lawyer. Our points ought to say what we do.',
      },
      {
        by: 'jonas',
        side: 'against',
        text: 'Whoever stops work loses the wage the same day. Whoever stops paying rent keeps the money. These are not the same kind of strike, and one fund for both will be empty before the first walk-out.',
      },
      {
        by: 'fatou',
        side: 'for',
        text: 'Jonas, who do you think pays the lawyer when they put us out of the flat? I have three jobs’ worth of payslips and one landlord. It is he who decides whether I can afford to strike.',
      },
      {
        by: 'kit',
        side: 'against',
        text: 'A bank has put two houses in my street up for auction. There is no landlord in it and no employer. If we open the sentence, let us open it properly.',
      },
      {
        by: 'wenqi',
        side: 'for',
        text: 'The words do not have to hold every case. They have to be ones that somebody in the alteration shop would say aloud.',
      },
    ],
    amendments: [
      {
        by: 'kit',
        reason: 'Banks and funds put people out as well, and never meet them.',
        changes: [
          {
            clause: 1,
            to: 'We stand by one another in every dispute with an employer, a landlord or a bank. Nobody who strikes with us goes hungry while there is a fund.',
          },
        ],
        seconds: ['priya', 'leonel'],
        yes: 0.64,
      },
      {
        by: 'dede',
        reason: 'Whoever cleans for an office or waits for its stamp has a dispute as well.',
        changes: [
          {
            clause: 1,
            to: 'We stand by one another in every dispute with an employer, a landlord or an office. Nobody who strikes with us goes hungry while there is a fund.',
          },
        ],
        seconds: ['salma'],
        yes: 0.52,
      },
      {
        by: 'jonas',
        reason: 'If it is to be one fund, then it has to be said who decides.',
        changes: [
          {
            after: 1,
            add: 'Members decide what the fund is spent on, and see every sum that leaves it.',
          },
        ],
        seconds: ['idris', 'kit'],
        yes: 0.91,
      },
    ],
    vote: { turnout: 0.57, yes: 0.8 },
    reports: [
      {
        by: 'bram',
        text: 'We voted against because a point of unity is what everybody has to accept on joining, and there are good members who own the house that they live in and let the upper floor. They read “landlord” and ask whether we mean them. We do not, and the sentence does not say so.',
        signers: ['tomas', 'pilar'],
      },
    ],
  },
  {
    key: 'council',
    day: 139.8,
    unit: 'league',
    by: 'ruth',
    title: 'A council of delegates from the branches',
    does: {
      kind: 'form',
      unit: 'council',
      name: 'League council',
      as: 'group',
      parent: 'league',
      decidedBy: 'delegates',
    },
    text: [
      'Branches send delegates to a council. It decides about what several branches have to do together between two votes of all, and about nothing else.',
      'Delegates vote as their branch has told them. Where it has told them nothing they say so and abstain.',
    ],
    seconds: ['dede', 'amara'],
    speeches: [
      {
        by: 'hana',
        side: 'against',
        text: 'I joined because here nobody sits above anybody. A council that meets while the rest of us work will know more than we do after three months, and after a year it will decide.',
      },
      {
        by: 'ruth',
        side: 'for',
        text: 'At the moment the three of us who keep the roll decide it on the telephone. That is a council already, only that nobody elected it and nobody can recall it.',
      },
      {
        by: 'zeke',
        side: 'for',
        text: 'The second clause is the one that matters. A delegate is a letter with legs.',
      },
    ],
    vote: { turnout: 0.49, yes: 0.76 },
  },
  {
    key: 'thirty-two',
    day: 151.8,
    unit: 'league',
    by: 'priya',
    title: 'Thirty-two hours',
    does: { kind: 'adopt', as: 'position' },
    text: ['A full week of work is thirty-two hours at the wage of forty.'],
    seconds: ['leonel', 'hana'],
    speeches: [
      {
        by: 'priya',
        side: 'for',
        text: 'In the laboratory we have been on four days since the flood, “for the time being”. The errors went down by a third. Nobody has mentioned going back, because then they would have to mention the errors.',
      },
      {
        by: 'marisol',
        side: 'against',
        text: 'A mí me pagan por habitación, no por hora. Treinta y dos horas quieren decir que corro más. Primero hay que acabar con el pago por habitación.',
      },
      {
        by: 'leonel',
        side: 'for',
        text: 'Bread is baked at night whatever the law says. With four shifts of eight instead of five I saw my daughter at breakfast. I did not know that she takes jam.',
      },
      {
        by: 'idris',
        side: 'against',
        text: 'Half of us have no week at all. We have orders. I am not against it, it just is not about me, and I would like the League’s positions to be about me as well.',
      },
    ],
    vote: { turnout: 0.46, yes: 0.54 },
    reports: [
      {
        by: 'marisol',
        text: 'Votamos en contra porque la semana de treinta y dos horas no llega a quien cobra por habitación, por pedido o por prenda. Pedimos que la liga adopte primero una posición contra el pago por pieza, y que las dos vayan juntas.',
        signers: ['idris', 'wenqi', 'pilar', 'tomas'],
      },
    ],
  },
  {
    key: 'delegate-idris',
    day: 158.8,
    unit: 'harbor',
    by: 'jonas',
    title: 'Idris Falk goes to the council for Harbor',
    does: {
      kind: 'give',
      office: 'delegate of Harbor',
      duties: [],
      to: 'idris',
      council: 'council',
      days: 300,
    },
    text: ['Idris Falk is our delegate in the League council. He reports to every second branch meeting.'],
    seconds: ['fatou', 'kit'],
    vote: { turnout: 0.48, yes: 0.87 },
  },
  {
    key: 'delegate-salma',
    day: 160.8,
    unit: 'millside',
    by: 'wenqi',
    title: 'Salma Benhaddou goes to the council for Millside',
    does: {
      kind: 'give',
      office: 'delegate of Millside',
      duties: [],
      to: 'salma',
      council: 'council',
      days: 300,
    },
    text: [
      'Salma Benhaddou is our delegate in the League council. What she is to vote is decided in the branch beforehand.',
    ],
    seconds: ['dede', 'leonel'],
    vote: { turnout: 0.5, yes: 0.94 },
  },
  {
    key: 'delegate-oles',
    day: 161.8,
    unit: 'heights',
    by: 'ruth',
    title: 'Oles Hrytsenko goes to the council for Heights',
    does: {
      kind: 'give',
      office: 'delegate of Heights',
      duties: [],
      to: 'oles',
      council: 'council',
      days: 300,
    },
    text: ['Oles Hrytsenko is our delegate in the League council.'],
    seconds: ['yuki', 'hana'],
    vote: { turnout: 0.46, yes: 0.82 },
  },
  {
    key: 'vacancy',
    day: 172.8,
    unit: 'league',
    by: 'noor',
    title: 'Empty flats are taxed until somebody lives in them',
    does: { kind: 'adopt', as: 'position' },
    text: [
      'Whoever leaves a flat empty for half a year pays the city the rent that it would bring, every month, until somebody lives in it.',
    ],
    seconds: ['hana', 'tomas'],
    speeches: [
      {
        by: 'noor',
        side: 'for',
        text: 'I counted windows without light on four evenings. Two hundred and six between the reservoir and the quay.',
      },
      {
        by: 'gwen',
        side: 'against',
        text: 'It is the middle of the summer, half of the branch is with family, and we vote on a tax. Bring it again when people are here.',
      },
    ],
    // The roll had grown faster than the habit of voting, and it was the hottest fortnight of the year.
    vote: { turnout: 0.16, yes: 0.86 },
  },
  {
    key: 'lock-street',
    day: 204.8,
    unit: 'millside',
    by: 'zeke',
    title: 'A neighbourhood of its own at the canal basin',
    does: {
      kind: 'form',
      unit: 'basin',
      name: 'Canal Basin',
      as: 'place',
      parent: 'millside',
      decidedBy: 'members',
    },
    text: [
      'The streets between the lock and the old dye works are a neighbourhood of Millside with a roll of its own, called Canal Basin.',
      'Whoever lives there moves their membership there or leaves it in Millside, as they like.',
    ],
    seconds: ['gwen', 'salma'],
    speeches: [
      {
        by: 'gwen',
        side: 'for',
        text: 'Three of the dye works’ buildings belong to one company since the spring. What is going to happen there will happen to all of us at once, and we should be able to meet on our own stairs.',
      },
      {
        by: 'wenqi',
        side: 'against',
        text: 'There are nine members there. Nine people can meet without a vote of ninety.',
      },
    ],
    vote: { turnout: 0.43, yes: 0.79 },
  },
]
