export { countAhead, largeCountsDue } from './count-ahead.server.ts'
export { readRollCall } from './read-roll-call.server.ts'
