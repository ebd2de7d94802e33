export { accessMessages } from './messages.ts'
export type { AccessCode } from './messages.ts'
export { deviceOf, type Device } from './device.ts'
export { LEAST_CHARACTERS, checkPassword } from './password.ts'
