import type { MemberStatus } from '#modules/members/core'
import { count, sayNumber } from './common.ts'

/** What somebody is called who has a status. */
export const statusWords: Readonly<Record<MemberStatus, string>> = {
  unknown: 'not on the roll',
  listed: 'on the founding roll',
  struck: 'struck off the founding roll',
  applicant: 'applicant',
  refused: 'application refused',
  member: 'member',
  lapsed: 'standing lapsed',
  former: 'former member',
  expelled: 'expelled',
}

export const members = {
  keepersOnly: 'Only a member whose mandate is to keep the roll can see this page.',
  title: 'Members',
  counts: {
    unknown: (n: number) => String(n),
    listed: (n: number) => `${sayNumber(n)} on the founding roll`,
    struck: (n: number) => `${sayNumber(n)} struck off`,
    applicant: (n: number) => count(n, 'applicant', 'applicants'),
    refused: (n: number) => `${sayNumber(n)} refused`,
    member: (n: number) => count(n, 'member', 'members'),
    lapsed: (n: number) => `${sayNumber(n)} lapsed`,
    former: (n: number) => count(n, 'former member', 'former members'),
    expelled: (n: number) => `${sayNumber(n)} expelled`,
  } satisfies Record<MemberStatus, (n: number) => string>,
  invitations: 'Invitation links',
  import: 'Bring in a list of applicants',
  search: 'Name',
  searchAll: 'Name or address',
  all: 'Everybody',
  empty: 'Nobody fits.',
  byName: 'In the order of names',
  newestFirst: 'Whoever came last first',
  limited: 'You see only those with whom you share a unit.',
  limitedWhy: 'What members see of one another is a rule.',
}

/** The page of one member. */
export const memberPage = {
  about: 'About them',
  over: 'Members',
  unnamed: 'A former member',
  kept: 'A member',
  keptName: 'The name is kept from you: you share no unit.',
  keptPlace: 'Home and standing are kept from you: you share no unit.',
  keptWhy: 'What members see of one another is a rule.',
  erased:
    'What was held about this person was deleted. What they proposed, said and decided stays in the record, without a name.',
  status: 'Status',
  home: 'Home',
  address: 'Address',
  number: 'Member number',
  votesFrom: 'First vote from',
  mandates: 'Mandates',
  noMandates: 'None.',
  mandate: (office: string, unit: string) => `${office}, ${unit}`,
  until: 'until',
  ended: 'ended',
  motions: 'Motions proposed',
  noMotions: 'None.',
  notice: 'Notice has been given: the standing lapses, unless it is mended before,',
  noticeReason: 'Reason:',
  refusalReason: 'The application was refused. Reason:',

  application: 'The application',
  vouches: (had: number, needed: number) =>
    `${count(had, 'member has', 'members have')} vouched; ${needed === 1 ? '1 is' : `${needed} are`} needed.`,
  vouchLead:
    'Vouch for somebody whom you know and whom you want as a member. The record shows members that you vouched for somebody; for whom, only you and whoever you vouched for can read.',
  vouch: 'Vouch for this applicant',

  keeping: 'Keeping the roll',
  admit: 'Admit',
  admitLead: (days: number) => `After admission it is ${count(days, 'day', 'days')} until a first vote.`,
  refuse: 'Refuse the application',
  reason: 'Reason',
  refuseHint:
    'Whoever keeps the roll can read it here; tell the applicant yourself. It is erased with the rest.',
  invite: 'Make an invitation link',
  inviteLead:
    'With it the member chooses a password. It ends every earlier link, and is shown once. Whoever uses it first acts as this member.',
  hasPassword:
    'This member has a password. If it is lost, two members who know them vouch, from “I have lost my password”; whoever keeps the roll cannot open a way in.',
  giveNotice: 'Give notice that the standing lapses',
  noticeLead: (days: number) =>
    `The standing lapses after ${count(days, 'day', 'days')}, unless it is mended before. Meanwhile everything stays as it is.`,
  noticeHint: 'Such as unpaid dues, and how to mend it. The member and whoever keeps the roll read it.',
  mend: 'The standing is mended',
  erase: 'Delete what is held about this person',
  eraseLead:
    'Name, address, sign-in and reasons given about this person are deleted for good. The record goes on to say “a former member” where the name stood.',
  eraseConfirm: 'Yes, delete it. This cannot be undone.',
}

/** The page of the member who is signed in. */
export const me = {
  title: 'You',
  page: 'Your page, as other members see it',
  address: 'Address',
  noAddress: 'none is held',
  signInWith: 'You sign in with this address, or with your member number.',
  number: 'Member number',
  status: 'Status',
  home: 'Home',
  votesFrom: 'First vote from',
  notice: 'Notice has been given: your standing lapses, unless it is mended before,',
  lapsed:
    'Your standing has lapsed. You can read everything, and vote and propose again as soon as whoever keeps the roll has mended it.',
  move: 'Move',
  moveLead: 'Your home decides in which units you vote.',
  moveTo: 'New home',
  moveSubmit: 'Move',
  leave: 'Leaving',
  leaveSummary: 'Resign',
  leaveLead:
    'You stop being a member at once, and cannot sign in any more. Whoever comes back applies as everybody does.',
  leaveErase: 'Delete my name and address',
  leaveEraseHint:
    'The record goes on to say “a former member” where your name stood. What you proposed, said and decided stays.',
  leaveConfirm: 'Yes, I resign.',
  leaveSubmit: 'Resign',
}

/** Applying for membership. */
export const apply = {
  title: 'Apply for membership',
  lead: (organization: string) =>
    `Whoever joins ${organization} accepts its points of unity. Members vouch for an applicant, and whoever keeps the roll admits.`,
  notYet: 'Nobody can apply yet: the organization is being founded.',
  points: 'Points of unity',
  noPoints: 'There are none at present.',
  you: 'About you',
  name: 'Name',
  nameHint: 'The one by which the others know you. All members can read it.',
  address: 'Mail address',
  addressHint: 'Only whoever keeps the roll can read it. You sign in with it later.',
  place: 'Where you live',
  accept: 'I accept the points of unity.',
  submit: 'Apply',
  thanks: 'Thank you',
  thanksLead:
    'Your application is in the hands of the members. Tell those who know you, so that they can vouch for you. Once you are admitted you get a link with which you choose a password.',
  home: 'Go to the first page',
}
