import type { Point } from '#modules/program/core'
import type { Org } from '#organization'
import { organizationOf } from '#modules/units/core'
import { read } from '#views/read.server.ts'
import type { PageServerLoad } from './$types.js'

/** The program: public, because it is what we say we stand for. */
export const load: PageServerLoad = async (event) => {
  const view = await read(event, viewProgram)
  return { ...view, isMember: event.locals.member !== undefined }
}

function viewProgram(org: Org) {
  const { program, units } = org
  const root = units.organization.get() === undefined ? undefined : organizationOf(units).root
  const points = program.order.values().flatMap((id) => program.points.get(id) ?? [])
  const line = ({ id, number, kind, clauses, revision, unit }: Point) => ({
    id,
    number,
    kind,
    clauses,
    revision,
    unit: unit === root ? null : (units.units.get(unit)?.name ?? unit),
  })
  const standing = points.filter(({ struck }) => !struck).map(line)
  return {
    unity: standing.filter(({ kind }) => kind === 'unity'),
    positions: standing.filter(({ kind }) => kind === 'position'),
    struck: points.filter(({ struck }) => struck).map(line),
  }
}
