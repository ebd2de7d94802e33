import { count } from './common.ts'

const thing = (number: number, title: string) => `motion ${number}, “${title}”`
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
const ABOUT: Readonly<Record<string, string>> = {
  amendments: 'on the amendments to ',
  review: 'on the review of ',
}
const on = (about: string) => ABOUT[about] ?? 'on '

/** The first page. */
export const home = {
  unfounded: 'No organization has been founded here yet.',
  unfoundedHow:
    'Plenum printed an address with a code on the console when it was started. Open that address to set the organization up.',
  setup: 'I have the code',
  visitor: 'Members of this organization govern it together: they debate, vote and keep the record here.',
  visitorFounding:
    'This organization is being founded. Whoever is on the founding roll has a link of their own.',
  apply: 'Apply for membership',
  points: 'What unites us',
  pointsLead: 'Our points of unity: whoever joins accepts them.',

  needs: 'What needs you',
  noNeeds: 'Nothing at the moment.',
  vote: (about: string, number: number, title: string) => `Vote ${on(about)}${thing(number, title)}`,
  voteUntil: 'Open until',
  second: (number: number, title: string) => `${capital(thing(number, title))}, waits for seconds`,
  confirm: (number: number, title: string) =>
    `A meeting’s decision waits for a second officer: ${thing(number, title)}`,
  lapses: 'Lapses on',
  applicants: (n: number) => `${count(n, 'applicant waits', 'applicants wait')} for the members`,
  ready: (n: number) => `${n === 1 ? '1 has' : `${n} have`} the vouchers needed and can be admitted.`,
  vouch: 'Vouch for those whom you know.',
  election: (office: string) => `Vote in an election: ${office}`,
  recall: (office: string) => `Vote on a recall: ${office}`,
  nomination: (office: string) => `You are nominated: ${office}`,
  nominationUntil: 'Accept or decline until',
  seed: (office: string) => `Only a lot decides: open the words that you committed to. ${office}`,
  seedUntil: 'Open them until',
  report: (office: string) => `Report on your mandate: ${office}`,
  reportUntil: 'Due on',
  panel: {
    seat: 'You were drawn by lot for a panel: take the seat, or step aside',
    commit: 'A panel is drawn: give secret words for its lot',
    open: 'A panel is drawn: open your secret words',
    find: 'Find on the panel that you sit on',
  },
  complaint: {
    answer: 'Something confidential waits for you, as somebody elected for it',
    apart: 'Something confidential concerns you',
  },
  complaintUntil: { answer: 'Answer until', apart: 'Until' },
  panelUntil: 'In time until',
  notice: 'Notice was given that your standing lapses',
  noticeUntil: 'Have it mended before',
  recovery: 'Somebody asks for a way into your account: stop it, if it is not you',
  lapsed: 'Your standing has lapsed',
  lapsedHow: 'Whoever keeps the roll can mend it.',
  found: 'Put the founding to the members',
  foundHow: 'You are an organizer. Once everybody is on the founding roll, the members decide.',

  chances: 'While there is time',
  chance: {
    debate: (number: number, title: string) => `Say something on ${thing(number, title)}, or amend it`,
    review: (number: number, title: string) => `Have a meeting’s decision reviewed: ${thing(number, title)}`,
    report: (number: number, title: string) => `Sign a minority report on ${thing(number, title)}`,
  },
  until: 'Until',
  amendUntil: 'amendments until',

  news: 'What is new',
  new: 'new',
  since: (fresh: number, shown: number) =>
    fresh === 0
      ? 'Nothing since your last visit. What happened last:'
      : fresh < shown
        ? `${count(fresh, 'thing has', 'things have')} happened since your last visit.`
        : 'All of this has happened since your last visit.',
  noNews: 'Nothing has happened yet.',
  proposed: (number: number, title: string) => `${capital(thing(number, title))}, was proposed`,
  opened: (about: string, number: number, title: string) =>
    `The vote ${on(about)}${thing(number, title)}, opened`,
  decided: {
    adopted: (number: number, title: string) => `${capital(thing(number, title))}, was adopted`,
    rejected: (number: number, title: string) => `${capital(thing(number, title))}, was not adopted`,
    notDecided: (number: number, title: string) =>
      `${capital(thing(number, title))}, was not decided: too few took part`,
    revoked: (number: number, title: string) => `${capital(thing(number, title))}, was taken back on review`,
  },

  standing: 'Where we stand',
  founding:
    'The organization is being founded: nothing binds anybody before the members have ratified the roll and the rules.',
  listed: (n: number) => `${count(n, 'person', 'people')} on the founding roll`,
  members: (n: number) => count(n, 'member', 'members'),
  program: (unity: number, positions: number) =>
    `${count(unity, 'point of unity', 'points of unity')} and ${count(positions, 'position', 'positions')} in the program`,
  motions: (n: number) => count(n, 'open motion', 'open motions'),
  units: (n: number) => count(n, 'unit', 'units'),
  growth: (change: number, since: string) =>
    change === 0
      ? `As many members as on ${since}.`
      : change > 0
        ? `${count(change, 'member', 'members')} more than on ${since}.`
        : `${count(-change, 'member', 'members')} fewer than on ${since}.`,
}
