import { say } from '#kernel/sentences'
import type { ImportWords } from './problem.ts'

const problems: ImportWords['problems'] = {
  'empty-file': () => 'The file is empty. Save the list again and choose that file.',
  'spreadsheet-file': () =>
    'This is a spreadsheet file. Open it, choose “Save as” and “CSV UTF-8”, and upload the file that makes.',
  'not-a-csv': () => 'This is not a CSV file. Save the list as “CSV UTF-8” and upload that file.',
  'not-utf8': () =>
    'This line has letters that are not written as UTF-8. In your spreadsheet, save the file as “CSV UTF-8” and upload it again.',
  'not-utf16': () =>
    'The file says that it is UTF-16 and is not. Save it as “CSV UTF-8” and upload it again.',
  'too-many-lines': ({ facts }) =>
    `The file has ${say(facts['lines'])} lines; at most ${say(facts['most'])} can be read at once. Split it and upload the parts one after the other.`,
  'no-members': () => 'The file has a heading and no member below it. Add at least one line.',
  'column-missing': ({ column, facts }) =>
    `There is no column called “${say(column)}”. The first line must name the columns: name, and if you have them email, place, organizer. It says: ${say(facts['found'])}.`,
  'column-twice': ({ column, facts }) =>
    `The columns “${say(facts['first'])}” and “${say(column)}” mean the same. Remove or rename one.`,
  'quote-not-closed': () =>
    'A quotation mark (") opens here and is not closed. Close it or remove it; what follows has not been read.',
  'stray-quote': () =>
    'A quotation mark (") stands inside a field. Put the whole field in quotation marks and double those inside; what follows has not been read.',
  'ragged-row': ({ facts }) =>
    `The number of fields is ${say(facts['found'])} here and ${say(facts['expected'])} in the heading. Put a field that holds a separator in quotation marks, or add what is missing.`,
  'no-name': () => 'The member has no name. Write one, or remove the line.',
  'too-long': ({ facts }) =>
    `The field has ${say(facts['length'])} characters; at most ${say(facts['most'])} fit. Shorten it.`,
  'control-character': ({ facts }) =>
    `The field has a line break or an invisible character (${say(facts['character'])}). Write it anew.`,
  'bad-address': ({ facts }) =>
    `“${say(facts['address'])}” is not a mail address. Mend it, or leave the field empty.`,
  'address-twice': ({ facts }) =>
    `The address ${say(facts['address'])} stands on line ${say(facts['first'])} already. Each member needs their own; remove one of the two lines or one of the addresses.`,
  'unclear-yes-no': ({ facts }) =>
    `“${say(facts['found'])}” is neither yes nor no. Write yes, or leave the field empty.`,
}

export const english: ImportWords = {
  at: (line, column, sentence) => `Line ${line}${column === null ? '' : `, ${column}`}: ${sentence}`,
  problems,
}
