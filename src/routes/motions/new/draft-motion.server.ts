import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { checkTypedOffice, DUTIES } from '#modules/delegates/core'
import { checkTypedOpening } from '#modules/elections/core'
import {
  applyChanges,
  checkTypedClauses,
  checkTypedTitle,
  editToChanges,
  splitIntoClauses,
  type Clause,
} from '#modules/motions/core'
import { rulesFromFields } from '#modules/rulebook/core'
import { checkTypedName } from '#modules/units/core'
import { issuersFromLines } from '#modules/voting/core'
import type { AnyEnactment, Org } from '#organization'
import type { EnactmentKind } from '#ui/enactment-kinds.ts'
import { editedClauses } from '../../shared/edited.server.ts'
import { draftAllotment, draftBinding, draftRelease } from './council-form.server.ts'
import type { Form } from '../../shared/forms.server.ts'

/** A motion as its form stands for it. */
export interface Draft {
  readonly unit: string
  readonly title: string
  readonly clauses: readonly Clause[]
  readonly enactment: AnyEnactment
}

type Part = Pick<Draft, 'enactment'> & { readonly unit?: string; readonly clauses?: readonly Clause[] }

/** Reads the motion out of its form, or says what is missing. Whether it may be proposed is asked of the clerk. */
export function draftMotion(org: Org, form: Form, kind: EnactmentKind): Draft | Refusal {
  const title = form.text('title')
  const typed = splitIntoClauses(form.text('text'), (n) => form.idFor('clause', n))
  const part = PARTS[kind](org, form)
  const refusal =
    checkTypedTitle(title) ?? (isRefusal(part) ? part : checkTypedClauses(textsOf(part.clauses ?? typed)))
  if (refusal !== undefined) return refusal
  if (isRefusal(part)) return part
  return {
    unit: part.unit ?? form.text('unit'),
    title,
    clauses: part.clauses ?? typed,
    enactment: part.enactment,
  }
}

const PARTS: Readonly<Record<EnactmentKind, (org: Org, form: Form) => Part | Refusal>> = {
  resolve: () => ({ enactment: { kind: 'resolve' } }),
  'program.adopt': (_org, form) => ({
    enactment: { kind: 'program.adopt', as: form.text('as') === 'unity' ? 'unity' : 'position' },
  }),
  'program.change': changePoint,
  'program.strike': strikePoint,
  'rules.adopt': (_org, form) => {
    const rules = rulesFromFields((field) => form.text(field))
    return isRefusal(rules) ? rules : { enactment: { kind: 'rules.adopt', rules } }
  },
  'conduct.adopt': () => ({ enactment: { kind: 'conduct.adopt' } }),
  'unit.form': formUnit,
  'unit.rename': (_org, form) => {
    const [unit, name] = [form.text('unit'), form.text('name')]
    return checkTypedName(name) ?? { enactment: { kind: 'unit.rename', unit, name } }
  },
  'issuers.name': (_org, form) => {
    const naming = issuersFromLines(form.text('issuers'), form.text('k'))
    return isRefusal(naming) ? naming : { enactment: { kind: 'issuers.name', ...naming } }
  },
  'mandate.give': giveMandate,
  'mandate.recall': ({ delegates }, form) => {
    const mandate = delegates.mandates.get(form.text('mandate'))
    if (mandate === undefined) return refuse('unknown-mandate', { mandate: form.text('mandate') })
    return { unit: mandate.unit, enactment: { kind: 'mandate.recall', mandate: mandate.id } }
  },
  'office.open': openOffice,
  'office.close': ({ elections }, form) => {
    const office = elections.offices.get(form.text('office'))
    if (office === undefined) return refuse('unknown-office', { office: form.text('office') })
    return { unit: office.unit, enactment: { kind: 'office.close', office: office.id } }
  },
  'council.allot': (_org, form) => partOf(draftAllotment(form)),
  'mandate.bind': (_org, form) => partOf(draftBinding(form)),
  'mandate.release': (_org, form) => partOf(draftRelease(form)),
}

function partOf(enactment: AnyEnactment | Refusal): Part | Refusal {
  return isRefusal(enactment) ? enactment : { enactment }
}

/** The clauses of the motion are the point's own, with what was edited; they keep their ids. */
function changePoint({ program }: Org, form: Form): Part | Refusal {
  const point = program.points.get(form.text('point'))
  if (point === undefined) return refuse('unknown-point', { point: form.text('point') })
  const changes = editToChanges(point.clauses, editedClauses(form, point.clauses), (n) =>
    form.idFor('clause', n),
  )
  if (changes.length === 0) return refuse('point-unchanged')
  const clauses = applyChanges(point.clauses, changes)
  if (clauses.length === 0) return refuse('point-emptied')
  return {
    unit: point.unit,
    clauses,
    enactment: { kind: 'program.change', point: point.id, revision: revisionIn(form) },
  }
}

function strikePoint({ program }: Org, form: Form): Part | Refusal {
  const point = program.points.get(form.text('point'))
  if (point === undefined) return refuse('unknown-point', { point: form.text('point') })
  return {
    unit: point.unit,
    enactment: { kind: 'program.strike', point: point.id, revision: revisionIn(form) },
  }
}

/** The revision that the form was written against: where the point was changed since, the clerk refuses the motion. */
function revisionIn(form: Form): number {
  return Math.max(1, Math.floor(Number(form.text('revision'))) || 1)
}

function formUnit(_org: Org, form: Form): Part | Refusal {
  const name = form.text('name')
  const as = form.text('as') === 'group' ? 'group' : 'place'
  const decidedBy = form.text('decidedBy') === 'delegates' ? 'delegates' : 'members'
  const enactment = {
    kind: 'unit.form',
    unit: form.idFor('unit'),
    name,
    as,
    parent: form.text('unit'),
    decidedBy,
  } as const
  return checkTypedName(name) ?? { enactment }
}

function giveMandate(_org: Org, form: Form): Part | Refusal {
  const [office, member, days] = [form.text('office'), form.text('member'), form.text('days')]
  const duties = DUTIES.filter((duty) => form.text(`duty-${duty}`) === 'yes')
  const council = form.text('council') === '' ? null : form.text('council')
  const mandate = form.idFor('mandate')
  return (
    checkTypedOffice({ office, member, days }) ?? {
      enactment: { kind: 'mandate.give', mandate, office, duties, council, member, days: Number(days) },
    }
  )
}

function openOffice(_org: Org, form: Form): Part | Refusal {
  const typed = { title: form.text('officeTitle'), days: form.text('days'), seats: form.text('seats') }
  const termsMost = Math.min(20, Math.max(1, Math.floor(Number(form.text('termsMost'))) || 1))
  const duties = DUTIES.filter((duty) => form.text(`duty-${duty}`) === 'yes')
  const council = form.text('council') === '' ? null : form.text('council')
  const [days, seats] = [Number(typed.days), Number(typed.seats)]
  const enactment = { kind: 'office.open', office: form.idFor('office'), title: typed.title, duties } as const
  return checkTypedOpening(typed) ?? { enactment: { ...enactment, days, seats, termsMost, council } }
}

function textsOf(clauses: readonly Clause[]): readonly string[] {
  return clauses.map(({ text }) => text)
}
