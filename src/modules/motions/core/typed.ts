import type { Instant } from '#kernel/instant'
import { refuse, type Refusal } from '#kernel/refusal'
import type { Tally } from '#modules/counting/core'
import { MOST_REPORT_LENGTH } from './debate.ts'
import { MOST_CLAUSE_LENGTH, MOST_CLAUSES, MOST_MOTION_LENGTH, MOST_TITLE_LENGTH } from './propose.ts'

/** Why a typed title cannot be a motion's. Asked at the form, because the act's shape could only say "malformed". */
export function checkTypedTitle(title: string): Refusal | undefined {
  if (title === '') return refuse('title-missing')
  const { length } = title
  return length > MOST_TITLE_LENGTH
    ? refuse('title-too-long', { length, most: MOST_TITLE_LENGTH })
    : undefined
}

/** Why typed clauses cannot be a motion's or an amendment's: too long as a whole, too many, or one of them too long. */
export function checkTypedClauses(texts: readonly string[]): Refusal | undefined {
  if (texts.length === 0) return refuse('text-missing')
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  if (length > MOST_MOTION_LENGTH) return refuse('motion-too-long', { length, most: MOST_MOTION_LENGTH })
  if (texts.length > MOST_CLAUSES)
    return refuse('too-many-clauses', { count: texts.length, most: MOST_CLAUSES })
  const long = texts.findIndex((text) => text.length > MOST_CLAUSE_LENGTH)
  if (long < 0) return undefined
  return refuse('clause-too-long', {
    number: long + 1,
    length: texts[long]?.length ?? 0,
    most: MOST_CLAUSE_LENGTH,
  })
}

/** Why a typed text cannot be a minority report. */
export function checkTypedReport(text: string): Refusal | undefined {
  if (text === '') return refuse('report-missing')
  const { length } = text
  return length > MOST_REPORT_LENGTH
    ? refuse('report-too-long', { length, most: MOST_REPORT_LENGTH })
    : undefined
}

/** Why what was typed cannot be a meeting's decision; a number that is none is `NaN`. */
export function checkTypedMeeting(typed: {
  readonly heldAt: Instant | undefined
  readonly tally: Tally
  readonly tellers: readonly string[]
}): Refusal | undefined {
  if (typed.heldAt === undefined) return refuse('meeting-time-missing')
  if (!Object.values(typed.tally).every((count) => Number.isSafeInteger(count)))
    return refuse('count-missing')
  return typed.tellers.every((teller) => teller !== '') ? undefined : refuse('tellers-missing')
}
