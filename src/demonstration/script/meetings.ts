import type { MeetingScript } from './kinds.ts'

/** What branches decided at once, because it could not wait. */
export const MEETINGS: readonly MeetingScript[] = [
  {
    key: 'stairwell',
    day: 58.9,
    unit: 'heights',
    by: 'ruth',
    confirmedBy: 'amara',
    tellers: ['oles', 'noor'],
    title: 'We stand behind the rent strike in Terraces 14 to 22',
    text: [
      'From the first of the month the households of Terraces 14 to 22 pay their rent into an account of their own until the boiler is mended. The branch stands behind them and pays for a lawyer.',
    ],
    room: { turnout: 0.7, yes: 1, abstain: 0 },
  },
  {
    key: 'ticket-machines',
    day: 187.9,
    unit: 'heights',
    by: 'ruth',
    confirmedBy: 'wenqi',
    tellers: ['yuki', 'hana'],
    title: 'We call for nobody to buy from the new ticket machines',
    text: [
      'From Monday on we call on all passengers not to buy from the ticket machines that replace the ticket offices, and to ride without a ticket where there is nobody to sell one.',
    ],
    room: { turnout: 0.36, yes: 0.72, abstain: 0.1 },
    petition: 1,
    speeches: [
      {
        by: 'oles',
        side: 'against',
        text: 'I was on shift when you decided this. Who is asked for the ticket that nobody sold? The driver. Last night a man spat at me through the hatch and said that the League had told him to. Take it back, and let us work out with the depot what helps.',
      },
      {
        by: 'hana',
        side: 'for',
        text: 'The offices close in ten days, and with them eleven jobs. That is what could not wait. I am sorry for what happened to Oles; it is an argument for stewards at the stops and not for doing nothing.',
      },
      {
        by: 'ruth',
        side: 'against',
        text: 'I entered this decision and I have signed the petition against it. Thirty of us decided over the heads of the people who have to stand there. I should have said so in the room.',
      },
    ],
    review: { turnout: 0.52, yes: 0.71 },
  },
  {
    key: 'cold-store',
    day: 447.9,
    unit: 'harbor',
    by: 'amara',
    confirmedBy: 'fatou',
    tellers: ['tomas', 'rosa'],
    title: 'Soup and firewood for the pickets at the cold store',
    text: [
      'The branch feeds the pickets at the cold store twice a day for as long as the walk-out lasts, and pays for it from the branch’s half.',
      'We ask the league to open the solidarity fund.',
    ],
    room: { turnout: 0.34, yes: 0.94, abstain: 0.03 },
    petition: 0.3,
  },
  {
    key: 'quay-march',
    day: 543.8,
    unit: 'harbor',
    by: 'fatou',
    confirmedBy: 'amara',
    tellers: ['jonas', 'marisol'],
    title: 'We close the quay road on Saturday',
    text: [
      'On Saturday from ten to noon we close the quay road for a march against the sale of Ropewalk, together with the tenants’ committee and whoever else comes.',
    ],
    room: { turnout: 0.3, yes: 0.68, abstain: 0.08 },
    petition: 0.72,
  },
]
