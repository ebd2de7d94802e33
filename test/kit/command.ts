import { spawn } from 'node:child_process'
import { join } from 'node:path'

const plenum = join(import.meta.dirname, '../../src/cli/plenum.ts')

/** What a command printed, and how it ended. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the real `plenum` in a process of its own, without what this machine remembers of earlier audits. */
export function runPlenum(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Ran> {
  const child = spawn(process.execPath, [plenum, ...args], {
    env: { ...process.env, XDG_CONFIG_HOME: '/nowhere', DATABASE_URL: '', PLENUM_DATA: '', ...env },
    stdio: 'pipe',
  })
  const printed = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.err += text))
  // A command that ends before it has read all does not want the rest.
  child.stdin.on('error', () => undefined).end(input)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      resolve({ code, ...printed })
    })
  })
}
