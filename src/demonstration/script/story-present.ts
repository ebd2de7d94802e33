import type { MotionScript } from './kinds.ts'

/** What is under way when the visitor comes. Days count back from the present: see `DAYS`. */
export const PRESENT: readonly MotionScript[] = [
  // Put to the vote: two amendments that collide, and one beside them.
  {
    key: 'fund-rules',
    day: 539.8,
    unit: 'league',
    by: 'fatou',
    title: 'What the solidarity fund pays in a strike',
    text: [
      'From the third day of a strike the fund pays each striking member forty a day.',
      'Whoever has children or others to look after gets ten more for each of them.',
      'The fund is never spent below what a fortnight would cost for thirty members.',
      'The treasurer says at every general meeting how many days the fund would carry us.',
    ],
    seconds: ['amara', 'leonel'],
    speeches: [
      {
        by: 'fatou',
        side: 'for',
        text: 'At the fish plant we were out for nine days in the winter. The money came from a hat. It was a good hat, but I never want to stand there again and wonder whether it is my turn to ask.',
      },
      {
        by: 'kit',
        side: 'against',
        text: 'I have done the sum. With today’s dues forty a day carries thirty people for nineteen days and then there is nothing for anybody else for a year. Thirty would be honest.',
      },
      {
        by: 'rosa',
        side: 'for',
        text: 'Thirty is a week’s shopping in the year I was born. In the sorting centre people ask me one thing only before they sign: from which day on? The third is late enough.',
      },
      {
        by: 'ruth',
        side: 'against',
        text: 'I shall vote for this if the third clause becomes a real reserve. As it stands one strike eats it, and the next one has to be told that it came too late.',
      },
      {
        by: 'tomas',
        side: 'for',
        text: 'Lo de los hijos es lo más importante. El que tiene tres en casa es el primero que vuelve a trabajar, y nadie se lo puede reprochar.',
      },
    ],
    amendments: [
      {
        by: 'kit',
        reason:
          'Thirty can be kept up for twenty-five days, even from the second day on. A promise that ends in the middle is worse than a smaller one.',
        changes: [
          {
            clause: 1,
            to: 'From the second day of a strike the fund pays each striking member thirty a day.',
          },
        ],
        seconds: ['bram', 'ruth'],
        yes: 0.44,
      },
      {
        by: 'rosa',
        reason: 'The first days are the ones on which people go back in.',
        changes: [
          { clause: 1, to: 'From the first day of a strike the fund pays each striking member forty a day.' },
        ],
        seconds: ['jonas', 'idris'],
        yes: 0.57,
      },
      {
        by: 'ruth',
        reason: 'A reserve is one only when it outlasts a strike.',
        changes: [
          {
            clause: 3,
            to: 'A third of the fund is a reserve. It is spent only when the members have voted to spend it.',
          },
        ],
        seconds: ['kit', 'priya'],
        yes: 0.69,
      },
    ],
    vote: { turnout: 0.46, yes: 0.8 },
  },
  // Put to the vote itself.
  {
    key: 'bus-lanes',
    day: 540.3,
    unit: 'league',
    by: 'oles',
    title: 'Buses at night, and paid drivers in them',
    does: { kind: 'adopt', as: 'position' },
    text: [
      'Buses run all night on the four lines that reach the port, the hospital and the ring road. Those who work at night pay for them already.',
    ],
    seconds: ['zeke', 'salma'],
    speeches: [
      {
        by: 'zeke',
        side: 'for',
        text: 'I walk home across the ring road at twenty past four, and so do the eleven cleaners from the hotel opposite. In the winter one of them was hit. There is a bus shelter on that road. It has never seen a bus before six.',
      },
      {
        by: 'sami',
        side: 'against',
        text: 'I am for night buses and against asking for four lines at once. Ask for one, get it, and show that it is full. The company will say that four are empty, and for a year it will be right.',
      },
      {
        by: 'oles',
        side: 'for',
        text: 'As a driver: the depot wants this to be done with volunteers on overtime. That is why “paid drivers” stands in the title and why I ask you not to make it smaller. One line they will fill with overtime; four they cannot.',
      },
      {
        by: 'salma',
        side: 'for',
        text: 'Care homes now ask in the interview whether you have a car. I have stopped counting the colleagues who had to say no.',
      },
    ],
    vote: { turnout: 0.5, yes: 0.73 },
  },
  // Put to a secret vote, in the branch whose rules ask for one.
  {
    key: 'heights-agent',
    day: 540.6,
    unit: 'heights',
    by: 'yuki',
    title: 'We talk to the letting agent together or not at all',
    text: [
      'Nobody of the branch answers letters of the letting agent on Signal Hill alone. Two of us go along to each appointment.',
      'Whoever has signed something already tells the branch, and nobody is blamed for it.',
    ],
    seconds: ['sami', 'hana'],
    speeches: [
      {
        by: 'yuki',
        side: 'for',
        text: 'She is friendly, and after the coffee one has signed for eleven months instead of three years. Four times since the summer.',
      },
      {
        by: 'sami',
        side: 'against',
        text: 'I have to go to her on Tuesday, at half past six in the morning, before the site opens. Who goes with me? Write that down first.',
      },
    ],
    vote: { turnout: 0.48, yes: 0.77 },
  },
  // In debate, with amendments that collide.
  {
    key: 'allocation',
    day: 544.8,
    unit: 'league',
    by: 'hana',
    title: 'Who gets a flat from the city',
    does: { kind: 'adopt', as: 'position' },
    text: [
      'Flats that belong to the city are given by a list that everybody can read, and by nothing else.',
      'Whoever has waited longest comes first. Whoever would otherwise sleep in the street comes before.',
      'Tenants elect half of the office that keeps the list.',
    ],
    seconds: ['noor', 'gwen'],
    speeches: [
      {
        by: 'hana',
        side: 'for',
        text: 'I have been number 212, then 340, then 198. Nobody at the office can tell me why. A queue in which the numbers move by themselves is not a queue.',
      },
      {
        by: 'priya',
        side: 'against',
        text: 'A list that everybody can read tells everybody who is ill, who has fled from somebody, and where to find them. I have patients for whom that would be the end. Numbers, yes. Names and reasons, no.',
      },
      {
        by: 'gwen',
        side: 'for',
        text: 'My father got his flat in 1961 because he knew the foreman. My neighbour got hers last year because she knows the councillor. Sixty years and nothing has changed but the coat.',
      },
      {
        by: 'sami',
        side: 'against',
        text: 'Waiting time rewards those who were here first. Half of the building sites that I work on are run by people who came three years ago and share beds. They would wait until 2040.',
      },
      {
        by: 'noor',
        side: 'for',
        text: 'Sami is right about the beds and wrong about the motion. Put need in with a weight of its own, as Anh proposes. But keep the list in the open, or we only change whose friends get in.',
      },
    ],
    amendments: [
      {
        by: 'anh',
        reason: 'Two families in one room need it more than one person who has waited in a good flat.',
        changes: [
          {
            clause: 2,
            to: 'Need and waiting count alike: each year of waiting is one point, each person without a room of their own is one point. Whoever would otherwise sleep in the street comes before.',
          },
        ],
        seconds: ['sami', 'pilar'],
        yes: 0.6,
      },
      {
        by: 'ruth',
        reason: 'Points can be bent by whoever gives them. Years cannot.',
        changes: [
          {
            clause: 2,
            to: 'Years of waiting alone decide. Whoever would otherwise sleep in the street, or has to leave a violent home, comes before.',
          },
        ],
        seconds: ['gwen', 'zeke'],
        yes: 0.5,
      },
      {
        by: 'priya',
        reason: 'The order must be open to all. Who stands behind a number must not.',
        changes: [
          {
            clause: 1,
            to: 'Flats that belong to the city are given by a list that everybody can read by numbers and reasons in general words, without names, and by nothing else.',
          },
        ],
        seconds: ['salma'],
        yes: 0.8,
      },
    ],
    vote: { turnout: 0.45, yes: 0.7 },
  },
  // In debate, in a branch.
  {
    key: 'quay-heat',
    day: 546.4,
    unit: 'harbor',
    by: 'amara',
    title: 'Work on the quay stops at thirty-three degrees',
    text: [
      'From thirty-three degrees in the shade on, we stop work on the quay, in the cold store’s yard and on delivery rounds, and stay at the place of work.',
      'Two members from each shift read the thermometer. What they read holds.',
      'The branch stands behind everybody who is written up for it.',
    ],
    seconds: ['jonas', 'bram'],
    speeches: [
      {
        by: 'amara',
        side: 'for',
        text: 'In the cab of crane four it was fifty-one degrees on the ninth of July. I have the photograph. The rule book of the company has a page on wind and a page on ice, and not one word on heat.',
      },
      {
        by: 'kit',
        side: 'against',
        text: 'Thirty-three is reached on forty days of the year by now. We shall be stopping for two months, and the line will go to the northern port. Put it at thirty-six and I am with you.',
      },
      {
        by: 'rosa',
        side: 'for',
        text: 'The sorting hall has no shade to measure in. May it be read where we stand? If somebody writes that as an amendment, I second it within the minute.',
      },
    ],
    amendments: [
      {
        by: 'anh',
        reason: 'In the salons and halls nobody stands in the shade, and the dryers run all day.',
        changes: [
          {
            clause: 1,
            to: 'From thirty-three degrees at the place of work on, we stop work on the quay, in halls and shops and on delivery rounds, and stay there.',
          },
        ],
        seconds: ['rosa'],
        yes: 0.7,
      },
    ],
    vote: { turnout: 0.5, yes: 0.75 },
  },
  // Waits for one more second.
  {
    key: 'market-hours',
    day: 547.7,
    unit: 'league',
    by: 'pilar',
    title: 'El mercado nocturno es un lugar de trabajo',
    text: [
      'La liga reconoce como lugares de trabajo el mercado nocturno y la venta en la calle, y ayuda a quienes trabajan allí a organizarse como a cualquier otro grupo.',
      'Pedimos al puerto agua, luz y un baño para el mercado, y que la policía deje de decomisar la mercancía.',
    ],
    seconds: ['marisol'],
    speeches: [
      {
        by: 'pilar',
        side: 'for',
        text: 'Somos sesenta puestos y ni un solo baño. Nos dicen que no tenemos patrón; es verdad, tenemos cuatro: el que alquila el puesto, el que presta, el que cobra por cuidar y el que multa.',
      },
      {
        by: 'bram',
        side: 'against',
        text: 'I shall say it plainly: some of those stalls hire boys by the night and pay them in fish. By our second point their owners are not members. Say in the motion whom you mean, and I second it.',
      },
    ],
    vote: { turnout: 0.4, yes: 0.7 },
  },
]
