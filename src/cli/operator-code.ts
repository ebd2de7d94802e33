import { isRefusal } from '#kernel/refusal'
import { makeOperatorCode } from '#organization/server'
import { printJson, refuseRun } from './answer.ts'
import { defineCommand, WELL } from './command.ts'
import { placeOf } from './storage.ts'

const help = `Usage: plenum operator-code [--data ./data] [--json]

Prints a code for whoever runs the server. Typed at /operator within 15 minutes, once, it opens the maintenance pages for two
hours: health, keys, backup, mail. It signs nobody in as a member, and nothing that binds members can be entered with it. Works beside a
running server; each call ends the code before.

  --data DIR   the folder of the organization (./data); with DATABASE_URL set, PostgreSQL instead
  --json       one JSON object on stdout

Example: plenum operator-code --data /srv/plenum

Exit codes: 0 printed; 2 could not run.`

/** `plenum operator-code`. */
export const operatorCode = defineCommand(
  {
    name: 'operator-code',
    help,
    operands: [],
    options: { data: { type: 'string' }, json: { type: 'boolean' } },
  },
  async ({ values }) => {
    // The machine's own clock: a demonstration's can be moved, and the code is for the machine.
    const made = await makeOperatorCode(placeOf(values.data), Date.now())
    if (isRefusal(made)) return refuseRun(made)
    if (values.json === true) printJson(made)
    else console.log(`Open /operator on your server and type this code within 15 minutes: ${made.code}`)
    return WELL
  },
)
