import { isRefusal, type Refusal } from '#kernel/refusal'
import { whyDecided, type Decision } from '#modules/counting/core'
import {
  breaches,
  breachSentences,
  fieldsFromRules,
  PRESET_NAMES,
  PRESETS,
  rulesFromFields,
  type RuleSet,
} from '#modules/rulebook/core'
import { boundsFor, organizationOf, rulesFor } from '#modules/units/core'
import { whatIf, type AnyEnactment, type Org, type VoteUnder } from '#organization'
import { language } from '#ui/language.ts'
import { sayRefusal } from '#ui/refusals.ts'

const SHOWN = 20
const MOST_SHOWN = 100

/** How the last votes of a unit would have ended under the rules that `asked` names: a motion's, a preset's, or typed ones. */
export function viewWhatIf(org: Org, asked: URLSearchParams) {
  const unit = unitIn(org, asked)
  const inForce = rulesFor(org, unit).rules
  const named = rulesIn(org, asked)
  const rules = named === undefined || isRefusal(named) ? undefined : named
  const bounds = boundsFor(org, unit)
  const shown = Math.min(MOST_SHOWN, Math.max(1, Math.floor(Number(asked.get('count'))) || SHOWN))
  return {
    unit: { id: unit, name: org.units.units.get(unit)?.name ?? unit },
    units: org.units.order.values().map((id) => ({ id, name: org.units.units.get(id)?.name ?? id })),
    name: rules?.name ?? inForce.name,
    isAsked: named !== undefined,
    refused: named !== undefined && isRefusal(named) ? sayRefusal(named) : null,
    count: shown,
    fields: fieldsFromRules(rules ?? inForce),
    bounds,
    ...(rules === undefined ? { breaches: [], votes: [] } : viewUnder(org, unit, rules, shown)),
  }
}

/** How the last votes of a unit would have ended under these rules, and why it could not adopt them, if so. */
export function viewUnder(org: Org, unit: string, rules: RuleSet, count: number) {
  return {
    breaches: breaches(rules, boundsFor(org, unit)).map((breach) => breachSentences([breach], language())),
    votes: whatIf(org, unit, rules, count).map((vote) => voteLine(org, vote)),
  }
}

/** The rules that a motion is to adopt; undefined where it is about something else. */
export function rulesOfMotion({ motions }: Org, motion: string): RuleSet | undefined {
  // Its shape was checked when the motion was entered.
  const enactment = motions.motions.get(motion)?.enactment as AnyEnactment | undefined
  return enactment?.kind === 'rules.adopt' ? enactment.rules : undefined
}

function unitIn({ units, motions }: Org, asked: URLSearchParams): string {
  const named = motions.motions.get(asked.get('motion') ?? '')?.unit ?? asked.get('unit') ?? ''
  return units.units.has(named) ? named : organizationOf(units).root
}

/** The rules that are asked about; undefined where none are named. */
function rulesIn(org: Org, asked: URLSearchParams): RuleSet | Refusal | undefined {
  const ofMotion = rulesOfMotion(org, asked.get('motion') ?? '')
  if (ofMotion !== undefined) return ofMotion
  const preset = PRESET_NAMES.find((name) => name === asked.get('preset'))
  if (preset !== undefined) return PRESETS[preset]
  return asked.has('debateHours')
    ? rulesFromFields((field) => (asked.get(field) ?? '').trim().toWellFormed())
    : undefined
}

function voteLine(org: Org, { vote, motion, questions, otherwise, differs }: VoteUnder) {
  return {
    id: vote.id,
    about: vote.subject.kind,
    closed: vote.closedAt,
    unit: org.units.units.get(vote.unit)?.name ?? vote.unit,
    motion: { id: motion.id, number: motion.number, title: motion.title },
    questions: questions.map(({ id, number, then, now, differs }) => ({
      id,
      number,
      differs,
      then: ended(then),
      now: ended(now),
    })),
    otherwise,
    differs,
  }
}

function ended(decision: Decision) {
  return { outcome: decision.outcome, why: whyDecided(decision, language()) }
}
