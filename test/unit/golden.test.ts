import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyEd25519 } from '#kernel/ed25519'
import { parseExportLine } from '#modules/record/core'
import { ACT_KINDS, createAudit, imageDigest } from '#organization'

// Records kept of every law: a change of `check` or `apply` that judges an old entry otherwise fails here, and needs a
// new law instead. These files are never made anew.
const folder = join(import.meta.dirname, '../golden')
const records = globSync('law-*.jsonl', { cwd: folder })

describe.each(records)('the record kept of %s', (name) => {
  const lines = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n')

  it('still audits clean, to the same image', () => {
    const audit = createAudit({ verify: verifyEd25519 })
    for (const [i, line] of lines.entries()) audit.take(parseExportLine(line, i + 1))
    const report = audit.finish()
    expect(report.violations).toEqual([])
    expect(report.unchecked).toEqual([])
    expect(imageDigest(report.org)).toBe(
      readFileSync(join(folder, name.replace('.jsonl', '.digest')), 'utf8').trim(),
    )
  })
})

it('have every type of act that a law has, but a restore', () => {
  const types = new Set(
    records
      .flatMap((name) =>
        readFileSync(join(folder, name), 'utf8')
          .matchAll(/"type":"([a-z.]+)","unit"/g)
          .toArray(),
      )
      .map(([, type]) => type),
  )
  // A law of which no program was released yet has no kept record.
  const newest = Math.max(...records.map((name) => Number(name.split('-')[1])))
  const known = ACT_KINDS.filter(({ since }) => since <= newest).map(({ type }) => type)
  expect(known.filter((type) => !types.has(type))).toEqual(['record.restored'])
})
