import type { ElectionScript } from './kinds.ts'

/** Who stood for which office, and how much they were wanted. Terms that end within the story are elected anew. */
export const ELECTIONS: readonly ElectionScript[] = [
  {
    opened: 'complaints-office',
    number: 1,
    candidates: [
      {
        by: 'ruth',
        nominatedBy: 'noor',
        weight: 6,
        statement: 'Forty years on wards: I have heard most things, and repeated none of them.',
      },
      {
        by: 'pilar',
        weight: 4,
        statement: 'Vendo de noche y escucho de día. Hablo con quien prefiera hablar en español.',
      },
      {
        by: 'gwen',
        weight: 3,
        statement:
          'I was on the other side of a few of these as a steward. I know what it is to wait for an answer.',
      },
      {
        by: 'dede',
        nominatedBy: 'priya',
        weight: 2,
        statement: 'I stand so that there is a choice. Vote for the other three.',
      },
    ],
    turnout: 0.34,
  },
  {
    opened: 'committee',
    number: 1,
    candidates: [
      {
        by: 'dede',
        weight: 5,
        statement:
          'I proposed it, so I had better stand. I am good at lists and bad at telephones, and I teach on four evenings. I shall not do a second job here beside this one.',
      },
      {
        by: 'kit',
        weight: 3,
        statement:
          'Somebody on it should be against most things until he has seen the figures. I offer to be that one, and to write down the figures.',
      },
      {
        by: 'noor',
        nominatedBy: 'oles',
        weight: 6,
        statement:
          'I know nineteen stairwells by their smell. What I want is that no letter to the league lies unanswered for more than a week.',
      },
      {
        by: 'marisol',
        weight: 4,
        statement:
          'Limpio habitaciones y conozco a quienes limpian las demás. Quiero que las reuniones sean a horas en que podamos ir, y con alguien que traduzca.',
      },
      {
        by: 'jonas',
        nominatedBy: 'amara',
        weight: 4,
        statement:
          'The big warehouse is a third of our members’ work and has nobody in any office. I stand for that, and for shorter meetings.',
      },
      {
        by: 'bram',
        weight: 2,
        statement: 'I have time, a car and no ambition. I would like us to quarrel less by mail.',
      },
      {
        by: 'priya',
        nominatedBy: 'noor',
        weight: 3,
        statement:
          'I would take the minutes and read them again before the next meeting. It is astonishing what one finds.',
      },
      {
        by: 'gwen',
        weight: 2,
        statement:
          'I was a shop steward for thirty-one years and lost most of it. I can tell five younger people where.',
      },
      {
        by: 'pilar',
        weight: 2,
        statement:
          'Nadie de la calle ha tenido nunca un cargo en ninguna parte. Empecemos por uno pequeño: este.',
      },
    ],
    turnout: 0.42,
  },
  {
    opened: 'committee',
    number: 2,
    candidates: [
      {
        by: 'noor',
        weight: 6,
        statement:
          'Of two hundred and eleven letters we answered all but six within a week. I stand once more, and by our rule for the last time in a row.',
      },
      {
        by: 'rosa',
        nominatedBy: 'jonas',
        weight: 5,
        statement:
          'I sort parcels and have been here for half a year. That is long enough to see that the same people carry the chairs.',
      },
      {
        by: 'sami',
        weight: 4,
        statement:
          'The building sites have six languages and no meeting place. With two people from them on the committee we would have one.',
      },
      {
        by: 'marisol',
        weight: 4,
        statement: 'Conseguimos traducción en todas las reuniones. Ahora quiero que también haya guardería.',
      },
      {
        by: 'dede',
        weight: 4,
        statement: 'The lists are in order. I would like to hand them over properly, which takes a term.',
      },
      {
        by: 'bram',
        weight: 3,
        statement:
          'Still a car, still no ambition. The quarrels by mail have become fewer; I do not claim that.',
      },
      {
        by: 'priya',
        weight: 2,
        statement: 'Last time I missed it by four votes. The offer about the minutes stands.',
      },
      {
        by: 'kit',
        weight: 3,
        statement:
          'I voted against three things that we then did and that went well, and against two that did not. Have me or do not.',
      },
    ],
    turnout: 0.4,
  },
  {
    opened: 'chair-millside',
    number: 1,
    candidates: [
      {
        by: 'zeke',
        nominatedBy: 'gwen',
        weight: 7,
        statement:
          'I am awake when others sleep, which is when one writes agendas. Nobody speaks for longer than an egg boils.',
      },
      {
        by: 'leonel',
        weight: 3,
        statement: 'There would be bread. And the meeting would end at nine, because I get up at two.',
      },
      {
        by: 'priya',
        weight: 3,
        statement: 'The chair should change every year. I would write down how it is done, for the next one.',
      },
    ],
    turnout: 0.5,
  },
  {
    opened: 'delegates-millside',
    number: 1,
    candidates: [
      {
        by: 'leonel',
        weight: 6,
        statement:
          'I deliver to all three branches every morning, so the council will hear from me before it meets. I vote what you say.',
      },
      {
        by: 'gwen',
        nominatedBy: 'wenqi',
        weight: 6,
        statement:
          'A delegate is a letter with legs, as Zeke says. My legs are seventy-two, but they are punctual.',
      },
      {
        by: 'priya',
        weight: 1,
        statement:
          'I would ask for the mandate in writing each time, and bring it back with the vote beside it.',
      },
    ],
    turnout: 0.45,
  },
  {
    opened: 'delegate-heights',
    number: 1,
    candidates: [
      {
        by: 'oles',
        weight: 2,
        statement: 'I have done it for three hundred days and would go on. I would also be glad of a rest.',
      },
      {
        by: 'hana',
        nominatedBy: 'noor',
        weight: 7,
        statement:
          'I voted against this council. If there has to be one, somebody should sit in it who counts its hours. Where you have told me nothing I abstain.',
      },
    ],
    turnout: 0.5,
  },
  // Open at the present.
  {
    opened: 'treasurer',
    number: 1,
    candidates: [
      {
        by: 'tomas',
        nominatedBy: 'salma',
        weight: 4,
        statement:
          'En la cocina cuento hasta los huevos. El libro estará siempre sobre la mesa, abierto por la última página.',
      },
      {
        by: 'priya',
        weight: 4,
        statement:
          'I weigh to the tenth of a milligram all day. Every sum would stand on the notice board within a week, and every mistake of mine as well.',
      },
      {
        by: 'jonas',
        under: 'work-first',
        weight: 3,
        statement:
          'I want the strike fund and the rent fund in two columns, and a reserve that nobody touches: three months of pay for thirty people.',
      },
      {
        by: 'pilar',
        nominatedBy: 'tomas',
        weight: 3,
        statement:
          'Llevo las cuentas de sesenta puestos de memoria y nunca faltó una moneda. Aquí las escribiría.',
      },
    ],
    turnout: 0.4,
  },
  // Nominations are open at the present.
  {
    opened: 'archive',
    number: 1,
    candidates: [
      {
        by: 'bram',
        weight: 1,
        statement:
          'I have a dry loft and every leaflet since the boiler. They are in order of the damp they suffered.',
      },
    ],
    asked: [
      { member: 'wenqi', by: 'ruth' },
      { member: 'gwen', by: 'yuki' },
    ],
    turnout: 0.4,
  },
]
