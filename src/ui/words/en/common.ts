import { speechIn } from '#kernel/speech'

/** What stands on every page. */
export const common = {
  skip: 'Skip to the content',
  language: 'Language',
  colours: 'Colours',
  coloursNames: { system: 'As the device', light: 'Light', dark: 'Dark' },
  menu: 'Menu',
  program: 'Plenum',
  nav: {
    home: 'Home',
    motions: 'Motions',
    votes: 'Votes',
    decisions: 'Decisions',
    program: 'Program',
    members: 'Members',
    units: 'Units',
    offices: 'Offices',
    tendencies: 'Tendencies',
    cases: 'Cases',
    moderation: 'Moderation',
    rulebook: 'Rules',
    record: 'Record',
  },
  account: 'You',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedInAs: (name: string) => `Signed in as ${name}.`,
  colophon:
    'All times are in UTC. Everything that binds members stands in the record, which every member can check.',
  harm: 'Confidential help after harm',
  rights: 'Rights that no majority can take away.',
  optional: ' (may stay empty)',
  inserted: 'inserted: ',
  deleted: 'deleted: ',
  pages: 'Pages of this list',
  previous: 'Previous page',
  next: 'Next page',
  page: (number: number) => `Page ${number}`,
  search: 'Search',
  suggested: { none: 'Nobody by this name.', one: '1 person.', many: '{size} people.' },
  choose: 'Choose',
  back: 'Back',
  errors: {
    title: (status: number): string =>
      status === 404
        ? 'Not found'
        : status === 403
          ? 'Not for you'
          : status === 429
            ? 'Too fast'
            : 'Something went wrong',
    home: 'Go to the first page',
    toSign: 'This is what there is to sign. Nothing was entered.',
    tooLarge:
      'What you sent is too large. Divide it and send the parts one after the other; nothing was entered.',
    tooMany: (seconds: number) =>
      `That was more than the server takes in a minute. Wait ${count(seconds, 'second', 'seconds')} and try again; nothing was entered.`,
    /** Where a thing that the address names does not exist. */
    none: {
      page: 'There is no such page.',
      motion: 'There is no such motion.',
      vote: 'There is no such vote.',
      member: 'There is no such member.',
      unit: 'There is no such unit.',
      mandate: 'There is no such mandate.',
      point: 'There is no such point in the program.',
      office: 'There is no such office.',
      tendency: 'There is no such tendency.',
      case: 'There is no such case.',
      election: 'There is no such election.',
      complaint: 'There is nothing here that concerns you.',
      panel: 'There is no such panel.',
      recall: 'There is no such petition.',
      rules: 'There is no such version of the rules.',
      entry: 'There is no such entry.',
      request: 'There is no such request. It was used or stopped, or has run out; ask anew.',
      tile: 'There is no such tile.',
    },
    unfit: 'The server does not take this. Go back, load the page anew and try again.',
    fault: (number: string) =>
      `Something went wrong on our side (fault ${number}). Nothing was lost; try again, or pass the number on.`,
    unreadable: 'The form could not be read. Load the page anew and send it again; nothing was entered.',
  },
  /** Whom nothing is held about any more, where a name would stand. */
  formerMember: 'a former member',
  erasedText: 'This text was erased.',
  trouble: 'Nothing can be entered at the moment.',
}

const { sayCount, sayList, sayNumber } = speechIn('en')
export { sayList, sayNumber }

/** An office as it is called. What the founding gives is recorded as “organizer”; a language may have a word of its own for it. */
export function officeName(office: string): string {
  return office
}

/** A number with its thing: “1 member”, “12 members”, “12,000 members”. */
export function count(number: number, one: string, many: string): string {
  return sayCount(number, { one, other: many })
}
