import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { formatExportLine } from '#modules/record/core'
import { countNothing, dumpAll, exportRecord, type Plenum } from '#organization/server'
import type { Storage } from './storage.ts'

/** What leaves a server or lies on its disk, by what it is called. */
export type Places = ReadonlyMap<string, Buffer>

/**
 * Everything that somebody can have who looks for what is none of their business: exports (for the public, for members, and for each of
 * these by id), a dump, all tables, and the files in which the database itself lies, its write-ahead log among them.
 */
export async function placesOf(
  plenum: Plenum,
  storage: Pick<Storage, 'data'>,
  readers: readonly string[],
): Promise<Places> {
  const own = readers.map((id) => ({ kind: 'member', id }) as const)
  const exports = [{ kind: 'public' } as const, { kind: 'members' } as const, ...own].map(
    async (reader) => [`export ${JSON.stringify(reader)}`, await exportFor(plenum, reader)] as const,
  )
  return new Map([
    ...(await Promise.all(exports)),
    ['dump', await bytesOf(dumpAll(plenum, countNothing()))],
    ['tables', await inTables(plenum)],
    ['files', bytesIn(await folderOf(plenum, storage.data))],
  ])
}

/** Says where a word stands: nowhere, where it is kept as it should be. */
export function found(places: Places, words: readonly string[]): readonly string[] {
  return [...places].flatMap(([place, bytes]) =>
    words.filter((word) => bytes.includes(word)).map((word) => `${word} in ${place}`),
  )
}

/** All files under a folder, one after the other. */
export function bytesIn(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  return Buffer.concat(files.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file)))
}

/** Where the database itself lies. */
export async function folderOf({ database }: Plenum, data: string): Promise<string> {
  if (database.engine === 'sqlite') return data
  await sql`checkpoint`.execute(database.kysely)
  const { rows } = await sql<{ data_directory: string }>`show data_directory`.execute(database.kysely)
  return rows[0]?.data_directory ?? ''
}

async function exportFor(plenum: Plenum, reader: Parameters<typeof exportRecord>[2]): Promise<Buffer> {
  const org = await plenum.clerk.read((image) => image)
  async function* lines(): AsyncGenerator<string> {
    for await (const line of exportRecord(plenum, org, reader)) yield formatExportLine(line)
  }
  return bytesOf(lines())
}

async function bytesOf(lines: AsyncIterable<string>): Promise<Buffer> {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return Buffer.from(all.join('\n'))
}

async function inTables({ database: { kysely } }: Plenum): Promise<Buffer> {
  const tables = await kysely.introspection.getTables()
  const rows = await Promise.all(
    tables.map(
      async ({ name }) => (await sql<object>`select * from ${sql.table(name)}`.execute(kysely)).rows,
    ),
  )
  const cells = rows.flat().flatMap((row) => Object.values(row) as unknown[])
  return Buffer.concat(
    cells.map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell) : Buffer.from(` ${String(cell)}`))),
  )
}
