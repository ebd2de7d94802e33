import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

// What CI and a contributor run before a change is sent: each step by name and time, stopping at the first that fails.
const steps: [name: string, bin: string, ...args: string[]][] = [
  ['format', 'prettier', '--check', '--cache', '--log-level', 'warn', '.'],
  [
    'lint',
    'eslint',
    '--cache',
    '--cache-location',
    'node_modules/.cache/eslint/',
    '--max-warnings',
    '0',
    '.',
  ],
  ['types: sync', 'svelte-kit', 'sync'],
  ['types: tsc', 'tsc'],
  ['types: svelte', 'svelte-check', '--fail-on-warnings', '--output', 'human'],
  ['boundaries', 'depcruise', 'src'],
  ['dead code', 'knip'],
  ['build', 'node', join(import.meta.dirname, 'build-if-stale.ts')],
  ['test', 'vitest', 'run'],
]

const root = join(import.meta.dirname, '..')
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`

const begin = performance.now()
for (const [name, bin, ...args] of steps) {
  const start = performance.now()
  console.log(`\n== ${name}`)
  const { status } = spawnSync(join(root, 'node_modules/.bin', bin), args, { cwd: root, stdio: 'inherit' })
  console.log(`== ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${seconds(start)})`)
  if (status !== 0) process.exit(1)
}
console.log(`\nAll checks passed in ${seconds(begin)}.`)
