import type { Kind } from '#modules/search/core'

const kinds: Readonly<Record<Kind, string>> = {
  motion: 'Motion',
  amendment: 'Amendment',
  point: 'Point of the program',
  rationale: 'Rationale',
  speech: 'Speech',
  report: 'Minority report',
  rules: 'Rules',
  unit: 'Unit',
  member: 'Member',
}
const kindsMany: Readonly<Record<Kind, string>> = {
  motion: 'Motions',
  amendment: 'Amendments',
  point: 'Points of the program',
  rationale: 'Rationales',
  speech: 'Speeches',
  report: 'Minority reports',
  rules: 'Rules',
  unit: 'Units',
  member: 'Members',
}

export const search = {
  title: 'Search',
  lead: 'In motions, amendments, the program, debates, minority reports, rules, units and members.',
  leadVisitor: 'In the program. Members find more once they have signed in.',
  question: 'Words to look for',
  kind: 'Search in',
  everything: 'Everything',
  results: 'What was found',
  kinds,
  kindsMany,
  motion: (number: number) => `Motion ${number}:`,
  amendment: (number: number, motion: number) => `Amendment ${number} to motion ${motion}`,
  speech: (number: number, title: string) => `Debate of motion ${number}, “${title}”`,
  report: (number: number, title: string) => `On motion ${number}, “${title}”`,
  rationale: (point: string) => `On ${point.slice(0, 1).toLowerCase()}${point.slice(1)}`,
  noWords: 'There is no word in this to look for: type letters or numbers.',
  nothing: (question: string) =>
    `Nothing has all the words of “${question.slice(0, 100)}”. Try fewer words, or only their beginnings.`,
  noMore: 'There is nothing on this page: go back to the one before.',
  behind:
    'The list of what can be found is still being made: what is newest may be missing. Try again in a minute.',
}
