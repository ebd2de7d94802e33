import { DAY, type Instant } from '#kernel/instant'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { checkMemberOrLapsed, indexOf } from '#modules/members/core'
import {
  countShape,
  hashShape,
  heldTextShape,
  memberIdShape,
  PUBLIC,
  uuidShape,
  type Audience,
  type Rules,
} from '#modules/record/core'
import { disciplineOf } from '#modules/rulebook/core'
import { knownUnit, rulesFor } from '#modules/units/core'
import { belongs, isOnRoll } from '#modules/voting/core'
import { z } from 'zod'
import { checkCited, groundShape } from './ground.ts'
import { measureShape } from './measure.ts'
import {
  checkCharging,
  checkDeed,
  checkNew,
  checkOpening,
  checkOutOf,
  giveNotice,
  openCase,
  putMatter,
} from './opening.ts'
import {
  CASE_HEAR,
  CASE_LAPSE,
  caseIn,
  clearDeadlines,
  endCase,
  matterOf,
  putCase,
  rulesOf,
  type CasesRulesSlice,
} from './slice.ts'
import type { End } from './state.ts'

/** Nobody begins more charges than this at a time. */
const MOST_CHARGES_EACH = 2
const MOST_CHARGING = 20

const caseShape = z.strictObject({ case: uuidShape })
const shapes = {
  /** Who is charged, by whom, with what. Sealed; it goes before the public part. */
  'case.name': z.strictObject({
    case: uuidShape,
    unit: uuidShape,
    member: memberIdShape,
    /** 16 random bytes, base64: with them the public commitment can be opened. */
    salt: z.string().length(24),
    /** Who charges, the first of whom began. */
    charging: z.array(memberIdShape).min(1).max(MOST_CHARGING),
    /** `on`: the day, by its first moment in UTC. */
    deed: z.strictObject({ kind: z.enum(['deed', 'advocacy']), on: z.int().min(0).multipleOf(DAY) }),
    facts: heldTextShape,
    /** An entry of the record that the charge rests on, and its type. */
    cites: z.strictObject({ seq: z.int().min(0), type: z.string().min(1).max(100) }).nullable(),
  }),
  'case.open': z.strictObject({
    case: uuidShape,
    unit: uuidShape,
    ground: groundShape,
    asked: measureShape,
    commitment: hashShape,
  }),
  'case.sign': z.strictObject({ case: uuidShape, by: memberIdShape }),
  'case.charge': z.strictObject({ case: uuidShape, charging: countShape(1, MOST_CHARGING) }),
  'case.withdraw': caseShape,
  'case.hear': caseShape,
  'case.lapse': caseShape,
}

export type ChargeActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }

/** Who may read a sealed body: those concerned in its case, by what they are in it when they read. */
export function sealedTo(body: { readonly case: string }): Audience {
  return { kind: 'case', case: body.case }
}

/**
 * From a charge to the notice. What names somebody is an act of its own, sealed and entered before the public one that it belongs to;
 * both are entered by nobody, so that no header tells who charges.
 */
export const chargeRules: Rules<CasesRulesSlice, ChargeActs> = {
  'case.name': {
    since: 6,
    actors: ['nobody'],
    sealed: true,
    shape: shapes['case.name'],
    audience: sealedTo,
    check(state, { at, body }) {
      const taken = checkNew(state, body.case)
      if (taken !== undefined) return taken
      const unit = knownUnit(state.units, body.unit)
      if (isRefusal(unit)) return unit
      return checkPeople(state, body, at) ?? checkDeed(state, body, at) ?? checkCited(body.cites)
    },
    apply(state, { body }) {
      putMatter(state, body, { deed: body.deed, signed: 1 })
    },
  },
  'case.open': {
    since: 6,
    actors: ['nobody'],
    shape: shapes['case.open'],
    audience: () => PUBLIC,
    check: (state, { body }) => checkOpening(state, body) ?? checkOutOf(state, body.case),
    apply(state, { at, seq, body }) {
      openCase(state, body, { at, seq })
    },
  },
  'case.sign': {
    since: 6,
    actors: ['nobody'],
    sealed: true,
    shape: shapes['case.sign'],
    audience: sealedTo,
    check(state, { body }) {
      const found = caseIn(state, body.case, ['signing'])
      if (isRefusal(found)) return found
      const matter = matterOf(state, body.case)
      if (isRefusal(matter)) return matter
      const index = state.members.indices.get(body.by)
      if (index === undefined || !matter.asked.includes(index)) return refuse('not-concerned')
      return matter.signed.includes(index) ? refuse('signed-already') : undefined
    },
    apply({ cases, members }, { body }) {
      const matter = cases.matters.get(body.case)
      if (matter === undefined) return
      cases.matters.set(body.case, { ...matter, signed: [...matter.signed, indexOf(members, body.by)] })
    },
  },
  'case.charge': {
    since: 6,
    actors: ['nobody'],
    shape: shapes['case.charge'],
    audience: () => PUBLIC,
    check(state, { body }) {
      const found = caseIn(state, body.case, ['signing'])
      if (isRefusal(found)) return found
      const needed = rulesOf(found).chargers
      if (body.charging < needed) return refuse('too-few-charging', { had: body.charging, needed })
      return checkCharging(state, body.case, body.charging)
    },
    apply(state, { at, body: { case: id, charging } }) {
      giveNotice(state, id, charging, at)
    },
  },
  'case.hear': {
    since: 6,
    actors: ['clerk'],
    shape: shapes['case.hear'],
    audience: () => PUBLIC,
    check(state, { at, body }) {
      const found = caseIn(state, body.case, ['notice'])
      if (isRefusal(found)) return found
      return found.stage.until <= at ? undefined : refuse('not-due', { kind: CASE_HEAR })
    },
    apply(state, { at, body: { case: id } }) {
      const found = state.cases.cases.get(id)
      if (found === undefined) return
      const findBy = at + rulesOf(found).findingDays * DAY
      clearDeadlines(state, id)
      putCase(state, id, { stage: { kind: 'hearing', findBy } })
      state.deadlines.set(CASE_LAPSE, id, findBy)
    },
  },
  'case.withdraw': {
    since: 6,
    actors: ['nobody'],
    shape: shapes['case.withdraw'],
    audience: () => PUBLIC,
    check(state, { body }) {
      const found = caseIn(state, body.case, ['signing', 'notice', 'hearing', 'found'])
      if (isRefusal(found)) return found
      // An appeal is the charged member's: whoever charged cannot end it before it clears them.
      return found.stage.kind === 'found' && found.stage.round > 0
        ? refuse('case-elsewhere', { stage: 'found' })
        : undefined
    },
    apply(state, { at, body }) {
      endCase(state, body.case, at, 'withdrawn')
    },
  },
  'case.lapse': {
    since: 6,
    actors: ['clerk'],
    shape: shapes['case.lapse'],
    audience: () => PUBLIC,
    check: (state, { at, body }) =>
      lapseOf(state, body.case, at) === undefined ? refuse('not-due', { kind: CASE_LAPSE }) : undefined,
    apply(state, { at, body }) {
      const why = lapseOf(state, body.case, at)
      if (why !== undefined) endCase(state, body.case, at, why)
    },
  },
}

/** What nobody did in time: the case ends for it, in favour of the charged member. */
function lapseOf({ cases }: CasesRulesSlice, id: string, at: Instant): End | undefined {
  const stage = cases.cases.get(id)?.stage
  if (stage?.kind === 'signing' && stage.until <= at) return 'not-signed'
  return stage?.kind === 'hearing' && stage.findBy <= at ? 'no-finding' : undefined
}

function checkPeople(
  state: CasesRulesSlice,
  { unit, member, charging }: ChargeActs['case.name'],
  at: Instant,
): Refusal | undefined {
  const { members } = state
  const gone = checkMemberOrLapsed(members, member)
  if (gone !== undefined) return gone
  if (!belongs(state, unit, indexOf(members, member))) return refuse('charged-not-of-unit')
  if (charging.includes(member)) return refuse('charges-oneself')
  if (new Set(charging).size !== charging.length) return refuse('charging-twice')
  const needed = disciplineOf(rulesFor(state, unit).rules).chargers
  if (charging.length < needed) return refuse('too-few-charging', { had: charging.length, needed })
  for (const each of charging) {
    const index = members.indices.get(each)
    if (index === undefined || !isOnRoll(state, unit, index, at)) return refuse('charging-not-of-unit')
  }
  const begun = [...state.cases.matters.values()].filter(
    ({ asked }) => asked[0] === members.indices.get(charging[0] ?? ''),
  )
  return begun.length >= MOST_CHARGES_EACH
    ? refuse('too-many-charges', { most: MOST_CHARGES_EACH })
    : undefined
}
