import { count, sayNumber } from './common.ts'

export const importing = {
  title: 'Bring in a list',
  lead: 'A list is a CSV file, as every spreadsheet saves one. Its first line names the columns: name, and if you have them email, place and organizer. Nothing is entered before you have seen what it comes to.',
  founding:
    'Places that do not exist yet are formed. Whoever has “yes” in the column organizer puts the founding to the members later, and keeps the roll.',
  applications:
    'Each line becomes an application. It changes nothing else: members vouch, and whoever keeps the roll admits each one, as for everybody who applies. A place has to exist already.',
  example: 'An example',
  exampleFounding:
    'name,email,place,organizer\nAna Núñez,ana@example.org,Harbour,yes\nBo Lindqvist,,Harbour,\nChidi Okafor,chidi@example.org,Old Town,',
  exampleApplications: 'name,email,place\nAna Núñez,ana@example.org,Harbour\nBo Lindqvist,,Harbour',
  file: 'CSV file',
  pasted: 'Or paste the list here',
  preview: 'Look at it first',
  atLine: (line: number, sentence: string) => `Line ${line}: ${sentence}`,
  result: 'What this list comes to',
  who: 'People',
  members: (number: number) => count(number, 'member', 'members'),
  applicationsCount: (number: number) => count(number, 'application', 'applications'),
  organizers: (number: number) => count(number, 'organizer', 'organizers'),
  places: 'Places that will be formed',
  noPlaces: 'none',
  unknownPlaces: 'Places that do not exist here: whoever has one of them applies to the whole',
  ignored: 'Columns that are not read',
  problems: (number: number) => `${count(number, 'line needs', 'lines need')} mending`,
  problemsLead:
    'Nothing can be entered from this list yet. Mend these lines in your file and choose it again.',
  moreProblems: (number: number) => `and ${count(number, 'more', 'more')}.`,
  rows: (shown: number, all: number) =>
    shown < all ? `The first ${shown} of ${sayNumber(all)}` : 'All of them',
  choose: 'Tick who is an organizer.',
  chooseMore: 'To name somebody further down, write “yes” in the file’s column organizer.',
  columns: { name: 'Name', email: 'Address', place: 'Place', organizer: 'Organizer' },
  isOrganizer: (name: string) => `${name} is an organizer`,
  yes: 'yes',
  none: 'none',
  whole: 'the whole',
  confirmFounding: (members: number) => `Enter ${count(members, 'member', 'members')}`,
  confirmApplications: (members: number) => `Enter ${count(members, 'application', 'applications')}`,
  other: 'Choose another file instead',
}
