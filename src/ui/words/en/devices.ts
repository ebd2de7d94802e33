/** Devices that sign what their member enters. */
export const devices = {
  title: 'Devices',
  lead: 'A registered device signs what you enter in its browser. Whoever runs the server could enter something in your name, but they cannot sign it: so the record shows what came from you.',
  limits:
    'The key stays in the browser, which gives it to nobody. But the page that uses it comes from the server: a server that sends you another page could have the browser sign something else while you are here. What was signed stands in the record, in your name, for all to see.',
  list: 'Your devices',
  none: 'You have registered no device. What you enter is attested by the server only.',
  signs: 'Signs since',
  revoked: 'Revoked on',
  unnamed: (id: string) => `Device ${id}`,
  here: 'this browser',
  entry: (seq: number) => `entry ${seq}`,
  revoke: 'Revoke it',
  revokeOne: (name: string) => `Revoke “${name}”`,
  register: 'Register this device',
  registerLead:
    'Your browser makes a key that it gives to nobody, and the record gets the public part. All members can see that you registered a device, and when; what you call it only you see.',
  name: 'Name of the device',
  nameHint: 'So that you tell it from others, such as “my phone”.',
  submit: 'Register this device',
  registeredHere: 'This browser has a registered device of yours already.',
  needsScripts:
    'Registering a device needs a browser that runs scripts: the key is made in it and must never reach the server. Without, everything else works, and what you enter is attested by the server only.',
  cannot:
    'This browser cannot keep a key here. It needs a newer browser, and a page that came over https; private windows forget keys.',
  mine: 'All that was entered in your name',
  mineHow:
    'Look through it from time to time: whatever you did not enter yourself, tell other members. Each entry says whether a device of yours signed it.',
  told: {
    registered: 'A device was registered that signs in your name',
    revoked: 'A device that signed in your name was revoked',
    why: 'If it was not you, revoke it and tell other members.',
  },
  mark: {
    signed: 'signed by a device of the member',
    attested: 'attested by the server only',
  },
  marked: 'Signature',
  dialog: {
    title: 'Sign this?',
    lead: 'The server asks your device to sign a text in which this program does not find all that you filled in. Read it. If it does not say what you mean, do not sign it.',
    wrong:
      'The server asks your device to sign something else than what you sent. Nothing was signed or entered. Tell other members, with this text:',
    unknown:
      'The server says that it knows no device of yours with the key in this browser: it was revoked, or the server hides it. Nothing was signed or entered. Look on the page “Devices”.',
    sign: 'Sign and send',
    send: 'Send without a signature',
    back: 'Back',
  },
}
