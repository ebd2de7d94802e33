import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'

const { sayCount, sayDay, sayMoment, sayNumber } = speechIn('en')

/** What this module refuses. */
export type DisciplineCode =
  | 'unknown-case'
  | 'case-elsewhere'
  | 'sealed-part-missing'
  | 'seal-missing'
  | 'no-cases-here'
  | 'unknown-rule'
  | 'position-never-charged'
  | 'never-charged'
  | 'cites-unknown-entry'
  | 'not-in-force'
  | 'advocacy-against-unity-only'
  | 'deed-to-come'
  | 'deed-day-unclear'
  | 'deed-too-old'
  | 'charged-already'
  | 'charged-not-of-unit'
  | 'charges-oneself'
  | 'charging-twice'
  | 'charging-not-of-unit'
  | 'too-few-charging'
  | 'too-many-charges'
  | 'suspension-too-long'
  | 'measure-missing'
  | 'harsher-than-asked'
  | 'notice-runs'
  | 'not-concerned'
  | 'concerned-already'
  | 'witness-on-panel'
  | 'too-many-witnesses'
  | 'unknown-witness'
  | 'too-many-statements'
  | 'appeal-late'
  | 'earlier-runs'
  | 'earlier-other'
  | 'earlier-bars-not'
  | 'not-barred'
  | 'protection-asked-already'
  | 'protection-rights-missing'
  | 'no-protection'
  | 'protection-elsewhere'
  | 'contested-already'
  | 'right-suspended'

/** What cannot be done while a right is suspended. */
const SUSPENDED: Readonly<Record<string, string>> = {
  vote: 'Your vote is suspended in votes that opened',
  propose: 'Your right to propose motions and amendments is suspended',
  stand: 'Your right to stand for office is suspended',
}

export const english: Sentences<DisciplineCode> = {
  'unknown-case': () => 'There is no such case, or it does not concern you.',
  'case-elsewhere': ({ stage }) =>
    stage === 'ended' ? 'This case has ended.' : 'The case is not at the point for this.',
  'sealed-part-missing': () =>
    'This could not be checked: the part that names somebody is sealed to whoever made the export.',
  'seal-missing': () =>
    'Nothing about a case can be kept here yet: whoever runs this server has to name a key for what is sealed (PLENUM_SECRET_KEY). Nothing was entered.',
  'no-cases-here': ({ unit }) =>
    `“${say(unit)}” does not decide about its members by their own vote, so no charge can be brought there. Bring it in a unit where the members vote.`,
  'unknown-rule': ({ rule }) => `There is no rule ${say(rule)} in that version of the rules of conduct.`,
  'position-never-charged': () =>
    'A position is open to dispute for ever: nobody can be charged for speaking or acting against one. Only a point of unity or a rule can be the ground of a charge.',
  'never-charged': () =>
    'The charge rests on an entry by which somebody spoke, voted, proposed, stood or signed. That can never be charged.',
  'cites-unknown-entry': () => 'There is no entry of that number in the record.',
  'not-in-force': ({ first, below }) =>
    typeof first !== 'number'
      ? 'This was not in force when the deed was done, so nobody can be charged by it.'
      : `This was not in force on the whole of that day, so nobody can be charged by it for what was done then. It is a ground for what was done from ${sayDay(first)} on${typeof below === 'number' ? ` and before ${sayDay(below)}` : ''}. The days on which it began and ceased to hold do not count, as nobody can tell which was first.`,
  'advocacy-against-unity-only': () =>
    'Only public advocacy against a point of unity can be charged. What somebody says of a rule of conduct is a view.',
  'deed-to-come': () => 'The day of the deed lies ahead.',
  'deed-day-unclear': () => 'Fill in the day of the deed as year, month and day.',
  'deed-too-old': ({ days }) =>
    `The deed is too long ago: a charge has to be brought within ${sayCount(days, { one: 'day', other: 'days' })}.`,
  'charged-already': () => 'This deed has been charged already. Nobody is charged twice for the same.',
  'charged-not-of-unit': () =>
    'Whoever is charged does not belong to this unit. Bring the charge in a unit of theirs.',
  'charges-oneself': () => 'Nobody charges themselves.',
  'charging-twice': () => 'The same member stands twice among those who charge.',
  'charging-not-of-unit': () => 'Everybody who charges needs a vote in this unit.',
  'too-few-charging': ({ needed }) =>
    `A charge is brought by ${sayCount(needed, { one: 'member', other: 'members' })} together at least. Name all of them.`,
  'too-many-charges': ({ most }) =>
    `You have begun ${sayNumber(most)} charges that are not decided. Wait until one is.`,
  'suspension-too-long': ({ most }) =>
    `A suspension lasts ${sayCount(most, { one: 'day', other: 'days' })} at most.`,
  'measure-missing': () => 'Say which rights are to be suspended, and for how many days.',
  'harsher-than-asked': () => 'The panel cannot find for more than the charge asks for.',
  'notice-runs': ({ until }) =>
    `Nothing is found before the notice has run, so that the charged member can answer: until ${sayMoment(until)}.`,
  'not-concerned': () => 'You have no part in this.',
  'witness-on-panel': () =>
    'This member was drawn for the panel. They can be called once they have stepped aside, or were challenged.',
  'concerned-already': () => 'This member has a part in the case already.',
  'too-many-witnesses': ({ most }) => `Each side calls ${sayNumber(most)} witnesses at most.`,
  'unknown-witness': () => 'There is no such witness.',
  'too-many-statements': ({ most }) =>
    `${sayCount(most, { one: 'statement', other: 'statements' })} from here are on file already; there is no room for more.`,
  'appeal-late': ({ until }) => `An appeal could be made until ${sayMoment(until)}.`,
  'earlier-runs': () => 'The earlier case is not over. While it runs, the same deed cannot be charged again.',
  'earlier-other': () =>
    'The words that you kept do not fit that case. Look for both where you kept them when you were charged.',
  'earlier-bars-not': () =>
    'The earlier case does not bar this one: it was about another point or rule, or was opened before this deed, or notice was never given in it.',
  'not-barred': () => 'Nothing was shown that bars this case.',
  'protection-asked-already': () =>
    'A protective measure is asked for once as long as a member is charged, and it was.',
  'protection-rights-missing': () =>
    'Say which rights are to be suspended until the case is decided, and for how many days: 30 at most.',
  'no-protection': () => 'No protective measure was asked for in this case.',
  'protection-elsewhere': ({ stage }) =>
    stage === 'ended'
      ? 'The protective measure is over.'
      : 'The protective measure is not at the point for this.',
  'contested-already': () => 'The appeal against the protective measure was made and decided. There is one.',
  'right-suspended': ({ right, since, until }) =>
    `${SUSPENDED[say(right)] ?? 'This right is suspended'}${right === 'vote' ? ` after ${sayMoment(since)}` : ''}. It comes back by itself on ${sayMoment(until)}.`,
}
