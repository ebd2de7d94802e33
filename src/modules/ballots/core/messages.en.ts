import type { Json } from '#kernel/canonical'
import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'

const { sayCount, sayMoment, sayNumber } = speechIn('en')

/** What this module refuses. `number` is the place on the board, where there is one. */
export type BallotCode =
  | 'ballot-length'
  | 'ballot-version'
  | 'ballot-number'
  | 'ballot-issuers'
  | 'ballot-not-issued'
  | 'ballot-not-signed'
  | 'ballot-twice'
  | 'board-unsorted'
  | 'keys-unsorted'
  | 'key-not-listed'
  | 'choice-malformed'
  | 'choice-too-long'
  | 'ballot-superseded'
  | 'ballots-over'
  | 'ballots-later'
  | 'keys-over'
  | 'already-issued'
  | 'request-malformed'
  | 'ballot-keys-lost'
  | 'ballot-throttled'
  | 'key-given-online'
  | 'paper-taken'
  | 'marked-for-screen'
  | 'not-marked'
  | 'mark-used'
  | 'code-wrong'
  | 'code-used'
  | 'unknown-batch'
  | 'not-teller'
  | 'papers-agreed'

const onBoard = (number: Json | undefined): string =>
  number === undefined ? 'This ballot' : `Ballot ${say(number)} of the board`

export const english: Sentences<BallotCode> = {
  'ballot-length': ({ number }) =>
    `${onBoard(number)} does not have the length that every ballot of this vote has.`,
  'ballot-version': ({ number }) => `${onBoard(number)} is of a version that this program does not know.`,
  'ballot-number': ({ number }) => `${onBoard(number)} has no number; the first is 1.`,
  'ballot-issuers': ({ number }) =>
    `${onBoard(number)} does not name its issuers as it must: each once, in their order.`,
  'ballot-not-issued': ({ number, issuer }) =>
    `${onBoard(number)} is not from a key that issuer ${say(issuer)} signed for this vote.`,
  'ballot-not-signed': ({ number }) => `${onBoard(number)} is not signed by its own key.`,
  'ballot-twice': ({ number }) => `${onBoard(number)} is the second of one key.`,
  'board-unsorted': ({ number }) =>
    `${onBoard(number)} stands in the wrong place: a board is in the order of its keys’ hashes.`,
  'keys-unsorted': ({ number }) => `Key ${say(number)} of the list is none, or stands in the wrong place.`,
  'key-not-listed': ({ number }) => `${onBoard(number)} is from a key that is not on the list of keys.`,
  'ballot-superseded': ({ number }) =>
    `Another ballot of this key, with the number ${sayNumber(number)}, was taken before. This one was not.`,
  'ballots-over': () => 'No ballots are taken in this vote now. Yours was not taken.',
  'keys-over': () => 'No more keys are given out or registered in this vote.',
  'already-issued': () =>
    'You were given a key in this vote before, with another slip. Take that slip, its twelve words, and go on with it on any device.',
  'request-malformed': () => 'This is no request for a key. Load the page anew.',
  'ballot-keys-lost': () =>
    'The keys of this vote were lost. It will begin again, and you will be able to vote anew.',
  'ballot-throttled': ({ seconds }) =>
    `Many ballots came from your network. Try again in ${sayCount(seconds, { one: 'second', other: 'seconds' })}; yours was not taken.`,
  'key-given-online': () =>
    'This member was given a key from a device of their own, and votes with that device or with their twelve words. Nobody gets a second one.',
  'paper-taken': () =>
    'A paper ballot was given out for this member at a polling session, and whoever has a paper gets no key. If the paper comes back unused, the officers there can take the mark back.',
  'marked-for-screen': () =>
    'This member was marked at a polling session to vote at the screen there. Vote there, or with the twelve words of the slip from there. As long as no key was given out, the mark can be taken back on the page of the vote.',
  'not-marked': () => 'This member is not marked at a polling session of this vote.',
  'mark-used': () => 'A key was given out for this mark, so it cannot be taken back.',
  'code-wrong': () =>
    'This code opens no voting screen. Look for a mistyped letter, or ask the officer for a new code.',
  'code-used': () =>
    'A key was given out with this code, for another slip. Type the twelve words of that slip to go on; nobody gets a second key.',
  'unknown-batch': () => 'There is no such batch of papers.',
  'not-teller': () => 'You are not one of the two tellers of this batch.',
  'papers-agreed': () =>
    'Both tellers have entered the same for this batch. It is counted, and no longer changed.',
  'ballots-later': ({ from }) =>
    `Keys are given out until ${sayMoment(from)}; whoever has one votes from then on.`,
  'choice-malformed': ({ number }) =>
    `${onBoard(number)} says something that no ballot of this vote can say.`,
  'choice-too-long': ({ number, most }) =>
    `${onBoard(number)} ranks more candidates than may be ranked: ${sayNumber(most)}.`,
}
