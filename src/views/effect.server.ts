import { questionOf } from '#modules/councils/core'
import { idAt } from '#modules/members/core'
import type { Motion } from '#modules/motions/core'
import { describeBounds, describeRules, type RuleSet } from '#modules/rulebook/core'
import { rulesFor } from '#modules/units/core'
import type { AnyEnactment, Org } from '#organization'
import { language } from '#ui/language.ts'
import type { BoundQuestion, Effect, PointName, Who } from '#ui/effect.ts'

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
    case 'issuers.name':
      return { ...enactment, unit: nameOf(motion.unit) }
    case 'mandate.give':
      return { ...enactment, council: enactment.council === null ? null : nameOf(enactment.council) }
    case 'mandate.recall': {
      const mandate = org.delegates.mandates.get(enactment.mandate)
      const member = mandate === undefined ? '' : idAt(org.members, mandate.holder)
      return { kind: enactment.kind, office: mandate?.office ?? '', member }
    }
    case 'office.open':
      return { ...enactment, council: enactment.council === null ? null : nameOf(enactment.council) }
    case 'office.close':
      return { kind: enactment.kind, office: org.elections.offices.get(enactment.office)?.title ?? '' }
    case 'conduct.adopt':
      return { kind: enactment.kind, unit: nameOf(motion.unit), count: motion.clauses.length }
    case 'council.allot':
      return { ...enactment, council: nameOf(enactment.council) }
    case 'mandate.bind': {
      const [unit, council] = [nameOf(motion.unit), nameOf(enactment.council)]
      return { ...enactment, unit, council, question: boundQuestion(org, enactment.question) }
    }
    case 'mandate.release': {
      const binding = org.councils.bindings.get(enactment.binding)
      const title = org.motions.motions.get(enactment.binding)?.title ?? ''
      return {
        kind: enactment.kind,
        unit: nameOf(motion.unit),
        council: nameOf(binding?.council ?? ''),
        title,
      }
    }
  }
}

/** How a question of a council is spoken of; null where there is none. */
export function boundQuestion(org: Pick<Org, 'motions'>, id: string | null): BoundQuestion | null {
  const found = id === null ? undefined : questionOf(org, id)
  if (found === undefined) return null
  const { motion, amendment } = found
  return {
    motion: motion.id,
    number: motion.number,
    title: motion.title,
    amendment: amendment?.number ?? null,
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
