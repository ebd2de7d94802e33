import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { refuse } from '#kernel/refusal'
import { verifyEd25519 } from '#kernel/ed25519'
import { parseExportLine, type KeptEntry } from '#modules/record/core'
import { createAudit, type AuditReport } from '#organization'
import { runPlenum } from '../../test/kit/command.ts'
import { makeHistory } from '../../test/kit/history.ts'
import { rebuild, seedOf, takeApart, type Export } from '../../test/kit/tamper.ts'
import { createLineCutter } from './lines.ts'

let bytes: Buffer
let parts: Export
let seed: Uint8Array

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'plenum-tamper-'))
  await makeHistory(data)
  const { out } = await runPlenum(['export', 'record', '--data', data])
  bytes = Buffer.from(out)
  parts = takeApart(out)
  seed = seedOf(data)
  rmSync(data, { recursive: true })
})

/** The audit in this process, over chunks of this size. */
function audit(text: Uint8Array, chunk = 1000, against?: string): AuditReport {
  const running = createAudit({ verify: verifyEd25519, against })
  const cutter = createLineCutter((line, number) => {
    running.take(
      line === undefined ? refuse('line-not-json', { line: number }) : parseExportLine(line, number),
    )
  })
  for (let at = 0; at < text.length; at += chunk) cutter.push(text.subarray(at, at + chunk))
  cutter.end()
  return running.finish()
}

describe('an exported record', () => {
  test('audits alike, however it is cut into chunks', () => {
    for (const chunk of [1, 7, 1000, bytes.length])
      expect(audit(bytes, chunk)).toMatchObject({ count: 0, ballots: 20 })
  })

  test('shows any bit that was flipped', () => {
    const places = fc.record({ at: fc.nat(bytes.length - 1), bit: fc.nat(7) })
    fc.assert(
      fc.property(places, ({ at, bit }) => {
        const flipped = Buffer.from(bytes)
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
        expect(audit(flipped).count).toBeGreaterThan(0)
      }),
      { numRuns: 400 },
    )
  })

  test('shows any entry that was dropped, doubled or moved', () => {
    const lines = bytes.toString('utf8').trimEnd().split('\n')
    const place = fc.integer({ min: 1, max: parts.entries.length })
    const change = fc.record({ kind: fc.constantFrom('drop', 'double', 'move'), from: place, to: place })
    fc.assert(
      fc.property(change, ({ kind, from, to }) => {
        fc.pre(kind !== 'move' || from !== to)
        const line = lines[from] ?? ''
        const without = kind === 'double' ? lines : lines.toSpliced(from, 1)
        const changed = kind === 'drop' ? without : without.toSpliced(to, 0, line)
        expect(audit(Buffer.from(`${changed.join('\n')}\n`)).count).toBeGreaterThan(0)
      }),
      { numRuns: 150 },
    )
  })

  test('whose tree was built and signed anew shows the fork to whoever kept a checkpoint', () => {
    const place = fc.nat(parts.entries.length - 1)
    const change = fc.record({
      kind: fc.constantFrom('drop', 'double', 'swap', 'time', 'author'),
      from: place,
      to: place,
    })
    fc.assert(
      fc.property(change, ({ kind, from, to }) => {
        fc.pre(kind !== 'swap' || from !== to)
        const entries = rewrite([...parts.entries], kind, from, to)
        const forged = Buffer.from(rebuild({ ...parts, entries }, seed))
        const codes = audit(forged, undefined, parts.head.checkpoint).violations.map(({ code }) => code)
        expect(codes.some((code) => code.startsWith('older-checkpoint-'))).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})

function rewrite(
  entries: readonly KeptEntry[],
  kind: string,
  from: number,
  to: number,
): readonly KeptEntry[] {
  const [a, b] = [entries[from], entries[to]]
  if (a === undefined || b === undefined) throw new Error('no entry')
  if (kind === 'drop') return entries.toSpliced(from, 1)
  if (kind === 'double') return entries.toSpliced(to, 0, a)
  if (kind === 'swap') return entries.with(from, b).with(to, a)
  return entries.with(from, kind === 'time' ? { ...a, at: a.at + 1 } : { ...a, by: `${a.by}x` })
}
