import { readFileSync } from 'node:fs'
import { hash } from 'node:crypto'
const start = performance.now()
for (const line of readFileSync('/tmp/zz-million.jsonl', 'latin1').split('\n')) { if (line === '') continue; JSON.parse(line); hash('sha256', line, 'hex') }
console.log('bare', (performance.now() - start) / 1000)
