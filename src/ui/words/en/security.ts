/** The page on which a member sees and changes how they sign in. */
export const security = {
  title: 'Signing in',
  lead: 'Where you are signed in, and with what.',
  sessions: {
    title: 'Where you are signed in',
    lead: 'A session ends 30 days after its last use. Of a device no more is kept than you see here, and no address. If one of these is not yours, end it and change your password.',
    here: 'this device',
    device: (browser: string, system: string) =>
      browser === '' && system === ''
        ? 'Unknown device'
        : browser === ''
          ? system
          : system === ''
            ? browser
            : `${browser} on ${system}`,
    since: 'Signed in on',
    used: 'Last used within an hour from',
    endOne: 'End it',
    end: (device: string) => `End this session (${device})`,
    endOthers: 'End all other sessions',
  },
  proof: {
    password: 'Your password now',
    why: 'So that nobody does this who has found you signed in.',
  },
  passkeys: {
    title: 'Passkeys',
    lead: 'A passkey is kept by your phone, computer or security key and opened with your finger, face or PIN. It cannot be guessed, and no other site can ask for it. Your password stays.',
    none: 'You have no account here.',
    tooMany: 'Too many attempts came from your connection. Try again in a few minutes.',
    needsScripts: 'Passkeys need a browser that runs scripts. Your password works without.',
    added: 'Added on',
    used: 'Last used within an hour from',
    change: (name: string) => `Rename or remove “${name}”`,
    name: 'Name of the passkey',
    nameHint: 'So that you tell it from others, such as “my phone”.',
    rename: 'Rename',
    remove: (name: string) => `Remove “${name}”`,
    add: 'Add a passkey',
    addSubmit: 'Add a passkey on this device',
    notAnswered: 'Your browser gave no passkey. Nothing was changed; try again.',
    signIn: 'Sign in with a passkey',
    signInLead: 'Your phone, computer or security key asks for your finger, face or PIN.',
  },
  factor: {
    title: 'Second step',
    lead: 'After your password you are asked for a code that an app on your phone shows. Whoever gets hold of your password alone does not come in. A passkey asks for no code: it is both already.',
    off: 'You have none.',
    on: 'Set up on',
    left: (count: number) =>
      count === 1 ? 'One recovery code is left.' : `${count === 0 ? 'No' : count} recovery codes are left.`,
    setUp: 'Set up a second step',
    change: 'New recovery codes, or end it',
    begin: 'Show the secret',
    scan: 'Let an authenticator app read this picture, or type the secret into it. Then enter the code that it shows. You have a quarter of an hour.',
    qr: 'The secret as a QR code',
    secret: 'Secret',
    first: 'The code that your app shows',
    confirm: 'Ask for codes from now on',
    anew: 'Begin anew',
    code: 'Code',
    codeHint: 'Six digits from your app, or one of your recovery codes.',
    codesTitle: 'Your recovery codes',
    codesLead:
      'Each signs you in once instead of a code, if your phone is lost. Write them down or print this page: they are not shown again, and earlier ones are worth nothing.',
    kept: 'I have kept them',
    renewTitle: 'New recovery codes',
    renew: 'Make new recovery codes',
    endTitle: 'End the second step',
    end: 'End the second step',
    signIn: {
      title: 'Enter your code',
      lead: 'Your password is right. You have five minutes for the code.',
      submit: 'Sign in',
      again: 'Begin again with your password',
      lost: 'Neither app nor recovery codes? Two members can vouch for you',
    },
  },
  password: {
    title: 'Password',
    lead: 'A new password ends all other sessions.',
    summary: 'Change your password',
    fresh: 'New password',
    again: 'The new password again',
    submit: 'Change the password',
  },
}
