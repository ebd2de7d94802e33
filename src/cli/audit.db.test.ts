import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { derivedUuid } from '#kernel/ids'
import { createSigningKey } from '#modules/record'
import { formatVkey, type KeptEntry } from '#modules/record/core'
import { runPlenum } from '../../test/kit/command.ts'
import { makeHistory, type History } from '../../test/kit/history.ts'
import { rebuild, seedOf, takeApart, withBody, type Export } from '../../test/kit/tamper.ts'

const folder = mkdtempSync(join(tmpdir(), 'plenum-audit-'))
const data = join(folder, 'data')
const file = join(folder, 'record.jsonl')
let history: History
let text: string
let parts: Export
let seed: Uint8Array

beforeAll(async () => {
  history = await makeHistory(data)
  expect(await runPlenum(['export', 'record', '--data', data, '--out', file])).toMatchObject({
    code: 0,
    err: '',
  })
  text = readFileSync(file, 'utf8')
  parts = takeApart(text)
  seed = seedOf(data)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** The position of the last entry of a type that is about this vote. */
function seqOf(type: string, vote: string): number {
  const found = parts.entries.findLast(
    (entry) => entry.type === type && JSON.stringify(entry.body ?? null).includes(vote),
  )
  if (found === undefined) throw new Error(`no ${type}`)
  return found.seq
}

interface Finding {
  readonly entry: number | null
  readonly code: string
  readonly sentence: string
}

/** What the audit finds wrong in this text, as it stands in a file. */
async function findings(tampered: string, ...options: readonly string[]): Promise<readonly Finding[]> {
  const other = join(folder, 'tampered.jsonl')
  writeFileSync(other, tampered)
  const { code, out, err } = await runPlenum(['audit', other, '--no-seen', '--json', ...options])
  expect(err).toBe('')
  const report = JSON.parse(out) as { sound: boolean; violations: readonly Finding[] }
  expect([code, report.sound]).toEqual(report.violations.length > 0 ? [1, false] : [0, true])
  return report.violations
}

function lines(): string[] {
  return text.trimEnd().split('\n')
}

/** Entry `seq` stands in line `seq + 1`, counted from 0. */
function withLines(change: (list: string[]) => void): string {
  const list = lines()
  change(list)
  return `${list.join('\n')}\n`
}

describe('an honest record', () => {
  test('passes, and the audit says what it recomputed and what it could not', async () => {
    const { code, out } = await runPlenum(['audit', file, '--no-seen', '--as', 'members'])
    expect(code).toBe(0)
    expect(out).toContain('4 decisions, 3 votes, 20 ballots')
    expect(out).toContain('ballot.cast: 3')
    expect(out).toContain('The record is sound')
  })

  test('passes as the public and as a member may read it', async () => {
    for (const as of ['public', history.members[0] ?? '']) {
      const { code, out } = await runPlenum(['export', 'record', '--data', data, '--as', as])
      expect(code).toBe(0)
      expect(await findings(out)).toEqual([])
    }
  })

  test('of which a body was withheld from members is found out', async () => {
    const hide = async (hides: (entry: KeptEntry) => boolean): Promise<readonly (number | null)[]> => {
      const entries = parts.entries.map((entry) => {
        const { salt: _salt, body: _body, ...rest } = entry
        return hides(entry) ? rest : entry
      })
      const found = await findings(rebuild({ ...parts, entries }, seed), '--as', 'members')
      return found.filter(({ code }) => code === 'body-withheld').map(({ entry }) => entry)
    }
    const ballot = seqOf('ballot.cast', history.decidedVote)
    expect(await hide(({ seq }) => seq === ballot)).toEqual([ballot])
    const listings = parts.entries.filter(({ type }) => type === 'founding.member').map(({ seq }) => seq)
    expect(listings).toHaveLength(8)
    expect(await hide(({ type }) => type === 'founding.member')).toEqual(listings)
  })

  test('is read from stdin and over http, with the headers that are given', async () => {
    expect(await runPlenum(['audit', '-', '--no-seen'], {}, text)).toMatchObject({ code: 0 })
    const server = createServer((request, response) => {
      const may = request.headers.cookie === 'plenum-session=abc'
      response.writeHead(may ? 200 : 403).end(may ? text : 'no')
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/record/export`
    expect(await runPlenum(['audit', address, '--no-seen'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('403'),
    })
    expect(
      await runPlenum(['audit', address, '--no-seen', '--header', 'cookie: plenum-session=abc']),
    ).toMatchObject({ code: 0 })
    server.close()
  })
})

describe('a file that somebody changed', () => {
  test('a changed byte is found in its entry, in body and in header', async () => {
    const seq = seqOf('vote.close', history.decidedVote)
    const body = withLines((list) => (list[seq + 1] = list[seq + 1]?.replace('"yes":5', '"yes":6') ?? ''))
    expect(await findings(body)).toContainEqual(
      expect.objectContaining({ entry: seq, code: 'body-hash-wrong' }),
    )
    const header = withLines((list) => (list[seq + 1] = list[seq + 1]?.replace('"at":', '"at":1') ?? ''))
    expect(await findings(header)).toContainEqual(expect.objectContaining({ entry: seq, code: 'leaf-wrong' }))
  })

  test('a dropped entry is found', async () => {
    const seq = seqOf('ballot.cast', history.decidedVote)
    const dropped = withLines((list) => list.splice(seq + 1, 1))
    expect(await findings(dropped)).toContainEqual(
      expect.objectContaining({ entry: seq, code: 'entry-missing' }),
    )
  })

  test('swapped entries are found', async () => {
    const swapped = withLines((list) => list.splice(31, 2, list[32] ?? '', list[31] ?? ''))
    expect(await findings(swapped)).toContainEqual(
      expect.objectContaining({ entry: 30, code: 'entry-out-of-order' }),
    )
  })

  test('a duplicated entry is found', async () => {
    const twice = withLines((list) => list.splice(31, 0, list[31] ?? ''))
    expect(await findings(twice)).toContainEqual(expect.objectContaining({ entry: 30, code: 'entry-twice' }))
  })

  test('a cut file, an empty one and one that is no export are found', async () => {
    expect(await findings(lines().slice(0, 20).join('\n'))).toContainEqual(
      expect.objectContaining({ code: 'checkpoint-other-size' }),
    )
    expect(await findings('')).toContainEqual(expect.objectContaining({ code: 'head-missing' }))
    expect(await findings('name,email\nAda,ada@example.org\n')).toContainEqual(
      expect.objectContaining({ code: 'line-not-json' }),
    )
  })

  test('bytes that are not UTF-8 are found', async () => {
    const other = join(folder, 'bytes.jsonl')
    const bytes = Buffer.from(text.replace('\u{1f331}', '\ufffd'))
    const at = bytes.indexOf(Buffer.from('\ufffd'))
    bytes[at + 2] = 0x41
    writeFileSync(other, bytes)
    expect(await runPlenum(['audit', other, '--no-seen'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('is not JSON'),
    })
  })
})

describe('a record that its operator rewrote: tree built anew, signed with the log’s own key', () => {
  /** What the audit finds besides the fork, which whoever kept an older checkpoint sees, whatever was rewritten. */
  async function rewritten(
    change: (entries: KeptEntry[]) => readonly KeptEntry[],
  ): Promise<readonly Finding[]> {
    const kept = join(folder, 'kept.txt')
    writeFileSync(kept, parts.head.checkpoint)
    const found = await findings(
      rebuild({ ...parts, entries: change([...parts.entries]) }, seed),
      '--against',
      kept,
    )
    const [forks, rest] = [true, false].map((wanted) =>
      found.filter(({ code }) => code.startsWith('older-checkpoint-') === wanted),
    )
    expect(forks).toHaveLength(1)
    return rest ?? []
  }

  test('a rewritten result breaks a rule', async () => {
    const seq = seqOf('vote.close', history.decidedVote)
    const found = await rewritten((entries) => {
      const entry = entries[seq]
      if (entry === undefined) throw new Error('no entry')
      const results = [{ outcome: 'short', tally: { abstain: 1, no: 5, yes: 1 } }]
      entries[seq] = withBody(entry, { results, settlement: { adopted: false, notCarriedOut: null } })
      return entries
    })
    expect(found).toContainEqual(expect.objectContaining({ entry: seq, code: 'wrong-result' }))
  })

  test('a ballot of somebody who has left breaks a rule', async () => {
    const seq = seqOf('ballot.cast', history.decidedVote)
    const late = history.erased
    const found = await rewritten((entries) => {
      const [ballot, last] = [entries[seq], entries.at(-2)]
      if (ballot === undefined) throw new Error('no entry')
      const forged = { ...ballot, at: last?.at ?? 0, by: late, id: derivedUuid('forged') }
      return entries.toSpliced(-1, 0, withBody(forged, { vote: history.openVote }))
    })
    expect(found).toContainEqual(
      expect.objectContaining({ entry: parts.entries.length - 1, code: 'not-a-member' }),
    )
  })

  test('a ballot of somebody who was never a member breaks a rule', async () => {
    const seq = seqOf('vote.close', history.decidedVote)
    const ballot = parts.entries[seqOf('ballot.cast', history.decidedVote)]
    if (ballot === undefined) throw new Error('no entry')
    const stranger = 'm-zzzzzzzzzzzz'
    const found = await rewritten((entries) =>
      entries.toSpliced(seq, 0, { ...ballot, by: stranger, id: derivedUuid('forged') }),
    )
    expect(found).toContainEqual(expect.objectContaining({ entry: seq, code: 'not-a-member' }))
  })

  test('a dropped ballot breaks the result', async () => {
    const seq = seqOf('ballot.cast', history.decidedVote)
    const found = await rewritten((entries) => entries.toSpliced(seq, 1))
    const closed = seqOf('vote.close', history.decidedVote) - 1
    expect(found).toContainEqual(expect.objectContaining({ entry: closed, code: 'wrong-result' }))
  })

  test('a duplicated ballot has an id that was used', async () => {
    const seq = seqOf('ballot.cast', history.decidedVote)
    const found = await rewritten((entries) => entries.toSpliced(seq, 0, ...entries.slice(seq, seq + 1)))
    expect(found).toContainEqual(expect.objectContaining({ entry: seq + 1, code: 'id-twice' }))
  })

  test('a vote that opens before the debate is over breaks a rule', async () => {
    const seq = seqOf('vote.open', history.decidedVote)
    const found = await rewritten((entries) => entries.toSpliced(seq - 6, 0, ...entries.splice(seq, 1)))
    expect(found.map(({ entry }) => entry)).toContain(seq - 6)
  })

  test('swapped ballots break no rule, and only whoever kept a checkpoint sees them', async () => {
    const seq = seqOf('ballot.cast', history.decidedVote)
    const found = await rewritten((entries) => {
      const [a, b] = [entries[seq - 1], entries[seq - 2]]
      if (a === undefined || b === undefined) throw new Error('no entry')
      return entries.toSpliced(seq - 2, 2, { ...a, at: b.at }, { ...b, at: a.at })
    })
    expect(found).toEqual([])
  })
})

describe('what an audit remembers', () => {
  test('it says when a record is new to it, compares from then on, and shows a fork', async () => {
    const seen = join(folder, 'seen.json')
    const first = await runPlenum(['audit', file, '--seen', seen])
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('the first time') })
    const second = await runPlenum(['audit', file, '--seen', seen])
    expect(second).toMatchObject({
      code: 0,
      out: expect.stringContaining(`with the ${parts.entries.length} entries`),
    })
    const fork = join(folder, 'fork.jsonl')
    writeFileSync(fork, rebuild({ ...parts, entries: parts.entries.toSpliced(-2, 1) }, seed))
    const third = await runPlenum(['audit', fork, '--seen', seen])
    expect(third).toMatchObject({ code: 1, out: expect.stringContaining('entries were dropped') })
    // A fork is never remembered in place of what was seen.
    expect(await runPlenum(['audit', file, '--seen', seen])).toMatchObject({ code: 0 })
    expect(await runPlenum(['audit', fork, '--no-seen'])).toMatchObject({ code: 0 })
  })

  test('another key under a name that it knows is found', async () => {
    const seen = join(folder, 'seen-key.json')
    await runPlenum(['audit', file, '--seen', seen])
    const other = createSigningKey(new Uint8Array(32).fill(3))
    const key = formatVkey({ name: parts.head.origin, publicKey: other.publicKey })
    const forged = join(folder, 'forged.jsonl')
    writeFileSync(forged, rebuild({ ...parts, head: { ...parts.head, key } }, other.seed))
    expect(await runPlenum(['audit', forged, '--no-seen'])).toMatchObject({ code: 0 })
    expect(await runPlenum(['audit', forged, '--seen', seen])).toMatchObject({
      code: 1,
      out: expect.stringContaining('that you trust'),
    })
    const trusted = await runPlenum(['audit', forged, '--no-seen', '--key', parts.head.key])
    expect(trusted).toMatchObject({ code: 1, out: expect.stringContaining('that you trust') })
  })

  test('a damaged memory is told, not passed over', async () => {
    const seen = join(folder, 'damaged.json')
    writeFileSync(seen, '{"plenum/1')
    expect(await runPlenum(['audit', file, '--seen', seen])).toMatchObject({
      code: 2,
      err: expect.stringContaining('damaged'),
    })
  })
})
