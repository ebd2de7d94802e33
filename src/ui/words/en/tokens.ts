import type { Scope } from '#modules/tokens/core'

/** The page of a member's tokens. */
export const tokens = {
  title: 'Tokens',
  lead: 'With a token a program of yours can do in your name what you let it: read, vote, propose. What it enters is entered by you.',
  toApi: 'What programs can do',
  once: 'The token is made. Copy it now: it is shown this one time, and kept nowhere.',
  use: 'Your program sends it with each call, as the header “Authorization: Bearer …”.',
  ended: 'The token is ended. Whatever used it can do nothing any more.',
  yours: 'Your tokens',
  none: 'You have none. Make one below when a program needs it.',
  name: 'Name',
  nameHint: 'By which you will know it again, such as “calendar on my phone”.',
  scopes: 'What it may be used for',
  sealedHint:
    'sealed. A token lies about in more places than you do signed in: give this only to a program that you make the token for, and end it afterwards.',
  days: 'For how long',
  make: 'Make the token',
  makeTitle: 'Make a token',
  endOf: (name: string) => `End ${name}`,
  until: 'Holds until',
  used: 'Last used',
  never: 'never',
  made: 'Made',
}

export const scopeWords: Readonly<Record<Scope, string>> = {
  read: 'Read everything that you can read',
  act: 'Enter anything that you can enter, leaving the organization included',
  vote: 'Cast ballots',
  motions: 'Propose, second, amend, speak, report',
  meetings: 'Enter and confirm what meetings decided',
  roll: 'Vouch, admit, and whatever else you may do about members',
  webhooks: 'Keep webhooks: have another server told of new entries',
  sealed: 'Read and act in the cases and complaints that concern you',
}

export const lastsWords: Readonly<Record<string, string>> = {
  '7': 'a week',
  '30': 'a month',
  '90': 'three months',
  '366': 'a year',
}
