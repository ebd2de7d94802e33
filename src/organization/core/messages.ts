import { say, sayWhen, type Sentences } from '#kernel/sentences'
import type { Language } from '#kernel/language'
import type { Refusal } from '#kernel/refusal'
import { accessMessages } from '#modules/access/core'
import { delegateMessages } from '#modules/delegates/core'
import { memberMessages } from '#modules/members/core'
import { motionMessages, textMessages } from '#modules/motions/core'
import { programMessages } from '#modules/program/core'
import { recordMessages } from '#modules/record/core'
import { rulebookMessages } from '#modules/rulebook/core'
import { unitMessages } from '#modules/units/core'
import { votingMessages } from '#modules/voting/core'

const organizationMessages: Sentences<
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
  | 'dump-changed'
  | 'restored-elsewhere'
  | 'restored-other-root'
  | 'restored-other-origin'
  | 'something-is-due'
  | 'not-founded'
  | 'founding-closed'
  | 'not-ratified'
  | 'ratified-already'
  | 'not-a-member'
  | 'standing-lapsed'
  | 'not-for-you'
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
> = {
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
  'dump-changed': () => 'The file was changed while it was read. Nothing was restored.',
  'restored-other-root': () =>
    'The record says it was restored from a backup with another root than the entries before this one have.',
  'restored-other-origin': ({ origin }) =>
    `The name of the log, ${say(origin)}, does not fit the restores that the record tells of: each raises the number at its end by one.`,
  'something-is-due': ({ kind, since }) =>
    `Something that fell due on ${sayWhen(since)} (${say(kind)}) has to be entered first.`,
  'not-founded': () => 'The organization has not been founded yet.',
  'founding-closed': () =>
    'The founding roll is before the members, or ratified: it can no longer be changed like this.',
  'not-ratified': () =>
    'The members have not ratified the roll and the rules yet. Until then only the founding can be debated and voted on.',
  'ratified-already': () => 'The founding has been ratified already.',
  'not-a-member': () => 'Only members can do this.',
  'standing-lapsed': () => 'Your standing has lapsed. Whoever keeps the roll can mend it.',
  'not-for-you': ({ type }) => `An act of the type “${say(type)}” is entered by somebody else.`,
  'sign-in-needed': () => 'Sign in first.',
  'id-reused': () =>
    'This form was sent before with another content. Load it anew and send it again; nothing was entered.',
  'nothing-entered': () => 'Nothing was entered. Try again.',
  stopping: () => 'The server is being stopped. Nothing was entered; try again in a moment.',
  'clock-jumped': ({ seconds }) =>
    `The machine’s clock jumped by ${say(seconds)} seconds. Nothing is entered until the operator has set it right and started Plenum anew.`,
  'clock-behind': ({ last, now }) =>
    `The machine’s clock says ${sayWhen(now)}, but the last entry is of ${sayWhen(last)}. Set the clock right and start Plenum anew.`,
  'clock-to-confirm': ({ last, now }) =>
    `The last entry is of ${sayWhen(last)}, the machine’s clock says ${sayWhen(now)}, and something has fallen due since. If the clock is right, start Plenum anew with --clock-is-right.`,
  'clocks-differ': ({ seconds }) =>
    `The clocks of this machine and of the database differ by ${say(seconds)} seconds. Nothing is entered until they agree.`,
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
    `Many applications came from your connection. Try again in ${say(minutes)} minutes; nothing was entered.`,
  'passwords-differ': () => 'The two passwords are not the same. Type them anew.',
  'cannot-be-judged': ({ why }) => `The entry meets a state that no clerk would have made: ${say(why)}`,
}

const tables: Readonly<Record<string, (facts: Refusal['facts']) => string>> = {
  ...organizationMessages,
  ...recordMessages,
  ...rulebookMessages,
  ...unitMessages,
  ...delegateMessages,
  ...memberMessages,
  ...programMessages,
  ...textMessages,
  ...motionMessages,
  ...votingMessages,
  ...accessMessages,
}

/** What a person is told about a refusal, in their language. */
export function refusalSentence(
  { code, facts }: Pick<Refusal, 'code' | 'facts'>,
  _language: Language = 'en',
): string {
  const sentence = Object.hasOwn(tables, code) ? tables[code] : undefined
  return sentence === undefined ? `This was refused (${code}).` : sentence(facts)
}

/** Codes that every table has a sentence for. */
export const REFUSAL_CODES: ReadonlySet<string> = new Set(Object.keys(tables))

const STATUSES: Readonly<Record<string, number>> = {
  'not-a-member': 403,
  'standing-lapsed': 403,
  'not-for-you': 403,
  'needs-duty': 403,
  'not-of-unit': 403,
  'not-on-roll': 403,
  'not-yours': 403,
  'sign-in-needed': 401,
  'sign-in-wrong': 401,
  'sign-in-throttled': 429,
  'apply-throttled': 429,
  'setup-code-wrong': 403,
  'operator-code-wrong': 403,
  'not-an-organizer': 403,
  'file-too-large': 413,
  'motion-too-long': 413,
  'database-gone': 503,
  'disk-full': 507,
  stopping: 503,
  'clock-jumped': 503,
  'clock-behind': 503,
  'clock-to-confirm': 503,
  'clocks-differ': 503,
  'newer-law': 503,
}

/** The HTTP status of a refusal: 409 where the organization’s state or rules stand against it, 400 for what is malformed. */
export function refusalStatus({ code }: Pick<Refusal, 'code'>): number {
  if (code.startsWith('unknown-')) return 404
  return code === 'malformed' ? 400 : (STATUSES[code] ?? 409)
}
