import { count } from './common.ts'

export const invitations = {
  title: 'Invitations',
  lead: 'A link is valid for 30 days and for one use. Send it to nobody but the person it is for: whoever opens it first chooses the password.',
  organizers: 'Organizers',
  organizersLead: 'Links for the organizers who have no password yet. They are shown once, here.',
  organizersSubmit: 'Make links for the organizers',
  organizersReady: 'All organizers have a password.',
  everybody: 'Everybody',
  waiting: (number: number) => `${count(number, 'person has', 'people have')} no password yet.`,
  nobody: 'Everybody has a password.',
  file: 'invitations.csv',
  columns: ['name', 'address', 'link'] as readonly string[],
  fileLead:
    'A file with a name, an address and a link on each line, for a mail merge or a letter. Each file makes new links and ends the ones before.',
  fileKeepers: 'These are the members of the roll that you keep.',
  fileSubmit: 'Download the links of all who have none',
  paper: {
    title: 'On paper',
    lead: 'A sheet for each, with a code and a QR code, for whoever is reached by no mail. Each ends the link or sheet before.',
    submit: 'Make sheets to print',
    only: 'Only for those of whom no mail address is held',
    left: (number: number) =>
      `${count(number, 'person is', 'people are')} left without a sheet. Print these first.`,
    next: 'Make the next sheets',
    one: 'Make a sheet to print',
    none: 'Nobody is in want of a sheet.',
    once: 'These codes are shown once. Print this page now: each sheet begins on a page of its own.',
    heading: (organization: string, name: string) => `${organization}: an invitation for ${name}`,
    what: 'With it you choose a password, and can then read, propose and vote.',
    open: 'Open',
    type: 'and type this code:',
    scan: 'Or point the camera of a telephone here:',
    qr: (name: string) => `QR code of the invitation for ${name}`,
    keep: (until: string) =>
      `It works once, until ${until}. Whoever uses it first acts as you: show it to nobody.`,
  },
  join: {
    title: 'I have an invitation on paper',
    lead: 'Type the code of your sheet. Then you choose a password.',
    code: 'Code',
    hint: 'Sixteen letters and digits. Capitals and hyphens do not matter.',
    submit: 'Go on',
  },
  once: 'These links are shown once. Copy them now.',
  onceFor: (name: string) => `The link for ${name} is shown once. Copy it now; it ends every earlier one.`,
  link: 'Link',
}

export const invitation = {
  title: (organization: string) => `Welcome to ${organization}`,
  lead: (name: string, organization: string) =>
    `${organization} invites ${name}. Choose a password; after that you are signed in.`,
  notYou: 'If this is not your name, close this page and tell whoever gave you the invitation.',
  login: 'You sign in with',
  loginHint: 'A mail address of yours, or the member number that stands here already.',
  password: 'Password',
  passwordHint: (least: number) =>
    `At least ${least} characters. Four words in a row are easier to remember than signs.`,
  again: 'The same password again',
  submit: 'Set the password and sign in',
  over: 'This invitation does not work',
  signIn: 'Sign in',
}

export const signIn = {
  title: 'Sign in',
  login: 'Mail address or member number',
  password: 'Password',
  submit: 'Sign in',
  lost: 'I have lost my password',
  apply: 'Apply for membership',
  already: (name: string) => `You are signed in as ${name}.`,
}
