import * as fs from 'node:fs'
import { csvCell } from '#kernel/csv-cell'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { decodeTextFile } from '#kernel/text-file'
import { openIssuer, type Issuer } from '#modules/issuer'
import { readMembersList, type MembersList } from '#modules/issuer/core'
import { importSentence, readRecords } from '#modules/members/core'
import { printJson, refuseRun } from './answer.ts'
import { defineCommand, FOUND_WRONG, WELL, type ExitCode } from './command.ts'
import { whyNot } from './file-fault.ts'
import { ISSUER_FOLDER } from './issuer-folder.ts'
import { many } from './numbers.ts'
import { writeLines } from './write-file.ts'

const help = `Usage: plenum issuer members FILE --out CODES [--again | --strike] [--data ./issuer] [--json]

Puts the members of a CSV file on the issuer's list and writes a code for each into another CSV file, once: the issuer keeps only
hashes. Check yourselves who is a member; do not take the list from whoever runs the organization's server. The first line names
the columns; one is “member”, the id of the member (it stands in the address of the member's page: /members/m-…). Other columns go
along into the file with the codes, for handing them out. Whoever has a code already keeps it. Hand each code to its member
yourselves, and then delete the file.

  --out CODES   the file that the codes are written to
  --again       give those in the file new codes: the old ones stop working (where one was lost)
  --strike      take those in the file off the list; no codes are written
  --data DIR    the issuer's folder (./issuer)
  --json        one JSON object on stdout

Example: plenum issuer members members.csv --out codes.csv

Exit codes: 0 done; 1 something is wrong in the file, and nothing was changed; 2 could not run.`

/** `plenum issuer members`. */
export const issuerMembers = defineCommand(
  {
    name: 'issuer members',
    help,
    operands: ['FILE'],
    options: {
      out: { type: 'string' },
      again: { type: 'boolean' },
      strike: { type: 'boolean' },
      data: { type: 'string' },
      json: { type: 'boolean' },
    },
  },
  async ({ values, operands: [file = ''] }) => {
    const list = readList(file)
    if (typeof list === 'string') return refuseRun(list)
    if (isRefusal(list)) {
      refuseRun(list)
      return FOUND_WRONG
    }
    const strikes = values.strike === true
    if (!strikes && values.out === undefined)
      return refuseRun('Name the file that the codes are to be written to with --out. They are written once.')
    const issuer = openIssuer(values.data ?? ISSUER_FOLDER)
    if (isRefusal(issuer)) return refuseRun(issuer)
    try {
      const json = values.json === true
      return strikes
        ? strike(issuer, list, json)
        : await admit(issuer, list, { out: values.out ?? '', again: values.again === true, json })
    } finally {
      issuer.close()
    }
  },
)

function readList(file: string): MembersList | Refusal | string {
  let bytes: Uint8Array
  try {
    bytes = fs.readFileSync(file)
  } catch (error) {
    return whyNot('read', file, error)
  }
  const text = decodeTextFile(bytes)
  if (typeof text !== 'string') return refuse('issuer-list-unreadable', { line: text.line })
  const { records, broken } = readRecords(text)
  return broken === undefined ? readMembersList(records) : importSentence(broken, 'en')
}

function strike(issuer: Issuer, { members }: MembersList, json: boolean): ExitCode {
  const struck = issuer.strike(members.map(({ member }) => member))
  if (json) printJson({ struck, members: issuer.members() })
  else console.log(`${many(struck, 'member')} taken off the list; ${many(issuer.members(), 'member')} on it.`)
  return WELL
}

async function admit(
  issuer: Issuer,
  { columns, members }: MembersList,
  { out, again, json }: { readonly out: string; readonly again: boolean; readonly json: boolean },
): Promise<ExitCode> {
  // The file first: a code that is on no paper would lock its member out.
  const codes = issuer.draw(
    members.map(({ member }) => member),
    again,
  )
  const rows = members.flatMap(({ member, cells }) => {
    const code = codes.get(member)
    return code === undefined ? [] : [[...columns.map((_, i) => cells[i] ?? ''), code]]
  })
  const problem = await writeLines(
    [[...columns, 'code'], ...rows].map((cells) => cells.map(csvCell).join(',')),
    out,
  )
  if (problem !== undefined) return refuseRun(problem)
  issuer.admit(codes)
  const told = { written: codes.size, members: issuer.members(), file: out }
  if (json) printJson(told)
  else
    console.log(
      `${many(codes.size, 'code')} written to ${out}; ${many(told.members, 'member')} on the list. Hand them out, then delete the file.`,
    )
  return WELL
}
