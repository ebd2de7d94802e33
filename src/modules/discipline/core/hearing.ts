import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { checkMemberOrLapsed, indexOf } from '#modules/members/core'
import { heldTextShape, memberIdShape, PUBLIC, uuidShape, type Rules } from '#modules/record/core'
import { z } from 'zod'
import { sealedTo } from './charge.ts'
import { caseIn, matterOf, putCase, type CasesRulesSlice } from './slice.ts'
import { PARTS, type Case, type Part, type Statement } from './state.ts'

const MOST_WITNESSES = 20
const MOST_STATEMENTS: Readonly<Record<Part, number>> = {
  charging: 20,
  charged: 50,
  witness: 60,
  'last-word': 20,
}

const shapes = {
  /** A side calls a witness. Sealed: nobody else learns who was asked. */
  'case.call': z.strictObject({
    case: uuidShape,
    side: z.enum(['charging', 'charged']),
    member: memberIdShape,
  }),
  /** Somebody says something in a case, as what they are in it. */
  'case.state': z.strictObject({
    case: uuidShape,
    part: z.enum(PARTS),
    witness: z.int().min(0).max(MOST_WITNESSES).nullable(),
    text: heldTextShape,
  }),
}

export type HearingActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }

/** What is said in a case: by the sides, by their witnesses, and the last word of the charged member. */
export const hearingRules: Rules<CasesRulesSlice, HearingActs> = {
  'case.call': {
    since: 6,
    actors: ['nobody'],
    sealed: true,
    shape: shapes['case.call'],
    audience: sealedTo,
    check(state, { body }) {
      const found = caseIn(state, body.case, ['notice', 'hearing'])
      if (isRefusal(found)) return found
      const matter = matterOf(state, body.case)
      if (isRefusal(matter)) return matter
      const gone = checkMemberOrLapsed(state.members, body.member)
      if (gone !== undefined) return gone
      const index = indexOf(state.members, body.member)
      const witnesses = matter.witnesses.map(({ member }) => member)
      if ([matter.member, ...matter.asked, ...witnesses].includes(index)) return refuse('concerned-already')
      if (hasSeat(state, found, body.member)) return refuse('witness-on-panel')
      const called = matter.witnesses.filter(({ side }) => side === body.side).length
      return called * 2 >= MOST_WITNESSES
        ? refuse('too-many-witnesses', { most: MOST_WITNESSES / 2 })
        : undefined
    },
    apply({ cases, members }, { body: { case: id, side, member } }) {
      const matter = cases.matters.get(id)
      if (matter === undefined) return
      const witnesses = [...matter.witnesses, { side, member: indexOf(members, member) }]
      cases.matters.set(id, { ...matter, witnesses })
    },
  },
  'case.state': {
    since: 6,
    actors: ['nobody'],
    shape: shapes['case.state'],
    audience: () => PUBLIC,
    check(state, { body }) {
      const { part, witness } = body
      const found = caseIn(state, body.case, ['notice', 'hearing', 'found'])
      if (isRefusal(found)) return found
      if (found.stage.kind === 'found' && part !== 'last-word')
        return refuse('case-elsewhere', { stage: 'found' })
      return checkRoom(found, part) ?? checkWitness(state, body.case, part, witness)
    },
    apply(state, { at, seq, body: { case: id, part, witness, text } }) {
      const found = state.cases.cases.get(id)
      const said: Statement = { part, witness, text: text.hash, at, seq }
      if (found !== undefined) putCase(state, id, { statements: [...found.statements, said] })
    },
  },
}

/** Whoever was drawn finds, or steps aside: a side that could call them would choose who judges, and a witness would judge what they said. */
function hasSeat({ panels }: CasesRulesSlice, { panel }: Case, member: string): boolean {
  return panels.panels.get(panel ?? '')?.seats.some((seat) => seat.member === member) === true
}

function checkRoom({ statements }: Case, part: Part): Refusal | undefined {
  const most = MOST_STATEMENTS[part]
  return statements.filter((each) => each.part === part).length >= most
    ? refuse('too-many-statements', { most })
    : undefined
}

function checkWitness(
  state: CasesRulesSlice,
  id: string,
  part: Part,
  witness: number | null,
): Refusal | undefined {
  if (part !== 'witness') return witness === null ? undefined : refuse('unknown-witness')
  if (witness === null) return refuse('unknown-witness')
  const matter = matterOf(state, id)
  if (isRefusal(matter)) return matter
  return matter.witnesses[witness] === undefined ? refuse('unknown-witness') : undefined
}
