import { spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = join(import.meta.dirname, '..')
// Every build has a folder of its own, and `current` names the newest: a server that runs loads pages when they are first asked
// for, from the folder it was started with. One build meanwhile leaves it that folder; a second takes it away.
const builds = join(root, 'build')
const current = join(builds, 'current')
const lock = join(root, 'node_modules/.cache/plenum-build.lock')

/** Runs `vite build` unless the build was made from exactly these sources, settings and dependencies. */
export async function buildIfStale({ force = false } = {}): Promise<void> {
  if (!force && isFresh()) return
  await takeLock()
  try {
    const sources = hashOfSources()
    if (!force && isFresh(sources)) return
    console.log('Building (only when sources have changed) ...')
    const name = `${sources.slice(0, 12)}-${Date.now().toString(36)}`
    for (const config of ['vite.scripts.config.ts', 'vite.config.ts']) build(config, name)
    writeFileSync(join(builds, name, '.stamp'), sources)
    pointTo(name)
  } finally {
    rmSync(lock, { force: true })
  }
}

function build(config: string, name: string): void {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
    // Under vitest NODE_ENV is "test", and vite would keep all development checks in what is built.
    env: { ...process.env, NODE_ENV: 'production', PLENUM_BUILD: `build/${name}` },
  })
  if (status !== 0) throw new Error('The build failed; see above.')
}

/** Makes a build the one that servers start from. The one before stays, for who runs from it or goes back to it. */
function pointTo(name: string): void {
  const before = existsSync(current) ? readFileSync(current, 'utf8') : ''
  writeFileSync(`${current}.new`, name)
  renameSync(`${current}.new`, current)
  for (const each of readdirSync(builds))
    if (![name, before, 'current'].includes(each)) rmSync(join(builds, each), { recursive: true })
}

function isFresh(sources = hashOfSources()): boolean {
  if (!existsSync(current)) return false
  const stamp = join(builds, readFileSync(current, 'utf8'), '.stamp')
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sources
}

/** What goes into the build; the command line and tests do not. */
function hashOfSources(): string {
  const files = globSync(
    ['src/**/*', 'static/**/*', 'vite*.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'],
    {
      cwd: root,
      withFileTypes: true,
      exclude: ['src/cli/**', 'static/scripts/**', '**/*.test.ts', '**/*.md'],
    },
  )
  const lines = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .sort()
    .map((file) => `${file.slice(root.length)} ${hash('sha256', readFileSync(file))}`)
  return hash('sha256', `${process.version}\n${lines.join('\n')}`)
}

/** Two builds at once would delete each other's output: the second waits, and then finds the build fresh. */
async function takeLock(): Promise<void> {
  mkdirSync(join(lock, '..'), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return
    } catch {
      const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0
      if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true })
      else await sleep(200)
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

if (import.meta.main) {
  await buildIfStale({ force: process.argv.includes('--force') })
}
