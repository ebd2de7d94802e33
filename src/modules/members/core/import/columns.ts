import type { CsvRecord } from './read-records.ts'
import { problem, type ImportProblem } from './problem.ts'

/** What a column can hold. */
export type Field = 'name' | 'email' | 'place' | 'organizer'

/** Headings in English and Spanish, as `plain` leaves them. */
const HEADINGS: Readonly<Record<Field, readonly string[]>> = {
  name: ['name', 'fullname', 'member', 'nombre', 'nombrecompleto', 'nombreyapellido', 'nombreyapellidos'],
  email: ['email', 'mail', 'emailaddress', 'correo', 'correoelectronico', 'direcciondecorreo'],
  place: ['place', 'unit', 'branch', 'lugar', 'unidad', 'sede', 'seccion'],
  organizer: ['organizer', 'organiser', 'officer', 'organizador', 'organizadora', 'responsable'],
}

/** Where each field stands, what the file calls it, and which columns are left out. */
export interface Columns {
  readonly at: Readonly<Partial<Record<Field, { readonly index: number; readonly heading: string }>>>
  readonly width: number
  readonly ignored: readonly string[]
  readonly problems: readonly ImportProblem[]
}

/** Reads the heading. Only the column of names must be there. */
export function readColumns({ line, cells }: CsvRecord): Columns {
  const at: Partial<Record<Field, { index: number; heading: string }>> = {}
  const ignored: string[] = []
  const problems: ImportProblem[] = []
  for (const [index, heading] of cells.entries()) {
    const field = fieldOf(heading)
    const first = field === undefined ? undefined : at[field]
    if (field === undefined) {
      if (heading !== '') ignored.push(heading)
    } else if (first !== undefined)
      problems.push(problem('column-twice', line, heading, { first: first.heading }))
    else at[field] = { index, heading }
  }
  if (at.name === undefined)
    problems.push(problem('column-missing', line, 'name', { found: cells.join(', ').slice(0, 200) }))
  return { at, width: cells.length, ignored, problems }
}

function fieldOf(heading: string): Field | undefined {
  const word = plain(heading)
  return (['name', 'email', 'place', 'organizer'] as const).find((field) => HEADINGS[field].includes(word))
}

/** Lower case, without accents, white space and signs: "E-mail" and "Correo electrónico:" are known by their letters. */
function plain(heading: string): string {
  return heading
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}
