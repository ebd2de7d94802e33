import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'

const { sayCount, sayMoment, sayNumber } = speechIn('en')

/** What no module but the organization refuses. */
export type OrganizationCode =
  | 'unknown-act'
  | 'malformed'
  | 'wrong-position'
  | 'wrong-law'
  | 'newer-law'
  | 'law-out-of-order'
  | 'nothing-recorded'
  | 'body-withheld'
  | 'body-closed'
  | 'ballots-closed'
  | 'not-a-dump'
  | 'dump-line-damaged'
  | 'dump-line-misplaced'
  | 'dump-cut'
  | 'dump-empty'
  | 'dump-unsound'
  | 'dump-newer'
  | 'dump-changed'
  | 'restored-elsewhere'
  | 'restored-other-root'
  | 'restored-other-origin'
  | 'signed-for-other-log'
  | 'something-is-due'
  | 'not-founded'
  | 'founding-closed'
  | 'not-ratified'
  | 'ratified-already'
  | 'not-a-member'
  | 'standing-lapsed'
  | 'not-for-you'
  | 'not-yourself'
  | 'sign-in-needed'
  | 'id-reused'
  | 'nothing-entered'
  | 'stopping'
  | 'clock-jumped'
  | 'clock-behind'
  | 'clock-to-confirm'
  | 'clocks-differ'
  | 'not-a-demonstration'
  | 'cannot-be-judged'
  | 'setup-code-wrong'
  | 'operator-code-wrong'
  | 'no-preset'
  | 'no-points'
  | 'not-an-organizer'
  | 'apply-throttled'
  | 'passwords-differ'

export const english: Sentences<OrganizationCode> = {
  'unknown-act': ({ type }) => `There is no act of the type “${say(type)}”.`,
  malformed: ({ field, problem }) => `The field “${say(field)}” is not as it has to be: ${say(problem)}.`,
  'wrong-position': ({ expected, found }) =>
    `The entry stands at ${say(found)} where ${say(expected)} comes next.`,
  'wrong-law': ({ expected, found }) =>
    `The entry names version ${say(found)} of the rules of procedure; ${say(expected)} is in force.`,
  'newer-law': ({ law, known }) =>
    `The record follows version ${say(law)} of the rules of procedure; this program knows ${say(known)}. Upgrade Plenum; until then nothing can be entered here.`,
  'law-out-of-order': () => 'Versions of the rules of procedure follow one another without a gap.',
  'restored-elsewhere': ({ size }) =>
    `The record says it was restored at entry ${say(size)}, and stands elsewhere.`,
  'nothing-recorded': () =>
    'Nothing has been recorded here yet. Start the server, and found the organization on the page that it prints.',
  'body-closed': ({ type }) =>
    `This and what depends on it could not be checked: what it says is closed to whoever made the export (${say(type)}).`,
  'ballots-closed': ({ closed }) =>
    `The result could not be counted anew: ${say(closed)} ballots cast while the vote was open are closed to whoever made the export.`,
  'body-withheld': ({ type }) =>
    `Every member may read this (${say(type)}), and it was left out of the export.`,
  'not-a-dump': () => 'This is not a dump that “plenum dump” wrote.',
  'dump-line-damaged': ({ line }) => `Line ${say(line)} of the dump is damaged. Nothing was restored.`,
  'dump-line-misplaced': ({ line }) =>
    `Line ${say(line)} of the dump stands where it does not belong. Nothing was restored.`,
  'dump-cut': () => 'The dump is not whole: lines are missing. Nothing was restored.',
  'dump-empty': () => 'The dump holds no record. Nothing was restored.',
  'dump-unsound': ({ line, why }) =>
    `The record in the dump is not sound${line === null ? '' : `, line ${say(line)}`}: ${say(why)} Nothing was restored.`,
  'dump-newer': ({ what }) =>
    `The dump holds “${say(what)}”, which this version of Plenum does not know. Restore it with the version that wrote it, or a later one. Nothing was restored.`,
  'dump-changed': () => 'The file was changed while it was read. Nothing was restored.',
  'restored-other-root': () =>
    'The record says it was restored from a backup with another root than the entries before this one have.',
  'signed-for-other-log': ({ signed, origin }) =>
    `Devices of members signed acts for the log “${say(signed)}”, but this one is “${say(origin)}”: their signatures belong to another record.`,
  'restored-other-origin': ({ origin }) =>
    `The name of the log, ${say(origin)}, does not fit the restores that the record tells of: each raises the number at its end by one.`,
  'something-is-due': ({ kind, since }) =>
    `Something that fell due on ${sayMoment(since)} (${say(kind)}) has to be entered first.`,
  'not-founded': () => 'The organization has not been founded yet.',
  'founding-closed': () =>
    'The founding roll is before the members, or ratified: it can no longer be changed like this.',
  'not-ratified': () =>
    'The members have not ratified the roll and the rules yet. Until then only the founding can be debated and voted on.',
  'ratified-already': () => 'The founding has been ratified already.',
  'not-a-member': () => 'Only members can do this.',
  'standing-lapsed': () => 'Your standing has lapsed. Whoever keeps the roll can mend it.',
  'not-yourself': () => 'This can be entered only by the member whom it names.',
  'not-for-you': ({ type }) => `An act of the type “${say(type)}” is entered by somebody else.`,
  'sign-in-needed': () => 'Sign in first.',
  'id-reused': () =>
    'This form was sent before with another content. Load it anew and send it again; nothing was entered.',
  'nothing-entered': () => 'Nothing was entered. Try again.',
  stopping: () => 'The server is being stopped. Nothing was entered; try again in a moment.',
  'clock-jumped': ({ seconds }) =>
    `The machine’s clock jumped by ${sayNumber(seconds)} seconds. Nothing is entered until the operator has set it right and started Plenum anew.`,
  'clock-behind': ({ last, now }) =>
    `The machine’s clock says ${sayMoment(now)}, but the last entry is of ${sayMoment(last)}. Set the clock right and start Plenum anew.`,
  'clock-to-confirm': ({ last, now }) =>
    `The last entry is of ${sayMoment(last)}, the machine’s clock says ${sayMoment(now)}, and something has fallen due since. If the clock is right, start Plenum anew with --clock-is-right.`,
  'clocks-differ': ({ seconds }) =>
    `The clocks of this machine and of the database differ by ${sayNumber(seconds)} seconds. Nothing is entered until they agree.`,
  'not-a-demonstration': () =>
    'This is the record of a real organization: its clock cannot be moved. Start it without the demonstration.',
  'setup-code-wrong': () =>
    'This is not the code. It stands on the console where Plenum was started; starting it anew prints a fresh one, and ends the one before.',
  'operator-code-wrong': () =>
    'This is not the code, or it has run out or was used. Print a fresh one on the machine that the server runs on.',
  'no-preset': () => 'Choose one of the sets of rules to begin with.',
  'no-points': () => 'Write at least one point of unity, or choose to ratify without any.',
  'not-an-organizer': () => 'Only an organizer on the founding roll can do this.',
  'apply-throttled': ({ minutes }) =>
    `Many applications came from your connection. Try again in ${sayCount(minutes, { one: 'minute', other: 'minutes' })}; nothing was entered.`,
  'passwords-differ': () => 'The two passwords are not the same. Type them anew.',
  'cannot-be-judged': ({ why }) => `The entry meets a state that no clerk would have made: ${say(why)}`,
}
