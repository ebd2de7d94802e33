/** Coming back in without password and passkeys. */
export const recovery = {
  title: 'I have lost my password',
  lead: 'Two members who know you let you back in. Nobody else can: neither whoever keeps the roll, nor whoever runs the server.',
  steps: [
    'You ask here, and get a code to keep and a number to tell.',
    'You tell the number to two members who know you, face to face or by telephone. Each vouches for you.',
    'Then it waits 72 hours. If it was not you who asked, it can be stopped in that time.',
    'With your code you choose a new password. Old sessions, passkeys and second step end.',
  ] as readonly string[],
  submit: 'Ask for it',
  known: 'You have asked already',
  code: 'Your code',
  open: 'See how far it is',
  page: {
    title: 'Your way back in',
    stages: {
      asked: 'Asked for. Now two members have to vouch for you.',
      vouching: 'One member vouches for you. One more is needed.',
      waiting: 'Two members vouch for you. Now it waits, so that it can be stopped if it was not you.',
      ripe: 'Choose a new password.',
    },
    number: 'Number to tell',
    vouchers: 'Vouchers',
    vouched: (n: number) => `${n} of 2`,
    until: { vouching: 'Runs out on', waiting: 'Ready on', ripe: 'Runs out on' },
    tell: 'Tell the number to two members of your place, by voice and not by mail, so that they know it is you. They enter it under “You”, “Signing in”.',
    set: 'Set the new password',
    setLead:
      'You sign in with it afterwards. All sessions and passkeys that there were end, and the second step.',
    keep: 'Keep this code',
    keepLead:
      'It alone opens this page again, and lets you choose the password. Write it down, show it to nobody: those who vouch need the number only.',
  },
  vouch: {
    title: 'Vouch for somebody who has lost their password',
    lead: 'A member who has lost password and passkeys tells you a number. Enter it here.',
    number: 'The number you were told',
    find: 'Look it up',
    about: 'This number stands for',
    warning:
      'Whoever gave you this number will act as this member: vote, propose, sign. Vouch only if you know them and heard it from themselves, face to face or by a voice that you know. It is entered in the record that you vouched; for whom, you and they can read.',
    confirm: 'I know this person, and they told me the number themselves.',
    submit: 'Vouch',
  },
  list: {
    title: 'If somebody loses their password',
    lead: 'Two members who know them vouch, then it waits 72 hours. You see it here, and on the first page, if it is about you.',
    vouch: 'Vouch for somebody who has lost their password',
    about: (names: readonly string[]) =>
      `Somebody asks for a way into your account. ${names.join(', ')} vouched.`,
    stages: {
      vouching: 'A second voucher is waited for until',
      waiting: 'It can be used from',
      ripe: 'A new password can be set now, until',
    },
    notYou: 'If it is not you, stop it, and speak with those who vouched.',
    stop: 'Stop it: it is not me',
    vouched: (name: string) => `You vouch for ${name}`,
    withdraw: (name: string) => `Take it back (${name})`,
  },
}
