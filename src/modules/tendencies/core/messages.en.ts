import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'

const { sayMoment, sayNumber } = speechIn('en')

/** What this module refuses. */
export type TendencyCode =
  | 'unknown-tendency'
  | 'tendency-ended'
  | 'tendency-forming'
  | 'tendency-name-taken'
  | 'forming-already'
  | 'not-signatory'
  | 'not-waiting'
  | 'stance-twice'
  | 'stance-empty'
  | 'stance-overfull'
  | 'stance-without-point'
  | 'point-struck'
  | 'platform-missing'
  | 'tendency-name-missing'
  | 'tendency-name-too-long'
  | 'stance-too-long'
  | 'too-many-proposals'
  | 'unknown-proposal'
  | 'proposal-held'
  | 'agreed-already'
  | 'statement-late'
  | 'signatories-listed'
  | 'signatories-unlisted'

export const english: Sentences<TendencyCode> = {
  'unknown-tendency': () => 'There is no such tendency.',
  'tendency-ended': ({ name, at }) => `The tendency “${say(name)}” ended on ${sayMoment(at)}.`,
  'tendency-forming': ({ name }) =>
    `“${say(name)}” does not have enough signatories yet: it speaks beside motions once it has.`,
  'tendency-name-taken': ({ name }) => `A tendency of this unit is called “${say(name)}” already.`,
  'forming-already': ({ name }) =>
    `Your tendency “${say(name)}” is still forming. Found another once it stands or has lapsed.`,
  'not-signatory': ({ name }) => `You are not a signatory of “${say(name)}”.`,
  'not-waiting': ({ name }) => `Nobody of this name waits to be taken into “${say(name)}”.`,
  'stance-twice': ({ number }) =>
    `Stance ${sayNumber(number)} is about a point that an earlier one is about already.`,
  'stance-empty': ({ number }) =>
    `Stance ${sayNumber(number)} needs its wording: say what the point should be.`,
  'stance-overfull': ({ number }) =>
    `Stance ${sayNumber(number)} affirms or strikes a point as it stands: it takes no wording of its own.`,
  'stance-without-point': ({ number }) =>
    `Stance ${sayNumber(number)} has to name a point of the program, or be a point of its own.`,
  'point-struck': ({ number }) =>
    `Point ${sayNumber(number)} was struck; there is nothing to take a stance on.`,
  'platform-missing': () =>
    'A platform needs at least one stance: say what you affirm, change, strike or add.',
  'tendency-name-missing': () => 'Give the tendency a name.',
  'tendency-name-too-long': ({ length, most }) =>
    `The name has ${sayNumber(length)} characters; ${sayNumber(most)} is the most.`,
  'stance-too-long': ({ number, length, most }) =>
    `The text of stance ${sayNumber(number)} has ${sayNumber(length)} characters; ${sayNumber(most)} is the most.`,
  'too-many-proposals': ({ most }) =>
    `You have ${sayNumber(most)} proposals open in this tendency, which is the most.`,
  'unknown-proposal': () => 'There is no such proposal in this tendency.',
  'proposal-held': () => 'More than half of the signatories have agreed already.',
  'agreed-already': () => 'You have agreed to this already.',
  'signatories-listed': ({ name }) =>
    `“${say(name)}” lists its signatories: sign under your own name, or leave it be.`,
  'signatories-unlisted': ({ name }) =>
    `“${say(name)}” does not list its signatories: this would have shown who you are, so nothing was entered. Use the form on its page.`,
  'statement-late': () =>
    'The motion is decided: a tendency speaks beside it until then. A minority report is still open to you.',
}
