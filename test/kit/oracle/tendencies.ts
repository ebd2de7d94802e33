import type { Json } from '#kernel/canonical'
import { DAY } from '#kernel/instant'
import { ROOT } from '../given.ts'
import { numberIn, textIn, valueIn, type Logged } from './log.ts'

/** A tendency by the record alone. */
export interface Known {
  readonly signatories: Set<string>
  readonly waiting: Set<string>
  readonly unit: string
  readonly founded: number
  name: string
  formed: boolean
  /** How it may have ended: by its own decision, or by what reviews found. */
  ended: 'own-decision' | 'too-few' | 'never-formed' | undefined
  /** The review before, where it found too few. */
  low: number | undefined
  breach: string | undefined
}

/** What no rules can ask above, in an organization of fewer than a hundred and fifty. */
const NEEDED = 3
const LEAST_BELOW = 30 * DAY
const FORMING = 60 * DAY

interface Proposal {
  readonly tendency: string
  readonly change: Json
  readonly agreed: Set<string>
}

/**
 * Signatories are who founded, or signed and was taken in by one of them, and did not leave. A tendency ends by more than half of them,
 * or where two reviews one after the other found too few. `stands`: whether somebody is a member in good standing at an entry.
 */
export function tendenciesIn(
  log: readonly Logged[],
  stands?: (member: string, seq: number) => boolean,
): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>()
  const proposals = new Map<string, Proposal>()
  for (const { type, by, at, seq, body } of log) {
    if (!type.startsWith('tendency.') && !type.startsWith('unlisted.')) continue
    const verb = type.slice(9)
    // In a tendency that lists no signatories the body says who does it.
    const who = type.startsWith('unlisted.') ? textIn(body, 'member') : by
    const id = textIn(body, 'tendency')
    if (verb === 'found')
      known.set(id, {
        ...{ signatories: new Set([who]), waiting: new Set(), unit: textIn(body, 'unit'), founded: at },
        ...{ name: textIn(body, 'name'), formed: false, ended: undefined, low: undefined, breach: undefined },
      })
    const tendency = known.get(id)
    if (tendency === undefined) continue
    if (verb === 'sign') tendency.waiting.add(who)
    if (verb === 'take') takeIn(tendency, who, textIn(body, type === 'unlisted.take' ? 'taken' : 'member'))
    if (verb === 'leave' && !tendency.waiting.delete(who)) tendency.signatories.delete(who)
    if (verb === 'change')
      proposals.set(textIn(body, 'proposal'), {
        tendency: id,
        change: valueIn(body, 'change') ?? null,
        agreed: new Set(),
      })
    const proposal = proposals.get(textIn(body, 'proposal'))
    if ((verb === 'change' || verb === 'agree') && proposal !== undefined) agree(tendency, proposal, who)
    if (verb === 'review')
      review(
        tendency,
        at,
        numberIn(body, 'signatories'),
        (member) => stands?.(member, seq) ?? true,
        stands !== undefined,
      )
    const standing = [...tendency.signatories].filter((member) => stands?.(member, seq) ?? true)
    if (tendency.unit === ROOT && standing.length >= NEEDED) tendency.formed = true
  }
  return known
}

function takeIn(tendency: Known, by: string, member: string): void {
  if (tendency.signatories.has(by) && tendency.waiting.delete(member)) tendency.signatories.add(member)
}

function agree(tendency: Known, { change, agreed }: Proposal, who: string): void {
  agreed.add(who)
  if (agreed.intersection(tendency.signatories).size * 2 <= tendency.signatories.size) return
  if (textIn(change, 'kind') === 'name') tendency.name = textIn(change, 'name')
  if (textIn(change, 'kind') === 'end') tendency.ended = 'own-decision'
}

/** What a review may end: one that never had enough in all its time to form, or one that had too few at the review before as well. */
function review(
  tendency: Known,
  at: number,
  counted: number,
  stands: (member: string) => boolean,
  isExact: boolean,
): void {
  const inStanding = [...tendency.signatories].filter(stands).length
  if (isExact && tendency.unit === ROOT && counted !== inStanding)
    tendency.breach = `counted ${counted} of ${inStanding}`
  const isLow = counted < NEEDED
  if (isLow && tendency.low !== undefined && at >= tendency.low + LEAST_BELOW) tendency.ended ??= 'too-few'
  if (isLow && at >= tendency.founded + FORMING && tendency.low === undefined && !tendency.formed)
    tendency.ended ??= 'never-formed'
  tendency.low = isLow ? (tendency.low ?? at) : undefined
}
