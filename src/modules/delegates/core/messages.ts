import { say, type Sentences } from '#kernel/sentences'

export const delegateMessages: Sentences<'unknown-mandate' | 'term-too-long' | 'not-in-standing' | 'needs-duty'> = {
  'unknown-mandate': () => 'There is no such mandate, or it has ended.',
  'term-too-long': ({ days, most }) => `A term of ${say(days)} days is longer than the ${say(most)} days that the rules allow.`,
  'not-in-standing': () => 'This person is not a member in good standing.',
  'needs-duty': ({ duty }) =>
    duty === 'roll'
      ? 'Only a member whose mandate is to keep the roll can do this.'
      : 'Only a member whose mandate is to enter what meetings decide can do this.',
}
