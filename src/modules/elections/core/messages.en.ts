import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'

const { sayCount, sayMoment, sayNumber } = speechIn('en')

/** What this module refuses. */
export type ElectionCode =
  | 'unknown-office'
  | 'office-closed'
  | 'office-open-already'
  | 'unknown-election'
  | 'election-elsewhere'
  | 'nominated-already'
  | 'not-nominated'
  | 'nominee-not-of-unit'
  | 'too-many-nominations'
  | 'too-many-candidates'
  | 'statement-too-long'
  | 'statement-missing'
  | 'seats-missing'
  | 'place-malformed'
  | 'terms-used-up'
  | 'no-commitment'
  | 'seed-other'
  | 'no-vacancy'
  | 'unknown-petition'
  | 'petition-over'
  | 'petition-under-way'
  | 'petitioned-before'
  | 'recall-rests'

export const english: Sentences<ElectionCode> = {
  'unknown-office': () => 'There is no such office.',
  'office-closed': ({ office }) => `The office “${say(office)}” is closed.`,
  'office-open-already': ({ office }) => `The unit has an office called “${say(office)}” already.`,
  'unknown-election': () => 'There is no such election.',
  'election-elsewhere': ({ wanted }) =>
    wanted === 'nominating' ? 'Nominations are closed.' : 'The election is not at the point for this.',
  'nominated-already': () => 'This member is nominated already.',
  'not-nominated': () => 'You are not nominated here.',
  'nominee-not-of-unit': () => 'Only who belongs to the unit can hold its office.',
  'too-many-nominations': ({ most }) => `You have nominated ${sayNumber(most)} members, which is the most.`,
  'too-many-candidates': ({ most }) => `There are ${sayNumber(most)} candidates, which is the most.`,
  'statement-too-long': ({ length, most }) =>
    `The statement has ${sayNumber(length)} characters; every candidate has the same space, ${sayNumber(most)} at most.`,
  'place-malformed': ({ typed }) =>
    `“${say(typed)}” is no place. Write whole numbers: 1 for whom you want most, then 2, 3 and so on.`,
  'seats-missing': ({ most }) =>
    `Fill in how many hold the office: a whole number from 1 to ${sayNumber(most)}.`,
  'statement-missing': () => 'Write a statement: members read the candidates’ side by side.',
  'terms-used-up': ({ had, most }) =>
    `Whoever held this office for ${sayCount(most, { one: 'term', other: 'terms' })} in a row has to pause; it were ${sayNumber(had)} so far.`,
  'no-commitment': () => 'You committed to no secret words for this election.',
  'seed-other': () => 'These are not the words that were committed to.',
  'no-vacancy': () => 'There is no seat to be filled here.',
  'unknown-petition': () => 'There is no such petition.',
  'petition-over': () => 'This petition takes no more signatures.',
  'petition-under-way': () => 'A petition about this mandate is under way already: sign that one.',
  'petitioned-before': () =>
    'Your petition about this mandate lapsed; the next one has to come from somebody else.',
  'recall-rests': ({ until }) =>
    `The members voted on this recall not long ago. It can be asked for again from ${sayMoment(until)} on.`,
}
