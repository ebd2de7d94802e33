import { count } from './common.ts'

/** Polling sessions of secret votes: their page, the voting screen, and papers. */
export const polling = {
  title: 'Polling sessions',
  lead: 'Whoever has no device of their own, or none that they trust, votes here: at a voting screen on a shared machine, or on paper.',
  sessions: 'When and where',
  notSecret: 'This vote is open, and has no polling sessions: they are held for secret votes.',
  none: 'No polling session has been announced for this vote yet. Ask those who hold the meetings of your unit to announce one.',
  some: 'You can vote without a device of your own at a polling session:',
  bringCodes:
    'Bring the codes that other issuers gave you: the voting screen asks for them. Without them you can vote on paper.',
  to: 'to',
  all: 'Polling sessions of this vote',
  mine: {
    screen:
      'You are marked on the roll: at a polling session you were given a code for the voting screen there. Marked by',
    used: 'You were given a key at the voting screen of a polling session. Marked by',
    paper: 'You took a paper ballot at a polling session. Marked by',
    notYou: 'If you were not there, tell other members, and those who hold the meetings, at once.',
    takeBack: 'Take this mark back',
  },
  announce: 'Announce a polling session',
  announceLead:
    'Members are marked only while an announced session is on. All members see when and where it is.',
  from: 'From (UTC)',
  until: 'Until (UTC)',
  place: 'Where',
  placeHint: 'So that somebody who has never been there finds it.',
  announceButton: 'Announce it',
  cancel: 'Cancel this session',
  mark: 'Mark a member on the roll',
  markLead:
    'Only whom you see before you. They are told at once by mail that you marked them, and after the close the result tells how many you marked. You never see how they vote.',
  notOn: 'No session is on now, so nobody can be marked.',
  member: 'Member',
  choose: 'Choose …',
  search: 'Part of a name',
  find: 'Find',
  noneFound: 'Nobody on the roll of this unit has such a name.',
  way: 'What they vote with',
  ways: { screen: 'The voting screen', paper: 'A paper ballot' },
  wayHints: {
    screen:
      'You get a code that opens it once. It is as safe as voting from a device of one’s own, and nobody sees the ballot.',
    paper:
      'It is counted on the word of two tellers. Nobody can check afterwards that their own was counted.',
  },
  markButton: 'Mark and give it out',
  code: (name: string) => `The code for ${name}`,
  codeLead:
    'It is shown only now. Have it typed on the shared machine, at this address, in a browser in which nobody is signed in:',
  codeAgain:
    'If it gets lost, mark the same member again: they get a new one, and this one opens nothing any more.',
  marked: 'Marked so far',
  noneMarked: 'Nobody is marked yet.',
  takeBack: (name: string) => `Take back the mark of ${name}`,
  states: { screen: 'has a code', used: 'was given a key', paper: 'took a paper' },
  papers: 'Papers',
  papersLead: (taken: number, counted: number) =>
    `Papers that members took: ${taken}. Papers counted so far: ${counted}. A batch is entered by two tellers, neither seeing what the other enters, and counts once both have entered the same. What is not agreed when the vote closes is not counted.`,
  fewPapers: (taken: number) =>
    `Only ${count(taken, 'member has', 'members have')} taken a paper. The record shows what papers say apart from other ballots: who knows who took one knows nearly how they voted. Offer the voting screen instead.`,
  newBatch: 'Open a batch',
  teller: (number: string) => `Teller ${number}`,
  openBatch: 'Open it for these two',
  batch: (number: number) => `Batch ${number}`,
  tellers: 'Tellers:',
  batchStates: {
    none: 'Nobody has entered it yet.',
    one: 'One teller has entered it.',
    differ: 'Both have entered it, and differ.',
    agreed: 'Both have entered the same: it is counted.',
  },
  enter: 'Enter what you read',
  enterCounts:
    'Count the papers by yourself, without talking to the other teller. Spoilt papers are left out.',
  enterLines:
    'One line for each paper, or for several that say the same with how often before it. Spoilt papers are left out.',
  exampleLetters: (example: string) =>
    `For each question y (yes), n (no) or a (abstains), in their order. For example, three papers: 3 x ${example}`,
  exampleRanks:
    'The numbers of the candidates, best first; a single 0 where nobody is ranked. For example, three papers that want candidate 2 before candidate 1: 3 x 2 > 1',
  candidates: 'Candidates by their numbers',
  lines: 'Papers',
  enterButton: 'Enter what I read',
  entered: (papers: number) => `You have entered ${count(papers, 'paper', 'papers')}.`,
  differs: 'Where the two of you differ',
  differsLead: 'Read these papers once more, each by yourself, and enter the batch anew.',
  said: 'What it says',
  nobodyRanked: 'nobody ranked',
  screen: {
    title: 'Voting screen',
    lead: 'This screen is nobody’s: no member is signed in on it, and it keeps nothing. The officer who marked you on the roll gave you a code. It opens a ballot, once.',
    code: 'Code',
    open: 'Open the ballot',
    needsScript: 'A voting screen needs JavaScript. Switch it on in this browser, or use another machine.',
    ballot: 'Your ballot',
    used: 'A key was given out with your code before. Type the twelve words of your slip to go on with it.',
    leave: 'I am done: forget everything',
    leaveLead:
      'Write the twelve words down if you want to vote again or find your ballot later; nothing of them stays on this machine. After three minutes without a touch it forgets them by itself.',
    print: 'Print the receipt',
    receiptText: 'Receipt',
  },
  result: {
    title: 'At polling sessions',
    papers: (counted: number, taken: number) =>
      `Papers counted: ${counted}, of ${taken} that members took. Papers stand on the word of the two tellers who read them alike: nobody can check afterwards that their own was counted as they wrote it.`,
    uncounted: (gap: number) =>
      gap === 1
        ? 'One paper that a member took was not given in, was spoilt, or the tellers did not agree on it.'
        : `${gap} papers that members took were not given in, were spoilt, or the tellers did not agree on them.`,
    officer: 'Marked by',
    screens: 'Keys at a voting screen',
    taken: 'Papers',
    tellers: 'Papers read alike by',
  },
}
