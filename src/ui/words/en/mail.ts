import { count } from './common.ts'

/** What letters say. Subjects and openings name nothing, for a locked screen shows them; the second forms are for members who want them to. */
export const mail = {
  weekly: {
    subject: 'Your weekly message',
    speaking: (organization: string) => `${organization}: your week`,
    opening:
      'Here is your message of the week. It says first what waits for you and then what is new since the message before. You get one a week, and another only where something cannot wait for it. What you are told, and when, is for you to choose.',
    needs: 'What waits for you',
    news: 'What is new',
    more: (n: number) => (n === 1 ? 'One more thing is new.' : `${n} more things are new.`),
  },
  urgent: {
    subject: 'Something waits for you',
    speaking: (organization: string) => `${organization}: something waits for you`,
    opening:
      'Something waits for you that will be over before your next weekly message, or you have chosen to be told of such things only. You get at most one message like this in twenty hours, however much there is. Here is what it is, and until when.',
    needs: 'What waits for you',
  },
  standing: {
    subject: 'A notice for you',
    speaking: (organization: string) => `${organization}: a notice about your standing`,
    opening:
      'This is a notice about where you stand. It comes to you whatever you have chosen to be told, because you have a right to hear of it in time. What it is about, and what you can do, stands below and on your own page after signing in.',
    heading: 'Your standing',
    notice: 'Notice was given that your standing lapses. Have it mended before',
    noticeHow: 'The reason stands on your page. Whoever keeps the roll can mend it.',
    lapsed: 'Your standing has lapsed. Whoever keeps the roll can mend it.',
    mended: 'Your standing is good again.',
    admitted: 'You were admitted. You are on the rolls of votes from',
    refused: 'Your application was refused. Whoever keeps the roll can tell you why.',
    page: 'Your page',
  },
  mandate: {
    subject: 'A notice for you',
    speaking: (organization: string) => `${organization}: an office is yours`,
    opening:
      'A task was given to you. Here is what it is and how long it lasts. If you do not want it you can lay it down on your own page after signing in; until then others count on you. You hear of this at once because others may turn to you from now on.',
    heading: 'Your mandate',
    given: (office: string, unit: string) => `You hold the office “${office}” of ${unit} until`,
  },
  office: {
    subject: 'A notice for you',
    speaking: (organization: string) => `${organization}: about an office`,
    opening:
      'This is about an office of your unit, and about you: somebody counts on you for it, or asks that you give it back, or tells you how to vote, or a lot needs what you committed to. You hear of it at once, because there is a time until which you can answer. What it is, and until when, stands here.',
    heading: 'About an office',
    nominated: (office: string) => `You are nominated for the office “${office}”. Accept or decline until`,
    petition: (office: string) =>
      `A petition to recall you from the office “${office}” was started. Members sign it or do not; you can answer it among them.`,
    bound: (title: string, council: string) =>
      `Those who sent you to “${council}” adopted “${title}”: it binds you there. Before you vote on what it is about, your ballot says so.`,
    seed: (office: string) =>
      `Only a lot decides the election to the office “${office}”. Open the words that you committed to until`,
  },
  text: {
    subject: 'A notice for you',
    speaking: (organization: string) => `${organization}: about a text of yours`,
    opening:
      'A moderator hid something that you wrote. It is folded, with the moderator’s name, the rule and the reason in front; every member can still open it. You hear of it at once, because there is a time in which you can appeal.',
    heading: 'About a text of yours',
    hidden: 'Read the reason, and have a panel drawn by lot decide if you want. You can until',
  },
  panel: {
    subject: 'A notice for you',
    speaking: (organization: string) => `${organization}: a panel drawn by lot`,
    opening:
      'This is about a panel that is drawn by lot, and about you: you were drawn for it, or you speak for one of the sides and can give words for the lot. You hear of it at once, because it goes on without you after a time. What it is, and until when, stands here.',
    heading: 'About a panel',
  },
  case: {
    subject: 'Something waits for you',
    speaking: (organization: string) => `${organization}: something waits for you`,
    opening:
      'Something that concerns you has moved. What it is and until when stands on the page below alone, after signing in, since letters pass through many hands. You are told of each of its steps at once, whatever you have chosen to be told, because there are times after which it goes on without you.',
    heading: 'A case that concerns you',
    waits: 'Something in a case that concerns you waits for you.',
    over: 'A case that concerned you is over.',
  },
  election: {
    nominating: (office: string) => `Nominations are open: “${office}”`,
    ready: (office: string) => `Nominations are closed: “${office}”`,
    voting: (office: string) => `The election is open: “${office}”`,
    drawing: (office: string) => `Only a lot decides the election: “${office}”`,
    elected: (office: string) => `The election is decided: “${office}”`,
    over: (office: string) => `The election is decided: “${office}”`,
    failed: (office: string) => `The election came to nothing: “${office}”`,
  },
  account: {
    subject: 'A change to how you sign in',
    speaking: (organization: string) => `${organization}: a change to how you sign in`,
    opening:
      'What opens your account, or acts for you, was changed just now. If it was you, nothing more is to be done. If it was not, somebody else may be acting in your name: follow what stands below at once, and do it from a device that only you use.',
    heading: 'What was changed',
    changes: {
      password: 'Your password was changed, and all other devices were signed out.',
      passkey: 'A passkey was added with which your account can be opened.',
      factor: 'The second step at signing in was changed.',
      token: 'A token was made, with which a program can act for you or read what you may read.',
      recovery: 'Somebody asks for your account to be opened anew. Two members have to vouch for it.',
      recovered: 'Your account was opened anew by recovery. All devices were signed out.',
      device: 'A device was registered whose signature counts as yours.',
      'device-revoked': 'A device that signed for you was revoked.',
    },
    wasNotYou:
      'If this was not you, sign in, end all other sessions and whatever you did not make, and change your password. If you cannot sign in, ask for a way back on the page for signing in: two members vouch for you.',
    stopRecovery: 'If you did not ask for this, sign in and stop it before the days of waiting are over.',
    page: 'Your page',
  },
  polling: {
    subject: 'A notice for you',
    speaking: (organization: string) => `${organization}: you were marked at a polling session`,
    opening:
      'At a polling session of a secret vote an officer marked you on the roll, as somebody who came there to vote. You hear of it at once, whatever you have chosen to be told, so that nobody votes in your name unseen. What you voted nobody knows, and nothing of it stands here.',
    heading: 'Your vote',
    screen: 'You were marked at a polling session, and got a code for the voting screen there.',
    paper: 'You were marked at a polling session, and took a paper ballot there.',
    wasNotYou:
      'If you were not there, say so at once: the page of the vote tells which officer marked you. As long as no key was given out, you can take the mark back there yourself. After the close the result tells how many each officer marked.',
  },
  webhook: {
    subject: 'A program of yours is told nothing more',
    speaking: (organization: string) => `${organization}: a webhook of yours was given up`,
    opening:
      'A server that you named is told of new entries no more: for five days it took no message, or it answered that it wants none. What came in that time was not sent, and nothing is lost: it stands in the record.',
    heading: 'Your webhooks',
    page: 'See how the last delivery ended, and make it anew if you still need it',
  },
  invitation: {
    subject: 'An invitation for you',
    speaking: (organization: string) => `An invitation from ${organization}`,
    opening:
      'This message carries a link that is meant for you alone. It is valid for 30 days and once, and whoever opens it first chooses the password that opens your account: so pass it on to nobody, and delete this message when you have used it.',
    heading: 'Your link',
    open: 'Choose a password and sign in',
    notYou: 'If you do not know what this is about, delete this message: without the link nothing happens.',
  },
  test: {
    subject: 'A test message',
    opening:
      'This message was sent from the maintenance pages to see whether mail goes out. It did. Nothing else is to be done.',
  },
  until: 'until',
  debate: (number: number, title: string, until: string) =>
    `Motion ${number}, “${title}”, is debated until ${until}`,
  seconding: (number: number, title: string, until: string) =>
    `Motion ${number}, “${title}”, waits for seconds until ${until}`,
  voting: (number: number, title: string, until: string) =>
    `Motion ${number}, “${title}”, is voted on until ${until}`,
  ended: (number: number, title: string) => `Motion ${number}, “${title}”, ended without a vote`,
  report: (number: number, title: string) => `A minority report stands beside motion ${number}, “${title}”`,
  officeGiven: (office: string) => `The office “${office}” was given`,
  officeEnded: (office: string) => `The office “${office}” is vacant`,
  checkpoint: (size: number) =>
    `Keep this message: it carries the record’s last checkpoint, over ${count(size, 'entry', 'entries')}. With it you can prove that nothing before it was changed.`,
  origin: (origin: string) => `Origin: ${origin}`,
  root: (root: string) => `Root: ${root}`,
  choose: 'Choose what you are told',
  less: {
    urgent: 'Only tell me when I must act',
    legal: 'Only tell me what is about my own standing and account',
  },
}

/** The page on which a member chooses. */
export const notices = {
  title: 'Notices',
  lead: 'One message a week, and at once only what cannot wait for it. Here you choose what you are told, and how.',
  level: 'What you are told',
  levels: {
    weekly: 'One message a week',
    urgent: 'Only when I must act',
    legal: 'Only what is about my own standing and account',
  },
  levelHints: {
    weekly: 'And at once what would be over before the next one. Nothing where nothing happened.',
    urgent: 'Votes that you have not cast, at most one message in twenty hours.',
    legal: 'Notices about your standing, admission, and how you sign in. These always come.',
  },
  weekday: 'On which day the weekly message comes',
  hour: (hour: number) => `In the hour after ${String(hour).padStart(2, '0')}:00 UTC.`,
  weekdays: [
    'Sunday',
    'Monday',
    'Tuesday',
    'Wednesday',
    'Thursday',
    'Friday',
    'Saturday',
  ] as readonly string[],
  language: 'In which language',
  languageDefault: 'The language of this server',
  speaking: 'Subjects and senders name the organization and what it is about',
  speakingHint: 'Without this a locked screen, or somebody who sees your list of mails, learns nothing.',
  html: 'Send a laid-out version beside the plain text',
  submit: 'Save',
  noAddress:
    'No mail address is held of you, so nothing is sent. What waits for you stands on the first page.',
  address: (address: string) => `Mail goes to ${address}.`,
  unreached:
    'Your mail server has refused mail for this address, so nothing more is sent to it. If it works again, say so here.',
  reachable: 'Mail to me works again',
  noMail: 'This server sends no mail at the moment. What you choose holds from when it does.',
  feed: 'Feed and calendar',
  feedLead:
    'For a feed reader and a calendar: what is new, and until when something waits for you. Whoever has the address can read it without signing in, so keep it to yourself. It names nothing unless you have chosen above that it should.',
  feedOnce: 'These addresses are shown once. New ones end them.',
  feedAddress: 'Feed (Atom)',
  calendarAddress: 'Calendar (iCalendar)',
  feedIs: 'You have a feed and a calendar.',
  feedNone: 'You have none.',
  feedMake: 'Make new addresses',
  feedEnd: 'End them',
}

/** The page behind the link in mails. */
export const unsubscribe = {
  title: 'Be told less',
  lead: 'You need not sign in for this. To be told more again, sign in and choose on the page “Notices”.',
  now: 'At the moment you are told',
  submit: {
    urgent: 'Only tell me when I must act',
    legal: 'Only tell me what is about my own standing and account',
  },
  done: 'It is done. You are told',
  legalAlways: 'Notices about your standing and about how you sign in come in any case.',
  wrong: 'This link does not work. Perhaps it was cut off; the whole of it stands in the message.',
  least: 'You are told as little as there is.',
}

/** What feeds and calendars say. The neutral forms name nothing. */
export const feed = {
  title: 'Plenum',
  entry: 'Something new',
  vote: 'A vote closes',
  voteOn: (number: number, title: string) => `Vote on motion ${number}, “${title}”, closes`,
  second: 'Something waits for you',
  secondOn: (number: number, title: string) => `Motion ${number}, “${title}”, waits for seconds`,
  debate: 'A debate ends',
  debateOn: (number: number, title: string) => `Debate on motion ${number}, “${title}”, ends`,
}
