import type { AccountScript, RecallScript } from './kinds.ts'

/** What those who hold an office said of it. The chair of Millside said nothing. */
export const ACCOUNTS: readonly AccountScript[] = [
  {
    day: 104.3,
    by: 'ruth',
    office: 'organizer',
    text: 'Sixty-one people are on the roll now. I keep it in two copies, and I count them against each other on Sundays.',
  },
  {
    day: 106.4,
    by: 'wenqi',
    office: 'organizer',
    text: 'I admitted nineteen and refused nobody. Who vouches should know whom they vouch for; twice I asked, and it was a cousin of a cousin.',
  },
  {
    day: 107.2,
    by: 'amara',
    office: 'organizer',
    text: 'I opened five meetings and closed four; the fifth closed itself.',
  },
  {
    day: 254.4,
    by: 'idris',
    office: 'delegate of Harbor',
    text: 'One vote, on the leaflet about the ticket machines. You had told me to vote against it. I voted for it, because it had been changed in the room, and I did not ask you. I tell you before you read it.',
  },
  {
    day: 258.2,
    by: 'salma',
    office: 'delegate of Millside',
    text: 'One vote, on the leaflet, as the branch wanted it. The rest was soup.',
  },
  {
    day: 260.7,
    by: 'oles',
    office: 'delegate of Heights',
    text: 'One vote, for the leaflet, as you told me. I still think that it will be read to me through the hatch.',
  },
  {
    day: 401.5,
    by: 'tomas',
    office: 'delegate of Harbor',
    text: 'El consejo se reunió dos veces. Voté por el folleto común, como ustedes querían. De lo demás no había mandato, y me abstuve.',
  },
  {
    day: 416.4,
    by: 'noor',
    office: 'coordinating committee',
    text: 'Ninety-four letters, ninety answered within a week. Two meetings were called. What was not done: the list of stairwells, because I began it three times and each time the boiler went.',
  },
  {
    day: 416.9,
    by: 'dede',
    office: 'coordinating committee',
    text: 'The lists exist: who can translate, who can drive, who can be rung up at night. Nobody is on all three any more.',
  },
  {
    day: 417.6,
    by: 'marisol',
    office: 'coordinating committee',
    text: 'Doce reuniones, todas con alguien que traduce. A dos llegamos tarde nosotras.',
  },
  {
    day: 418.3,
    by: 'kit',
    office: 'coordinating committee',
    text: 'I asked for the figures eleven times and had them seven times. The other four are in the minutes as questions.',
  },
  {
    day: 438.6,
    by: 'yuki',
    office: 'keeper of the roll',
    text: 'Forty-one admitted, one refused, four lapsed and two of these back again. The average time from application to admission is six days; the longest was nine, and that was my holiday.',
  },
  {
    day: 441.2,
    by: 'fatou',
    office: 'keeper of the roll',
    text: 'Yuki has said the numbers. I add that I entered what three meetings decided, each within a day, and that somebody should do this after me who does not start work at five.',
  },
  {
    day: 486.5,
    by: 'tomas',
    office: 'delegate of Harbor',
    text: 'Ahora somos dos, y es mejor: una pregunta y el otro escribe. Tres votaciones, todas con mandato. La carta con los resultados está en el tablón de la sede.',
  },
  {
    day: 501.3,
    by: 'amara',
    office: 'chair of Harbor branch',
    text: 'Six meetings, on average forty-four people. The shortest took fifty minutes and decided most. I still do not manage that those speak who come for the first time.',
  },
  {
    day: 497.2,
    by: 'ruth',
    office: 'confidential help after harm',
    text: 'Somebody came. I answered within a day. That is all that I shall say here, and all that there is to say.',
  },
  {
    day: 498.7,
    by: 'pilar',
    office: 'confidential help after harm',
    text: 'Tres noches al mes se me puede encontrar después del mercado, sin cita. Vinieron a hablar, no a quejarse; también sirve.',
  },
  {
    day: 499.4,
    by: 'gwen',
    office: 'confidential help after harm',
    text: 'Nobody was passed on to me. I put the notice up in four more stairwells.',
  },
  {
    day: 528.4,
    by: 'yuki',
    office: 'keeper of the roll',
    text: 'The roll was checked against the dues list in one evening, with eleven people and soup. Three mistakes, all mine, all mended.',
  },
  {
    day: 530.6,
    by: 'fatou',
    office: 'keeper of the roll',
    text: 'Two decisions of meetings entered. I moved to the late shift, and nothing has been late since.',
  },
  {
    day: 522.4,
    by: 'priya',
    office: 'moderator',
    text: 'One text hidden, and a panel showed it again. I have read its reasons twice, and I would decide otherwise now.',
  },
  {
    day: 535.2,
    by: 'anh',
    office: 'delegate of Harbor',
    text: 'I voted against the van, and you had told me to vote for it. The reason is the map of the new zone, which came out after your vote. I ought to have asked for a meeting and had three days in which I did not. The van is bought; if you want somebody else in my seat, I shall not be angry.',
  },
  {
    day: 542.3,
    by: 'hana',
    office: 'delegate of Heights',
    text: 'One vote, on the van. You had told me nothing, so I abstained and said why. The council has met for three hours and forty minutes since I sit in it. I count on.',
  },
]

/** Petitions for a recall that run at the present. */
export const RECALLS: readonly RecallScript[] = [
  {
    key: 'chair-millside',
    day: 541.6,
    by: 'gwen',
    office: 'chair of Millside branch',
    holder: 'zeke',
    reason:
      'I nominated Zeke and like him. Since he was elected there was no account of the office, the last three meetings were opened by whoever stood next to the door, and letters come back unread. Either he tells us what is the matter, or we choose somebody else.',
    signers: ['leonel', 'wenqi', 'salma'],
  },
]
