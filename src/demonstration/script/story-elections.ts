import type { MotionScript } from './kinds.ts'

/** Offices that members elect. */
export const ELECTED: readonly MotionScript[] = [
  {
    key: 'committee',
    day: 296.8,
    unit: 'league',
    by: 'dede',
    title: 'A committee of five that we elect',
    does: { kind: 'open', office: 'coordinating committee', seats: 5, duties: ['meetings'], days: 150 },
    text: [
      'Five members coordinate the league from one vote of all to the next: they call meetings, answer letters and see to it that what was decided is done. They decide nothing themselves.',
      'Each of them says every three months what was done and what was not.',
    ],
    seconds: ['noor', 'kit'],
    speeches: [
      {
        by: 'dede',
        side: 'for',
        text: 'The founders’ mandates run out in the winter. Until now whoever picked up the telephone was the committee. I would rather that we could also put it down again.',
      },
      {
        by: 'hana',
        side: 'against',
        text: 'First a council, now a committee. Five is the number of people who go for a drink together afterwards, and then they agree on everything.',
      },
      {
        by: 'kit',
        side: 'for',
        text: 'By transferable vote, so that a fifth of us gets a fifth of the seats. Hana and those who think like her can send somebody who does not drink.',
      },
    ],
    vote: { turnout: 0.4, yes: 0.83 },
  },
  {
    key: 'complaints-office',
    day: 380.4,
    unit: 'league',
    by: 'noor',
    title: 'Three whom one can tell',
    does: {
      kind: 'open',
      office: 'confidential help after harm',
      seats: 3,
      duties: ['complaints'],
      days: 366,
    },
    text: [
      'Three members are elected to whom anybody can turn who was harmed by another member. They answer within three days and tell nobody.',
    ],
    seconds: ['ruth', 'marisol'],
    speeches: [
      {
        by: 'noor',
        side: 'for',
        text: 'Twice in this year somebody stayed away and nobody asked why. I would like there to be three people whose task it is to ask, and who were chosen for it.',
      },
      {
        by: 'kit',
        side: 'against',
        text: 'Whoever can order two members apart without a vote has power, and I do not like power that nobody sees.',
      },
      {
        by: 'ruth',
        side: 'for',
        text: 'Fourteen days at the most, once, no vote lost, and it stands in the list for all to see that it was done. I have read it twice, Kit.',
      },
    ],
    vote: { turnout: 0.38, yes: 0.86 },
  },
  {
    key: 'chair-millside',
    day: 399.3,
    unit: 'millside',
    by: 'wenqi',
    title: 'Millside elects its chair',
    does: { kind: 'open', office: 'chair of Millside branch', seats: 1, duties: ['meetings'], days: 300 },
    text: ['Whoever is elected opens the meetings of the branch and enters what they decide.'],
    seconds: ['salma', 'gwen'],
    vote: { turnout: 0.4, yes: 0.92 },
  },
  {
    key: 'treasurer',
    day: 519.6,
    unit: 'league',
    by: 'kit',
    title: 'The treasurer is elected by all',
    does: { kind: 'open', office: 'treasurer', seats: 1, duties: [], days: 300 },
    text: [
      'The treasurer keeps the fund’s account, pays what was decided and nothing else, and shows the book to whoever asks.',
    ],
    seconds: ['ruth', 'marisol'],
    speeches: [
      {
        by: 'kit',
        side: 'for',
        text: 'We have just decided to open the books. Then we should also decide who writes them.',
      },
    ],
    vote: { turnout: 0.3, yes: 0.95 },
  },
  {
    key: 'archive',
    day: 528.2,
    unit: 'league',
    by: 'yuki',
    title: 'Somebody keeps our leaflets',
    does: { kind: 'open', office: 'keeper of the archive', seats: 1, duties: [], days: 366 },
    text: [
      'Whoever is elected collects leaflets, minutes and photographs, and gives them to the city library after ten years.',
    ],
    seconds: ['gwen', 'bram'],
    vote: { turnout: 0.28, yes: 0.96 },
  },
]

/** Delegates of the branches, how many of them there are, and what they were sent to vote. */
export const COUNCIL: readonly MotionScript[] = [
  {
    key: 'council-seats',
    day: 436.3,
    unit: 'league',
    by: 'salma',
    title: 'Five seats in the council, by members',
    does: {
      ...{ kind: 'allot', council: 'council', everyDays: 183 },
      ...{ method: 'sainte-lague', seats: 5, fixed: 0 },
    },
    text: [
      'The League council has five seats. The branches get them by their members in good standing, counted anew every half year.',
    ],
    seconds: ['oles', 'tomas'],
    speeches: [
      {
        by: 'oles',
        side: 'for',
        text: 'Heights is the smallest branch and loses by it. I am for it all the same: at the moment I weigh as much as a hundred people at the harbour, and I feel it when I vote.',
      },
    ],
    vote: { turnout: 0.36, yes: 0.88 },
  },
  {
    key: 'delegates-millside',
    day: 475.8,
    unit: 'millside',
    by: 'salma',
    title: 'Millside elects its two delegates',
    does: {
      ...{ kind: 'open', office: 'delegate of Millside', council: 'council' },
      ...{ seats: 2, duties: [], days: 300 },
    },
    text: [
      'Two delegates go to the League council for Millside. They vote there as the branch has told them.',
    ],
    seconds: ['wenqi', 'dede'],
    vote: { turnout: 0.4, yes: 0.94 },
  },
  {
    key: 'delegate-heights',
    day: 477.3,
    unit: 'heights',
    by: 'oles',
    title: 'Heights elects its delegate',
    does: {
      ...{ kind: 'open', office: 'delegate of Heights', council: 'council' },
      ...{ seats: 1, duties: [], days: 300 },
    },
    text: [
      'One delegate goes to the League council for Heights, and says in writing what was voted there and how.',
    ],
    seconds: ['yuki', 'sami'],
    vote: { turnout: 0.42, yes: 0.9 },
  },
  {
    key: 'van',
    day: 513.8,
    unit: 'council',
    by: 'tomas',
    title: 'One van for three branches',
    text: [
      'The branches buy the bakery’s old van together. Each pays for it by the number of its members, and takes it in turn.',
    ],
    seconds: ['leonel', 'gwen'],
    // The branches have a week to tell their delegates what they want.
    secondedAfter: 6.5,
    speeches: [
      {
        by: 'tomas',
        side: 'for',
        text: 'Con la camioneta llevamos sopa a tres piquetes en una noche. Sin ella la llevo yo en el autobús, y Oles me hace bajar.',
      },
      {
        by: 'anh',
        side: 'against',
        text: 'My branch wants it, and I was sent to vote for it. Since then the city has published where engines like this one may not drive from the spring on: the whole harbour. I cannot vote for a van that cannot come to us. I shall say so at home, and answer for it.',
      },
    ],
    vote: { turnout: 1, yes: 0.75, abstain: 0.2 },
  },
  {
    key: 'bind-harbor',
    day: 514.3,
    unit: 'harbor',
    by: 'fatou',
    title: 'Our delegates vote for the van',
    does: { kind: 'bind', council: 'council', question: 'van', answer: 'yes' },
    text: ['Harbor’s delegates in the League council vote for the common van.'],
    seconds: ['bram', 'rosa'],
    vote: { turnout: 0.34, yes: 0.81 },
  },
  {
    key: 'bind-millside',
    day: 514.6,
    unit: 'millside',
    by: 'wenqi',
    title: 'Millside’s delegates vote for the van',
    does: { kind: 'bind', council: 'council', question: 'van', answer: 'yes' },
    text: [
      'Our delegates in the League council vote for the common van, if it costs us less than a month’s dues.',
    ],
    seconds: ['salma', 'dede'],
    vote: { turnout: 0.33, yes: 0.9 },
  },
]
