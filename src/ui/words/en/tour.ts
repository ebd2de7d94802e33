import type { DueWords, NextAbout, NextThing, Shoes } from '../../demonstration.ts'
import { count } from './common.ts'
import { sayDay } from './time.ts'

/** The pages of a demonstration, its banner, and the offer to make one. */
export const tour = {
  title: 'Look around',
  lead: 'This is a demonstration: an invented organization with a real record. Step into anybody’s shoes and do what they may do; nothing here binds anybody.',
  shared:
    'All visitors of this server share one organization and one clock. What you enter the others see, and when somebody moves the clock it moves for all.',
  banner: 'A demonstration.',
  youAre: (name: string) => `You are ${name}.`,
  nobody: 'You are nobody yet.',
  change: 'Be somebody else',
  choose: 'Choose who you are',
  clock: 'It is',
  moveToNext: 'Until the next thing happens',
  moveToNextShort: 'Next',
  moveToNextWhat: (what: string) => `Move the clock forward until the next thing happens: ${what}`,
  nothingNext: 'Nothing is due that would happen by itself.',
  next: 'Next:',
  shoes: 'Whose shoes?',
  shoesLead: 'Each of them has something to do.',
  stepInto: (name: string) => `Be this member: ${name}`,
  step: 'Be this member',
  search: 'Or anybody else, by name',
  searchLabel: 'Part of a name',
  none: 'Nobody on the roll has a name like this. Try a part of it.',
  walk: 'A walk in seven steps',
  walkLead: 'It takes about five minutes. The bar at the top goes with you.',
  steps: {
    need: {
      title: 'Find what needs you',
      text: 'The first page says what waits for the member whose shoes you wear, and until when.',
    },
    amend: {
      title: 'Amend a motion',
      text: 'Change a sentence of a motion in debate, and say why. Amendments that touch the same words are shown to collide. Then step into somebody else’s shoes and second yours.',
    },
    vote: {
      title: 'Vote',
      text: 'Cast a ballot. Until the vote closes nobody sees a count, and you can change your mind. Vote as two or three others, too.',
    },
    elect: {
      title: 'Elect somebody',
      text: 'Number the candidates in the order in which you want them. The result is told stage by stage, and anybody can count the ballots again.',
    },
    clock: {
      title: 'Move the clock',
      text: 'Use the bar at the top: until the next thing happens, or by days. What falls due is entered by the clerk at its own time, exactly as in a real organization.',
    },
    result: {
      title: 'Read the result',
      text: 'Each decision says what it needed, what it had, and under which rule. Minority reports stay with it for good.',
    },
    audit: {
      title: 'Audit it',
      text: 'Download the record and check it with one command. Every roll, count and decision is computed anew, with yours among them.',
    },
  },
  noMotion: 'No motion is in debate just now: propose one.',
  noVote: 'No vote is open for you just now: move the clock, or be somebody else.',
  noElection: 'No election is open for you just now: see which offices there are.',
  real: 'A real organization',
  realHow:
    'A demonstration never becomes a real organization. To found one, start Plenum with an empty folder: npm start, or npx plenum serve --data FOLDER.',
  offer: {
    title: 'Or look around first',
    lead: 'Make a demonstration here: an invented league of some 250 members with eighteen months behind it. You can be any of them, and move the clock. This server then stays a demonstration for good; a real organization starts with an empty folder.',
    submit: 'Make a demonstration',
    making: 'The demonstration is being made',
    day: (day: number, of: number) => `Day ${day} of ${of}.`,
    wait: 'Everything is entered by the same clerk as in a real organization, so it takes a few seconds. This page loads itself anew.',
    again: 'Look again',
    failed:
      'The demonstration could not be finished. What went wrong stands in the server’s log. Stop the server, empty its folder and start again.',
  },
}

/** What falls due next. */
export function sayNext({ kind, about }: NextThing): string {
  return DUE[kind]?.[about.kind]?.(nameOf(about)) ?? 'something falls due'
}

function nameOf(about: NextAbout): string {
  switch (about.kind) {
    case 'motion':
      return `motion ${about.number}, “${about.title}”`
    case 'election':
    case 'recall':
    case 'office':
      return about.office
    case 'council':
    case 'tendency':
      return about.name
    case 'unnamed':
      return ''
  }
}

const DUE: DueWords = {
  'vote.open': {
    motion: (named) => `the debate on ${named} ends and members vote`,
    election: (office) => `an election begins: ${office}`,
    recall: (office) => `a vote on a recall begins: ${office}`,
    unnamed: () => 'a vote on a case begins',
  },
  'vote.close': {
    motion: (named) => `the vote on ${named} closes`,
    election: (office) => `an election closes: ${office}`,
    recall: (office) => `a vote on a recall closes: ${office}`,
    unnamed: () => 'a vote on a case closes',
  },
  'vote.keys': {
    motion: (named) => `keys for the secret vote on ${named} are given out no longer`,
    election: (office) => `keys for a secret election are given out no longer: ${office}`,
    recall: (office) => `keys for a secret vote on a recall are given out no longer: ${office}`,
    unnamed: () => 'keys for the secret vote on a case are given out no longer',
  },
  'vote.renew': {
    motion: (named) => `the secret vote on ${named} begins again`,
    election: (office) => `a secret election begins again: ${office}`,
    recall: (office) => `a secret vote on a recall begins again: ${office}`,
    unnamed: () => 'the secret vote on a case begins again',
  },
  'motion.lapse': { motion: (named) => `${named} lapses` },
  'nominations.close': { election: (office) => `nominations close: ${office}` },
  'election.draw': { election: (office) => `the lot of an election is drawn: ${office}` },
  'term.begin': { election: (office) => `a term begins: ${office}` },
  'election.call': { office: (office) => `the next election is called: ${office}` },
  'mandate.end': { office: (office) => `a term ends: ${office}` },
  'vacancy.fill': { office: (office) => `a seat that became free is filled: ${office}` },
  'recall.lapse': { recall: (office) => `a petition for a recall lapses: ${office}` },
  'council.seat': { council: (name) => `the seats are shared out anew: ${name}` },
  'tendency.review': { tendency: (name) => `the signatories of a tendency are counted: ${name}` },
  'panel.announce': { unnamed: () => 'it is announced who a panel is drawn from' },
  'panel.draw': { unnamed: () => 'a panel is drawn by lot' },
  'panel.replace': { unnamed: () => 'a seat of a panel goes to the next who was drawn' },
  'panel.review': { unnamed: () => 'the time of a panel runs out' },
  'complaint.escalate': { unnamed: () => 'a complaint that nobody answered goes to the next' },
  'case.hear': { unnamed: () => 'a case goes to its panel' },
  'case.lapse': { unnamed: () => 'a case lapses' },
  'case.bind': { unnamed: () => 'the measure of a case begins to bind' },
  'case.expire': { unnamed: () => 'the measure of a case ends' },
  'case.unprotect': { unnamed: () => 'the protective measure of a case ends' },
  'standing.lapse': { unnamed: () => 'somebody’s standing lapses' },
  'recovery.ripen': { unnamed: () => 'a way into somebody’s account opens' },
  'recovery.lapse': { unnamed: () => 'a request for a way into somebody’s account lapses' },
}

/** What there is to do in somebody's shoes. `other` is the name of whom it is about. */
export function sayShoes(shoes: Shoes, other: string): string {
  switch (shoes.role) {
    case 'busiest':
      return `A member for whom ${count(shoes.count, 'thing waits', 'things wait')}.`
    case 'newcomer':
      return `A new member, who speaks and amends but votes only from ${sayDay(shoes.until)} on.`
    case 'charged':
      return `The member who is charged in case ${shoes.number}, and reads all that is said in it.`
    case 'panellist':
      return `A member who was drawn by lot for the panel on case ${shoes.number}.`
    case 'noticed':
      return `A member whose standing lapses on ${sayDay(shoes.until)} unless it is mended.`
    case 'officer':
      return `${shoes.office[0]?.toUpperCase() ?? ''}${shoes.office.slice(1)} (${shoes.unit}).`
    case 'nominated':
      return `A member who is nominated for an office and has not answered: ${shoes.office}.`
    case 'voucher':
      return `A member who has vouched for an applicant, ${other}.`
  }
}
