import { canonical, type Json } from '#kernel/canonical'
import { sha256Base64 } from '#kernel/hash'
import { DAY } from '#kernel/instant'
import { createElected, type Elected } from './elected.ts'
import { numberIn, textIn, textsIn, type Logged } from './log.ts'

// Complaints about harm, read from the record alone: who was asked, what they ordered, and how each came to its end.

/** A complaint by the record, and what in it did not come about as it may. */
export interface Complained {
  readonly unit: string
  readonly complainant: string
  readonly about: string
  readonly representative: string
  /** Those elected for it who are asked one after the other, and of them those who were asked so far. */
  readonly to: readonly string[]
  readonly asked: readonly string[]
  readonly salt: string
  readonly stage: 'named' | 'asked' | 'taken' | 'unanswered' | 'withdrawn' | 'settled' | 'referred'
  /** When the last was asked. */
  readonly since: number
  /** From when until when two were ordered to keep apart. */
  readonly separation: { readonly from: number; readonly until: number } | null
  readonly breach: string | undefined
}

const MOST_APART = 14
const ANSWER = 3 * DAY
const RUNNING = ['asked', 'taken', 'unanswered']

/** What an entry makes of a complaint. A breach that was found stays. */
type Move = (found: Complained, entry: Logged, body: Json) => Partial<Complained>

const MOVES: Readonly<Record<string, Move>> = {
  'complaint.open': (found, { at, unit }, body) => ({
    ...{ stage: 'asked', asked: found.to.slice(0, 1), since: at },
    breach:
      unit !== found.unit || numberIn(body, 'persons') !== found.to.length
        ? 'opened elsewhere, or for others'
        : textIn(body, 'commitment') === commitmentOf(textIn(body, 'complaint'), found)
          ? undefined
          : 'opened about somebody else',
  }),
  'complaint.escalate': (found, { at }) => {
    const { to, asked, since, stage } = found
    const rest = to.length > asked.length
    const isEarly = stage !== 'asked' || at < since + ANSWER
    return {
      ...{ stage: rest ? 'asked' : 'unanswered', asked: to.slice(0, asked.length + 1), since: at },
      breach: isEarly ? 'went on before there was time to answer' : undefined,
    }
  },
  'complaint.take': ({ stage, asked }) => ({
    stage: 'taken',
    breach:
      asked.length > 0 && ['asked', 'unanswered'].includes(stage)
        ? undefined
        : 'answered by nobody elected for it',
  }),
  'complaint.separate': (found, { at }, body) => {
    const days = numberIn(body, 'days')
    return { separation: { from: at, until: at + days * DAY }, breach: whyNotApart(found, days) }
  },
  'complaint.close': ({ stage }, _entry, body) => ({
    stage: textIn(body, 'how') === 'settled' ? 'settled' : 'withdrawn',
    breach: RUNNING.includes(stage) ? undefined : 'ended twice',
  }),
  'referral.name': ({ about }, _entry, body) => ({
    breach: textIn(body, 'member') === about ? undefined : 'charged somebody whom it is not about',
  }),
  'referral.open': ({ stage }) => ({
    stage: 'referred',
    breach: stage === 'taken' ? undefined : 'referred without an answer',
  }),
}

/** Ordered once, for two weeks at the most, after somebody elected had answered and before it ended. */
function whyNotApart({ stage, asked, separation }: Complained, days: number): string | undefined {
  if (stage !== 'taken' || asked.length === 0) return 'separated by nobody who answers it'
  if (separation !== null) return 'separated twice'
  return days >= 1 && days <= MOST_APART ? undefined : `separated for ${days} days`
}

/** All complaints of a record. */
export function complaintsIn(log: readonly Logged[]): ReadonlyMap<string, Complained> {
  const known = new Map<string, Complained>()
  const elected = createElected()
  const referrals = new Map<string, string>()
  for (const entry of log) {
    const { type, body } = entry
    elected.take(entry)
    const id = textIn(body, 'complaint')
    if (type === 'complaint.name') known.set(id, named(elected, body))
    const found = known.get(id)
    const moved = found === undefined ? undefined : MOVES[type]?.(found, entry, body)
    if (type === 'referral.name') referrals.set(textIn(body, 'case'), id)
    const isOther = type === 'referral.open' && referrals.get(textIn(body, 'case')) !== id
    const mixed = isOther ? 'ended by what was named out of another' : undefined
    if (found !== undefined && moved !== undefined)
      known.set(id, { ...found, ...moved, breach: found.breach ?? moved.breach ?? mixed })
  }
  return known
}

function named(elected: Elected, body: Json): Complained {
  const [unit, complainant, about, representative, salt] = [
    ...['unit', 'complainant', 'about', 'representative', 'salt'],
  ].map((key) => textIn(body, key)) as [string, string, string, string, string]
  const made = { unit, complainant, about, representative, salt, to: textsIn(body, 'to') }
  return {
    ...{ ...made, asked: [], stage: 'named', since: Infinity, separation: null },
    breach: whyNotTo(elected, made),
  }
}

/** It goes to those elected for it, nearest first, none put in and none left out, but not to those it concerns. */
function whyNotTo(
  elected: Elected,
  {
    unit,
    complainant,
    about,
    representative,
    to,
  }: Pick<Complained, 'unit' | 'complainant' | 'about' | 'representative' | 'to'>,
): string | undefined {
  const concerned = [complainant, about, representative].filter((member) => member !== '')
  if (new Set(concerned).size !== concerned.length) return 'complains of oneself, or is spoken for by a side'
  if (to.some((member) => concerned.includes(member))) return 'went to somebody it concerns'
  const expected = elected
    .holders(unit, 'complaints')
    .filter((member) => elected.stands(member) && !concerned.includes(member))
  return expected.join() === to.join() ? undefined : `went to ${to.join()} and not to ${expected.join()}`
}

function commitmentOf(complaint: string, { complainant, about, salt }: Complained): string {
  return sha256Base64(canonical({ what: 'plenum/complaint/1', complaint, complainant, about, salt }))
}
