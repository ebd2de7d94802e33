export type { Access, Credentials, Invited, Session, SignedIn } from './access.ts'
export { accessMigrations } from './migrations.ts'
export { openAccess } from './open-access.server.ts'
