import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export interface StartedServer {
  /** Such as `http://127.0.0.1:41234`, without a slash at the end. */
  url: string
  /** Its process. */
  pid: number | undefined
  /** Everything the server has printed so far. */
  output(): string
  /** Asks it to stop (SIGTERM) and waits until it has; resolves to the exit code. */
  stop(): Promise<number | null>
  /** Ends it as a power cut would (SIGKILL). */
  kill(): Promise<void>
}

/** Starts the real `plenum serve` (or `demo`) as its own process on a free port, and returns once it answers. */
export function startServer(options: {
  data: string
  command?: 'serve' | 'demo'
  env?: Record<string, string>
  /** A free one, where none is named. */
  port?: number
}): Promise<StartedServer> {
  const { command = 'serve', port = 0, data, env } = options
  return startCommand([command, '--port', String(port), '--data', data], env)
}

/** Starts the real `plenum issuer serve` on this port. */
export function startIssuer(options: { data: string; port: number }): Promise<StartedServer> {
  const args = ['issuer', 'serve', '--port', String(options.port), '--data', options.data, '--stock', '3']
  return startCommand(args, { PLENUM_ISSUER_SECONDS: '1' })
}

async function startCommand(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<StartedServer> {
  const child = spawn(process.execPath, [join(root, 'src/cli/plenum.ts'), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit') as Promise<[number | null]>
  const { output, listening } = follow(child)

  const url = await Promise.race([listening, exited.then(() => undefined)])
  if (url === undefined) throw new Error(`plenum ${args[0] ?? ''} ended before it listened:\n${output()}`)

  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    const [code] = await exited
    return code
  }
  return {
    url,
    pid: child.pid,
    output,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL')
    },
  }
}

function follow(child: ChildProcess): { output: () => string; listening: Promise<string> } {
  let text = ''
  const listening = new Promise<string>((resolve) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString()
      const url = /listening on (http:\S+)/.exec(text)?.[1]
      if (url !== undefined) resolve(url)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
  })
  return { output: () => text, listening }
}

/** A port that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((answer) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => {
        answer(port)
      })
    })
  })
}
