/** What a page says once something was entered: the page is opened with `?done=<code>`. Every area has its codes here. */
const sentences: Readonly<Record<string, string>> = {
  entered: 'Entered.',
  founded: 'The organization is founded. Now bring its first members onto the roll.',
  imported: 'The members are on the founding roll.',
  struck: 'Struck off the founding roll. What was held about this person is deleted.',
  welcome: 'Your password is set and you are signed in. Welcome.',
  applications: 'The applications are entered. Members can vouch now.',
  vouched: 'You have vouched for this applicant.',
  admitted: 'Admitted. The first vote comes after the days of waiting that the rules set.',
  refused: 'The application is refused, with your reason.',
  noticed: 'Notice is given. The standing lapses on the day named unless it is mended before.',
  mended: 'The standing is good again.',
  erased: 'What was held about this person is deleted. The record goes on to say “a former member”.',
  resigned: 'You have resigned. Whatever you leave to the others, thank you for it.',
  moved: 'Your home is changed.',
  password: 'Your password is changed. All other devices are signed out.',
  session: 'That session is ended.',
  sessions: 'All other sessions are ended.',
  joined: 'You belong to this group now.',
  left: 'You have left this group.',
  proposed: 'Your motion is entered.',
  seconded: 'You have seconded it.',
  withdrawn: 'It is withdrawn.',
  confirmed: 'You have confirmed what the meeting decided. It stands.',
  petitioned: 'You have signed the petition.',
  amended: 'Your amendment is entered.',
  spoken: 'Your speech is entered.',
  reported: 'The minority report is attached to the decision.',
  signed: 'You stand behind this report.',
  rationale: 'Your rationale is added.',
  voted: 'Your ballot was entered.',
  meeting: 'The decision is entered. It stands once another officer confirms it.',
  'clock-moved': 'The clock of this demonstration was moved.',
}

/** The sentence for a code in an address, if it is one of ours. */
export function doneSentence(code: string | null): string | undefined {
  return code !== null && Object.hasOwn(sentences, code) ? sentences[code] : undefined
}
