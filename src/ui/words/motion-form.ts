/** Kinds of enactment that a form can propose. */
export const ENACTMENT_KINDS = [
  'resolve',
  'program.adopt',
  'program.change',
  'program.strike',
  'rules.adopt',
  'unit.form',
  'unit.rename',
  'mandate.give',
  'mandate.recall',
] as const

export type EnactmentKind = (typeof ENACTMENT_KINDS)[number]

/** Where what is filled in depends on the unit, the unit is chosen before the form. */
export const UNIT_FIRST: readonly EnactmentKind[] = ['rules.adopt', 'mandate.give']

export const motionForm = {
  title: 'Propose a motion',
  choose: 'What should adopting it do?',
  kinds: {
    resolve: {
      title: 'Motion: decide a text',
      label: 'Decide a text',
      hint: 'A resolution: its text stands as decided.',
    },
    'program.adopt': {
      title: 'Motion: add to the program',
      label: 'Add to the program',
      hint: 'Points of unity or positions, one for each paragraph.',
    },
    'program.change': {
      title: 'Motion: change a point of the program',
      label: 'Change a point of the program',
      hint: 'Choose the point; its text is filled in.',
    },
    'program.strike': {
      title: 'Motion: strike a point from the program',
      label: 'Strike a point from the program',
      hint: '',
    },
    'rules.adopt': {
      title: 'Motion: adopt other rules',
      label: 'Adopt other rules',
      hint: 'The rules by which a unit debates, votes and admits.',
    },
    'unit.form': {
      title: 'Motion: form a unit',
      label: 'Form a unit',
      hint: 'A place where members live, or a group beside the places.',
    },
    'unit.rename': { title: 'Motion: rename a unit', label: 'Rename a unit', hint: '' },
    'mandate.give': {
      title: 'Motion: give somebody an office',
      label: 'Give somebody an office',
      hint: 'For a term, with duties; it can be recalled.',
    },
    'mandate.recall': {
      title: 'Motion: recall somebody from an office',
      label: 'Recall somebody from an office',
      hint: '',
    },
  } satisfies Readonly<Record<EnactmentKind, { title: string; label: string; hint: string }>>,
  anotherKind: 'Something else should be decided',
  good: 'The title and text of a motion stay in the record for good.',
  lengths: 'An empty line begins a new clause. A motion may have 200,000 characters, a clause 20,000.',
  unit: 'Unit that decides',
  unitHint: 'You can propose motions in the units you belong to.',
  renamed: 'Unit to be renamed, which decides it',
  noUnit: 'You do not belong to a unit in which you could propose this.',
  titleLabel: 'Title',
  titleHint: 'A few words by which members will know it.',
  text: 'Text',
  send: 'Propose it',
  as: 'These are',
  asUnity: 'points of unity: accepted on joining, adopted by the larger majority',
  asPosition: 'positions: adopted by a majority, open to dispute',
  pointText: 'Text: each paragraph becomes a point of its own',
  choosePoint: 'Which point?',
  noPoints: 'The program has no points yet.',
  changeLead:
    'Change the wording of any clause. To remove a clause, empty its box. To add one, open the place where it should stand.',
  rulesLead: 'The rules in force are filled in. Where a bound is named, no vote can go beyond it.',
  unitName: 'Name',
  unitAs: 'It is',
  unitPlace: 'a place where members live',
  unitGroup: 'a group beside the places',
  decidedBy: 'Decided by',
  byMembers: 'its members',
  byDelegates: 'delegates whom units send to it',
  newName: 'New name',
  office: 'Office',
  officeHint: 'Such as treasurer, or organizer of the north.',
  duties: 'Duties',
  dutyNames: {
    roll: 'keep the roll: admit, give notice, invite',
    meetings: 'enter and confirm what meetings decide',
  },
  council: 'Delegate to',
  noCouncil: 'no council',
  councilHint: 'The unit sends this member into a council, and can recall them.',
  member: 'Who',
  memberSearch: 'Find a member by name',
  memberFind: 'Find',
  memberNone: 'No member in good standing was found by this name. Try another part of it.',
  memberMany: 'These are the first; type more of the name to see others.',
  chooseMember: 'Choose …',
  days: 'Term in days',
  daysMost: (days: number) => `At most ${days}.`,
  chooseMandate: 'Who is to be recalled?',
  noMandates: 'Nobody holds an office in the units you belong to.',
  mandateLabel: (office: string, name: string, unit: string) => `${name}, ${office} in ${unit}`,
  defaultTitle: {
    change: (point: string) => `Change ${point.toLowerCase()}`,
    strike: (point: string) => `Strike ${point.toLowerCase()}`,
    rules: 'Other rules',
    // Without the name: a title stays in the record for good, and a name must be erasable.
    recall: (office: string) => `Recall: ${office}`,
  },
  defaultText: {
    strike: (point: string) => `${point} is struck from the program.`,
    rules: 'We adopt these rules.',
    form: 'We form this unit.',
    rename: 'The unit is renamed.',
    give: 'We give this office.',
    recall: 'We recall this officer.',
  },
}
