import type { MotionScript } from './kinds.ts'
import { SECOND_RULES } from './league.ts'

/** The second half year: rules are changed, a delegate is recalled, a majority is missed by one. */
export const QUARRELS: readonly MotionScript[] = [
  {
    key: 'summer-quorum',
    day: 226.8,
    unit: 'league',
    by: 'dede',
    title: 'A quorum that holds in the summer too',
    does: { kind: 'rules', rules: SECOND_RULES },
    text: [
      'Three twentieths of the roll are enough for a vote instead of a fifth.',
      'In return a meeting’s decision can be brought before everybody for three weeks instead of two, and whoever is given notice of a lapse has forty-five days to mend it instead of thirty.',
    ],
    seconds: ['noor', 'yuki'],
    speeches: [
      {
        by: 'dede',
        side: 'for',
        text: 'The vote on empty flats failed by seven people who were on a beach. With a hundred and thirty members a fifth is twenty-six, and in August that is the whole of us who are awake.',
      },
      {
        by: 'kit',
        side: 'against',
        text: 'The quorum did what it is for. It told us that people did not care enough about that vote to press a button in five days. Lower it, and next year somebody proposes a tenth.',
      },
      {
        by: 'ruth',
        side: 'for',
        text: 'I was against it until I read the second half. More time to object and more time to mend: that is a fair price, and whoever is absent gains by it.',
      },
      {
        by: 'hana',
        side: 'for',
        text: 'Three of those who did not vote told me that they had not known. The answer to that is a letter in time, and not a number. But I shall vote for the number as well.',
      },
    ],
    vote: { turnout: 0.51, yes: 0.74 },
  },
  {
    key: 'no-bosses-secrets',
    day: 249.8,
    unit: 'league',
    by: 'hana',
    title: 'A sixth point: wages among ourselves are no secret',
    does: { kind: 'adopt', as: 'unity' },
    text: ['We tell one another what we earn and what we pay in rent.'],
    seconds: ['priya', 'zeke'],
    speeches: [
      {
        by: 'hana',
        side: 'for',
        text: 'There is a line in my contract that forbids me to say what I earn. It is void, and it works all the same, because everybody in the hall has it. I want to belong to something in which it does not work.',
      },
      {
        by: 'salma',
        side: 'against',
        text: 'A position, gladly. A point of unity means that somebody who is ashamed of their wage cannot join. Those are the people I have been bringing here for a year.',
      },
      {
        by: 'jonas',
        side: 'for',
        text: 'We did it in the warehouse, on the back of a pallet sheet. It took twenty minutes, and the difference between the two shifts was gone within the month.',
      },
      {
        by: 'bram',
        side: 'against',
        text: 'My accounts are nobody’s business, and I say that as somebody who has nothing in them.',
      },
    ],
    // One vote short of two thirds: the narrowest result so far.
    vote: { turnout: 0.49, yes: 0.66, oneShort: true },
    reports: [
      {
        by: 'hana',
        text: 'A majority of us wanted this and it was not adopted, and that is right: what everybody has to accept on joining needs two thirds. We missed them by one vote. We put down here that we shall bring it again in other words, and that we have listened to Salma.',
        signers: ['priya', 'jonas', 'zeke', 'fatou'],
      },
    ],
  },
  {
    key: 'recall-idris',
    day: 274.8,
    unit: 'harbor',
    by: 'fatou',
    title: 'Idris Falk is recalled from the council',
    does: { kind: 'recall', mandate: 'delegate-idris' },
    text: [
      'The branch had told its delegate to vote against the common leaflet on the ticket machines. He voted for it. He is recalled as our delegate; nothing else is held against him.',
    ],
    seconds: ['kit', 'bram'],
    speeches: [
      {
        by: 'fatou',
        side: 'for',
        text: 'I like Idris, I voted for him, and I shall vote for him again for something else. We told him one thing and he did another. If that has no consequence, then telling delegates anything is theatre.',
      },
      {
        by: 'idris',
        side: 'against',
        text: 'It is true. In the room it turned out that the leaflet had been changed so that Heights could live with it, and I thought that you would have agreed. I should have abstained and asked you. I think that an apology is enough, but I understand those who do not.',
      },
      {
        by: 'pilar',
        side: 'against',
        text: 'Si echamos a alguien por pensar en la sala, la próxima vez nadie querrá ir.',
      },
      {
        by: 'kit',
        side: 'for',
        text: 'He may think as much as he likes. He was sent with a vote in his pocket, and it was not his.',
      },
    ],
    vote: { turnout: 0.58, yes: 0.61 },
    reports: [
      {
        by: 'pilar',
        text: 'No estamos de acuerdo con la revocación. Idris informó él mismo a la asamblea de lo que había votado, y por qué. Quien dice la verdad en contra de su interés debería poder seguir.',
        signers: ['tomas', 'marisol', 'rosa'],
      },
    ],
  },
  {
    key: 'delegate-tomas',
    day: 290.8,
    unit: 'harbor',
    by: 'idris',
    title: 'Tomás Echeverri goes to the council for Harbor',
    does: {
      kind: 'give',
      office: 'delegate of Harbor',
      duties: [],
      to: 'tomas',
      council: 'council',
      days: 300,
    },
    text: ['Tomás Echeverri is our delegate in the League council. He brings home in writing what he voted.'],
    seconds: ['pilar', 'marisol'],
    vote: { turnout: 0.47, yes: 0.9 },
  },
  {
    key: 'strike-vacancy-court',
    day: 301.8,
    unit: 'league',
    by: 'kit',
    title: 'The second sentence on rents is struck',
    does: { kind: 'strike', point: 'rent-register/2' },
    text: [
      'Since the court in the matter of Terraces 14 to 22 has ruled that an unregistered rent leaves the contract in doubt, the sentence does harm. We strike it, and keep the register.',
    ],
    seconds: ['noor', 'ruth'],
    speeches: [
      {
        by: 'noor',
        side: 'for',
        text: 'It was I who wrote it, and Kit who warned us. He was right. The lawyer of the company read our own position out in court.',
      },
      {
        by: 'gwen',
        side: 'against',
        text: 'A court gets something wrong and we strike what is right? I would keep it and say why.',
      },
    ],
    vote: { turnout: 0.42, yes: 0.83 },
  },
  {
    key: 'rename-warehouses',
    day: 309.8,
    unit: 'warehouses',
    by: 'rosa',
    title: 'Cold stores and sorting halls stand in our name',
    does: { kind: 'rename', unit: 'warehouses', name: 'Warehouse, cold-store and delivery workers' },
    text: ['The group is called “Warehouse, cold-store and delivery workers” from now on.'],
    seconds: ['idris', 'fatou'],
    vote: { turnout: 0.55, yes: 0.92 },
  },
  {
    key: 'no-secrets-again',
    day: 329.8,
    unit: 'league',
    by: 'salma',
    title: 'A sixth point, in other words',
    does: { kind: 'adopt', as: 'unity' },
    text: [
      'Nobody among us has to say what they earn or pay, and nobody is ever to be punished for saying it. What we know about wages and rents we use together.',
    ],
    seconds: ['hana', 'jonas'],
    speeches: [
      {
        by: 'salma',
        side: 'for',
        text: 'Hana and I sat down over two evenings. She wanted the hall to speak, I wanted nobody to be made to. It turned out that this is one sentence and not two.',
      },
      {
        by: 'hana',
        side: 'for',
        text: 'It is weaker than mine and more people can sign it. That is what a point of unity is for.',
      },
      {
        by: 'bram',
        side: 'against',
        text: 'Better than last time. I still say that it is a position and not a condition for joining.',
      },
    ],
    vote: { turnout: 0.53, yes: 0.81 },
  },
]
