import { refuse, type Refusal } from '#kernel/refusal'
import { MOST_OFFICE_LENGTH } from './acts.ts'

/** An office as it was typed into a form. */
export interface TypedOffice {
  readonly office: string
  readonly member: string
  readonly days: string
}

/** Why what was typed cannot be an office. Asked at the form, because the act's shape could only say "malformed". */
export function checkTypedOffice({ office, member, days }: TypedOffice): Refusal | undefined {
  if (office === '') return refuse('office-missing')
  const { length } = office
  if (length > MOST_OFFICE_LENGTH) return refuse('office-too-long', { length, most: MOST_OFFICE_LENGTH })
  if (!/^m-[0-9a-z]{12}$/.test(member)) return refuse('holder-missing')
  return /^[1-9]\d{0,3}$/.test(days) ? undefined : refuse('term-missing')
}
