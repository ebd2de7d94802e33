import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'

const { sayMoment, sayNumber } = speechIn('en')

/** What this module refuses. */
export type PanelCode =
  | 'unknown-panel'
  | 'panel-elsewhere'
  | 'unknown-side'
  | 'not-of-side'
  | 'side-without-commitment'
  | 'commit-late'
  | 'committed-already'
  | 'seed-early'
  | 'seed-opened-already'
  | 'no-seat'
  | 'no-such-seat'
  | 'seat-taken-already'
  | 'panel-involved'
  | 'challenge-late'
  | 'challenge-without-reason'
  | 'challenged-already'
  | 'challenge-own'
  | 'unknown-challenge'
  | 'too-many-challenges'
  | 'finding-early'
  | 'unknown-finding'
  | 'dissented-already'
  | 'dissent-late'
  | 'dissent-from-own'
  | 'draw-other-places'
  | 'draw-other-member'
  | 'draw-seed-other'
  | 'draw-unannounced'
  | 'panel-undrawn'
  | 'words-missing'

export const english: Sentences<PanelCode> = {
  'unknown-panel': () => 'There is no such panel.',
  'panel-elsewhere': ({ stage }) =>
    stage === 'decided' || stage === 'undecided' || stage === 'ended'
      ? 'The panel is over.'
      : 'The panel is not at the point for this.',
  'unknown-side': () => 'The panel has no such side.',
  'not-of-side': () => 'You do not speak for this side.',
  'side-without-commitment': () =>
    'This side committed to no secret words, so there are none to open. The lot is drawn without them, and says so.',
  'commit-late': ({ until }) =>
    `Secret words could be committed to until ${sayMoment(until)}. The lot is drawn without this side’s, and says so.`,
  'committed-already': () => 'This side has committed to its secret words already.',
  'seed-early': ({ from }) =>
    `Keep the words to yourself for now: they are opened from ${sayMoment(from)} on, when nobody can choose theirs by them.`,
  'seed-opened-already': () => 'This side has opened its words already.',
  'no-seat': () => 'You do not sit on this panel.',
  'no-such-seat': () => 'This member does not sit on the panel.',
  'seat-taken-already': () => 'You have taken your seat already.',
  'panel-involved': () =>
    'You are concerned in this yourself and cannot sit. Step aside: the next who was drawn takes the seat.',
  'challenge-late': () =>
    'The panel has begun to find: who sits on it can no longer be challenged. They can still step aside themselves.',
  'challenge-without-reason': () =>
    'Your side’s first challenge needs no reason; a further one does. The rest of the panel decides about it.',
  'challenged-already': () => 'This member is challenged already; the rest of the panel decides.',
  'challenge-own': () => 'Whoever is challenged does not decide about it. You can step aside yourself.',
  'unknown-challenge': () => 'There is no challenge of this member to decide about.',
  'too-many-challenges': ({ most }) => `Your side has made ${sayNumber(most)} challenges, which is the most.`,
  'finding-early': ({ from }) =>
    `The panel can find from ${sayMoment(from)} on: until then the sides can challenge who sits on it.`,
  'unknown-finding': () => 'Nobody on the panel proposed this.',
  'dissented-already': () => 'Your dissent stands already.',
  'dissent-late': ({ until }) => `A dissent could be added until ${sayMoment(until)}.`,
  'dissent-from-own': () => 'You agreed with what the panel found.',
  'draw-other-places': () => 'The seeds draw other places than the record says were drawn.',
  'draw-other-member': ({ member, place }) =>
    `${say(member)} did not stand at place ${sayNumber(place)} of the roll that was frozen when the panel was announced.`,
  'draw-seed-other': ({ by }) => `The seed opened by “${say(by)}” is not the one that was committed to.`,
  'draw-unannounced': () => 'The draw follows on no announcement of this panel.',
  'words-missing': () => 'Write your words: five or more that nobody can guess.',
  'panel-undrawn': () => 'The panel was announced and is not drawn yet.',
}
