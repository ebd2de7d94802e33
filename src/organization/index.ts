export { startClerk, type Clerk, type ClerkOptions } from './clerk.server.ts'
export { createClock, type Clock, type ClockSource } from './clock.server.ts'
export { exportRecord, mayRead, type ExportReader } from './export-record.server.ts'
export { openPlenum, type OpenOptions, type Plenum } from './open.server.ts'
