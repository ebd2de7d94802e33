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
  once: 'These links are shown once. Copy them now.',
  onceFor: (name: string) => `The link for ${name} is shown once. Copy it now; it ends every earlier one.`,
  link: 'Link',
}

export const invitation = {
  title: (organization: string) => `Welcome to ${organization}`,
  lead: (name: string, organization: string) =>
    `${organization} invites ${name}. Choose a password; after that you are signed in.`,
  notYou: 'If this is not your name, close this page and tell whoever sent you the link.',
  login: 'You sign in with',
  loginHint: 'A mail address of yours, or the member number that stands here already.',
  password: 'Password',
  passwordHint: (least: number) =>
    `At least ${least} characters. Four words in a row are easier to remember than signs.`,
  again: 'The same password again',
  submit: 'Set the password and sign in',
  over: 'This link does not work',
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
