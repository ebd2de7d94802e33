import type { Json } from '#kernel/canonical'
import { say, type Sentence, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { BallotFileCode, ExpectedNumber } from './fault.ts'

const { sayNumber } = speechIn('en')

const NUMBERS: Readonly<Record<ExpectedNumber, string>> = {
  candidates: 'the number of candidates',
  seats: 'the number of seats',
  weight: 'how many ballots the line stands for',
  voters: 'the number of voters',
  rank: 'a rank',
  score: 'a score',
}

function numberOf(expected: Json | undefined): string {
  return Object.entries(NUMBERS).find(([name]) => name === expected)?.[1] ?? 'a number'
}

/** A sentence with the line that it is about. */
function onLine(sentence: Sentence): Sentence {
  return (facts) => `Line ${sayNumber(facts['line'])}: ${sentence(facts)}`
}

export const english: Sentences<BallotFileCode> = {
  'ballots-empty': () => 'The file is empty. Choose the file that holds the ballots.',
  'ballots-spreadsheet': () =>
    'This is a spreadsheet. Open it, choose “Save as” and “CSV UTF-8”, and count the file that makes.',
  'ballots-not-text': () => 'This is no file of ballots: it holds bytes that are no text.',
  'ballots-not-utf8': onLine(() => 'Some letters are not written as UTF-8. Save the file as UTF-8.'),
  'ballots-number-expected': onLine(
    ({ found, expected }) =>
      `Here ${numberOf(expected)} is expected, a whole number, but the file says “${say(found)}”.`,
  ),
  'ballots-number-out-of-range': onLine(
    ({ found, expected, least, most }) =>
      `“${say(found)}” cannot be ${numberOf(expected)}: it is from ${sayNumber(least)} to ${sayNumber(most)}.`,
  ),
  'ballots-option-unknown': onLine(
    ({ found }) =>
      `The option “${say(found)}” is not known, so nobody can say whether it changes the count. Known are nick, tie, withdrawn, undeclared and droop; remove it if it does not matter.`,
  ),
  'ballots-option-open': onLine(() => 'An option begins with “[” and has no “]”. Close it.'),
  'ballots-option-incomplete': onLine(
    ({ name, found, expected }) =>
      `The option “${say(name)}” must name each of the ${sayNumber(expected)} candidates once; it names ${sayNumber(found)}.`,
  ),
  'ballots-candidate-unknown': onLine(
    ({ found, most }) =>
      `“${say(found)}” is no candidate. The file begins by saying that there are ${sayNumber(most)}, numbered from 1; mend this line or the first.`,
  ),
  'ballots-too-many': onLine(
    ({ most }) => `All lines together may stand for at most ${sayNumber(most)} ballots. Mend the number.`,
  ),
  'ballots-line-open': onLine(
    () => 'The line does not end with 0, so nobody can say whether ranks are missing. Add the 0.',
  ),
  'ballots-equal-to-nothing': onLine(() => 'A “=” must stand between two candidates who share a rank.'),
  'ballots-cut-off': onLine(
    () =>
      'The file ends where ballots are expected. After the last ballot a line with 0 alone must follow, then the names: perhaps it was not copied whole.',
  ),
  'ballots-names-missing': onLine(
    ({ found, expected }) =>
      `The file ends with ${sayNumber(found)} names, but its first line says that there are ${sayNumber(expected)} candidates. Add the names, or mend the first line.`,
  ),
  'ballots-names-extra': onLine(
    ({ found, expected }) =>
      `The file ends with ${sayNumber(found)} names, but its first line says that there are ${sayNumber(expected)} candidates. Mend the first line or remove names.`,
  ),
  'ballots-quote-open': onLine(() => 'A quotation mark opens and is not closed. Close it.'),
  'ballots-quote-stray': onLine(
    () =>
      'A quotation mark (") stands inside a field. Put the whole field in quotation marks and double those inside.',
  ),
  'ballots-kind-unknown': () =>
    'This is no file of ballots that can be read. BLT begins with two numbers (candidates, seats), PrefLib with “# …” or a number, a tally has lines “V: …”, and CSV has a heading that names candidates or ranks.',
  'ballots-head-missing': onLine(
    ({ expected }) => `Before the ballots “# ${say(expected)}: …” is expected. Add the line.`,
  ),
  'ballots-voters-differ': onLine(
    ({ found, expected }) =>
      `The lines stand for ${sayNumber(found)} ballots, but the file says that there are ${sayNumber(expected)}: perhaps it was not copied whole.`,
  ),
  'ballots-bracket-open': onLine(
    () => 'Candidates who share a rank stand in “{” and “}”; here one of the two is missing or empty.',
  ),
  'ballots-ragged': onLine(
    ({ found, expected }) =>
      `The number of fields is ${sayNumber(found)} here and ${sayNumber(expected)} in the heading. Put a field that holds a separator in quotation marks, or add what is missing.`,
  ),
  'ballots-column-twice': onLine(
    ({ found }) => `Two columns are called “${say(found)}”. Rename or remove one.`,
  ),
  'ballots-none': onLine(() => 'There is a heading and nothing to count below it. Add the ballots.'),
  'ballots-options-differ': onLine(
    ({ found, expected }) =>
      `This ballot ranks ${sayNumber(found)} options, those before it ${sayNumber(expected)}. Mend the line.`,
  ),
}
