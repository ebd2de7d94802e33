import type { Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'

const { sayNumber } = speechIn('en')

/** What this module refuses. */
export type ComplaintCode =
  | 'unknown-complaint'
  | 'complaint-elsewhere'
  | 'no-complaint-persons'
  | 'complains-of-oneself'
  | 'represented-by-party'
  | 'too-many-complaints'
  | 'separated-already'
  | 'complaint-about-missing'
  | 'complaint-persons-few'
  | 'separation-days'

export const english: Sentences<ComplaintCode> = {
  'unknown-complaint': () => 'There is no such complaint, or it does not concern you.',
  'complaint-elsewhere': ({ stage }) =>
    stage === 'ended' ? 'The complaint has ended.' : 'The complaint is not at the point for this.',
  'no-complaint-persons': () =>
    'Nobody besides those concerned is elected for complaints here, nor in a unit above. A motion can open such an office; a charge can be brought without one.',
  'complains-of-oneself': () => 'Name the member whom the complaint is about.',
  'represented-by-party': () => 'Somebody else has to speak for whoever complains.',
  'too-many-complaints': ({ most }) => `You have ${sayNumber(most)} complaints open, which is the most.`,
  'separated-already': () => 'A separation was ordered in this complaint already; it can be ordered once.',
  'complaint-about-missing': () => 'Choose the member whom the complaint is about.',
  'complaint-persons-few': () =>
    'An office for complaints has at least two seats, sends nobody to a council, and is filled by election.',
  'separation-days': ({ most }) => `Write a number of days from 1 to ${sayNumber(most)}.`,
}
