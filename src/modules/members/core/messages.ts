import { say, type Sentences } from '#kernel/sentences'

export const memberMessages: Sentences<
  | 'wrong-status'
  | 'vouched-already'
  | 'too-few-vouches'
  | 'lives-there-already'
  | 'notice-given-already'
  | 'nothing-to-mend'
  | 'home-not-a-place'
  | 'address-held'
> = {
  'wrong-status': ({ status }) => `This cannot be done for somebody who is ${STATUS_WORDS[say(status)] ?? say(status)}.`,
  'vouched-already': () => 'You have vouched for this person already.',
  'too-few-vouches': ({ had, needed }) => `${say(needed)} members must vouch for an applicant; ${say(had)} did so far.`,
  'lives-there-already': ({ unit }) => `“${say(unit)}” is the home unit already.`,
  'notice-given-already': () => 'Notice has been given already; it runs until the day it names.',
  'nothing-to-mend': () => 'This member’s standing is good; there is nothing to mend.',
  'home-not-a-place': ({ unit }) => `“${say(unit)}” is a group. A member’s home is a place.`,
  'address-held': ({ email }) => `Somebody with the address ${say(email)} is on the roll or has applied already.`,
}

const STATUS_WORDS: Readonly<Record<string, string>> = {
  unknown: 'not on the roll',
  listed: 'on the founding roll',
  struck: 'struck off the founding roll',
  applicant: 'an applicant',
  refused: 'refused',
  member: 'a member',
  lapsed: 'a member whose standing has lapsed',
  former: 'a former member',
}
