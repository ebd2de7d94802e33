import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'

const { sayCount } = speechIn('en')

export const english = {
  // Invitations
  'invitation-unknown': () =>
    'This link or code is not valid. If you typed it, compare it with the sheet; if you were given a newer one, use that; or ask your organization for a new one.',
  'invitation-used': () =>
    'This invitation has been used already. Sign in with your password, or ask your organization for a new one.',
  'invitation-over': () => 'This invitation has run out. Ask your organization for a new one.',
  // Passwords and logins
  'password-short': (f) => `The password is too short. Choose one of at least ${say(f['least'])} characters.`,
  'password-long': (f) => `The password is too long. Choose one of at most ${say(f['most'])} characters.`,
  'password-common': () => 'This password is among the first that a stranger would try. Choose another.',
  'password-is-login': () => 'The password must not be what you sign in with. Choose another.',
  'password-wrong': () => 'Your password now is not right. Nothing was changed; try again.',
  'login-malformed': () => 'This is not an e-mail address. Check it and try again.',
  'login-taken': () => 'Another member signs in with this already. Use another e-mail address.',
  // Signing in
  'sign-in-wrong': () => 'This does not fit together. Check what you entered and try again.',
  'sign-in-throttled': (f) =>
    `There were too many wrong attempts. Try again in ${sayCount(f['minutes'], { one: 'minute', other: 'minutes' })}.`,
  'sign-in-busy': () => 'Very many people are signing in just now. Try again in a minute.',
  'has-password': () =>
    'This member has a password. Whoever has lost theirs comes back in by two members who vouch, from “I have lost my password”.',
  // Passkeys
  'passkey-unfit': () =>
    'Your browser’s answer did not fit, or came too late. Nothing was added; load the page anew and try again.',
  'passkey-name': (f) => `Give the passkey a name of at most ${say(f['most'])} characters.`,
  'passkey-wrong': () =>
    'This passkey does not sign anybody in here, or its answer came too late. Try again, or use your password.',
  // The second factor
  'factor-wrong': () =>
    'This code is not right, or was used already. Wait for the next one in your app, or use a recovery code.',
  'factor-over': () => 'This took too long, or was done already. Begin anew.',
  'factor-on': () => 'You have a second step already. End it before you set up another.',
  'factor-off': () => 'You have no second step. Nothing was changed.',
  'factor-no-key': () =>
    'The server has no key to keep your secret with, so no second step can be set up. Whoever runs it has to set PLENUM_SECRET_KEY (at least 32 characters).',
  'factor-key-wrong': () =>
    'The server cannot check the codes of your app: its key is missing or another than when you set it up. Use a recovery code, and tell whoever runs the server.',
} as const satisfies Sentences<string>

/** The codes of this module's refusals. */
export type AccessCode = keyof typeof english
