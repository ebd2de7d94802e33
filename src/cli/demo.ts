import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { serve } from './serve.ts'

// The server runs in this process, so no module of ours is imported here: what makes the demonstration is a process of its own.

const help = `Usage: plenum demo [--data ./demo-data] [--no-serve] [--port 7171] [--host 127.0.0.1]

Makes a demonstration and starts a server on it: an invented league of some 250 members with eighteen months behind it. Visitors
step into any member's shoes and move the clock forward. Started again on the same folder, it goes on where it was; to begin
anew, delete the folder. It never touches a folder in which anything else lies, and does not look at DATABASE_URL.

  --data DIR         the folder in which it is kept (./demo-data)
  --no-serve         only make it
  --port N           the port to listen on; 0 takes a free one (7171)
  --host ADDRESS     the address to listen on (127.0.0.1: this machine only)

Whoever reaches the server may act as any member: that is what it is for. All visitors share one clock.

Example: plenum demo --port 8080

Exit codes: 0 made, or stopped as asked; 2 could not run (the folder holds something else, port taken).`

/** What `plenum demo` is called with. */
export const demoSyntax = {
  name: 'demo',
  help,
  operands: [],
  options: {
    data: { type: 'string' },
    'no-serve': { type: 'boolean' },
    port: { type: 'string' },
    host: { type: 'string' },
  },
} as const

interface DemoCall {
  readonly values: {
    readonly data: string | undefined
    readonly 'no-serve': boolean | undefined
    readonly port: string | undefined
    readonly host: string | undefined
  }
}

/** Makes a demonstration where there is none yet, and serves it unless that is not wanted. */
export async function demo({ values }: DemoCall): Promise<0 | 1 | 2> {
  const { data = './demo-data', port, host } = values
  if (values['no-serve'] === true) return (await import('./make-demo.ts')).makeDemo(data)
  const command = [join(import.meta.dirname, 'plenum.ts'), 'demo', '--no-serve', `--data=${data}`]
  const made = spawnSync(process.execPath, command, { stdio: 'inherit' })
  if (made.status !== 0) return 2
  delete process.env['DATABASE_URL']
  const served = await serve({ values: { data, port, host, 'clock-is-right': undefined } })
  if (served === 0)
    console.log(
      `Open that address and step into somebody's shoes. ${data} keeps it all; delete it to begin anew.`,
    )
  return served
}
