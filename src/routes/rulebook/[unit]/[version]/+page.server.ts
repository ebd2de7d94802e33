import { describeBounds, describeRules, type RuleVersion } from '#modules/rulebook/core'
import type { Org } from '#organization'
import { language } from '#ui/language.ts'
import { read } from '#views/read.server.ts'
import { notFound, requireMember } from '../../../shared/session.server.ts'
import type { PageServerLoad } from './$types.js'

/** A rule set as a unit adopted it: in force, or of another day. */
export const load: PageServerLoad = async (event) => {
  requireMember(event)
  const { unit, version } = event.params
  const view = await read(event, (org) => viewVersion(org, unit, version))
  if (view === undefined) notFound('rules')
  return view
}

function viewVersion(org: Org, unit: string, asked: string) {
  const versions = org.rulebook.versions.get(unit)?.values() ?? []
  const found = versions.find(({ version }) => String(version) === asked)
  if (found === undefined) return undefined
  const { version, seq, rules } = found
  const before = versions[version - 2]
  return {
    unit: { id: unit, name: org.units.units.get(unit)?.name ?? unit },
    version,
    seq,
    name: rules.name,
    isInForce: version === versions.length,
    rules: describeRules(rules, language()),
    bounds: describeBounds(rules.bounds, language()),
    change: before === undefined ? null : changeFrom(before, found, org.units.units.get(unit)?.name ?? unit),
    versions: versions.map((each) => ({ version: each.version, name: each.rules.name })),
    motion: motionOf(org, seq),
  }
}

function changeFrom(before: RuleVersion, after: RuleVersion, unit: string) {
  return {
    kind: 'rules.adopt' as const,
    name: after.rules.name,
    unit,
    rules: describeRules(after.rules, language()),
    before: describeRules(before.rules, language()),
    bounds: describeBounds(after.rules.bounds, language()),
    boundsBefore: describeBounds(before.rules.bounds, language()),
  }
}

/** The motion whose adoption put the rules into force; null for those of the founding. */
function motionOf({ motions }: Pick<Org, 'motions'>, seq: number) {
  for (const { id, number, title, stage } of motions.motions.values())
    if (stage.kind === 'decided' && stage.seq === seq) return { id, number, title }
  return null
}
