import { z } from 'zod'
import { organizationOf } from '#modules/units/core'
import { belongs } from '#modules/voting/core'
import { refuseToken } from '#modules/tokens/core'
import { whyNot } from '#views/may.server.ts'
import { read } from '#views/read.server.ts'
import { rulesOf, unitLine, unitsIn, unitTree, type UnitNode } from '#views/units.server.ts'
import { operation } from '../operation.server.ts'
import { idParams, listOf, unitRefShape, whyNotShape } from '../shapes/common.ts'

const TAG = 'Units'

const lineFields = {
  id: z.string(),
  name: z.string(),
  kind: z.enum(['place', 'group']),
  decidedBy: z.enum(['members', 'delegates']),
  members: z.int(),
  ownRules: z.string().nullable().meta({ description: 'The name of its own rules, if it has some.' }),
}
const unitLineShape = z.object(lineFields).meta({ id: 'UnitLine' })
const placedShape = z.object({ ...lineFields, parent: z.string().nullable() }).meta({ id: 'UnitInTree' })

export const listUnits = operation({
  method: 'get',
  path: '/units',
  id: 'listUnits',
  tag: TAG,
  summary: 'All units, each after the one it lies in',
  needs: 'read',
  answer: z.object({ root: z.string(), items: listOf(placedShape) }),
  async run({ asker }) {
    return read(asker, (org) => {
      if (org.units.organization.get() === undefined) return refuseToken('unknown-thing')
      const { root } = organizationOf(org.units)
      const tree = unitTree(org, root)
      return { root, items: tree === undefined ? [] : flat(tree, null) }
    })
  },
})

function flat({ units, ...line }: UnitNode, parent: string | null): z.infer<typeof placedShape>[] {
  return [{ ...line, parent }, ...units.flatMap((each) => flat(each, line.id))]
}

const unitShape = z
  .object({
    ...lineFields,
    parent: unitRefShape.nullable(),
    rules: z.object({ name: z.string(), version: z.int(), owner: unitRefShape }),
    within: listOf(unitLineShape),
    isMine: z.boolean(),
    mayJoin: whyNotShape,
    mayLeave: whyNotShape,
  })
  .meta({ id: 'Unit' })

export const getUnit = operation({
  method: 'get',
  path: '/units/{id}',
  id: 'getUnit',
  tag: TAG,
  summary: 'A unit, what lies in it, and the rules it follows',
  needs: 'read',
  params: idParams,
  answer: unitShape,
  async run({ asker, params: { id } }) {
    const me = asker.member ?? ''
    return read(asker, (org, now) => {
      const unit = org.units.units.get(id)
      if (unit === undefined) return refuseToken('unknown-thing')
      const parent = unit.parent === null ? undefined : org.units.units.get(unit.parent)
      const may = (type: string) => whyNot(org, now, { by: me, type, unit: id, body: {} })
      return {
        ...unitLine(org, unit),
        parent: parent === undefined ? null : { id: parent.id, name: parent.name },
        rules: rulesOf(org, id),
        within: unitsIn(org, id).map((each) => unitLine(org, each)),
        isMine: belongs(org, id, org.members.indices.get(me) ?? -1),
        mayJoin: may('unit.join'),
        mayLeave: may('unit.leave'),
      }
    })
  },
})
