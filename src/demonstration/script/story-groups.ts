import type { MotionScript } from './kinds.ts'

/** The first groups: those who pick and deliver, and those who prepare an evening a month. */
export const GROUPS_FORMED: readonly MotionScript[] = [
  {
    key: 'warehouse-group',
    day: 71.8,
    unit: 'league',
    by: 'jonas',
    title: 'A group of those who pick, pack and deliver',
    does: {
      kind: 'form',
      unit: 'warehouses',
      name: 'Warehouse and delivery workers',
      as: 'group',
      parent: 'league',
      decidedBy: 'members',
    },
    text: [
      'Members who work in warehouses, sorting centres and delivery form a group of their own across all branches and employers.',
      'It decides for itself what it demands at work. It speaks for the league only when the league has decided so.',
    ],
    seconds: ['idris', 'amara'],
    speeches: [
      {
        by: 'idris',
        side: 'for',
        text: 'In two years I have had four companies on my jacket and the same streets under me. I know the pickers on the ring road only because Jonas is one of them. No branch brings us together, because we live everywhere.',
      },
      {
        by: 'ruth',
        side: 'against',
        text: 'I have nothing against couriers. But we are fifty people. Put the twelve who come every week into groups, and nobody will come to the branch any more. First branches that stand, then groups.',
      },
      {
        by: 'jonas',
        side: 'for',
        text: 'Ruth, the branch meets on Tuesdays at seven. On Tuesdays at seven I am in aisle 40. It is not that the group would take me from the branch; the branch never had me.',
      },
    ],
    vote: { turnout: 0.61, yes: 0.79 },
  },
  {
    key: 'education-group',
    day: 97.8,
    unit: 'league',
    by: 'dede',
    title: 'A working group on education',
    does: {
      kind: 'form',
      unit: 'education',
      name: 'Education working group',
      as: 'group',
      parent: 'league',
      decidedBy: 'members',
    },
    text: [
      'A working group on education prepares one evening a month that is not a meeting: a film, a text, or somebody who knows something that we need.',
      'It keeps the library, and holds a course for new members on how we decide.',
    ],
    seconds: ['yuki', 'priya'],
    speeches: [
      {
        by: 'yuki',
        side: 'for',
        text: 'I can get us the small reading room on Thursdays, free, with heating. It has stood empty since the council cut the evening hours, and I should like to see it used before somebody sells it.',
      },
      {
        by: 'jonas',
        side: 'against',
        text: 'We have no time for films. Every evening on which somebody explains the world to us is one on which nobody knocks on doors.',
      },
      {
        by: 'tomas',
        side: 'for',
        text: 'Con todo respeto, Jonas: la primera noche que vine no entendí ni la mitad de lo que votamos. Un curso para los nuevos no es un lujo.',
      },
      {
        by: 'dede',
        side: 'for',
        text: 'I teach adults five evenings a week. People who have once understood how interest works, or a balance sheet, do not forget it when they knock on a door. It is not one or the other.',
      },
    ],
    amendments: [
      {
        by: 'jonas',
        reason: 'So that those who work late can come at all.',
        changes: [
          {
            after: 2,
            add: 'Each evening is held twice, once after the early shift and once after the late one, and somebody looks after the children.',
          },
        ],
        seconds: ['salma', 'tomas'],
        yes: 0.83,
      },
    ],
    vote: { turnout: 0.47, yes: 0.84 },
  },
]
