import { randomBytes, randomUUID } from 'node:crypto'
import * as fs from 'node:fs'
import { isRefusal, refuse } from '#kernel/refusal'
import {
  findAddresses,
  insertPerson,
  planImport,
  type ImportContext,
  type ImportPlan,
} from '#modules/members'
import { importSentence, readMembersCsv, statusAt, type MembersCsv } from '#modules/members/core'
import type { Database } from '#modules/record'
import { refusalSentence, type Org } from '#organization'
import { openPlenum } from '#organization/server'
import { printJson, refuseRun } from './answer.ts'
import { defineCommand, FOUND_WRONG, WELL, type ExitCode } from './command.ts'
import { whyNot } from './file-fault.ts'
import { placeOf, withRecord, type Place } from './storage.ts'

const help = `Usage: plenum import members FILE [--preview] [--data ./data] [--json]

Brings the people of a CSV file onto the roll, all of them or nobody. Before the founding is ratified they join the
founding roll; afterwards each becomes an application that members decide about. The first line names the columns: name,
and if you have them email, place and organizer (English or Spanish). What is wrong is told line by line.

With SQLite the server must be stopped meanwhile; while it runs, use its page /members/import (/setup/import during the
founding). With PostgreSQL both can run.

  --preview          say what would happen and enter nothing; works beside a running server
  --data DIR         the folder of the organization (./data); with DATABASE_URL set, PostgreSQL instead
  --clock-is-right   the machine's clock is right, after a stop of more than a day during which something fell due
  --json             one JSON object on stdout

Example: plenum import members members.csv --preview

Exit codes: 0 entered, or nothing wrong in the preview; 1 something is wrong in the file and nothing was entered; 2 could
not run.`

interface Problem {
  readonly line: number
  readonly sentence: string
}

interface Planned {
  readonly csv: MembersCsv
  readonly plan: ImportPlan
  readonly context: ImportContext
  readonly problems: readonly Problem[]
}

interface Settings {
  readonly place: Place
  readonly preview: boolean
  readonly json: boolean
  readonly clockIsRight: boolean
}

/** `plenum import members`. */
export const importMembers = defineCommand(
  {
    name: 'import members',
    help,
    operands: ['FILE'],
    options: {
      preview: { type: 'boolean' },
      data: { type: 'string' },
      'clock-is-right': { type: 'boolean' },
      json: { type: 'boolean' },
    },
  },
  async ({ values, operands: [file = ''] }) => {
    const csv = readFile(file)
    if (typeof csv === 'string') return refuseRun(csv)
    const settings = {
      place: placeOf(values.data),
      preview: values.preview === true,
      json: values.json === true,
      clockIsRight: values['clock-is-right'] === true,
    }
    return settings.preview ? preview(csv, settings) : enter(csv, settings)
  },
)

function readFile(file: string): MembersCsv | string {
  try {
    return readMembersCsv(fs.readFileSync(file))
  } catch (error) {
    return whyNot('read', file, error)
  }
}

function preview(csv: MembersCsv, settings: Settings): Promise<ExitCode> {
  return withRecord(settings.place, async ({ org, database }) => {
    const context = contextOf(org)
    return context === undefined
      ? refuseRun(NOT_FOUNDED)
      : tell(await planFrom(csv, context, org, database), settings)
  })
}

async function enter(csv: MembersCsv, settings: Settings): Promise<ExitCode> {
  const { place, clockIsRight } = settings
  const demonstration = process.env['PLENUM_DEMONSTRATION'] === '1'
  const plenum = await openPlenum({ ...place, clockIsRight, demonstration })
  if (isRefusal(plenum))
    return refuseRun(plenum.code === 'folder-in-use' ? `${refusalSentence(plenum)} ${USE_PAGE}` : plenum)
  const { clerk, database } = plenum
  try {
    const org = await clerk.read((each) => each)
    const context = contextOf(org)
    if (context === undefined) return refuseRun(NOT_FOUNDED)
    const planned = await planFrom(csv, context, org, database)
    if (planned.problems.length > 0) return tell(planned, settings)
    const { acts, people } = planned.plan
    const rows = people.map((person) => insertPerson(database, person))
    const answer = await clerk.submitAll(acts, rows)
    return isRefusal(answer) ? refuseRun(answer) : tell(planned, settings)
  } finally {
    await plenum.close()
  }
}

const NOT_FOUNDED =
  'No organization is founded here yet. Start the server (plenum serve) and open the first-run page that it prints; there you can also import members.'
const USE_PAGE = 'Or leave it running and use its page /members/import (/setup/import during the founding).'

function contextOf({ units }: Org): ImportContext | undefined {
  const organization = units.organization.get()
  if (organization === undefined) return undefined
  const { root, status } = organization
  const places = new Map<string, string>()
  // Where two places have one name, the one that was formed first.
  for (const { id, name, kind } of units.units.values()) {
    const key = name.toLowerCase()
    if (kind === 'place' && !places.has(key)) places.set(key, id)
  }
  return { importId: randomUUID(), secret: randomBytes(16), root, places, founding: status === 'founding' }
}

async function planFrom(
  csv: MembersCsv,
  context: ImportContext,
  org: Org,
  database: Database,
): Promise<Planned> {
  const plan = planImport(csv.rows, context)
  const wrong = csv.problems.map((problem) => ({
    line: problem.line,
    sentence: importSentence(problem, 'en'),
  }))
  const problems = [...wrong, ...(await heldAddresses(csv, plan, database))].sort((a, b) => a.line - b.line)
  const organizer = problems.length > 0 || hasOrganizer(csv, context, org) ? [] : [NO_ORGANIZER]
  return { csv, plan, context, problems: [...problems, ...organizer] }
}

const NO_ORGANIZER: Problem = { line: 1, sentence: refusalSentence(refuse('no-organizer')) }

function hasOrganizer({ rows }: MembersCsv, { founding }: ImportContext, { members }: Org): boolean {
  if (!founding || rows.some(({ organizer }) => organizer)) return true
  return [...members.organizers.keys()].some((index) => statusAt(members, index) === 'listed')
}

/** Addresses that somebody on the roll has already. */
async function heldAddresses(
  { rows }: MembersCsv,
  { people }: ImportPlan,
  database: Database,
): Promise<readonly Problem[]> {
  const held = await findAddresses(
    database,
    people.flatMap(({ email }) => email ?? []),
  )
  return people.flatMap(({ email }, i) => {
    const line = rows[i]?.line ?? 0
    if (email === null || !held.has(email)) return []
    return [{ line, sentence: `Line ${line}: ${refusalSentence(refuse('address-held', { email }))}` }]
  })
}

function tell({ csv, plan, context, problems }: Planned, { preview: isPreview, json }: Settings): ExitCode {
  const unknown = csv.rows.flatMap(({ place }) =>
    place !== null && !context.places.has(place.toLowerCase()) ? place : [],
  )
  const organizers = csv.rows.filter(({ organizer }) => organizer).length
  const told = {
    entered: !isPreview && problems.length === 0,
    as: context.founding ? 'founding roll' : 'applications',
    members: plan.people.length,
    organizers: context.founding ? organizers : 0,
    newPlaces: plan.newPlaces,
    unknownPlaces: context.founding ? [] : [...new Set(unknown)],
    ignoredColumns: csv.ignored,
    problems,
  }
  if (json) printJson(told)
  else tellInWords(told, isPreview)
  return problems.length > 0 ? FOUND_WRONG : WELL
}

interface Told {
  readonly as: string
  readonly members: number
  readonly organizers: number
  readonly newPlaces: readonly string[]
  readonly unknownPlaces: readonly string[]
  readonly ignoredColumns: readonly string[]
  readonly problems: readonly Problem[]
}

function tellInWords(told: Told, isPreview: boolean): void {
  const { as, members, organizers, newPlaces, unknownPlaces, ignoredColumns, problems } = told
  for (const { sentence } of problems) console.log(sentence)
  if (problems.length > 0) {
    console.log(
      `Nothing was entered: ${problems.length === 1 ? 'one thing is' : `${problems.length} things are`} to be mended first.`,
    )
    return
  }
  const among = organizers > 0 ? `, ${organizers} of them organizers` : ''
  const people = members === 1 ? 'one person' : `${members} people`
  const applications = members === 1 ? '1 application' : `${members} applications`
  const what = as === 'applications' ? applications : `${people} onto the founding roll${among}`
  console.log(isPreview ? `This would bring ${what}. Nothing was entered.` : `Entered ${what}.`)
  if (newPlaces.length > 0) console.log(`New places: ${newPlaces.join(', ')}.`)
  if (unknownPlaces.length > 0)
    console.log(
      `No place here has these names, so whoever has one applies to the whole: ${unknownPlaces.join(', ')}.`,
    )
  if (ignoredColumns.length > 0) console.log(`Columns that were not read: ${ignoredColumns.join(', ')}.`)
}
