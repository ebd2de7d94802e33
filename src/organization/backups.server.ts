import * as fs from 'node:fs'
import * as path from 'node:path'
import type { Instant } from '#kernel/instant'

/** A backup in its folder. */
export interface Backup {
  readonly file: string
  /** The moment that its name tells. */
  readonly at: Instant
  readonly bytes: number
}

const NAME = /^plenum-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.jsonl$/

/** The name of a backup of this moment: names in order are moments in order. */
export function backupName(at: Instant): string {
  return `plenum-${new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '')}.jsonl`
}

/** The backups in a folder, newest first; none where there is no folder. Other files there are nobody's business. */
export function listBackups(folder: string): readonly Backup[] {
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : []
  return names
    .flatMap((name) => {
      const at = momentOf(name)
      if (at === undefined) return []
      const file = path.join(folder, name)
      return [{ file, at, bytes: fs.statSync(file).size }]
    })
    .sort((a, b) => b.at - a.at)
}

function momentOf(name: string): Instant | undefined {
  const [whole, ...parts] = NAME.exec(name) ?? []
  if (whole === undefined) return undefined
  const [year = 0, month = 0, ...rest] = parts.map(Number)
  return Date.UTC(year, month - 1, ...rest)
}
