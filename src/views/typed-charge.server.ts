import type { Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { RIGHTS, type Ground, type Measure } from '#modules/discipline/core'
import type { TypedCharge } from './enter-case.server.ts'

/** A field of a form by its name, and all values of a repeated one. */
export interface TypedFields {
  readonly text: (name: string) => string
  readonly texts: (name: string) => readonly string[]
}

/** Reads a charge from its form. */
export function typedCharge(fields: TypedFields, unit: string): TypedCharge | Refusal {
  const { text } = fields
  const asked = typedMeasure(fields)
  if (isRefusal(asked)) return asked
  const ground = typedGround(text('ground'))
  if (isRefusal(ground)) return ground
  const on = dayIn(text('day'))
  if (on === undefined) return refuse('deed-day-unclear')
  const cites = text('cites')
  if (cites !== '' && !/^\d{1,9}$/.test(cites)) return refuse('cites-unknown-entry')
  return {
    ...{ unit, member: text('member'), ground, asked, facts: text('facts') },
    others: fields.texts('with').filter((member) => member !== ''),
    deed: { kind: text('kind') === 'advocacy' ? 'advocacy' : 'deed', on },
    cites: cites === '' ? null : Number(cites),
  }
}

/** Reads a measure from `measure`, `days` and the checked `rights`. */
function typedMeasure({ text, texts }: TypedFields): Measure | Refusal {
  const kind = text('measure')
  if (kind === 'warning' || kind === 'expulsion') return { kind }
  const chosen = new Set(texts('rights'))
  const rights = RIGHTS.filter((right) => chosen.has(right))
  const days = /^\d{1,4}$/.test(text('days')) ? Number(text('days')) : 0
  return rights.length === 0 || days === 0 ? refuse('measure-missing') : { kind: 'suspension', rights, days }
}

function typedGround(value: string): Ground | Refusal {
  const [kind, id = '', version = '', number = ''] = value.split(':')
  if (kind === 'unity') return { kind, point: id }
  if (kind === 'conduct') return { kind, unit: id, version: Number(version), number: Number(number) }
  return refuse('unknown-rule', { rule: value })
}

/** The first moment of a typed day, in UTC. A day that no calendar has, such as 31 February, is none. */
export function dayIn(typed: string): Instant | undefined {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? Date.parse(`${typed}T00:00:00Z`) : Number.NaN
  return day >= 0 && new Date(day).toISOString().startsWith(typed) ? day : undefined
}
