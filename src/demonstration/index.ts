export { makeDemonstration, type Told } from './make-demonstration.server.ts'
export { moveClock } from './move-clock.server.ts'
export { stepInto } from './step-into.server.ts'
