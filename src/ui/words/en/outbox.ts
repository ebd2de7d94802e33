/** The operator’s page about mail, and a demonstration’s mailbox. */
export const outbox = {
  title: 'Mail',
  lead: 'What goes out, and what could not. You see addresses and what messages say, as whoever runs a server can; links that open an account, and messages about how somebody signs in, are not shown.',
  sends: (from: string) => `Mail is sent from ${from}.`,
  off: 'No mail is sent: PLENUM_SMTP_URL is not set. Here is what would have gone; nothing is lost, and what is still of use goes out once you set it.',
  demonstration:
    'A demonstration sends no mail. Its letters lie in the mailbox that everybody can look into.',
  mailbox: 'The mailbox',
  states: { waiting: 'Waiting', done: 'Done', 'given-up': 'Given up' },
  all: 'All',
  none: 'There is no message here.',
  about: {
    weekly: 'Weekly message',
    urgent: 'Something that cannot wait',
    standing: 'Notice about standing',
    mandate: 'Mandate given',
    office: 'About an office',
    panel: 'About a panel drawn by lot',
    text: 'About a text that was hidden',
    case: 'About a case',
    account: 'Change to how somebody signs in',
    invitation: 'Invitation link',
    webhook: 'A webhook given up',
    polling: 'A mark at a polling session',
    test: 'Test message',
  },
  gone: 'Message (emptied)',
  noAddress: 'no address',
  sealed: 'sealed',
  attempts: (n: number) => (n === 1 ? '1 attempt' : `${n} attempts`),
  secret: 'What it says is for its reader only.',
  show: 'What it says',
  again: 'Try again now',
  test: 'Send a test message',
  testTo: 'To which address',
  testSubmit: 'Send it',
  notes: {
    sent: 'Sent',
    shown: 'Put into the mailbox',
    'no-address': 'Not sent: no address is held',
    'no-reader': 'Not sent: it is for nobody',
    'not-wanted': 'Not sent: the member has chosen not to be told of this',
    'nothing-new': 'Not sent: nothing had happened',
    'told-already': 'Not sent: it was told already',
    'too-soon': 'Not sent: a weekly message had come less than a week before',
    over: 'Not sent: it was over',
    emptied: 'Not sent: it was empty',
    'too-late': 'It could not be sent in time',
    unreached: 'Not sent: the member’s mail server has refused this address before',
    'sign-in-refused': 'The mail server refuses user or password. Mend PLENUM_SMTP_URL and start anew',
    'tls-failed':
      'The connection could not be secured: the mail server’s certificate does not fit, or it offers no TLS',
    'not-connected': 'The mail server does not answer at this host and port',
    'server-unknown': 'There is no mail server of this name',
    'timed-out': 'The mail server took too long',
    failed: 'It could not be sent',
    fault: 'A fault of the program; it stands in the log',
    interrupted: 'The server was stopped meanwhile',
  } as Readonly<Record<string, string>>,
  deferred: (code: string) => `The mail server asks to try again later (${code})`,
  refused: (code: string) => `The mail server refuses it for good (${code})`,
}

/** The letters of a demonstration. */
export const mailbox = {
  title: 'Mailbox of the demonstration',
  lead: 'Nothing is sent from here. These are the letters that the made-up members would have got, newest first. Move the clock to see more.',
  of: (name: string) => `Letters to ${name}`,
  everybody: 'All letters',
  none: 'No letter yet. Move the clock by a week.',
  from: 'From',
  link: 'Mailbox',
}

/** Sending invitation links by mail. */
export const invitationMail = {
  lead: 'Each link can go by mail to the person it is for. Each message makes a new link and ends the one before.',
  submit: 'Send the links by mail',
  queued: (n: number) => (n === 1 ? '1 link is on its way.' : `${n} links are on their way.`),
  without: (n: number) =>
    n === 1
      ? '1 person has no mail address: hand that link over.'
      : `${n} people have no mail address: hand those links over.`,
}

/** For whoever keeps the roll. */
export const reach = {
  none: 'Mail does not reach this address: its server refuses it. Ask the member for another, or whether it works again.',
}
