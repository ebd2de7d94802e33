import { z } from 'zod'
import { describeBounds, describeRules } from '#modules/rulebook/core'
import { organizationOf, rulesFor } from '#modules/units/core'
import { language } from '#ui/language.ts'
import { plenum } from '#views/plenum.server.ts'
import { placeOptions } from '#views/places.server.ts'
import { pointsOfUnity } from '#views/points.server.ts'
import { read } from '#views/read.server.ts'
import { standingOf } from '#views/view-standing.server.ts'
import { operation } from '../operation.server.ts'
import { instantShape, listOf } from '../shapes/common.ts'

const standingShape = z.object({
  members: z.int(),
  listed: z.int().meta({ description: 'On a founding roll that is not ratified yet.' }),
  unity: z.int(),
  positions: z.int(),
  motions: z.int().meta({ description: 'That are under way.' }),
  units: z.int(),
})

const organizationShape = z
  .object({
    name: z.string().nullable().meta({ description: 'Null where nothing is founded yet.' }),
    status: z.enum(['founding', 'ratified']).nullable(),
    root: z.string().nullable().meta({ description: 'The unit that is the whole.' }),
    demonstration: z.boolean(),
    now: instantShape,
    entries: z.int().meta({ description: 'How many entries the record has.' }),
    points: listOf(z.object({ id: z.string(), number: z.int(), text: z.string() })).meta({
      description: 'The points of unity: what members accept on joining.',
    }),
    places: listOf(z.object({ id: z.string(), name: z.string() })).meta({
      description: 'Where a member can have their home.',
    }),
    rules: listOf(z.object({ topic: z.string(), sentences: listOf(z.string()) })),
    bounds: listOf(z.string()).meta({ description: 'What units may set for themselves.' }),
    standing: standingShape.nullable().meta({ description: 'For members.' }),
  })
  .meta({ id: 'Organization' })

export const getOrganization = operation({
  method: 'get',
  path: '/organization',
  id: 'getOrganization',
  tag: 'Organization',
  summary: 'Who we are; for members also where we stand',
  needs: 'public',
  answer: organizationShape,
  async run({ asker }) {
    const { demonstration } = plenum()
    return read(asker, (org, now) => {
      const founded = org.units.organization.get()
      const entries = org.head.get().size
      const base = {
        demonstration,
        now,
        entries,
        bounds: [],
        standing: null,
        points: [],
        places: [],
        rules: [],
      }
      if (founded === undefined) return { ...base, name: null, status: null, root: null }
      const { name, status, root } = organizationOf(org.units)
      const { rules } = rulesFor(org, root)
      return {
        ...base,
        name,
        status,
        root,
        points: pointsOfUnity(org),
        places: placeOptions(org).map(({ value, label }) => ({ id: value, name: label })),
        rules: describeRules(rules, language()),
        bounds: describeBounds(rules.bounds, language()),
        standing: asker.scopes.includes('read') ? standingOf(org) : null,
      }
    })
  },
})
