import { idAt } from '#modules/members/core'
import type { Motion } from '#modules/motions/core'
import { describeBounds, describeRules, type RuleSet } from '#modules/rulebook/core'
import { rulesFor } from '#modules/units/core'
import type { AnyEnactment, Org } from '#organization'
import { language } from '#ui/language.ts'
import type { Effect, PointName, Who } from '#ui/effect.ts'

/** What adopting a motion does. Members still stand in it as ids: `nameEffect` puts their names in their place. */
export function effectOf(org: Org, motion: Pick<Motion, 'enactment' | 'unit' | 'clauses' | 'stage'>): Effect {
  // Its shape was checked when the motion was entered.
  const enactment = motion.enactment as AnyEnactment
  const nameOf = (unit: string): string => org.units.units.get(unit)?.name ?? unit
  switch (enactment.kind) {
    case 'resolve':
      return enactment
    case 'organization.ratify':
      return enactment
    case 'program.adopt':
      return { kind: enactment.kind, as: enactment.as, count: motion.clauses.length }
    case 'program.change':
    case 'program.strike':
      return { kind: enactment.kind, point: pointNameOf(org, enactment.point) }
    case 'rules.adopt':
      return rulesEffect(
        enactment.rules,
        'rules' in motion.stage ? motion.stage.rules.rules : rulesFor(org, motion.unit).rules,
        nameOf(motion.unit),
      )
    case 'unit.form':
      return { ...enactment, parent: nameOf(enactment.parent) }
    case 'unit.rename':
      return { kind: enactment.kind, from: nameOf(enactment.unit), name: enactment.name }
    case 'mandate.give':
      return { ...enactment, council: enactment.council === null ? null : nameOf(enactment.council) }
    case 'mandate.recall': {
      const mandate = org.delegates.mandates.get(enactment.mandate)
      const member = mandate === undefined ? '' : idAt(org.members, mandate.holder)
      return { kind: enactment.kind, office: mandate?.office ?? '', member }
    }
  }
}

function rulesEffect(rules: RuleSet, before: RuleSet, unit: string): Effect {
  return {
    kind: 'rules.adopt',
    name: rules.name,
    unit,
    rules: describeRules(rules, language()),
    before: describeRules(before, language()),
    bounds: describeBounds(rules.bounds, language()),
    boundsBefore: describeBounds(before.bounds, language()),
  }
}

/** The ids of members who stand in an effect. */
export function membersIn(effect: Effect): readonly string[] {
  return 'member' in effect && effect.member !== '' ? [effect.member] : []
}

/** The effect with names. */
export function nameEffect(effect: Effect, who: (id: string) => Who): Effect {
  return 'member' in effect ? { ...effect, member: who(effect.member).name } : effect
}

/** How a point is spoken of. */
export function pointNameOf({ program }: Pick<Org, 'program'>, id: string): PointName {
  const point = program.points.get(id)
  return { id, kind: point?.kind ?? 'position', number: point?.number ?? 0 }
}
