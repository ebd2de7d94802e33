import { isRefusal, refuse } from '#kernel/refusal'
import { verifyEd25519 } from '#modules/record'
import { createTreeCheck, parseExportLine } from '#modules/record/core'
import { createAudit } from '#organization'
import { createLineCutter, readChunks } from '../src/cli/lines.ts'
const file = '/tmp/zz-million.jsonl'
const stage = process.argv[2] ?? 'cut'
const start = process.cpuUsage()
const tree = createTreeCheck({ verify: verifyEd25519 })
const audit = createAudit({ verify: verifyEd25519 })
let n = 0
const cutter = createLineCutter((text, number) => {
  n++
  if (stage === 'cut') return
  if (stage === 'json') { JSON.parse(text!); return }
  const line = text === undefined ? refuse('line-not-json', { line: number }) : parseExportLine(text, number)
  if (stage === 'parse') return
  if (stage === 'tree') tree.take(line)
  if (stage === 'audit') audit.take(line)
})
for (const chunk of readChunks(file)) cutter.push(chunk)
cutter.end()
const report = stage === 'audit' ? audit.finish() : tree.finish()
const { user } = process.cpuUsage(start)
console.log(stage, n, (user / 1e6).toFixed(2), stage === 'cut' ? '' : report.count, Math.round(process.resourceUsage().maxRSS / 1024))
