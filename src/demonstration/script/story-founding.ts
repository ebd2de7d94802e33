import type { MotionScript } from './kinds.ts'

/** The founding, and the first things that were decided. */
export const FOUNDING: readonly MotionScript[] = [
  {
    key: 'founding',
    day: 1.8,
    unit: 'league',
    by: 'amara',
    title: 'We found the Merrow Bay League',
    does: { kind: 'found' },
    text: [
      'We organize where we live and where we work, across employers, landlords and trades.',
      'Whoever lives by their own work, or would if there were any, can join. Whoever hires and fires, or lets homes for a living, cannot.',
      'Every decision that binds members comes out of an open debate among them, and every member can read how it came about.',
      'Delegates carry what they were told to carry, report back, and can be recalled at any time.',
      'We stand by one another in every dispute with an employer. Nobody who strikes with us goes hungry while there is a fund.',
    ],
    seconds: [],
    speeches: [
      {
        by: 'wenqi',
        side: 'for',
        text: 'Forty of us have been meeting in the back of the alteration shop since March. Three times we agreed on something and three times nobody could say afterwards what it was. I want this written down, with a vote behind it.',
      },
      {
        by: 'kit',
        side: 'against',
        text: 'I am for a league and against a program. Forty people who all agree on five sentences are a club. Let us do one thing together first, and write down afterwards what we turned out to believe.',
      },
      {
        by: 'ruth',
        side: 'for',
        text: 'Kit, five short sentences are exactly few enough. I have sat in organizations whose program was forty pages, and the only people who had read it were those who used it to throw the others out. Here nothing else is asked of anybody.',
      },
      {
        by: 'marisol',
        side: 'for',
        text: 'En mi hotel somos de seis países y de cuatro empresas de limpieza distintas. Ningún sindicato nos quiso juntas. El primer punto es la razón por la que estoy aquí.',
      },
      {
        by: 'bram',
        side: 'against',
        text: 'Point two shuts out the man who owns one boat and takes a boy along in the season. I know four of them, and they are worse off than I am. I would rather leave it to the branches.',
      },
      {
        by: 'noor',
        side: 'for',
        text: 'Look at the fourth point before you look at the rest. It is the one that decides whether we still own this thing in three years.',
      },
    ],
    amendments: [
      {
        by: 'bram',
        reason: 'A season’s help on a small boat is not what we mean, and the sentence should say so.',
        changes: [
          {
            clause: 2,
            to: 'Whoever lives by their own work, or would if there were any, can join, with a helper in the season or without. Whoever hires and fires for a living, or lets homes for a living, cannot.',
          },
        ],
        seconds: ['kit', 'tomas'],
        yes: 0.61,
      },
      {
        by: 'kit',
        reason: 'Without the fund the sentence is honest: we have eleven hundred in a tin.',
        changes: [{ clause: 5, to: 'We stand by one another in every dispute with an employer.' }],
        seconds: ['idris'],
        yes: 0.29,
      },
    ],
    vote: { turnout: 0.9, yes: 0.88, abstain: 0.05 },
  },
  {
    key: 'dues',
    day: 24.8,
    unit: 'league',
    by: 'wenqi',
    title: 'Dues by what one earns',
    text: [
      'Every member pays one hundredth of their monthly income, and decides on their own honour what that is.',
      'Whoever has nothing pays nothing, and need not say why to anybody but the treasurer.',
      'Half of the dues stay in the branch; a third go into the solidarity fund; the rest pays for rooms, paper and stamps.',
    ],
    seconds: ['salma', 'jonas'],
    speeches: [
      {
        by: 'salma',
        side: 'for',
        text: 'A flat sum is the same for me as for the man who runs the laboratory. I have paid such dues before, and it was always us who fell behind and were written to.',
      },
      {
        by: 'kit',
        side: 'against',
        text: 'I tally for a living. A sum that everybody sets for themselves cannot be budgeted. Put it at a fixed rate in three bands, and let people choose the band.',
      },
      {
        by: 'priya',
        side: 'for',
        text: 'The food bank at the hospital has worked on self-declared income for nine years. It comes out within a few per cent, year after year, because people who are trusted are mostly honest.',
      },
      {
        by: 'oles',
        side: 'against',
        text: 'A half for the branch is too much before the branches do anything. The fund is what the bus depot asks me about: how long could you carry us? Today the answer is two days.',
      },
    ],
    amendments: [
      {
        by: 'oles',
        reason: 'A strike that we cannot carry for a fortnight we had better not begin.',
        changes: [
          {
            clause: 3,
            to: 'A third of the dues stay in the branch; half go into the solidarity fund; the rest pays for rooms, paper and stamps.',
          },
        ],
        seconds: ['amara', 'noor'],
        yes: 0.66,
      },
      {
        by: 'kit',
        reason: 'The fund and the branches alike, so that nobody has to argue about it every year.',
        changes: [
          {
            clause: 3,
            to: 'Two fifths of the dues stay in the branch; two fifths go into the solidarity fund; the rest pays for rooms, paper and stamps.',
          },
        ],
        seconds: ['bram'],
        yes: 0.54,
      },
    ],
    vote: { turnout: 0.74, yes: 0.81 },
  },
  {
    key: 'union-name',
    day: 44.8,
    unit: 'league',
    by: 'jonas',
    title: 'We call ourselves a union',
    text: ['From the next general meeting on our name is Merrow Bay Union.'],
    seconds: ['bram'],
    withdrawnAfter: 6.2,
    speeches: [
      {
        by: 'noor',
        side: 'against',
        text: 'Half of us came because of a landlord and not because of a boss. “Union” tells them that this is not for them. Ask on my stairwell.',
      },
    ],
  },
  {
    key: 'telephones',
    day: 51.8,
    unit: 'league',
    by: 'bram',
    title: 'No telephones in meetings',
    text: ['Whoever comes to a meeting leaves the telephone in the box by the door.'],
    seconds: [],
    speeches: [
      {
        by: 'salma',
        side: 'against',
        text: 'My mother is alone in the evenings, and my shifts come by telephone with an hour’s notice. I would simply stop coming.',
      },
    ],
  },
  {
    key: 'rent-register',
    day: 60.8,
    unit: 'league',
    by: 'noor',
    title: 'Rents belong in the open',
    does: { kind: 'adopt', as: 'position' },
    text: [
      'The city keeps a public register of every rent, by building and year, and of who owns the building in the end.',
      'A rent that is not in the register cannot be claimed in court.',
    ],
    seconds: ['ruth', 'tomas'],
    speeches: [
      {
        by: 'noor',
        side: 'for',
        text: 'There are nineteen flats on our stairs, all alike. We wrote the rents on one sheet: from 610 to 1,140. In one evening nineteen people understood more about their landlord than in ten years. That sheet is the register.',
      },
      {
        by: 'priya',
        side: 'against',
        text: 'A register of rents is a register of tenants. Who is behind, who has five people in two rooms: I do not want that in a public list, and I do not trust the housing office with it either.',
      },
      {
        by: 'ruth',
        side: 'for',
        text: 'The land register has been public for a hundred and fifty years, and nobody’s grandmother came to harm by it. A flat and its rent, not a name. The amendment says so.',
      },
      {
        by: 'kit',
        side: 'against',
        text: 'The second sentence will be used against tenants. A landlord forgets to enter it, and next a court says that the contract is void and out you go.',
      },
    ],
    amendments: [
      {
        by: 'priya',
        reason: 'What must be known is the flat and not who lives in it.',
        changes: [
          {
            clause: 1,
            to: 'The city keeps a public register of every rent, by flat and year and without names of tenants, and of who owns the building in the end.',
          },
        ],
        seconds: ['ruth', 'salma'],
        yes: 0.9,
      },
      {
        by: 'kit',
        reason: 'A rent that cannot be claimed must not cost anybody the flat.',
        changes: [
          {
            clause: 2,
            to: 'A rent that is not in the register cannot be claimed in court, and the contract stands all the same.',
          },
        ],
        seconds: ['wenqi'],
        yes: 0.77,
      },
    ],
    vote: { turnout: 0.58, yes: 0.86 },
  },
]
