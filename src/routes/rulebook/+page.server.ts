import { describeBounds, describeRules, FLOORS, ownRules } from '#modules/rulebook/core'
import { organizationOf } from '#modules/units/core'
import { language } from '#ui/language.ts'
import { read } from '#views/read.server.ts'
import { requireMember } from '../shared/session.server.ts'
import type { PageServerLoad } from './$types.js'

/** The rules in force for the whole, which units have their own, and the floors. */
export const load: PageServerLoad = async (event) => {
  requireMember(event)
  return read(event, (org) => {
    const { root } = organizationOf(org.units)
    const own = org.units.order.values().flatMap((id) => {
      const version = ownRules(org.rulebook, id)
      return version === undefined ? [] : [{ ...version, unitName: org.units.units.get(id)?.name ?? id }]
    })
    const whole = own.find(({ unit }) => unit === root)
    return {
      whole:
        whole === undefined
          ? null
          : {
              unit: root,
              version: whole.version,
              name: whole.rules.name,
              seq: whole.seq,
              rules: describeRules(whole.rules, language()),
              bounds: describeBounds(whole.rules.bounds, language()),
            },
      others: own
        .filter(({ unit }) => unit !== root)
        .map(({ unit, unitName, version, rules }) => ({ unit, unitName, version, name: rules.name })),
      floors: describeBounds(FLOORS, language()),
    }
  })
}
