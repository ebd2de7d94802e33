import type { Database } from '#modules/record'
import type { Access } from './access.ts'

/** Opens sign-in on a migrated database. */
export function openAccess(_database: Database): Promise<Access> {
  throw new Error('soon')
}
