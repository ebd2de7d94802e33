import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { imageDigest } from '#organization'
import { openPlenum, openRecord } from '#organization/server'
import { runPlenum, type Ran } from '../../test/kit/command.ts'
import { makeHistory, PASSWORD, type History } from '../../test/kit/history.ts'
import { freshPostgres, type FreshPostgres } from '../../test/kit/postgres.ts'
import { must } from '../../test/kit/storage.ts'

const folder = mkdtempSync(join(tmpdir(), 'plenum-dump-'))
const data = join(folder, 'data')
const file = join(folder, 'dump.jsonl')
let history: History
let postgres: FreshPostgres

beforeAll(async () => {
  history = await makeHistory(data)
  postgres = await freshPostgres()
  expect(await runPlenum(['dump', '--data', data, '--out', file])).toMatchObject({ code: 0, err: '' })
})
afterAll(async () => {
  await postgres.drop()
  rmSync(folder, { recursive: true })
})

function dumped(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

/** A dump without its head, whose log and checkpoint differ after a restore, and without entries from this position on. */
function heldIn(text: string, size: number): readonly string[] {
  const lines = text.trimEnd().split('\n')
  const entries = lines.slice(1, 1 + size)
  return [
    ...entries,
    ...lines.filter(
      (line) => !line.includes('"seq":') && !line.includes('"dump":2') && !line.includes('"end":'),
    ),
  ]
}

describe('a dump', () => {
  test('is for its owner only, and holds no key, session or code', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const kinds = new Set(
      dumped('dump.jsonl')
        .trimEnd()
        .split('\n')
        .map((line) => Object.keys(JSON.parse(line) as object).join(' ')),
    )
    expect([...kinds].filter((kind) => !kind.includes('seq'))).toEqual([
      'checkpoint dump key origin sum',
      'salt text value',
      'email name person salt sum',
      'account login passwordHash sum',
      'row sum values',
      'end sum',
    ])
    const tables = dumped('dump.jsonl').matchAll(/^\{"row":"(\w+)"/gm)
    expect(new Set(tables.map(([, table]) => table))).toEqual(new Set(['access_invitation']))
  })

  test('goes from SQLite to PostgreSQL and back, and nothing is lost on the way', async () => {
    const there = await runPlenum(['restore', file, '--json'], { DATABASE_URL: postgres.url })
    expect(there).toMatchObject({ code: 0, err: '' })
    const size = history.size
    expect(JSON.parse(there.out)).toMatchObject({ restored: true, entry: size, entries: size, accounts: 2 })
    await runPlenum(['dump', '--out', join(folder, 'second.jsonl')], { DATABASE_URL: postgres.url })
    const back = await runPlenum(['restore', join(folder, 'second.jsonl'), '--data', join(folder, 'back')])
    expect(back).toMatchObject({ code: 0, err: '' })
    await runPlenum(['dump', '--data', join(folder, 'back'), '--out', join(folder, 'third.jsonl')])
    const first = heldIn(dumped('dump.jsonl'), size)
    expect(heldIn(dumped('second.jsonl'), size)).toEqual(first)
    expect(heldIn(dumped('third.jsonl'), size)).toEqual(first)
    const head = JSON.parse(dumped('third.jsonl').split('\n')[0] ?? '') as { origin: string }
    expect(head.origin).toMatch(/^plenum\/[0-9a-f]{16}\/3$/)
  })

  test('comes to the same organization, in which members sign in as before and acts go on', async () => {
    const place = join(folder, 'again')
    await runPlenum(['restore', file, '--data', place])
    const before = must(await openRecord({ data }))
    const after = must(await openRecord({ data: place }))
    const { size } = before.org.head.get()
    expect(after.org.head.get()).toEqual({ ...before.org.head.get(), size: size + 1 })
    const digests = [before, after].map(({ org }) => {
      org.head.set({ size: 0, at: 0, law: 1 })
      return imageDigest(org)
    })
    expect(digests[0]).toBe(digests[1])
    await before.close()
    await after.close()
    const plenum = must(await openPlenum({ data: place, demonstration: true }))
    const { access, clerk, clock } = plenum
    expect(await access.signIn('member0@example.org', PASSWORD, clock.now(), '127.0.0.1')).toMatchObject({
      member: history.members[0],
    })
    const choices = { vote: history.openVote, choices: ['no'] }
    const by = history.members[4] ?? ''
    const id = '018f0000-0000-7000-8000-000000000001'
    const answer = await clerk.submit({ by, id, type: 'ballot.cast', unit: history.root, body: choices })
    expect(answer).toMatchObject({ seq: size + 1 })
    await plenum.close()
    const exported = await runPlenum(['export', 'record', '--data', place])
    const audited = await runPlenum(['audit', '-', '--no-seen', '--as', 'members'], {}, exported.out)
    expect(audited).toMatchObject({ code: 0, out: expect.stringContaining(`Restored:  at entry ${size}`) })
  })

  test('restored is the continuation of what was seen before, and says so', async () => {
    const seen = join(folder, 'seen.json')
    const audit = (text: string): Promise<Ran> => runPlenum(['audit', '-', '--seen', seen], {}, text)
    await audit((await runPlenum(['export', 'record', '--data', data])).out)
    const restored = (await runPlenum(['export', 'record'], { DATABASE_URL: postgres.url })).out
    expect(await audit(restored)).toMatchObject({
      code: 0,
      out: expect.stringMatching(new RegExp(`with the ${history.size} entries of plenum/.*/1 seen`)),
    })
  })

  test('that was restored without telling is found out', async () => {
    const exported = (await runPlenum(['export', 'record'], { DATABASE_URL: postgres.url })).out
    const cut = exported
      .split('\n')
      .filter((line) => !line.includes('record.restored'))
      .join('\n')
    const { out } = await runPlenum(['audit', '-', '--no-seen'], {}, cut)
    expect(out).toContain('does not fit the restores that the record tells of')
  })
})

describe('a restore', () => {
  const place = join(folder, 'nothing')
  async function restoring(change: (lines: string[]) => readonly string[]): Promise<Ran> {
    const other = join(folder, 'damaged.jsonl')
    writeFileSync(other, `${change(dumped('dump.jsonl').trimEnd().split('\n')).join('\n')}\n`)
    return runPlenum(['restore', other, '--data', place])
  }
  /** The number of the first line that has this in it, from 1. */
  const lineOf = (part: string): number =>
    dumped('dump.jsonl')
      .split('\n')
      .findIndex((line) => line.includes(part)) + 1

  test.each([
    ['an entry', '"type":"vote.close"', '"yes":8', '"yes":7'],
    ['a text', 'I speak for', 'speak', 'spoke'],
    ['a name', '"person":', 'Farid', 'Fared'],
    ['an account', '"account":', '"login":"member', '"login":"mamber'],
  ])(
    'refuses a dump in which %s was changed, with the line, and writes nothing',
    async (_what, part, from, to) => {
      const line = lineOf(part)
      expect(line).toBeGreaterThan(1)
      const ran = await restoring((lines) => lines.with(line - 1, lines[line - 1]?.replace(from, to) ?? ''))
      expect(ran).toMatchObject({ code: 1, out: '' })
      expect(ran.err).toMatch(new RegExp(`[Ll]ine ${line}\\b.*Nothing was restored`))
      expect(existsSync(place)).toBe(false)
    },
  )

  test('refuses a dump from which a line was dropped, wherever it stood', async () => {
    for (const at of [0, 5, lineOf('I speak for') - 1, lineOf('"account":') - 1, -1]) {
      const ran = await restoring((lines) => lines.toSpliced(at, 1))
      expect(ran).toMatchObject({ code: 1, out: '' })
    }
    expect(existsSync(place)).toBe(false)
  })

  test('refuses an export, and a file that is not there', async () => {
    const exported = join(folder, 'export.jsonl')
    await runPlenum(['export', 'record', '--data', data, '--out', exported])
    expect(await runPlenum(['restore', exported, '--data', place])).toMatchObject({
      code: 1,
      err: expect.stringContaining('not a dump'),
    })
    expect(await runPlenum(['restore', join(folder, 'none'), '--data', place])).toMatchObject({
      code: 2,
      err: expect.stringContaining('no file'),
    })
  })

  test('refuses a database that is not empty, on either engine, and leaves it as it is', async () => {
    expect(await runPlenum(['restore', file, '--data', data])).toMatchObject({
      code: 2,
      err: expect.stringContaining('already'),
    })
    expect(await runPlenum(['restore', file], { DATABASE_URL: postgres.url })).toMatchObject({
      code: 2,
      err: expect.stringContaining('already'),
    })
    expect((await runPlenum(['export', 'record', '--data', data])).code).toBe(0)
  })
})
