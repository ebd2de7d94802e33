import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { Duty } from './state.ts'

const { sayCount } = speechIn('en')

/** What this module refuses. */
export type DelegateCode =
  | 'unknown-mandate'
  | 'no-council'
  | 'council-elsewhere'
  | 'seats-taken'
  | 'term-too-long'
  | 'not-in-standing'
  | 'needs-duty'
  | 'office-missing'
  | 'office-too-long'
  | 'holder-missing'
  | 'term-missing'

const DUTY_WORDS: Readonly<Record<string, string>> = {
  roll: 'to keep the roll',
  meetings: 'to enter what meetings decide',
  moderation: 'to moderate',
  complaints: 'to answer complaints about harm',
} satisfies Record<Duty, string>

export const english: Sentences<DelegateCode> = {
  'no-council': ({ unit }) => `“${say(unit)}” is decided by its members, so nobody sends delegates to it.`,
  'council-elsewhere': ({ unit }) =>
    `A unit sends delegates to councils of the place it lies in; “${say(unit)}” is elsewhere.`,
  'seats-taken': ({ seats, taken }) =>
    Number(seats) === 0
      ? 'This unit has no seat in that council.'
      : `This unit has ${sayCount(seats, { one: 'seat', other: 'seats' })} in that council, and ${sayCount(taken, { one: 'delegate sits', other: 'delegates sit' })} there already.`,
  'unknown-mandate': () => 'There is no such mandate, or it has ended.',
  'term-too-long': ({ days, most }) =>
    `A term of ${say(days)} days is longer than the ${say(most)} days that the rules allow.`,
  'not-in-standing': () => 'This person is not a member in good standing.',
  'office-missing': () => 'Say what the office is called.',
  'office-too-long': ({ length, most }) =>
    `The name of the office has ${say(length)} characters; ${say(most)} is the most.`,
  'holder-missing': () => 'Choose who is to hold the office.',
  'term-missing': () => 'Fill in the term as a whole number of days.',
  'needs-duty': ({ duty }) =>
    `Only a member whose mandate is ${DUTY_WORDS[say(duty)] ?? say(duty)} can do this.`,
}
