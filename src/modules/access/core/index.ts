export { accessMessages, accessSentence } from './messages.ts'
export type { AccessCode } from './messages.ts'
export { MOST_CHARACTERS, LEAST_CHARACTERS, checkPassword } from './password.ts'
export { normalizeLogin } from './login.ts'
