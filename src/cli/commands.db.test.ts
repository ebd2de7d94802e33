import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { PRESETS } from '#modules/rulebook/core'
import { NEWEST_LAW } from '#organization'
import { openPlenum, openRecord } from '#organization/server'
import { runPlenum, type Ran } from '../../test/kit/command.ts'
import { makeHistory, type History } from '../../test/kit/history.ts'
import { freshPostgres } from '../../test/kit/postgres.ts'
import { must } from '../../test/kit/storage.ts'

const folder = mkdtempSync(join(tmpdir(), 'plenum-commands-'))
const data = join(folder, 'data')
let history: History
/** The first entry that only members may read: who is listed follows the founding and the laws. */
const AMONG_MEMBERS = String(NEWEST_LAW)

beforeAll(async () => {
  history = await makeHistory(data)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const COMMANDS = [
  'serve',
  'import members',
  'export record',
  'audit',
  'prove',
  'prove draw',
  'verify-proof',
  'count',
  'dump',
  'restore',
]

describe('the command line', () => {
  test('lists its commands', async () => {
    const { code, out } = await runPlenum(['--help'])
    expect(code).toBe(0)
    for (const command of COMMANDS) expect(out).toContain(`  ${command} `)
  })

  test.each(COMMANDS)('%s says what it does, its options, an example and its exit codes', async (command) => {
    const { code, out, err } = await runPlenum([...command.split(' '), '--help'])
    expect([code, err]).toEqual([0, ''])
    for (const part of [`Usage: plenum ${command}`, 'Example:', 'Exit codes: 0', '--data|--key|--json'])
      expect(out).toMatch(new RegExp(part))
  })

  test.each([
    [['exprot', 'record'], 'There is no command “exprot”; did you mean plenum export record?'],
    [['adit'], 'did you mean plenum audit?'],
    [['export'], 'did you mean plenum export record?'],
    [['audit', 'x', '--agianst', 'y'], 'There is no option --agianst; did you mean --against?'],
    [['audit'], 'FILE is missing.'],
    [['audit', 'a', 'b'], '“b” is one too many.'],
    [['audit', 'a', '--against'], 'The option --against needs a value.'],
    [['audit', 'a', '--against', '--json'], 'The option --against needs a value.'],
    [['audit', 'a', '--json=yes'], 'The option --json takes no value.'],
    [['audit', 'a', '--as', 'nobody'], '--as takes “members” or “public”'],
    [['dump', '--json'], '--json needs --out'],
    [['prove', 'first'], 'is not the number of an entry'],
    [['prove', 'draw', 'x'], 'PANEL is missing.'],
    [['prove', 'draw', 'x', 'y'], '“y” is not the id of a panel.'],
    [['prove', 'draw', '/nowhere/x', '0197f3a2-7c1e-7d0a-9b5e-2f4c8d6a1b3c'], '/nowhere/x'],
    [['serve', '--port', 'x'], '--port x is not a port'],
  ])('answers %j with a sentence and exit code 2', async (args, sentence) => {
    const { code, out, err } = await runPlenum(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
    expect(err).not.toMatch(/\n\s+at /)
  })

  test('says in a sentence that there is no record, or that a file cannot be read', async () => {
    for (const command of [['export', 'record'], ['dump'], ['prove', '1']]) {
      const ran = await runPlenum([...command, '--data', join(folder, 'nowhere')])
      expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining('There is no record') })
    }
    for (const command of ['audit', 'verify-proof', 'restore']) {
      const ran = await runPlenum([command, join(folder, 'nothing.jsonl')])
      expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining('There is no file') })
    }
    expect(await runPlenum(['audit', folder])).toMatchObject({
      code: 2,
      err: expect.stringContaining('is a folder'),
    })
  })
})

describe('export record', () => {
  test('works beside a writer, and leaves the file whole or not at all', async () => {
    const plenum = must(await openPlenum({ data, demonstration: true }))
    const out = join(folder, 'exports', 'record.jsonl')
    const failed = await runPlenum(['export', 'record', '--data', data, '--out', out])
    expect(failed).toMatchObject({ code: 2, err: expect.stringContaining('does not exist') })
    mkdirSync(join(folder, 'exports'))
    const ran = await runPlenum(['export', 'record', '--data', data, '--out', out, '--json'])
    expect(ran.code).toBe(0)
    expect(JSON.parse(ran.out)).toMatchObject({
      file: out,
      entries: history.size,
      texts: 5,
      reader: { kind: 'members' },
    })
    expect(readdirSync(join(folder, 'exports'))).toEqual(['record.jsonl'])
    await plenum.close()
  })

  test('says that the disk is full, and leaves nothing half-written', async (context) => {
    const mount = join(folder, 'small')
    mkdirSync(mount)
    const mounted = await promisify(execFile)('mount', [
      '-t',
      'tmpfs',
      '-o',
      'size=16k',
      'tmpfs',
      mount,
    ]).then(
      () => true,
      () => false,
    )
    if (!mounted) context.skip('needs root, to mount a small file system')
    try {
      for (const command of [['export', 'record'], ['dump']]) {
        const ran = await runPlenum([...command, '--data', data, '--out', join(mount, 'file.jsonl')])
        expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining('The disk is full') })
        expect(readdirSync(mount)).toEqual([])
      }
    } finally {
      await promisify(execFile)('umount', [mount])
    }
  })

  test('gives each reader what they may read', async () => {
    const bodies = async (as: string): Promise<number> => {
      const { out } = await runPlenum(['export', 'record', '--data', data, '--as', as])
      return out.split('\n').filter((line) => line.includes('"body":{')).length
    }
    const [all, member, everybody] = await Promise.all(
      ['public', history.members[1] ?? '', 'members'].map(bodies),
    )
    expect(all).toBeLessThan(everybody ?? 0)
    expect(member).toBe((everybody ?? 0) + 1)
    const stranger = await runPlenum(['export', 'record', '--data', data, '--as', 'm-zzzzzzzzzzzz'])
    expect(stranger).toMatchObject({ code: 2, err: expect.stringContaining('Nobody on the roll') })
  })
})

describe('prove and verify-proof', () => {
  const file = join(folder, 'proof.json')
  const proof = (): string => readFileSync(file, 'utf8')
  async function verifying(text: string, ...options: readonly string[]): Promise<Ran> {
    const other = join(folder, 'other-proof.json')
    writeFileSync(other, text)
    return runPlenum(['verify-proof', other, ...options])
  }

  test('a proof holds without the record, and says what it proves', async () => {
    expect((await runPlenum(['prove', '0', '--data', data, '--out', file])).code).toBe(0)
    const ran = await verifying(proof())
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('organization.found') })
    expect(ran.out).toContain(`over its first ${history.size} entries`)
    const told = JSON.parse((await verifying(proof(), '--json')).out) as object
    expect(told).toMatchObject({
      proves: true,
      size: history.size,
      entry: { seq: 0, type: 'organization.found' },
    })
  })

  test('a proof for the public carries no body that the public may not read', async () => {
    await runPlenum(['prove', AMONG_MEMBERS, '--data', data, '--out', file])
    expect(proof()).not.toContain('"body":')
    expect(await verifying(proof())).toMatchObject({
      code: 0,
      out: expect.stringContaining('not in the proof'),
    })
    await runPlenum(['prove', AMONG_MEMBERS, '--data', data, '--as', 'members', '--out', file])
    expect(proof()).toContain('"body":')
  })

  test.each([
    [
      'the body',
      (text: string) => text.replace('"organizer":true', '"organizer":false'),
      `The body of entry ${AMONG_MEMBERS}`,
    ],
    ['the time', (text: string) => text.replace('"at":', '"at":1'), `The header of entry ${AMONG_MEMBERS}`],
    ['the size', (text: string) => text.replace(/\\n\d+\\n/, '\\n4711\\n'), 'signature'],
    [
      'the proof',
      (text: string) => text.replace(/"proof":\["[^"]+"/, `"proof":["${'A'.repeat(43)}="`),
      'do not lead',
    ],
    ['the form', (text: string) => text.slice(0, -9), 'not a proof'],
  ])('one in which %s was changed proves nothing', async (_what, change, sentence) => {
    const changed = change(proof())
    expect(changed).not.toBe(proof())
    expect(await verifying(changed)).toMatchObject({ code: 1, out: expect.stringContaining(sentence) })
  })

  test('one with another key than the trusted proves nothing', async () => {
    expect(await verifying(proof(), '--key', 'x+00000000+AAAA')).toMatchObject({
      code: 1,
      out: expect.stringContaining('that you trust'),
    })
  })

  test('there is none for an entry that is not there', async () => {
    const ran = await runPlenum(['prove', '4711', '--data', data])
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining(`has ${history.size} entries`) })
  })
})

describe('import members', () => {
  const list = join(folder, 'members.csv')
  const importing = (place: string, ...options: readonly string[]): Promise<Ran> =>
    runPlenum(['import', 'members', list, '--data', place, ...options], { PLENUM_DEMONSTRATION: '1' })

  async function founded(name: string): Promise<string> {
    const place = join(folder, name)
    const plenum = must(await openPlenum({ data: place, demonstration: true }))
    const body = { name: 'Riverside', root: derivedUuid('root'), rules: PRESETS.branch, demonstration: true }
    must(
      await plenum.clerk.submit({
        by: 'nobody',
        id: derivedUuid('found'),
        type: 'organization.found',
        unit: null,
        body,
      }),
    )
    await plenum.close()
    return place
  }

  test('lists people and forms places during the founding; a preview enters nothing', async () => {
    const place = await founded('founding')
    writeFileSync(list, 'name,email,place,organizer\nAda,ada@example.org,North,yes\nBen,,South,\n')
    expect(await importing(place, '--preview')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Nothing was entered'),
    })
    const ran = await importing(place, '--json')
    expect(JSON.parse(ran.out)).toMatchObject({
      entered: true,
      members: 2,
      organizers: 1,
      newPlaces: ['North', 'South'],
      problems: [],
    })
    const record = must(await openRecord({ data: place }))
    expect([record.org.members.ids.length, record.org.units.order.length]).toEqual([2, 3])
    await record.close()
    const again = await importing(place)
    expect(again).toMatchObject({
      code: 1,
      out: expect.stringContaining('Line 2: Somebody with the address ada@example.org'),
    })
  })

  test('makes applications of people once the organization is ratified', async () => {
    writeFileSync(list, 'name;email\nMia;mia@example.org\n')
    expect(await importing(data)).toMatchObject({ code: 0, out: 'Entered 1 application.\n' })
  })

  test('tells all that is wrong, line by line, and enters nothing', async () => {
    writeFileSync(list, 'name,email\nAda,ada\n,x@example.org\nBen,ben@example.org\nCarl,BEN@example.org\n')
    const ran = await importing(data)
    expect(ran.code).toBe(1)
    expect(
      ran.out
        .split('\n')
        .map((line) => line.slice(0, 7))
        .slice(0, 4),
    ).toEqual(['Line 2,', 'Line 3,', 'Line 5,', 'Nothing'])
    expect(JSON.parse((await importing(data, '--preview', '--json')).out)).toMatchObject({
      entered: false,
      problems: [{ line: 2 }, { line: 3 }, { line: 5 }],
    })
  })

  test('needs an organizer during the founding', async () => {
    const place = await founded('without organizer')
    writeFileSync(list, 'name\nAda\n')
    expect(await importing(place)).toMatchObject({ code: 1, out: expect.stringContaining('organizer') })
  })

  test('names the page while a server writes in the folder, and the first-run page where nothing is founded', async () => {
    writeFileSync(list, 'name\nAda\n')
    const plenum = must(await openPlenum({ data, demonstration: true }))
    expect(await importing(data)).toMatchObject({ code: 2, err: expect.stringContaining('/members/import') })
    expect(await importing(data, '--preview')).toMatchObject({ code: 0 })
    await plenum.close()
    const empty = join(folder, 'empty')
    await must(await openPlenum({ data: empty })).close()
    expect(await importing(empty)).toMatchObject({ code: 2, err: expect.stringContaining('first-run page') })
    expect(existsSync(join(empty, 'plenum.sqlite'))).toBe(true)
  })

  test('enters into PostgreSQL beside a running server', async () => {
    const postgres = await freshPostgres()
    const plenum = must(await openPlenum({ data: folder, databaseUrl: postgres.url }))
    const body = { name: 'Riverside', root: derivedUuid('root'), rules: PRESETS.branch, demonstration: false }
    must(
      await plenum.clerk.submit({
        by: 'nobody',
        id: derivedUuid('found'),
        type: 'organization.found',
        unit: null,
        body,
      }),
    )
    writeFileSync(list, 'name,organizer\nAda,yes\nBen,\n')
    const ran = await runPlenum(['import', 'members', list], { DATABASE_URL: postgres.url })
    expect(ran).toMatchObject({
      code: 0,
      out: 'Entered 2 people onto the founding roll, 1 of them organizers.\n',
    })
    expect(await plenum.clerk.read((org) => org.members.ids.length, NEWEST_LAW + 2)).toBe(2)
    await plenum.close()
    await postgres.drop()
  })
})
