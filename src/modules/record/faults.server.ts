import type { Refusal } from '#kernel/refusal'
import { refuseRecord } from './core/messages.ts'

// Result codes of SQLite: https://www.sqlite.org/rescode.html
const BUSY = 5
const READ_ONLY = 8
const CORRUPT = 11
const FULL = 13
const CANNOT_OPEN = 14
const NOT_A_DATABASE = 26
const PROGRAM_FAULTS = [1, 19, 20, 21, 25]

/** The primary result code of a SQLite error, or undefined where the error is another's. */
export function sqliteCode(error: unknown): number | undefined {
  const isSqlite = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
  return isSqlite ? Number(error.errcode) & 0xff : undefined
}

/** Whether another process holds the file. */
export function isBusy(error: unknown): boolean {
  return sqliteCode(error) === BUSY
}

/** The refusal for what went wrong with a file or folder; rethrows what is a fault of the program. */
export function sqliteFault(error: unknown, file: string): Refusal {
  const code = sqliteCode(error)
  if (code === undefined) return fileFault(error, file)
  if (PROGRAM_FAULTS.includes(code)) throw error
  const why = words(error)
  if (code === FULL) return refuseRecord('disk-full')
  if (code === CORRUPT || code === NOT_A_DATABASE) return refuseRecord('database-damaged', { file, why })
  if (code === READ_ONLY || code === CANNOT_OPEN)
    return refuseRecord('folder-not-writable', { folder: file, why })
  return refuseRecord('database-gone', { why })
}

function fileFault(error: unknown, folder: string): Refusal {
  const code = errorCode(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return refuseRecord('disk-full')
  const isAccess = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT'].includes(code ?? '')
  if (isAccess) return refuseRecord('folder-not-writable', { folder, why: code ?? '' })
  throw error
}

/** The code that Node or PostgreSQL gives an error. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/**
 * Whether PostgreSQL answered and rejected a statement, so that nothing of it holds: an SQLSTATE that is not about the
 * connection (class 08) or the server going away (57P).
 */
export function isRejected(error: unknown): boolean {
  const code = errorCode(error) ?? ''
  return /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('08') && !code.startsWith('57P')
}

// Constraint, syntax and data errors: only a fault of the program gets there.
const PROGRAM_CLASSES = ['21', '22', '23', '42', 'P0']

/** The refusal for what PostgreSQL or the way to it did before COMMIT; rethrows what is a fault of the program. */
export function postgresFault(error: unknown): Refusal {
  const code = errorCode(error) ?? ''
  if (isRejected(error) && PROGRAM_CLASSES.includes(code.slice(0, 2))) throw error
  if (code === '53100') return refuseRecord('disk-full')
  return refuseRecord('database-gone', { why: code === '' ? words(error) : code })
}

/** An error in its own words, for the operator. */
export function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
