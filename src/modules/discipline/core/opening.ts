import { DAY, type Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { indexOf } from '#modules/members/core'
import { disciplineOf } from '#modules/rulebook/core'
import { knownUnit, pathUp, rulesFor, type UnitsSlice } from '#modules/units/core'
import { checkGround, checkInForce } from './ground.ts'
import type { Measure } from './measure.ts'
import { callCasePanel } from './panel.ts'
import {
  CASE_HEAR,
  CASE_LAPSE,
  clearDeadlines,
  commitmentToMember,
  matterOf,
  putCase,
  rulesOf,
  SEALED_FITS,
  SIGNING_DAYS,
  type CasesRulesSlice,
} from './slice.ts'
import type { Case, Ground, Matter } from './state.ts'

/** What everybody may know of a case when it begins. */
export interface Opening {
  readonly case: string
  readonly unit: string
  readonly ground: Ground
  readonly asked: Measure
  readonly commitment: string
}

/** Who is charged by whom, as whoever charges says it under seal. */
interface Named {
  readonly case: string
  readonly unit: string
  readonly member: string
  readonly salt: string
  readonly charging: readonly string[]
  readonly facts: { readonly hash: string }
}

/** Refuses a case of which there is a part already. */
export function checkNew({ cases }: CasesRulesSlice, id: string): Refusal | undefined {
  return cases.matters.has(id) || cases.cases.has(id) ? refuse('id-taken', { id }) : undefined
}

/** Keeps the sealed part of a case. `signed`: how many of those who are asked to charge have done so. */
export function putMatter(
  { cases, members }: CasesRulesSlice,
  { case: id, unit, member, salt, charging, facts }: Named,
  {
    deed,
    signed,
    ...out
  }: { readonly deed: Matter['deed']; readonly signed: number; readonly complaint?: string },
): void {
  const asked = charging.map((each) => indexOf(members, each))
  cases.matters.set(id, {
    ...{ unit, member: indexOf(members, member), salt, asked, signed: asked.slice(0, signed), deed },
    ...{ facts: facts.hash, witnesses: [], barred: false, ...out },
  })
}

/** Refuses to open as a charge what was named out of a complaint, or out of another complaint than that which ends by it. */
export function checkOutOf(state: CasesRulesSlice, id: string, complaint?: string): Refusal | undefined {
  if (state.head.get().law < SEALED_FITS) return undefined
  const matter = matterOf(state, id)
  if (isRefusal(matter)) return matter
  return matter.complaint === complaint
    ? undefined
    : refuse('wrong-result', { expected: null, found: complaint ?? null })
}

/** Refuses a number of those who charge that is not that of those who signed. */
export function checkCharging(state: CasesRulesSlice, id: string, charging: number): Refusal | undefined {
  const matter = matterOf(state, id)
  if (isRefusal(matter)) return matter
  return matter.signed.length === charging
    ? undefined
    : refuse('wrong-result', { expected: matter.signed.length, found: charging })
}

/** Refuses a case that cannot be heard in its unit, rests on no ground, or does not fit what is sealed in it. */
export function checkOpening(state: CasesRulesSlice, opening: Opening): Refusal | undefined {
  const { case: id, unit: of, ground, asked } = opening
  if (state.cases.cases.has(id)) return refuse('id-taken', { id })
  const unit = knownUnit(state.units, of)
  if (isRefusal(unit)) return unit
  if (unit.kind !== 'place' || unit.decidedBy !== 'members')
    return refuse('no-cases-here', { unit: unit.name })
  const most = disciplineOf(rulesFor(state, of).rules).suspensionDays
  if (asked.kind === 'suspension' && asked.days > most)
    return refuse('suspension-too-long', { days: asked.days, most })
  return checkGround(state, of, ground) ?? checkAgainstMatter(state, opening)
}

/** Begins a case: it waits for those who are to charge. */
export function openCase(
  state: CasesRulesSlice,
  { case: id, unit, ground, asked, commitment }: Opening,
  { at, seq }: { readonly at: Instant; readonly seq: number },
): void {
  const until = at + SIGNING_DAYS * DAY
  const opened: Case = {
    ...{ id, number: state.cases.cases.size + 1, unit, ground, asked, commitment, at, seq },
    rules: rulesFor(state, unit),
    ...{ charging: 0, charged: null, panel: null, statements: [], measure: null },
    ...{ appeals: [], votes: [] },
    stage: { kind: 'signing', until },
  }
  state.cases.cases.set(id, opened)
  state.deadlines.set(CASE_LAPSE, id, until)
}

/** Gives notice of a charge that so many bring, and calls the panel. */
export function giveNotice(state: CasesRulesSlice, id: string, charging: number, at: Instant): void {
  const found = state.cases.cases.get(id)
  if (found === undefined) return
  const until = at + rulesOf(found).noticeDays * DAY
  const appeals = appealUnits(state, found.unit)
  clearDeadlines(state, id)
  putCase(state, id, { charging, charged: at, appeals, stage: { kind: 'notice', until } })
  state.deadlines.set(CASE_HEAR, id, until)
  callCasePanel(state, id, at)
}

/** Who decides appeals: the next unit above whose members vote, then the whole; a case of the whole is put to it once more. */
function appealUnits({ units }: UnitsSlice, unit: string): readonly string[] {
  const above = pathUp(units, unit)
    .slice(1)
    .filter(({ decidedBy }) => decidedBy === 'members')
    .map(({ id }) => id)
  const ends = [...new Set([above[0], above.at(-1)])].filter((id) => id !== undefined)
  return ends.length > 0 ? ends : [unit]
}

/** Refuses a deed to come, one too long ago, and one with which the member is charged already. */
export function checkDeed(
  state: CasesRulesSlice,
  { unit, member, deed }: { readonly unit: string; readonly member: string; readonly deed: Matter['deed'] },
  at: Instant,
): Refusal | undefined {
  if (deed.on > at) return refuse('deed-to-come')
  const days = disciplineOf(rulesFor(state, unit).rules).limitationDays
  if (deed.on < at - days * DAY) return refuse('deed-too-old', { days })
  for (const matter of state.cases.matters.values())
    if (matter.member === indexOf(state.members, member) && matter.deed.on === deed.on)
      return refuse('charged-already')
  return undefined
}

/** What the public part has to agree with, for whoever knows the sealed one. */
function checkAgainstMatter(
  state: CasesRulesSlice,
  { case: id, unit, ground, commitment }: Opening,
): Refusal | undefined {
  const matter = matterOf(state, id)
  if (isRefusal(matter)) return matter
  const member = state.members.ids.at(matter.member) ?? ''
  const fits = matter.unit === unit && commitmentToMember(id, member, matter.salt) === commitment
  if (!fits) return refuse('wrong-result', { expected: null, found: commitment })
  if (matter.deed.kind === 'advocacy' && ground.kind !== 'unity') return refuse('advocacy-against-unity-only')
  return checkInForce(state, ground, matter.deed.on)
}
