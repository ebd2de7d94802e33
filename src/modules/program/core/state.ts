import { createList, createTable, type Journal, type List, type Table } from '#kernel/journal'

/** A clause of a point: its id stays for good. */
export type PointClause = { readonly id: string; readonly text: string }

/** Points of unity are accepted on joining; positions are open to dispute for ever. */
export type PointKind = 'unity' | 'position'

/** A point of the program as it stands. */
export interface Point {
  readonly id: string
  /** Its number among its unit's points of its kind, from 1; never given to another. */
  readonly number: number
  readonly kind: PointKind
  readonly unit: string
  readonly clauses: readonly PointClause[]
  /** How many entries have written it: 1 when adopted. */
  readonly revision: number
  readonly struck: boolean
}

/** One line of a point's provenance: which motion did what to it, in which entry, and the text from then on. */
export interface Revision {
  readonly seq: number
  readonly motion: string
  readonly did: 'adopted' | 'changed' | 'struck'
  readonly clauses: readonly PointClause[]
}

/** Why somebody holds a point: any number stand beside it, none is ever voted on. The text is held, under its hash. */
export interface Rationale {
  readonly id: string
  readonly by: number
  readonly seq: number
  readonly text: string
}

export interface ProgramState {
  readonly points: Table<string, Point>
  readonly order: List<string>
  readonly history: Table<string, List<Revision>>
  readonly rationales: Table<string, List<Rationale>>
}

export function createProgram(journal: Journal): ProgramState {
  return {
    points: createTable(journal),
    order: createList(journal),
    history: createTable(journal),
    rationales: createTable(journal),
  }
}

export type ProgramSlice = { readonly program: ProgramState; readonly journal: Journal }

/** Adds a point at the end of its kind. */
export function addPoint(
  { program, journal }: ProgramSlice,
  { id, kind, unit, clauses }: Pick<Point, 'id' | 'kind' | 'unit' | 'clauses'>,
  by: { readonly seq: number; readonly motion: string },
): void {
  const before = program.order.values().filter((each) => {
    const point = program.points.get(each)
    return point?.kind === kind && point.unit === unit
  })
  const number = before.length + 1
  program.points.set(id, { id, number, kind, unit, clauses, revision: 1, struck: false })
  program.order.push(id)
  const history = createList<Revision>(journal)
  history.push({ ...by, did: 'adopted', clauses })
  program.history.set(id, history)
  program.rationales.set(id, createList(journal))
}

/** Writes a new text of a point, or strikes it. */
export function revisePoint(
  { program }: ProgramSlice,
  point: Point,
  clauses: readonly PointClause[],
  by: { readonly seq: number; readonly motion: string },
  did: 'changed' | 'struck',
): void {
  const struck = did === 'struck'
  program.points.set(point.id, { ...point, clauses, revision: point.revision + 1, struck })
  program.history.get(point.id)?.push({ ...by, did, clauses })
}
