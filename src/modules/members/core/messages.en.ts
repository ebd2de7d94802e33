import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'

const { sayMoment } = speechIn('en')

/** What this module refuses. */
export type MemberCode =
  | 'wrong-status'
  | 'vouched-already'
  | 'no-vote-yet'
  | 'too-few-vouches'
  | 'lives-there-already'
  | 'notice-given-already'
  | 'nothing-to-mend'
  | 'home-not-a-place'
  | 'address-held'
  | 'name-missing'
  | 'reason-missing'
  | 'not-confirmed'
  | 'points-not-accepted'
  | 'no-file'
  | 'file-too-large'
  | 'file-has-problems'
  | 'no-organizer'
  | 'address-unfit'
  | 'field-too-long'
  | 'field-unfit'
  | 'not-a-group'
  | 'group-of-delegates'
  | 'joined-already'
  | 'not-in-group'
  | 'group-elsewhere'

export const english: Sentences<MemberCode> = {
  'wrong-status': ({ status }) =>
    `This cannot be done for somebody who is ${STATUS_WORDS[say(status)] ?? say(status)}.`,
  'vouched-already': () => 'You have vouched for this person already.',
  'no-vote-yet': ({ from }) =>
    `You can vouch for others from ${sayMoment(from)} on, when you have a vote yourself.`,
  'too-few-vouches': ({ had, needed }) =>
    `${say(needed)} members must vouch for an applicant; ${say(had)} did so far.`,
  'lives-there-already': ({ unit }) => `“${say(unit)}” is the home unit already.`,
  'notice-given-already': () => 'Notice has been given already; it runs until the day it names.',
  'nothing-to-mend': () => 'This member’s standing is good; there is nothing to mend.',
  'home-not-a-place': ({ unit }) => `“${say(unit)}” is a group. A member’s home is a place.`,
  'address-held': ({ email }) =>
    `Somebody with the address ${say(email)} is on the roll or has applied already.`,
  'no-file': () => 'There is nothing to read. Choose a file, or paste the list.',
  'file-too-large': ({ most }) =>
    `The file is larger than ${say(most)} megabytes. Divide it and bring in the parts one after the other.`,
  'file-has-problems': ({ count, first }) =>
    `The file has problems: ${say(count)}. Nothing was entered. The first: ${say(first)}`,
  'no-organizer': () =>
    'Nobody is named as an organizer. Name at least one: organizers put the founding to the members, and keep the roll afterwards.',
  'reason-missing': () => 'Give the reason: whoever is concerned has a right to it.',
  'not-confirmed': () => 'Tick the box that confirms it. Nothing was done.',
  'points-not-accepted': () => 'Whoever joins accepts the points of unity. Tick the box if you do.',
  'name-missing': () => 'A name is needed. Write the one by which the others know you.',
  'address-unfit': ({ address }) =>
    `“${say(address)}” is not a mail address. Check it, or leave the field empty.`,
  'field-too-long': ({ length, most }) =>
    `A field has ${say(length)} characters; at most ${say(most)} fit. Shorten it.`,
  'field-unfit': () => 'A field has a line break or an invisible character. Write it anew.',
  'not-a-group': () => 'Only groups are joined and left. A member belongs to a place by living there.',
  'group-of-delegates': () => 'Nobody joins a council: its delegates are sent by mandate.',
  'joined-already': () => 'You belong to this group already.',
  'not-in-group': () => 'You do not belong to this group.',
  'group-elsewhere': ({ unit }) =>
    `“${say(unit)}” takes members of the unit it lies in. You do not belong there.`,
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
