import type { MotionScript } from './kinds.ts'
import { HEIGHTS_RULES } from './league.ts'

/** From the end of the summer to the last days: what branches decide between the large debates of the league. */
export const LATELY: readonly MotionScript[] = [
  {
    key: 'school-kitchens',
    day: 445.8,
    unit: 'league',
    by: 'tomas',
    title: 'School kitchens stay in the schools',
    does: { kind: 'adopt', as: 'position' },
    text: [
      'Food for schools is cooked in schools, by people whom the city employs. No kitchen is closed for a van.',
    ],
    seconds: ['dede', 'priya'],
    speeches: [
      {
        by: 'tomas',
        side: 'for',
        text: 'La camioneta llega a las once con la comida de ayer. Yo cocino para doscientos y sé cómo se llama cada uno. Eso no cabe en una bandeja.',
      },
      {
        by: 'kit',
        side: 'against',
        text: 'I am for the kitchens. But a position that names one kind of kitchen will be followed by one for laundries and one for caretakers. Say it once, for all of them.',
      },
    ],
    vote: { turnout: 0.44, yes: 0.83 },
  },
  {
    key: 'heights-repairs',
    day: 457.8,
    unit: 'heights',
    by: 'sami',
    title: 'A book of repairs in every stairwell',
    text: [
      'In each house in which three of us live hangs a book. Whoever reports a repair writes the day into it, and the day on which it was made.',
      'The branch copies the books every quarter and says which landlord takes how long.',
    ],
    seconds: ['noor', 'yuki'],
    speeches: [
      {
        by: 'yuki',
        side: 'for',
        text: 'A librarian never says no to a book. And a landlord who can be compared begins to compare himself.',
      },
    ],
    vote: { turnout: 0.5, yes: 0.94 },
  },
  {
    key: 'millside-creche',
    day: 472.8,
    unit: 'millside',
    by: 'gwen',
    title: 'Someone minds the children at every meeting',
    text: [
      'At each meeting of the branch two people mind children in the next room, and are paid for it out of the branch’s half of the dues.',
    ],
    seconds: ['salma', 'leonel'],
    speeches: [
      {
        by: 'salma',
        side: 'for',
        text: 'I have heard the last four meetings through a door, with somebody’s two-year-old on my arm.',
      },
      {
        by: 'zeke',
        side: 'against',
        text: 'Paid from what? We put the same money by for the strike fund in the spring. I would do it in turns, unpaid, me first.',
      },
    ],
    amendments: [
      {
        by: 'zeke',
        reason: 'What we do in turns nobody can take away from us when the money is short.',
        changes: [
          {
            clause: 1,
            to: 'At each meeting of the branch two of us mind children in the next room, in turns.',
          },
        ],
        seconds: ['dede'],
        yes: 0.41,
      },
    ],
    vote: { turnout: 0.47, yes: 0.78 },
  },
  {
    key: 'harbor-lockers',
    day: 494.8,
    unit: 'harbor',
    by: 'rosa',
    title: 'Paid minutes for changing clothes',
    text: [
      'We ask every employer at the port and in the sorting halls for ten paid minutes before and after a shift to change clothes and to wash.',
      'Until then we change on the clock, together, from the first Monday of the month on.',
    ],
    seconds: ['jonas', 'anh'],
    speeches: [
      {
        by: 'jonas',
        side: 'for',
        text: 'Twenty minutes a day are two weeks and a half in a year. I have two and a half weeks of my life in that locker.',
      },
      {
        by: 'kit',
        side: 'against',
        text: 'The demand, yes. The second sentence is a strike in a towel. Have we asked whoever is on probation?',
      },
      {
        by: 'idris',
        side: 'against',
        text: 'Rosa’s brother sits at the gate and writes down the minutes, and he writes hers down kindly, as she told us herself. Before we change on the clock I want to know who reads the clock.',
      },
    ],
    vote: { turnout: 0.52, yes: 0.72 },
    reports: [
      {
        by: 'kit',
        text: 'We voted for the demand and against the Monday. Eleven of us on the quay are in their first three months and can be sent home without a word. They were not asked.',
        signers: ['bram', 'fatou'],
      },
    ],
  },
  {
    key: 'heights-secret',
    day: 509.8,
    unit: 'heights',
    by: 'noor',
    title: 'In Heights we vote secretly',
    does: { kind: 'rules', rules: HEIGHTS_RULES },
    text: [
      'Motions of the branch are voted on secretly. Who took part stands in the record, what they voted does not.',
    ],
    seconds: ['ruth', 'oles'],
    speeches: [
      {
        by: 'noor',
        side: 'for',
        text: 'Two of us rent from the husband of the woman who sits beside them at every meeting. They have abstained for a year. I should like to know what they think.',
      },
      {
        by: 'hana',
        side: 'against',
        text: 'Whoever asks for a rent strike should be seen to raise a hand for it. I will vote against this, and I say so aloud.',
      },
    ],
    vote: { turnout: 0.52, yes: 0.79 },
  },
  {
    key: 'open-books',
    day: 514.8,
    unit: 'league',
    by: 'leonel',
    title: 'The treasurer’s books lie open on the table',
    text: [
      'Every quarter the treasurer lays the books of the league on the table at a general meeting and answers for each line. Whoever wants to copy them may.',
    ],
    seconds: ['kit', 'wenqi'],
    speeches: [
      {
        by: 'kit',
        side: 'for',
        text: 'For once I have nothing to add up against it.',
      },
    ],
    vote: { turnout: 0.42, yes: 0.96 },
  },
  {
    key: 'empty-school',
    day: 524.8,
    unit: 'millside',
    by: 'dede',
    title: 'The old school on Weavers Yard becomes a house for all',
    text: [
      'We ask the city for the keys of the old school. Until it answers we meet in its yard, on Thursdays at seven, with soup.',
      'A group of five looks after the yard and the soup, and reports to the branch each month.',
    ],
    seconds: ['wenqi', 'priya'],
    speeches: [
      {
        by: 'wenqi',
        side: 'for',
        text: 'I learned to read in that building when I was thirty-one. It has stood empty for four years and the heating is on.',
      },
      {
        by: 'gwen',
        side: 'against',
        text: 'My knees are against the yard in December. Otherwise yes.',
      },
    ],
    vote: { turnout: 0.49, yes: 0.86 },
  },
  {
    key: 'delivery-apps',
    day: 529.8,
    unit: 'league',
    by: 'idris',
    title: 'Whoever sets the route is the employer',
    does: { kind: 'adopt', as: 'position' },
    text: [
      'Whoever sets the route, the price and the time of a delivery employs the person who makes it, whatever the contract calls them.',
    ],
    seconds: ['hana', 'jonas'],
    speeches: [
      {
        by: 'idris',
        side: 'for',
        text: 'On Sunday the app sent me up Signal Hill nine times. I may refuse, it says. After three refusals it sends nothing until Tuesday.',
      },
      {
        by: 'bram',
        side: 'against',
        text: 'There are three people in our yard who work for themselves and want to go on. The sentence is right for the app and wrong for the man with his own van. Draw the line, and I vote for it.',
      },
      {
        by: 'jonas',
        side: 'for',
        text: 'Bram’s cousin owns the yard. Of course the sentence is to end at its gate.',
      },
    ],
    vote: { turnout: 0.48, yes: 0.76 },
    reports: [
      {
        by: 'bram',
        text: 'A carpenter whom a customer tells when to come is not employed by the customer. The position that was adopted says that he is. We would have named the platforms.',
        signers: ['sami'],
      },
    ],
  },
  {
    key: 'heights-lift',
    day: 533.8,
    unit: 'heights',
    by: 'hana',
    title: 'No rent for a lift that stands still',
    text: [
      'In houses of more than four floors we hold back the part of the rent that is asked for the lift for each week in which it stands still.',
    ],
    seconds: ['oles', 'noor'],
    speeches: [
      {
        by: 'ruth',
        side: 'for',
        text: 'Six floors, on the twenty-third day, with a hip from 1951. I have counted the steps: there are a hundred and eight, and nobody charges less for them.',
      },
      {
        by: 'sami',
        side: 'against',
        text: 'Half of the lifts stand still for want of one part that nobody makes any more. That is not malice. I would give them a fortnight.',
      },
    ],
    vote: { turnout: 0.51, yes: 0.81 },
  },
  // In debate in Millside, as Harbor and the league have theirs.
  {
    key: 'millside-needles',
    day: 545.6,
    unit: 'millside',
    by: 'wenqi',
    title: 'One price for a hem',
    text: [
      'The alteration shops in Mill Lane whose seamstresses are members take no hem below nine, and no zip below fourteen.',
      'Whoever is told to go lower calls the others, and we go there together the same day.',
    ],
    seconds: ['leonel', 'gwen'],
    speeches: [
      {
        by: 'wenqi',
        side: 'for',
        text: 'There are eleven of us in one street and we undercut each other for a hem. The landlord of all eleven shops is the same man.',
      },
    ],
    amendments: [
      {
        by: 'gwen',
        reason: 'A price without a day on which it is looked at again is a price for ever.',
        changes: [{ after: 2, add: 'We look at the prices again every first of May.' }],
        seconds: ['priya'],
        yes: 0.8,
      },
    ],
    vote: { turnout: 0.5, yes: 0.85 },
  },
]
