import { z } from 'zod'
import { describeBounds, describeRules, FLOORS, ownRules, ruleSetShape } from '#modules/rulebook/core'
import type { RuleVersion } from '#modules/rulebook/core'
import { uuidShape } from '#modules/record/core'
import { refuseToken } from '#modules/tokens/core'
import type { Org } from '#organization'
import { language } from '#ui/language.ts'
import { read } from '#views/read.server.ts'
import { operation } from '../operation.server.ts'
import { listOf, unitRefShape } from '../shapes/common.ts'

const TAG = 'Rulebook'

const versionLineShape = z
  .object({
    unit: unitRefShape,
    version: z.int(),
    name: z.string(),
    seq: z.int().meta({ description: 'The entry that put it into force.' }),
  })
  .meta({ id: 'RulesLine' })

export const getRulebook = operation({
  method: 'get',
  path: '/rulebook',
  id: 'getRulebook',
  tag: TAG,
  summary:
    'The units that have rules of their own, with the version in force; and the floors beneath them all',
  needs: 'read',
  answer: z.object({ items: listOf(versionLineShape), floors: listOf(z.string()) }),
  async run({ asker }) {
    return read(asker, (org) => ({
      items: org.units.order.values().flatMap((id) => {
        const own = ownRules(org.rulebook, id)
        return own === undefined ? [] : [lineOf(org, own)]
      }),
      floors: describeBounds(FLOORS, language()),
    }))
  },
})

function lineOf({ units }: Org, { unit, version, rules, seq }: RuleVersion) {
  return { unit: { id: unit, name: units.units.get(unit)?.name ?? unit }, version, name: rules.name, seq }
}

const rulesShape = z
  .object({
    ...versionLineShape.shape,
    inForce: z.boolean(),
    versions: z.int().meta({ description: 'How many versions there were, this one included or not.' }),
    rules: ruleSetShape,
    sentences: listOf(z.object({ topic: z.string(), sentences: listOf(z.string()) })).meta({
      description: 'The same in plain words.',
    }),
    bounds: listOf(z.string()),
  })
  .meta({ id: 'Rules' })

export const getRules = operation({
  method: 'get',
  path: '/rulebook/{unit}/{version}',
  id: 'getRules',
  tag: TAG,
  summary: 'A rule set as a unit adopted it: as data, and in plain words',
  needs: 'read',
  params: z.object({
    unit: uuidShape,
    version: z.coerce.number().int().min(1).max(1_000_000),
  }),
  answer: rulesShape,
  async run({ asker, params: { unit, version } }) {
    return read(asker, (org) => {
      const versions = org.rulebook.versions.get(unit)?.values() ?? []
      const found = versions.find((each) => each.version === version)
      if (found === undefined) return refuseToken('unknown-thing')
      return {
        ...lineOf(org, found),
        inForce: version === versions.length,
        versions: versions.length,
        rules: found.rules,
        sentences: describeRules(found.rules, language()),
        bounds: describeBounds(found.rules.bounds, language()),
      }
    })
  },
})
