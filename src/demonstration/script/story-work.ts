import type { MotionScript } from './kinds.ts'

/** From the second spring to the autumn: heat, a walk-out, tenants of three branches, and a motion that fails. */
export const WORK: readonly MotionScript[] = [
  {
    key: 'tenants-charter',
    day: 352.8,
    unit: 'league',
    by: 'yuki',
    title: 'What we ask of every landlord',
    text: [
      'Repairs that concern heat, water, light or locks are begun within three days of being reported, on paper or by telephone.',
      'Nobody is given notice in the winter, or while somebody in the household is ill or has a child below one year.',
      'The rent for a new tenant is the rent of the last one.',
      'A building with more than six flats has a board in the hall on which tenants may hang what they like.',
      'Where a landlord does not keep to this, the neighbourhood decides within a fortnight what we do about it.',
    ],
    seconds: ['noor', 'pilar'],
    speeches: [
      {
        by: 'yuki',
        side: 'for',
        text: 'I have been collecting these for a year, in an exercise book at the counter of the library. There is nothing in here that somebody did not ask me with a letter in their hand.',
      },
      {
        by: 'kit',
        side: 'against',
        text: 'Five demands at once are a wish list. The third is worth all the others together, and it is the one that we shall drop first when they sit across the table. Bring the third by itself.',
      },
      {
        by: 'pilar',
        side: 'for',
        text: 'El tablero en la entrada parece poca cosa. En mi edificio arrancan cada papel el mismo día. Sin tablero no hay reunión, y sin reunión no hay nada de lo demás.',
      },
      {
        by: 'gwen',
        side: 'for',
        text: 'Kit wants one demand because one is easier to count. A landlord who gives way on the board has learned that there is somebody he gives way to.',
      },
      {
        by: 'sami',
        side: 'against',
        text: 'As an electrician: three days for light is long and three days for a lock is nothing. If we write days down, then by the thing that is broken.',
      },
    ],
    amendments: [
      {
        by: 'sami',
        reason: 'A dead socket can wait; a dead stairwell light breaks hips.',
        changes: [
          {
            clause: 1,
            to: 'Repairs that concern heat, water or light on the stairs are begun within one day of being reported, locks and all else within five, on paper or by telephone.',
          },
        ],
        seconds: ['oles', 'yuki'],
        yes: 0.72,
      },
      {
        by: 'salma',
        reason:
          'An eviction in March is no warmer than one in February, and the old and the very young are ill all year.',
        changes: [
          {
            clause: 2,
            to: 'Nobody is given notice between October and April, or while somebody in the household is ill, above seventy, or a child below three years.',
          },
        ],
        seconds: ['noor', 'hana'],
        yes: 0.78,
      },
      {
        by: 'kit',
        reason: 'The more we ask for, the easier it is to say no to all of it.',
        changes: [{ remove: 4 }],
        seconds: ['bram'],
        yes: 0.31,
      },
    ],
    vote: { turnout: 0.52, yes: 0.88 },
  },
  {
    key: 'piece-rates',
    day: 366.8,
    unit: 'league',
    by: 'marisol',
    title: 'Contra el pago por habitación, por pedido y por prenda',
    does: { kind: 'adopt', as: 'position' },
    text: [
      'Quien trabaja cobra por el tiempo que da, y no por habitación, por pedido ni por prenda. Mientras haya pago por pieza, nadie cobra menos que el salario por hora más alto de la casa.',
    ],
    seconds: ['wenqi', 'idris'],
    speeches: [
      {
        by: 'marisol',
        side: 'for',
        text: 'Hace siete meses firmé un informe de minoría. Hoy traigo lo que pedíamos. Dieciocho habitaciones por turno, y si el huésped dejó la noche en las paredes, es la misma tarifa.',
      },
      {
        by: 'wenqi',
        side: 'for',
        text: 'In the shop we were paid by the seam until 2009. I can still tell you by the feel of a seam who was ill that week.',
      },
      {
        by: 'leonel',
        side: 'against',
        text: 'I am for it in hotels and against writing “everybody”. My brother lays tiles by the metre, earns well by it, and would leave us over this sentence.',
      },
      {
        by: 'idris',
        side: 'for',
        text: 'The second half is the clever one. As soon as the piece may never pay less than the hour, nobody in the office wants to count pieces any more.',
      },
    ],
    vote: { turnout: 0.47, yes: 0.82 },
  },
  {
    key: 'reading-course',
    day: 379.8,
    unit: 'education',
    by: 'priya',
    title: 'A course in reading balance sheets',
    text: [
      'From next month on we read the annual accounts of one local employer at each meeting of the group: first the container line, then the hospital, then the company that owns Terraces 14 to 22.',
      'Whoever has read one explains it to a branch.',
    ],
    seconds: ['leonel', 'hana'],
    speeches: [
      {
        by: 'leonel',
        side: 'for',
        text: 'I thought that a balance sheet was for people with ties. Dede needed twenty minutes and a bag of flour to show me that it is a recipe and what was left in the tin.',
      },
    ],
    vote: { turnout: 0.5, yes: 0.96 },
  },
  {
    key: 'council-leaflet',
    day: 391.8,
    unit: 'council',
    by: 'salma',
    title: 'One leaflet for three branches on the charter',
    text: [
      'The three branches carry the same leaflet on the tenants’ charter to every door in April, in English, Spanish and Polish.',
    ],
    seconds: ['oles', 'tomas'],
    vote: { turnout: 1, yes: 1, abstain: 0 },
  },
  {
    key: 'port-federation',
    day: 411.8,
    unit: 'league',
    by: 'jonas',
    title: 'We join the port federation',
    text: [
      'The League joins the federation of organizations along the coast, sends it a delegate and pays it a twentieth of the dues.',
      'We may leave again by the same majority.',
    ],
    seconds: ['amara', 'rosa'],
    speeches: [
      {
        by: 'jonas',
        side: 'for',
        text: 'When they moved the night sorting to the northern port nobody there knew our names. A federation is a telephone number that somebody answers at four in the morning.',
      },
      {
        by: 'hana',
        side: 'against',
        text: 'I have read their rules. Their board is elected for four years and can be recalled by nobody. By our own fourth point we could not send anybody there with a good conscience.',
      },
      {
        by: 'amara',
        side: 'for',
        text: 'Then we go in and propose recall. Organizations do not become like us by our standing outside.',
      },
      {
        by: 'ruth',
        side: 'against',
        text: 'We have two hundred members and eleven people who do the work. Who of the eleven is going to sit on the train? I should say yes in two years.',
      },
      {
        by: 'tomas',
        side: 'against',
        text: 'Una veintena parte de las cuotas es justo lo que cuesta la guardería de las reuniones. Primero lo nuestro.',
      },
    ],
    amendments: [
      {
        by: 'hana',
        reason: 'If they will not be bound by us, we can at least bind whom we send.',
        changes: [
          {
            after: 1,
            add: 'Our delegate votes there for nothing that we have not voted on, and reports within a week.',
          },
        ],
        seconds: ['dede', 'zeke'],
        yes: 0.88,
      },
    ],
    vote: { turnout: 0.5, yes: 0.46, abstain: 0.08 },
    reports: [
      {
        by: 'jonas',
        text: 'We lost this vote and shall not bring it again this year. We put down why we wanted it: on the night of the fourteenth the work of thirty people was done two hundred kilometres from here by people who would have stopped if they had known. We mean to know them, federation or not.',
        signers: ['amara', 'rosa', 'fatou', 'idris'],
      },
    ],
  },
  {
    key: 'interpreters',
    day: 428.8,
    unit: 'league',
    by: 'tomas',
    title: 'Nadie vota lo que no pudo leer',
    text: [
      'Toda moción se pone en el registro con un resumen en los idiomas que los miembros piden, y en cada asamblea hay quien interprete.',
      'Quien interpreta cobra por ello lo mismo que quien cuida a los niños.',
    ],
    seconds: ['pilar', 'leonel'],
    speeches: [
      {
        by: 'tomas',
        side: 'for',
        text: 'Hoy somos más de cincuenta que leemos despacio en inglés. No pedimos un favor: pedimos votar sobre lo mismo que los demás.',
      },
      {
        by: 'kit',
        side: 'for',
        text: 'I had to ask my neighbour what this motion says. That took the argument out of my mouth.',
      },
      {
        by: 'bram',
        side: 'against',
        text: 'A summary is a text that nobody voted on. Who answers for it when it is wrong? I would have the whole text translated, or none of it.',
      },
    ],
    amendments: [
      {
        by: 'bram',
        reason: 'Two texts that differ are a quarrel that has not happened yet.',
        changes: [
          {
            after: 2,
            add: 'Where a summary and the motion differ, the motion holds, and the vote is held again if anybody was misled and the result was close.',
          },
        ],
        seconds: ['ruth', 'kit'],
        yes: 0.59,
      },
    ],
    vote: { turnout: 0.49, yes: 0.85 },
  },
]
