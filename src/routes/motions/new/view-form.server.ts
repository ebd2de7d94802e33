import type { Instant } from '#kernel/instant'
import { idAt, indexOf } from '#modules/members/core'
import { fieldsFromRules } from '#modules/rulebook/core'
import { boundsFor, isWithin, rulesFor } from '#modules/units/core'
import { issuerLines, namingFor, unitsOf } from '#modules/voting/core'
import type { Org } from '#organization'
import type { EnactmentKind } from '#ui/enactment-kinds.ts'
import { pointNameOf } from '#views/effect.server.ts'
import { SOME_ID, whyNot } from '#views/may.server.ts'
import { councilChoices } from './council-form.server.ts'

/** What the form for a new motion shows: where it can be proposed, and what is filled in. */
export function viewForm(
  org: Org,
  now: Instant,
  member: string,
  kind: EnactmentKind | undefined,
  asked: URLSearchParams,
) {
  const units = unitsOf(org, indexOf(org.members, member)).map(({ id, name }) => ({ id, name }))
  const unit = units.find(({ id }) => id === asked.get('unit')) ?? units[0]
  const isPoint = kind === 'program.change' || kind === 'program.strike'
  const isRecall = kind === 'mandate.recall'
  const point = isPoint ? pointOf(org, asked.get('point')) : undefined
  return {
    units,
    unit: unit ?? null,
    refused: unit === undefined ? null : whyNotPropose(org, now, member, unit.id),
    points: isPoint && point === undefined ? pointsIn(org, units) : [],
    point: point ?? null,
    rules: kind === 'rules.adopt' && unit !== undefined ? rulesOf(org, unit.id) : null,
    issuers: issuersOf(org, unit?.id),
    termDays: unit === undefined ? 0 : rulesFor(org, unit.id).rules.termDays,
    offices: kind === 'office.close' ? officesIn(org, units) : [],
    councils:
      (kind === 'mandate.give' || kind === 'office.open') && unit !== undefined
        ? councilsOf(org, unit.id)
        : [],
    councilChoices:
      unit !== undefined && isAboutCouncils(kind) ? councilChoices(org, unit.id, asked.get('about')) : null,
    mandates: isRecall ? mandatesIn(org, units) : [],
    mandate: isRecall ? asked.get('mandate') : null,
  }
}

function isAboutCouncils(kind: EnactmentKind | undefined): boolean {
  return kind === 'council.allot' || kind === 'mandate.bind' || kind === 'mandate.release'
}

function whyNotPropose(org: Org, now: Instant, by: string, unit: string): string | null {
  const clauses = [{ id: SOME_ID, text: 'x' }]
  const body = { motion: SOME_ID, title: 'x', clauses, enactment: { kind: 'resolve' } }
  return whyNot(org, now, { by, type: 'motion.propose', unit, body })
}

function pointOf(org: Org, id: string | null) {
  const point = id === null ? undefined : org.program.points.get(id)
  if (point === undefined || point.struck) return undefined
  const { revision, clauses, unit } = point
  return { ...pointNameOf(org, point.id), revision, clauses, unit: org.units.units.get(unit)?.name ?? unit }
}

function pointsIn({ program }: Org, units: readonly { readonly id: string }[]) {
  return program.order.values().flatMap((id) => {
    const point = program.points.get(id)
    if (point === undefined || point.struck || !units.some((unit) => unit.id === point.unit)) return []
    return [{ id, kind: point.kind, number: point.number, text: point.clauses[0]?.text ?? '' }]
  })
}

function rulesOf(org: Org, unit: string) {
  return { fields: fieldsFromRules(rulesFor(org, unit).rules), bounds: boundsFor(org, unit) }
}

/** The issuers of a unit as they are typed. */
function issuersOf(org: Org, unit: string | undefined) {
  const naming = unit === undefined ? undefined : namingFor(org, unit)
  return { lines: issuerLines(naming?.issuers ?? []), k: naming === undefined ? '' : String(naming.k) }
}

/** The councils to which a unit can send delegates. */
function councilsOf({ units }: Org, unit: string) {
  return [...units.units.values()].flatMap(({ id, name, decidedBy, parent }) =>
    decidedBy === 'delegates' && id !== unit && parent !== null && isWithin(units, unit, parent)
      ? [{ id, name }]
      : [],
  )
}

function officesIn({ elections }: Org, units: readonly { readonly id: string; readonly name: string }[]) {
  return [...elections.offices.values()].flatMap(({ id, unit, title, closed }) => {
    const found = units.find((each) => each.id === unit)
    return closed === null && found !== undefined ? [{ id, unit: found.name, title }] : []
  })
}

function mandatesIn(org: Org, units: readonly { readonly id: string; readonly name: string }[]) {
  return [...org.delegates.mandates.values()].flatMap(({ id, unit, office, holder, ended }) => {
    const found = units.find((each) => each.id === unit)
    if (ended !== null || found === undefined) return []
    return [{ id, unit: found.name, office, holder: idAt(org.members, holder) }]
  })
}
