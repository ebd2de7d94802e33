import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import {
  bindingsAt,
  LEAST_INTERVAL,
  METHODS,
  MOST_FIXED,
  MOST_INTERVAL,
  MOST_SEATS,
  questionOf,
} from '#modules/councils/core'
import { checkSender, councilArea } from '#modules/delegates/core'
import { CHOICES } from '#modules/voting/core'
import type { AnyEnactment, Org } from '#organization'
import type { BoundQuestion } from '#ui/effect.ts'
import { boundQuestion } from '#views/effect.server.ts'
import type { Form } from '../../shared/forms.server.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** What motions about councils can be about, in one unit. */
export interface CouncilChoices {
  /** Councils whose seats the unit sets. */
  readonly councils: readonly Named[]
  /** What the unit can bind its delegates on: a council, or a question of one, as one value of a field. */
  readonly subjects: readonly {
    readonly value: string
    readonly council: string
    readonly question: BoundQuestion | null
  }[]
  /** What binds its delegates now, by the title of the motion. */
  readonly bindings: readonly Named[]
  /** What the address asked for. */
  readonly asked: string
}

/** What the form of a motion about councils offers to this unit. */
export function councilChoices(org: Org, unit: string, asked: string | null): CouncilChoices {
  const councils = [...org.units.units.values()].filter(({ decidedBy }) => decidedBy === 'delegates')
  const reached = councils.filter(({ id }) => checkSender(org.units, unit, id) === undefined)
  return {
    councils: councils
      .filter((council) => councilArea(council) === unit)
      .map(({ id, name }) => ({ id, name })),
    subjects: reached.flatMap(({ id, name }) => [
      ...questionsIn(org, id).map((question) => ({
        value: `${id}/${question}`,
        council: name,
        question: boundQuestion(org, question),
      })),
      { value: id, council: name, question: null },
    ]),
    bindings: councils.flatMap(({ id }) => bindingsHere(org, unit, id)),
    asked: asked ?? '',
  }
}

/** Motions of a council that are not decided, and what is proposed to amend them. */
function questionsIn(org: Org, council: string): readonly string[] {
  const { motions, order, amendments } = org.motions
  const own = order.values().filter((id) => motions.get(id)?.unit === council)
  const amending = [...amendments.values()].filter(({ motion }) => own.includes(motion)).map(({ id }) => id)
  return [...own, ...amending].filter((id) => questionOf(org, id)?.open === true)
}

function bindingsHere(org: Org, unit: string, council: string): readonly Named[] {
  return bindingsAt(org.councils, council, org.head.get().at)
    .filter((binding) => binding.unit === unit)
    .map(({ motion }) => ({ id: motion, name: org.motions.motions.get(motion)?.title ?? motion }))
}

/** Reads how seats are to be shared out, or says which number cannot be taken. */
export function draftAllotment(form: Form): AnyEnactment | Refusal {
  const seats = numberIn(form, 'seats', 0, MOST_SEATS)
  const fixed = numberIn(form, 'fixed', 0, MOST_FIXED)
  const everyDays =
    form.text('everyDays') === '' ? null : numberIn(form, 'everyDays', LEAST_INTERVAL, MOST_INTERVAL)
  if (isRefusal(seats)) return seats
  if (isRefusal(fixed)) return fixed
  if (isRefusal(everyDays)) return everyDays
  const council = form.text('council')
  if (council === '') return refuse('council-missing')
  const method = METHODS.find((each) => each === form.text('method')) ?? METHODS[0]
  return { kind: 'council.allot', council, method, seats, fixed, everyDays }
}

function numberIn(form: Form, field: string, least: number, most: number): number | Refusal {
  const typed = form.text(field)
  const number = /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN
  return number >= least && number <= most ? number : refuse('seats-number-unfit', { typed, least, most })
}

/** Reads on what delegates are to be bound. */
export function draftBinding(form: Form): AnyEnactment | Refusal {
  const [council = '', question = null] = form.text('subject').split('/')
  if (council === '') return refuse('council-missing')
  const answer = CHOICES.find((each) => each === form.text('answer')) ?? null
  return { kind: 'mandate.bind', council, question, answer: question === null ? null : answer }
}

/** Reads from what delegates are to be released. */
export function draftRelease(form: Form): AnyEnactment | Refusal {
  const binding = form.text('binding')
  return binding === '' ? refuse('unknown-binding', { binding }) : { kind: 'mandate.release', binding }
}
