import { derivedUuid } from '#kernel/ids'
import { DAY } from '#kernel/instant'
import { findingAbout } from './finding.ts'
import { about, numberIn, textIn, textsIn, type Logged } from './log.ts'
import { beginningOf } from './measures.ts'
import { breachOfVote } from './vote.ts'

// The one thing that can hold before a finding, read from the record alone.

/** A protective measure that was asked for. */
export interface Protected {
  readonly case: string
  readonly member: string
  readonly rights: readonly string[]
  /** From when until when it can hold at the longest. */
  readonly since: number
  readonly until: number
  /** Why it may not hold. */
  readonly breach: string | undefined
}

const MOST_DAYS = 30
const ANSWER = 3 * DAY
const MAY_REST = ['propose', 'stand']
const OVER = ['case.unprotect', 'case.withdraw', 'case.stop', 'case.lapse', 'case.bind', 'case.expire']

/** All that were asked for, in order. */
export function protectionsIn(log: readonly Logged[]): readonly Protected[] {
  return log
    .filter(({ type }) => type === 'case.protect')
    .map((ask) => {
      const id = textIn(ask.body, 'case')
      const [named] = beginningOf(log, id)
      const [, close] = voteOn(log, id, 0)
      const since = close?.at ?? Infinity
      return {
        ...{ case: id, member: textIn(named?.body ?? null, 'member'), rights: textsIn(ask.body, 'rights') },
        ...{ since, until: Math.min(since + numberIn(ask.body, 'days') * DAY, endOf(log, id)) },
        breach: breachOfAsking(log.slice(0, ask.seq), ask) ?? breachOfHolding(log, ask),
      }
    })
}

/** Asked for between the notice and the finding, once, for thirty days at most, and not for the vote. */
function breachOfAsking(before: readonly Logged[], { body }: Logged): string | undefined {
  const id = textIn(body, 'case')
  const [, , noticed] = beginningOf(before, id)
  if (noticed === undefined) return 'asked for before there was notice'
  if (findingAbout(before, 'case', id) !== undefined) return 'asked for after the finding'
  if (about(before, ['case.protect'], 'case', id).length > 0) return 'asked for again'
  if (!textsIn(body, 'rights').every((right) => MAY_REST.includes(right))) return 'takes what may not rest'
  return numberIn(body, 'days') <= MOST_DAYS ? undefined : 'asked for more than thirty days'
}

/** Voted on by the unit of the case, after there was time to answer, in secret and by two thirds, before the case was over. */
function breachOfHolding(log: readonly Logged[], { at, body }: Logged): string | undefined {
  const id = textIn(body, 'case')
  const [, opened] = beginningOf(log, id)
  const [open, close] = voteOn(log, id, 0)
  if (open === undefined || open.at < at + ANSWER) return 'voted on before it could be answered'
  if (open.unit !== textIn(opened?.body ?? null, 'unit')) return 'voted on elsewhere'
  return endOf(log, id) < (close?.at ?? Infinity) ? 'the case was over' : breachOfVote(open, close, true)
}

function voteOn(
  log: readonly Logged[],
  id: string,
  round: number,
): readonly [open: Logged | undefined, close: Logged | undefined] {
  const subject = derivedUuid('case-protection', id, round)
  const open = log.find(({ type, body }) => type === 'vote.open' && textIn(body, 'subject', 'id') === subject)
  const [close] = open === undefined ? [] : about(log, ['vote.close'], 'vote', textIn(open.body, 'vote'))
  return [open, close]
}

/** When it is over besides by its days: with the case, with a measure that holds, or where the vote on the appeal did not adopt it. */
function endOf(log: readonly Logged[], id: string): number {
  const [ended] = about(log, OVER, 'case', id)
  const finding = findingAbout(log, 'case', id)
  const [open, close] = voteOn(log, id, 1)
  const isLifted = open !== undefined && close !== undefined && breachOfVote(open, close, true) !== undefined
  return Math.min(
    ended?.at ?? Infinity,
    finding?.outcome === null ? finding.at : Infinity,
    isLifted ? close.at : Infinity,
  )
}
