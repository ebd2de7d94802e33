import * as fs from 'node:fs'
import * as path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Refusal } from '#kernel/refusal'
import { refuseRecord } from './core/messages.ts'
import { isBusy, sqliteFault } from './faults.server.ts'

/**
 * Keeps a second writing process out of the folder for as long as this one lives, and returns how to let go. The lock is
 * the operating system's, taken through SQLite on a file of its own: it dies with the process, kill -9 included, and a
 * left-over file means nothing.
 */
export function holdFolder(folder: string): (() => void) | Refusal {
  const pidFile = path.join(folder, 'lock.pid')
  let lock: DatabaseSync | undefined
  try {
    // Not recursive: a mistyped path makes no tree of folders, and Node 24 loops for ever where a parent refuses with ENOENT.
    if (!fs.existsSync(folder)) fs.mkdirSync(folder, { mode: 0o700 })
    fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK)
    lock = new DatabaseSync(path.join(folder, 'lock.sqlite'), { timeout: 0 })
    lock.exec('begin exclusive')
    fs.writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 })
  } catch (error) {
    lock?.close()
    return isBusy(error)
      ? refuseRecord('folder-in-use', { folder, pid: readPid(pidFile) })
      : sqliteFault(error, folder)
  }
  const held = lock
  return () => {
    if (held.isOpen) held.close()
  }
}

function readPid(file: string): number | null {
  try {
    return Number.parseInt(fs.readFileSync(file, 'utf8'), 10)
  } catch {
    return null
  }
}
