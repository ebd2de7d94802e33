import type { Json } from './canonical.ts'
import { DAY, MINUTE, type Instant } from './instant.ts'
import { LOCALES, type Language } from './language.ts'
import { say } from './sentences.ts'

/** What is counted, in the forms that a language has for numbers (CLDR’s plural categories); `other` always. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

/** How a language writes numbers and moments, by Intl. Moments are in UTC, since no sentence knows where its reader lives. */
export interface Speech {
  /** A number with its separators, “12,000”; any other fact as it is. */
  readonly sayNumber: (fact: Json | undefined) => string
  /** A number with its thing: “1 member”, “12,000 members”. Forms that have a hash, “of # members”, take the number there. */
  readonly sayCount: (number: Json | undefined, forms: Forms) => string
  /** Such as “clause 1, clause 3 and a new clause”. */
  readonly sayList: (things: readonly string[]) => string
  /** Such as “3 December 2026”. */
  readonly sayDay: (at: Instant) => string
  /** Such as “3 December 2026, 14:05 UTC”; a fact that is no moment as it is. */
  readonly sayMoment: (fact: Json | undefined) => string
}

/** How this language writes numbers and moments. */
export function speechIn(language: Language): Speech {
  const locale = LOCALES[language]
  const numbers = new Intl.NumberFormat(locale)
  const plurals = new Intl.PluralRules(locale)
  const days = new Intl.DateTimeFormat(locale, { ...UTC, day: 'numeric', month: 'long', year: 'numeric' })
  const clocks = new Intl.DateTimeFormat(locale, {
    ...UTC,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const lists = new Intl.ListFormat(locale)
  const sayDay = rememberSaid(DAY, (at) => days.format(at))
  const sayMinute = rememberSaid(MINUTE, (at) => `${days.format(at)}, ${clocks.format(at)} UTC`)
  const sayFigure = rememberSaid(1, (number) => numbers.format(number))
  const ofWhole = rememberSaid(1, (number) => plurals.select(number))
  const sayNumber = (fact: Json | undefined): string =>
    typeof fact !== 'number' ? say(fact) : Number.isSafeInteger(fact) ? sayFigure(fact) : numbers.format(fact)
  const pluralOf = (number: number): Intl.LDMLPluralRule =>
    Number.isSafeInteger(number) ? ofWhole(number) : plurals.select(number)
  return {
    sayNumber,
    sayCount(number, forms) {
      const form = (typeof number === 'number' ? forms[pluralOf(number)] : undefined) ?? forms.other
      return form.includes('#') ? form.replace('#', sayNumber(number)) : `${sayNumber(number)} ${form}`
    },
    sayList: (things) => lists.format(things),
    sayDay,
    sayMoment: (fact) => (typeof fact === 'number' ? sayMinute(fact) : say(fact)),
  }
}

const MOST = 10_000

/** Says each number or span of time once, as long as there are not too many: a page tells many, and Intl is slow with each. */
function rememberSaid<Said extends string>(span: number, sayAt: (at: number) => Said): (at: number) => Said {
  const said = new Map<number, Said>()
  return (at) => {
    const key = Math.floor(at / span)
    const known = said.get(key)
    if (known !== undefined) return known
    const sentence = sayAt(at)
    if (said.size >= MOST) said.clear()
    said.set(key, sentence)
    return sentence
  }
}

const UTC = { timeZone: 'UTC' } as const
