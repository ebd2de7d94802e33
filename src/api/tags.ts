/** The parts of the API, in the order in which the document shows them. */
export const TAGS = [
  { name: 'Organization', description: 'Who we are, and where we stand.' },
  { name: 'Me', description: 'The member whose token it is.' },
  { name: 'Acts', description: 'Entering what binds.' },
  { name: 'Motions', description: 'What is proposed, debated and decided.' },
  { name: 'Votes', description: 'What is put to the vote, and what came of it.' },
  { name: 'Program', description: 'What we stand for.' },
  { name: 'Units', description: 'Places, groups, councils.' },
  { name: 'Offices', description: 'Who is elected, by which ballots, and who is recalled.' },
  { name: 'Tendencies', description: 'Who unites by which platform.' },
  { name: 'Panels', description: 'Members drawn by lot, how they were drawn, and what they found.' },
  { name: 'Members', description: 'The roll, as far as its rule lets members see it.' },
  { name: 'Rulebook', description: 'The rules in force, and those before.' },
  { name: 'Record', description: 'Entries, proofs, checkpoints.' },
  { name: 'Webhooks', description: 'Being told instead of asking.' },
  { name: 'Setup', description: 'Founding, by the code on the console; and the clock of a demonstration.' },
  { name: 'API', description: 'About the API itself.' },
] as const
