export { requestRecovery } from './request-recovery.server.ts'
export { findRequest, forgetRequests, recoveryMigrations } from './recovery.sql.server.ts'
export type { RecoveryRequest } from './recovery.sql.server.ts'
