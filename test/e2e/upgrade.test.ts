import { execFileSync, spawn } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { PASSWORD, seedOrganization, type Seeded } from '../kit/seed-organization.ts'
import { Visitor } from '../kit/visitor.ts'

// deploy/upgrade.sh as it stands, with a git remote, a link to the version that runs and a server; only `npm` brings the parts and
// the build of this repository instead of fetching and making them, and a script stands in for systemd.

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'plenum-upgrade-'))
const [data, versions, program] = ['data', 'versions', 'program'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
]
const source = join(folder, 'source')
const pidFile = join(folder, 'pid')
let url = ''
let seeded: Seeded

beforeAll(async () => {
  url = `http://127.0.0.1:${await freePort()}`
  seeded = await seedOrganization(data)
  writeScripts()
  for (const part of ['src', 'deploy', 'package.json', 'tsconfig.json'])
    cpSync(join(root, part), join(source, part), { recursive: true })
  git('init', '--quiet', '--initial-branch', 'main')
  tag('v1', () => undefined)
  const clone = ['clone', '--quiet', '--branch', 'v1', `file://${source}`, join(versions, 'v1')]
  execFileSync('git', clone, { stdio: 'ignore' })
  execFileSync('npm', ['ci'], { cwd: join(versions, 'v1'), env: environment() })
  symlinkSync(join(versions, 'v1'), program)
  execFileSync('sh', [join(folder, 'restart')])
  await vi.waitFor(
    async () => {
      expect(await status('/healthz')).toBe(200)
    },
    { timeout: 60_000, interval: 200 },
  )
})
afterAll(() => {
  if (existsSync(pidFile)) process.kill(Number(readFileSync(pidFile, 'utf8')))
  rmSync(folder, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function git(...args: readonly string[]): void {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'core.hooksPath=/dev/null']
  execFileSync('git', [...who, ...args], { cwd: source, stdio: 'ignore' })
}

/** Commits a change of the program under this name. */
function tag(name: string, change: () => void): void {
  change()
  git('add', '--all')
  git('commit', '--quiet', '--allow-empty', '--message', name)
  git('tag', name)
}

function writeScripts(): void {
  mkdirSync(join(folder, 'bin'), { recursive: true })
  const npm = `#!/bin/sh
[ "$1" = ci ] && [ ! -f fails-to-build ] && ln -sfn '${root}/node_modules' node_modules && ln -sfn '${root}/build' build
[ "$1" = run ] || [ -L build ]`
  writeFileSync(join(folder, 'bin/npm'), npm, { mode: 0o755 })
  const restart = `if [ -f '${pidFile}' ]; then
  pid=$(cat '${pidFile}'); kill "$pid" 2>/dev/null || true
  while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
fi
cd -P '${program}'
PLENUM_RUN_BY_SERVICE=1 node_modules/.bin/node src/cli/plenum.ts serve --port ${new URL(url).port} --data '${data}' >>'${folder}/log' 2>&1 &
echo $! >'${pidFile}'`
  writeFileSync(join(folder, 'restart'), restart)
}

function environment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: '',
    PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
    PLENUM_PROGRAM: program,
    PLENUM_HEALTH: `${url}/healthz`,
    PLENUM_BACKUP_WITH: `cd '${program}' && node_modules/.bin/node src/cli/plenum.ts backup --data '${data}' --to '${folder}/backups'`,
    PLENUM_RESTART_WITH: `sh '${folder}/restart'`,
    PLENUM_PATIENCE: '20',
  }
}

async function upgrade(version: string): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn('sh', [join(program, 'deploy/upgrade.sh'), version], { env: environment() })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  // Not 'close': the server that the script started keeps what it inherited open.
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { code, said }
}

async function status(path: string): Promise<number | undefined> {
  return fetch(url + path).then(
    (answer) => answer.status,
    () => undefined,
  )
}

async function expectRunning(version: string): Promise<void> {
  expect(readlinkSync(program)).toBe(join(versions, version))
  expect(readlinkSync(`/proc/${readFileSync(pidFile, 'utf8').trim()}/cwd`)).toBe(join(versions, version))
  const login = seeded.members[0]?.login ?? ''
  expect((await new Visitor().send(`${url}/sign-in`, { login, password: PASSWORD })).status).toBe(303)
}

const cli = join(source, 'src/cli/plenum.ts')

it('changes nothing for a name that is none, that git does not know, or that runs already', async () => {
  for (const name of ['../v2', 'v99', 'v1']) {
    expect((await upgrade(name)).code).not.toBe(0)
    await expectRunning('v1')
  }
})

it('leaves the old program running where the new one cannot be made or does not start', async () => {
  tag('v2', () => {
    writeFileSync(join(source, 'fails-to-build'), '')
  })
  expect(await upgrade('v2')).toMatchObject({ code: 1, said: expect.stringContaining('could not be made') })
  await expectRunning('v1')
  const sound = readFileSync(cli, 'utf8')
  tag('v3', () => {
    rmSync(join(source, 'fails-to-build'))
    writeFileSync(cli, "throw new Error('broken on purpose')\n")
  })
  expect(await upgrade('v3')).toMatchObject({ code: 1, said: expect.stringContaining('broken on purpose') })
  await expectRunning('v1')
  writeFileSync(cli, sound)
})

it('goes back to the old program where the new one starts on nothing, but not on the data', async () => {
  const sound = readFileSync(cli, 'utf8')
  tag('v4', () => {
    const [shebang, ...rest] = sound.split('\n')
    writeFileSync(
      cli,
      [shebang, "if (process.env['PLENUM_RUN_BY_SERVICE'] === '1') process.exit(2)", ...rest].join('\n'),
    )
  })
  expect(await upgrade('v4')).toMatchObject({
    code: 1,
    said: expect.stringContaining('The old program runs again'),
  })
  await expectRunning('v1')
  writeFileSync(cli, sound)
})

it('starts the new program on the same data', async () => {
  tag('v5', () => {
    appendFileSync(join(source, 'deploy/plenum.service'), '# Another line.\n')
  })
  const { code, said } = await upgrade('v5')
  expect(said).toContain('Plenum runs as v5')
  expect(said).toContain('Copy it to /etc/systemd/system')
  expect(code).toBe(0)
  await expectRunning('v5')
})
