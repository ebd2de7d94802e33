import { say, type Sentences } from '#kernel/sentences'

/** What this module refuses. */
export type CouncilCode =
  | 'seats-missing'
  | 'seats-number-unfit'
  | 'council-missing'
  | 'no-subunits'
  | 'wrong-seats'
  | 'answer-missing'
  | 'unknown-question'
  | 'question-over'
  | 'unknown-binding'
  | 'too-many-mandate-reports'

export const english: Sentences<CouncilCode> = {
  'seats-missing': () => 'Say how many seats are shared out, or how many each unit has.',
  'seats-number-unfit': ({ typed, least, most }) =>
    `“${say(typed)}” cannot be taken: write a whole number from ${say(least)} to ${say(most)}.`,
  'council-missing': () => 'Choose the council.',
  'no-subunits': ({ unit }) =>
    `No places lie where “${say(unit)}” does, so there is nobody to share seats out among.`,
  'wrong-seats': () => 'The seats recorded are not those that the members counted give.',
  'answer-missing': () =>
    'Whoever binds delegates on a question says how they are to answer; without a question the text binds.',
  'unknown-question': () => 'There is no such motion or amendment in that council.',
  'question-over': ({ number }) =>
    `Motion ${say(number)} of the council is not open any more; nobody can be bound on it.`,
  'unknown-binding': () => 'Delegates are not bound by that, or not any more.',
  'too-many-mandate-reports': ({ most }) =>
    `There are ${say(most)} reports on this mandate already; no more are taken.`,
}
