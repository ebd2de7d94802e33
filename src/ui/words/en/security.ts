/** The page on which a member sees and changes how they sign in. */
export const security = {
  title: 'Signing in',
  link: 'How you sign in: devices and password',
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
    used: 'Last used in the hour of',
    end: (device: string) => `End this session (${device})`,
    endOthers: 'End all other sessions',
  },
  password: {
    title: 'Password',
    lead: 'A new password ends all other sessions.',
    summary: 'Change your password',
    old: 'Your password now',
    fresh: 'New password',
    again: 'The new password again',
    submit: 'Change the password',
  },
}
