export { readRollCall } from './read-roll-call.server.ts'
