import { fromBase64 } from '#kernel/bytes'
import { canonical, type Json } from '#kernel/canonical'
import { sha256Base64 } from '#kernel/hash'
import { derivedUuid } from '#kernel/ids'
import { DAY } from '#kernel/instant'
import { ROOT } from '../given.ts'
import { findingAbout } from './finding.ts'
import { about, adoptions, numberIn, textIn, textsIn, valueIn, type Logged } from './log.ts'

// The only way to suspend or expel, read from the record alone.

/** The floors: no rules go below them. */
const NOTICE = 14 * DAY
const LAST_WORD = 7 * DAY
const APPEAL = 30 * DAY
const MOST_SUSPENSION = 183
const HARSHNESS = ['warning', 'suspension', 'expulsion']

/** A measure that a case ended in, as its entries say it: whom it hits, and why it may not. */
export interface Bound {
  readonly case: string
  readonly member: string
  readonly measure: Json
  readonly unit: string
  readonly since: number
  readonly until: number
  readonly breach: string | undefined
}

/** What an entry `case.bind` lets hold. Everything it stands on is looked up in the entries before it. */
export function boundBy(log: readonly Logged[], bind: Logged): Bound {
  const before = log.slice(0, bind.seq)
  const id = textIn(bind.body, 'case')
  const named = about(before, ['case.name'], 'case', id)[0]
  const opened = about(before, ['case.open'], 'case', id)[0]
  const finding = findingAbout(before, 'case', id)
  const measure = finding?.outcome ?? null
  const days = textIn(measure, 'kind') === 'suspension' ? numberIn(measure, 'days') : Infinity
  return {
    ...{
      case: id,
      member: textIn(named?.body ?? null, 'member'),
      measure,
      unit: textIn(opened?.body ?? null, 'unit'),
    },
    ...{ since: bind.at, until: bind.at + days * DAY },
    breach: breachOf(before, bind, id),
  }
}

function breachOf(before: readonly Logged[], bind: Logged, id: string): string | undefined {
  const [named] = about(before, ['case.name'], 'case', id)
  const [opened] = about(before, ['case.open'], 'case', id)
  const [charged] = about(before, ['case.charge'], 'case', id)
  if (named === undefined || opened === undefined || charged === undefined) return 'no charge'
  const [ended] = about(
    before,
    ['case.withdraw', 'case.stop', 'case.lapse', 'case.expire', 'case.bind'],
    'case',
    id,
  )
  if (ended !== undefined) return `the case had ended with ${ended.type}`
  return (
    breachOfCharge(before, named.body, opened.body) ??
    breachOfExpelled(named.body, opened.body, valueIn(bind.body, 'expelled') ?? null) ??
    breachOfFinding(before, id, charged.at) ??
    breachOfVotes(before, bind, id)
  )
}

/** At least two others signed, what is charged was forbidden when it was done, and the commitment is to whom it names. */
function breachOfCharge(before: readonly Logged[], named: Json, opened: Json): string | undefined {
  const [id, member, salt] = ['case', 'member', 'salt'].map((key) => textIn(named, key))
  const signed = about(before, ['case.sign'], 'case', id ?? '').map(({ body }) => textIn(body, 'by'))
  const charging = new Set([...textsIn(named, 'charging').slice(0, 1), ...signed])
  if (charging.size < 2 || charging.has(member ?? '')) return 'charged by fewer than two others'
  const commitment = sha256Base64(
    canonical({ what: 'plenum/case/1', case: id ?? '', member: member ?? '', salt: salt ?? '' }),
  )
  if (textIn(opened, 'commitment') !== commitment) return 'opened about somebody else'
  return inForce(before, opened, numberIn(named, 'deed', 'on')) ? undefined : 'nothing forbade it on that day'
}

function inForce(before: readonly Logged[], opened: Json, day: number): boolean {
  const adopted =
    textIn(opened, 'ground', 'kind') === 'conduct'
      ? adoptions(before, 'conduct.adopt').filter(
          ({ motion }) => motion.unit === textIn(opened, 'ground', 'unit'),
        )
      : [
          ...adoptions(before, 'organization.ratify'),
          ...adoptions(before, 'program.adopt').filter(
            ({ motion }) => textIn(motion.body, 'enactment', 'as') === 'unity',
          ),
        ]
  return adopted.some(({ at }) => at <= day)
}

function breachOfExpelled(named: Json, opened: Json, expelled: Json): string | undefined {
  if (expelled === null) return undefined
  if (textIn(opened, 'asked', 'kind') !== 'expulsion') return 'expelled where that was not asked for'
  return textIn(expelled, 'member') === textIn(named, 'member') ? undefined : 'expelled somebody else'
}

/** The panel found after the notice had run, without whoever is concerned, and for nothing harsher than was asked for. */
function breachOfFinding(before: readonly Logged[], id: string, charged: number): string | undefined {
  const finding = findingAbout(before, 'case', id)
  if (finding === undefined) return 'no panel found so'
  if (finding.at < charged + NOTICE) return 'found before the notice had run'
  const named = about(before, ['case.name'], 'case', id)[0]?.body ?? null
  const witnesses = about(before, ['case.call'], 'case', id).map(({ body }) => textIn(body, 'member'))
  const concerned = [textIn(named, 'member'), ...textsIn(named, 'charging'), ...witnesses]
  if (finding.by.some((member) => concerned.includes(member))) return 'found by somebody concerned'
  const asked = valueIn(about(before, ['case.open'], 'case', id)[0]?.body ?? null, 'asked') ?? null
  const [found, wanted] = [finding.outcome, asked].map((each) => HARSHNESS.indexOf(textIn(each, 'kind')))
  if (found === undefined || wanted === undefined || found < 0) return 'the panel found nothing'
  if (found > wanted) return 'harsher than what was asked for'
  if (textIn(finding.outcome, 'kind') !== 'suspension') return undefined
  return numberIn(finding.outcome, 'days') <= MOST_SUSPENSION ? undefined : 'suspended for too long'
}

/** Every round was a secret vote after a last word, with enough yes; the last was of the whole, or nobody appealed in time. */
function breachOfVotes(before: readonly Logged[], bind: Logged, id: string): string | undefined {
  const finding = findingAbout(before, 'case', id)
  const appeals = about(before, ['case.appeal'], 'case', id)
  const begins = [finding?.at ?? Infinity, ...appeals.map(({ at }) => at)]
  let last: Logged | undefined
  let unit: string | null = ''
  for (const [round, since] of begins.entries()) {
    const subject = round === 0 ? id : derivedUuid('case-appeal', id, round)
    const open = before.find(
      ({ type, body }) => type === 'vote.open' && textIn(body, 'subject', 'id') === subject,
    )
    if (open === undefined || open.at < since + LAST_WORD) return `round ${round} came before the last word`
    const [close] = about(before, ['vote.close'], 'vote', textIn(open.body, 'vote'))
    const breach = breachOfVote(open, close, textIn(finding?.outcome ?? null, 'kind'))
    if (breach !== undefined) return `round ${round}: ${breach}`
    last = close
    unit = open.unit
  }
  const isFinal = appeals.length > 0 && unit === ROOT
  return isFinal || bind.at >= (last?.at ?? Infinity) + APPEAL
    ? undefined
    : 'bound before an appeal could be made'
}

function breachOfVote(open: Logged, close: Logged | undefined, measure: string): string | undefined {
  if (close === undefined) return 'no vote was closed'
  const board = textsIn(close.body, 'secret', 'board').map(answerOn)
  if (valueIn(open.body, 'secret') === undefined) return 'the vote was not secret'
  const [yes, no] = ['y', 'n'].map((letter) => board.filter((each) => each === letter).length)
  const [least, of] = measure === 'expulsion' ? [2, 3] : [1, 2]
  if (yes === undefined || no === undefined || yes + no === 0) return 'nobody voted'
  const enough = measure === 'expulsion' ? yes * of >= (yes + no) * least : yes * of > (yes + no) * least
  if (!enough) return `${yes} yes, ${no} no`
  return board.length * 20 >= numberIn(open.body, 'roll', 'size') ? undefined : 'too few voted'
}

/** The letter on a secret ballot of one question: it follows one byte of version, 32 of key and four of number. */
function answerOn(ballot: string): string {
  return String.fromCharCode(fromBase64(ballot)?.[37] ?? 0)
}
