export const meetings = {
  title: 'Enter a meeting’s decision',
  lead: 'A quorate meeting can decide at once what cannot wait for a debate and a vote of all. Two tellers count; one officer enters the count within seven days, and a second officer confirms it.',
  limits:
    'A meeting can only resolve. Program, rules, units and offices can wait, and go the way of a motion.',
  review: (share: string, days: number) =>
    `For ${days} days after the confirmation, ${share} of the roll can demand a review: then the decision is debated again and put to the vote of all.`,
  quorum: (share: string, size: number, needed: number) =>
    `Quorum: ${share} of ${size} on the roll = ${needed} have to be counted.`,
  needsDuty: 'Only a member whose mandate is to enter what meetings decide can do this.',
  unit: 'Unit that met',
  titleLabel: 'Title',
  text: 'What was decided',
  textHint: 'It stays in the record for good. An empty line begins a new clause.',
  heldAt: 'When it was decided (UTC)',
  count: 'What the tellers counted',
  yes: 'Yes',
  no: 'No',
  abstain: 'Abstaining',
  tellers: 'Tellers',
  tellersHint: 'Two members with a vote, neither of them you.',
  teller: (number: string) => `Teller ${number}`,
  search: 'Find tellers by name',
  find: 'Find',
  none: 'Nobody with a vote was found by this name.',
  choose: 'Choose …',
  send: 'Enter the decision',
}
