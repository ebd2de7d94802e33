import type { Json } from '#kernel/canonical'
import { refuse, type Refusal } from '#kernel/refusal'

type Facts = Readonly<Record<string, Json>>

function say(fact: Json | undefined): string {
  return typeof fact === 'string' ? fact : JSON.stringify(fact ?? null)
}

function minutes(fact: Json | undefined): string {
  return fact === 1 ? 'a minute' : `${say(fact)} minutes`
}

/** What this module refuses, as sentences in English, by code. */
export const accessMessages = {
  // Invitations
  'invitation-unknown': () =>
    'This link is not valid. If you were sent a newer one, use that; or ask your organization for a new link.',
  'invitation-used': () =>
    'This link has been used already. Sign in with your password, or ask your organization for a new link.',
  'invitation-over': () => 'This link has run out. Ask your organization for a new one.',
  // Passwords and logins
  'password-short': (f) => `The password is too short. Choose one of at least ${say(f['least'])} characters.`,
  'password-long': (f) => `The password is too long. Choose one of at most ${say(f['most'])} characters.`,
  'password-common': () => 'This password is among the first that a stranger would try. Choose another.',
  'password-is-login': () => 'The password must not be what you sign in with. Choose another.',
  'password-wrong': () => 'The old password is not right. Nothing was changed; try again.',
  'login-malformed': () => 'This is not an e-mail address. Check it and try again.',
  'login-taken': () => 'Another member signs in with this already. Use another e-mail address.',
  // Signing in
  'sign-in-wrong': () => 'This does not fit together. Check what you entered and try again.',
  'sign-in-throttled': (f) => `There were too many wrong attempts. Try again in ${minutes(f['minutes'])}.`,
  'sign-in-busy': () => 'Very many people are signing in just now. Try again in a minute.',
} as const satisfies Record<string, (facts: Facts) => string>

/** The codes of this module's refusals. */
export type AccessCode = keyof typeof accessMessages

/** Makes a refusal of this module. */
export function refuseAccess(code: AccessCode, facts: Facts = {}): Refusal {
  return refuse(code, facts)
}

/** The sentence for a refusal of this module, or undefined where the code is another module's. */
export function accessSentence(code: string, facts: Facts): string | undefined {
  return isAccessCode(code) ? accessMessages[code](facts) : undefined
}

function isAccessCode(code: string): code is AccessCode {
  return Object.hasOwn(accessMessages, code)
}
