import { refuse, type Refusal } from '#kernel/refusal'
import { MOST_OFFICE_LENGTH } from '#modules/delegates/core'
import { MOST_STATEMENT_LENGTH } from './nominations.ts'
import { MOST_SEATS } from './offices.ts'

/** Why what was typed cannot open an office. Asked at the form, because the act's shape could only say "malformed". */
export function checkTypedOpening({
  title,
  days,
  seats,
}: {
  readonly title: string
  readonly days: string
  readonly seats: string
}): Refusal | undefined {
  if (title === '') return refuse('office-missing')
  const { length } = title
  if (length > MOST_OFFICE_LENGTH) return refuse('office-too-long', { length, most: MOST_OFFICE_LENGTH })
  if (!/^[1-9]\d?$/.test(seats)) return refuse('seats-missing', { most: MOST_SEATS })
  return /^[1-9]\d{0,3}$/.test(days) ? undefined : refuse('term-missing')
}

/** Why what was typed cannot be a candidate's statement. */
export function checkTypedStatement(text: string): Refusal | undefined {
  if (text === '') return refuse('statement-missing')
  const { length } = text
  return length > MOST_STATEMENT_LENGTH
    ? refuse('statement-too-long', { length, most: MOST_STATEMENT_LENGTH })
    : undefined
}
