import type { Json } from '#kernel/canonical'
import { DAY } from '#kernel/instant'
import { appealOf } from './finding.ts'
import { adoptions, numberIn, textIn, valueIn, wasGiven, type Logged } from './log.ts'

// Which texts are hidden by the record, and whether each came about as it may.

const KEY_OF: Readonly<Record<string, (body: Json) => string>> = {
  'speech.give': (body) => textIn(body, 'text', 'hash'),
  'rationale.add': (body) => textIn(body, 'text', 'hash'),
  'amendment.propose': (body) => textIn(body, 'reason', 'hash'),
  'report.file': (body) => textIn(body, 'report'),
  'candidate.accept': (body) => textIn(body, 'statement', 'hash'),
  'tendency.state': (body) => textIn(body, 'text', 'hash'),
  'mandate.report': (body) => textIn(body, 'text', 'hash'),
  'recall.petition': (body) => textIn(body, 'reason', 'hash'),
}

const MOST_A_DAY = 10
const MOST_OF_ONE = 3

/** Whoever wrote each text, by what names it. */
export function authors(log: readonly Logged[]): ReadonlyMap<string, Logged> {
  return new Map(
    log.flatMap((entry) => {
      const key = KEY_OF[entry.type]?.(entry.body) ?? ''
      return key === '' ? [] : [[key, entry] as const]
    }),
  )
}

/** Texts that are hidden by the record now, with why that may not be where it may not. */
export function hiddenTexts(log: readonly Logged[]): ReadonlyMap<string, string | undefined> {
  const hidden = new Map<string, string | undefined>()
  const restored = new Set<string>()
  const written = authors(log)
  for (const entry of log) {
    const key = textIn(entry.body, 'text')
    if (entry.type === 'text.lift') hidden.delete(key)
    if (entry.type !== 'text.hide') continue
    const appeal = appealOf(
      log,
      'hiding.appeal',
      (each) => textIn(each.body, 'text') === key && each.seq > entry.seq,
    )
    const breach = restored.has(key)
      ? 'hidden again after it was restored'
      : breachOfHiding(log, entry, written.get(key))
    const granted = valueIn(appeal?.finding?.outcome ?? null, 'grant') === true
    const lifted = log.some(
      (each) => each.type === 'text.lift' && each.seq > entry.seq && textIn(each.body, 'text') === key,
    )
    // A moderator who takes it back before the panel has decided leaves nothing to grant.
    if (granted && !lifted) restored.add(key)
    if (!granted) hidden.set(key, breach)
  }
  return hidden
}

/** A moderator, not the author, under a rule of conduct that was adopted before the text was written, and not many at once. */
function breachOfHiding(
  log: readonly Logged[],
  hide: Logged,
  written: Logged | undefined,
): string | undefined {
  const before = log.slice(0, hide.seq)
  if (written === undefined || written.seq > hide.seq) return 'hid what nobody wrote'
  if (written.by === hide.by) return 'hid their own'
  if (!wasGiven(before, hide.by, 'moderation', hide.seq)) return 'hidden by somebody who is no moderator'
  const versions = adoptions(before, 'conduct.adopt').filter(
    ({ motion }) => motion.unit === textIn(hide.body, 'rule', 'unit'),
  )
  const rule = versions[numberIn(hide.body, 'rule', 'version') - 1]
  if (rule === undefined || rule.seq > written.seq)
    return 'hidden under a rule that did not hold when it was written'
  const own = before.filter(
    ({ type, by, at }) => type === 'text.hide' && by === hide.by && at > hide.at - 7 * DAY,
  )
  if (own.filter(({ at }) => at > hide.at - DAY).length >= MOST_A_DAY) return 'too many in a day'
  const ofAuthor = own.filter(({ body }) => authors(before).get(textIn(body, 'text'))?.by === written.by)
  return ofAuthor.length >= MOST_OF_ONE ? 'too many of one author' : undefined
}
