import { closeSync, openSync, writeSync, writeFileSync } from 'node:fs'
import { toBase64 } from '#kernel/bytes'
import { appendLeaf, createFrontier, formatCheckpoint, formatExportLine, formatVkey, frontierRoot, hashLeaf, leafText, signNote } from '#modules/record/core'
import { createSigningKey, signEd25519 } from '#modules/record'
import { longRecord } from './long-record.ts'
const t0 = performance.now()
const N = Number(process.argv[2] ?? 1e6)
const fd = openSync('/tmp/zz-body', 'w')
const frontier = createFrontier()
let text = ''
for (const entry of longRecord({ members: 100_000, votes: 300, entries: N })) {
  const leaf = hashLeaf(leafText(entry)); appendLeaf(frontier, leaf)
  text += formatExportLine({ kind: 'entry', entry, leaf: toBase64(leaf) }) + '\n'
  if (text.length > 1e6) { writeSync(fd, text); text = '' }
}
writeSync(fd, text); closeSync(fd)
const { seed, publicKey } = createSigningKey()
const origin = 'plenum/bench/1'
const key = { name: origin, publicKey }
const checkpoint = signNote(formatCheckpoint({ origin, size: frontier.size, root: frontierRoot(frontier) }), key, (m) => signEd25519(seed, m))
writeFileSync('/tmp/zz-head', formatExportLine({ kind: 'head', origin, key: formatVkey(key), checkpoint }) + '\n')
console.log(frontier.size, performance.now() - t0)
