import { canonical, type Json } from '#kernel/canonical'
import { sha256Base64 } from '#kernel/hash'
import { derivedUuid } from '#kernel/ids'
import { DAY } from '#kernel/instant'
import { ROOT } from '../given.ts'
import { complaintsIn } from './complaints.ts'
import { findingAbout } from './finding.ts'
import { breachOfVote } from './vote.ts'
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
  /** Whether it began with a complaint that those elected for it referred. */
  readonly isReferred: boolean
  readonly since: number
  readonly until: number
  readonly breach: string | undefined
}

/** How a case began: the entry that says under seal who is charged, the public one, and the one that gave notice. */
export function beginningOf(
  before: readonly Logged[],
  id: string,
): readonly [named: Logged | undefined, opened: Logged | undefined, noticed: Logged | undefined] {
  const [named] = about(before, ['case.name', 'referral.name'], 'case', id)
  const [opened] = about(before, ['case.open', 'referral.open'], 'case', id)
  const [noticed] = about(before, ['case.charge', 'referral.open'], 'case', id)
  return [named, opened, noticed]
}

/** What an entry `case.bind` lets hold. Everything it stands on is looked up in the entries before it. */
export function boundBy(log: readonly Logged[], bind: Logged): Bound {
  const before = log.slice(0, bind.seq)
  const id = textIn(bind.body, 'case')
  const [named, opened] = beginningOf(before, id)
  const finding = findingAbout(before, 'case', id)
  const measure = finding?.outcome ?? null
  const days = textIn(measure, 'kind') === 'suspension' ? numberIn(measure, 'days') : Infinity
  return {
    ...{
      case: id,
      member: textIn(named?.body ?? null, 'member'),
      measure,
      unit: textIn(opened?.body ?? null, 'unit'),
      isReferred: opened?.type === 'referral.open',
    },
    ...{ since: bind.at, until: bind.at + days * DAY },
    breach: breachOf(before, bind, id),
  }
}

function breachOf(before: readonly Logged[], bind: Logged, id: string): string | undefined {
  const [named, opened, noticed] = beginningOf(before, id)
  if (named === undefined || opened === undefined || noticed === undefined) return 'no charge'
  const [ended] = about(
    before,
    ['case.withdraw', 'case.stop', 'case.lapse', 'case.expire', 'case.bind'],
    'case',
    id,
  )
  if (ended !== undefined) return `the case had ended with ${ended.type}`
  return (
    (opened.type === 'referral.open'
      ? breachOfReferral(before, named.body, opened)
      : breachOfCharge(before, named.body)) ??
    breachOfOpening(before, named.body, opened.body) ??
    breachOfExpelled(named.body, opened.body, valueIn(bind.body, 'expelled') ?? null) ??
    breachOfFinding(before, id, noticed.at) ??
    breachOfVotes(before, bind, id)
  )
}

/** At least two others signed. */
function breachOfCharge(before: readonly Logged[], named: Json): string | undefined {
  const signed = about(before, ['case.sign'], 'case', textIn(named, 'case')).map(({ body }) =>
    textIn(body, 'by'),
  )
  const charging = new Set([...textsIn(named, 'charging').slice(0, 1), ...signed])
  return charging.size < 2 || charging.has(textIn(named, 'member'))
    ? 'charged by fewer than two others'
    : undefined
}

/** A complaint that somebody elected for it had answered, about whoever is charged; brought by two at least of those who know of it, and by nobody else. */
function breachOfReferral(before: readonly Logged[], named: Json, opened: Logged): string | undefined {
  const id = textIn(opened.body, 'complaint')
  const complaint = complaintsIn(before.slice(0, opened.seq)).get(id)
  if (complaint === undefined || textIn(named, 'complaint') !== id) return 'referred out of no complaint'
  const { stage, asked, breach, about: whom, complainant, representative } = complaint
  if (breach !== undefined) return `out of a complaint that ${breach}`
  if (stage !== 'taken' || asked.length === 0) return `referred where the complaint was ${stage}`
  if (textIn(named, 'member') !== whom) return 'charged somebody whom the complaint is not about'
  const charging = new Set(textsIn(named, 'charging'))
  const may = [complainant, representative, ...asked]
  if (charging.size < 2 || charging.has(whom)) return 'referred by fewer than two others'
  if (![...charging].every((member) => may.includes(member)))
    return 'referred by somebody who is not concerned'
  return numberIn(opened.body, 'charging') === charging.size ? undefined : 'told of others who bring it'
}

/** What is charged was forbidden when it was done, and the commitment is to whom it names. */
function breachOfOpening(before: readonly Logged[], named: Json, opened: Json): string | undefined {
  const [id = '', member = '', salt = ''] = ['case', 'member', 'salt'].map((key) => textIn(named, key))
  const commitment = sha256Base64(canonical({ what: 'plenum/case/1', case: id, member, salt }))
  if (textIn(opened, 'commitment') !== commitment) return 'opened about somebody else'
  const day = numberIn(named, ...(valueIn(named, 'complaint') === undefined ? ['deed', 'on'] : ['on']))
  return inForce(before, opened, day) ? undefined : 'nothing forbade it on that day'
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
  const [{ body: named } = { body: null }, { body: opened } = { body: null }] = beginningOf(before, id)
  const witnesses = about(before, ['case.call'], 'case', id).map(({ body }) => textIn(body, 'member'))
  const concerned = [textIn(named, 'member'), ...textsIn(named, 'charging'), ...witnesses]
  if (finding.by.some((member) => concerned.includes(member))) return 'found by somebody concerned'
  const asked = valueIn(opened, 'asked') ?? null
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
    const breach = breachOfVote(open, close, textIn(finding?.outcome ?? null, 'kind') === 'expulsion')
    if (breach !== undefined) return `round ${round}: ${breach}`
    last = close
    unit = open.unit
  }
  const isFinal = appeals.length > 0 && unit === ROOT
  return isFinal || bind.at >= (last?.at ?? Infinity) + APPEAL
    ? undefined
    : 'bound before an appeal could be made'
}
