import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'

const { sayCount, sayNumber } = speechIn('en')

/** What this module refuses. */
export type ModerationCode =
  | 'unknown-text'
  | 'text-replaced'
  | 'text-erased'
  | 'text-withdrawn'
  | 'text-in-record'
  | 'not-your-text'
  | 'report-signed-by-others'
  | 'own-text'
  | 'moderator-concerned'
  | 'hidden-already'
  | 'not-hidden'
  | 'restored-before'
  | 'no-conduct-rules'
  | 'other-conduct-rule'
  | 'too-many-conduct-rules'
  | 'hidden-too-many'
  | 'hidden-too-many-of-one'
  | 'hiding-reason-missing'
  | 'hiding-reason-too-long'
  | 'hiding-rule-missing'

export const english: Sentences<ModerationCode> = {
  'unknown-text': () =>
    'There is no such text. What members decide on (motions, amendments, points, platforms, ballots) can be hidden by nobody.',
  'text-replaced': () => 'This text was replaced meanwhile. Look at the new one first.',
  'text-erased': () => 'Its author has erased this text.',
  'text-withdrawn': () => 'Its author has withdrawn this text.',
  'text-in-record': () =>
    'A minority report stands in the record itself and stays there for good. You can withdraw it.',
  'not-your-text': () => 'Only its author can withdraw or erase a text.',
  'report-signed-by-others': () =>
    'Others have signed this report, so it is not yours alone to withdraw any more.',
  'own-text': () => 'This text is your own: withdraw or erase it instead of hiding it.',
  'moderator-concerned': () =>
    'You have a stake in this yourself (as its mover, seconder or candidate, or because it is about you). Another moderator has to decide.',
  'hidden-already': () => 'This text is hidden already.',
  'not-hidden': () => 'This text is not hidden.',
  'restored-before': () => 'This text was restored on appeal. It cannot be hidden again.',
  'no-conduct-rules': () =>
    'When this was written the unit had no rules of conduct, so nothing can be hidden under one. A motion can adopt some for what is written later.',
  'other-conduct-rule': () =>
    'A text is judged by the rules of conduct that held when it was written. Choose one of those.',
  'too-many-conduct-rules': ({ most }) => `A unit can have ${sayNumber(most)} rules of conduct at most.`,
  'hidden-too-many': ({ most }) =>
    `You have hidden ${sayCount(most, { one: 'text', other: 'texts' })} within a day, which is the most for one moderator.`,
  'hidden-too-many-of-one': ({ most, days }) =>
    `You have hidden ${sayCount(most, { one: 'text', other: 'texts' })} of this author within ${say(days)} days, which is the most for one moderator. Another moderator has to decide.`,
  'hiding-reason-missing': () => 'Say why: the reason stands beside the text for everybody to read.',
  'hiding-reason-too-long': ({ length, most }) =>
    `The reason has ${sayNumber(length)} characters; ${sayNumber(most)} is the most.`,
  'hiding-rule-missing': () => 'Choose the rule of conduct that the text breaks.',
}
