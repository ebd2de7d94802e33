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
import { knownUnit } from '#modules/units/core'
import { belongs } from '#modules/voting/core'
import { z } from 'zod'
import { partiesIn } from './readers.ts'
import {
  ask,
  commitmentToComplaint,
  COMPLAINT_ESCALATE,
  complaintIn,
  endComplaint,
  MOST_SEPARATION_DAYS,
  personsFor,
  putComplaint,
  type ComplaintsRulesSlice,
} from './slice.ts'

/** Those who are asked at the most, and complaints that one member has open. */
const MOST_PERSONS = 50
const MOST_OPEN_EACH = 5
const MOST_TEXTS = 200

const complaintShape = z.strictObject({ complaint: uuidShape })
const shapes = {
  /** Who complains about whom, and to whom it goes. Sealed; it goes before the public part. */
  'complaint.name': z.strictObject({
    complaint: uuidShape,
    unit: uuidShape,
    complainant: memberIdShape,
    about: memberIdShape,
    representative: memberIdShape.nullable(),
    to: z.array(memberIdShape).min(1).max(MOST_PERSONS),
    /** 16 random bytes, base64. */
    salt: z.string().length(24),
    text: heldTextShape,
  }),
  'complaint.open': z.strictObject({
    complaint: uuidShape,
    unit: uuidShape,
    commitment: hashShape,
    persons: countShape(1, MOST_PERSONS),
  }),
  /** Somebody concerned writes to the others. Sealed. */
  'complaint.write': z.strictObject({ complaint: uuidShape, by: memberIdShape, text: heldTextShape }),
  'complaint.take': complaintShape,
  'complaint.separate': z.strictObject({ complaint: uuidShape, days: countShape(1, MOST_SEPARATION_DAYS) }),
  'complaint.close': z.strictObject({ complaint: uuidShape, how: z.enum(['withdrawn', 'settled']) }),
  'complaint.escalate': z.strictObject({ complaint: uuidShape, step: countShape(1, MOST_PERSONS) }),
}

export type ComplaintActs = { [Type in keyof typeof shapes]: z.infer<(typeof shapes)[Type]> }

/** Who may read a sealed body: those concerned in its complaint, by what they are in it when they read. */
function sealedTo(body: { readonly complaint: string }): Audience {
  return { kind: 'case', case: body.complaint }
}

/**
 * Complaints about harm between members: a confidential way in to those elected for it. What names somebody is sealed; the public part
 * says that a complaint exists, its steps and times. All is entered by nobody, so that no header tells who complains or who answers.
 */
export const complaintRules: Rules<ComplaintsRulesSlice, ComplaintActs> = {
  'complaint.name': {
    since: 6,
    actors: ['nobody'],
    sealed: true,
    shape: shapes['complaint.name'],
    audience: sealedTo,
    check(state, { body }) {
      const { complaints } = state
      if (complaints.matters.has(body.complaint) || complaints.complaints.has(body.complaint))
        return refuse('id-taken', { id: body.complaint })
      const unit = knownUnit(state.units, body.unit)
      if (isRefusal(unit)) return unit
      return checkPeople(state, body) ?? checkPersons(state, body)
    },
    apply({ complaints, members }, { at, body }) {
      const { complaint: id, unit, complainant, about, representative, to, salt, text } = body
      const index = (member: string): number => indexOf(members, member)
      complaints.matters.set(id, {
        ...{ unit, complainant: index(complainant), about: index(about), to: to.map(index), salt },
        representative: representative === null ? null : index(representative),
        texts: [{ by: index(complainant), text: text.hash, at }],
      })
    },
  },
  'complaint.open': {
    since: 6,
    actors: ['nobody'],
    shape: shapes['complaint.open'],
    audience: () => PUBLIC,
    check(state, { body }) {
      if (state.complaints.complaints.has(body.complaint)) return refuse('id-taken', { id: body.complaint })
      const unit = knownUnit(state.units, body.unit)
      return isRefusal(unit) ? unit : checkAgainstMatter(state, body)
    },
    apply(state, { at, seq, body: { complaint: id, unit, commitment, persons } }) {
      const number = state.complaints.complaints.size + 1
      const stage = { kind: 'unanswered', at } as const
      const opened = { id, number, unit, commitment, persons, separation: null, at, seq, stage }
      state.complaints.complaints.set(id, opened)
      ask(state, id, 0, at)
    },
  },
  'complaint.write': {
    since: 6,
    actors: ['nobody'],
    sealed: true,
    shape: shapes['complaint.write'],
    audience: sealedTo,
    check(state, { body }) {
      const found = complaintIn(state, body.complaint, ['asked', 'taken', 'unanswered'])
      if (isRefusal(found)) return found
      // The clerk always has it.
      const matter = state.complaints.matters.get(body.complaint)
      if (matter === undefined) return refuse('sealed-part-missing', { case: body.complaint })
      const by = state.members.indices.get(body.by)
      if (by === undefined || !partiesIn(found, matter).includes(by)) return refuse('not-concerned')
      return matter.texts.length >= MOST_TEXTS
        ? refuse('too-many-statements', { most: MOST_TEXTS })
        : undefined
    },
    apply({ complaints, members }, { at, body: { complaint: id, by, text } }) {
      const matter = complaints.matters.get(id)
      if (matter === undefined) return
      const written = { by: indexOf(members, by), text: text.hash, at }
      complaints.matters.set(id, { ...matter, texts: [...matter.texts, written] })
    },
  },
  'complaint.take': {
    since: 6,
    actors: ['nobody'],
    shape: shapes['complaint.take'],
    audience: () => PUBLIC,
    check(state, { body }) {
      const found = complaintIn(state, body.complaint, ['asked', 'unanswered'])
      return isRefusal(found) ? found : undefined
    },
    apply(state, { at, body: { complaint: id } }) {
      const stage = state.complaints.complaints.get(id)?.stage
      const step =
        stage?.kind === 'asked' ? stage.step : (state.complaints.complaints.get(id)?.persons ?? 1) - 1
      state.deadlines.clear(COMPLAINT_ESCALATE, id)
      putComplaint(state, id, { stage: { kind: 'taken', step, at } })
    },
  },
  // Once in a complaint: ordered again and again it would be a measure without a hearing.
  'complaint.separate': {
    since: 6,
    actors: ['nobody'],
    shape: shapes['complaint.separate'],
    audience: () => PUBLIC,
    check(state, { body }) {
      const found = complaintIn(state, body.complaint, ['taken'])
      if (isRefusal(found)) return found
      return found.separation === null ? undefined : refuse('separated-already')
    },
    apply(state, { at, body: { complaint: id, days } }) {
      putComplaint(state, id, { separation: { from: at, until: at + days * DAY } })
    },
  },
  'complaint.close': {
    since: 6,
    actors: ['nobody'],
    shape: shapes['complaint.close'],
    audience: () => PUBLIC,
    check(state, { body }) {
      const found = complaintIn(state, body.complaint, ['asked', 'taken', 'unanswered'])
      return isRefusal(found) ? found : undefined
    },
    apply(state, { at, body }) {
      endComplaint(state, body.complaint, at, body.how)
    },
  },
  'complaint.escalate': {
    since: 6,
    actors: ['clerk'],
    shape: shapes['complaint.escalate'],
    audience: () => PUBLIC,
    check(state, { at, body }) {
      const expected = escalationBody(state, body.complaint, at)
      if (isRefusal(expected)) return expected
      return expected.step === body.step ? undefined : refuse('wrong-result', { expected, found: body })
    },
    apply(state, { at, body }) {
      ask(state, body.complaint, body.step, at)
    },
  },
}

/** The body with which the clerk asks the next where nobody answered in time. */
export function escalationBody(
  state: ComplaintsRulesSlice,
  id: string,
  at: Instant,
): ComplaintActs['complaint.escalate'] | Refusal {
  const found = complaintIn(state, id, ['asked'])
  if (isRefusal(found)) return found
  const { stage } = found
  return stage.kind === 'asked' && stage.until <= at
    ? { complaint: id, step: stage.step + 1 }
    : refuse('not-due', { kind: COMPLAINT_ESCALATE })
}

function checkPeople(
  state: ComplaintsRulesSlice,
  { unit, complainant, about, representative }: ComplaintActs['complaint.name'],
): Refusal | undefined {
  const { members, complaints } = state
  // Whoever's standing lapsed is harmed like anybody else, and harms.
  for (const member of [complainant, about, ...(representative === null ? [] : [representative])]) {
    const gone = checkMemberOrLapsed(members, member)
    if (gone !== undefined) return gone
  }
  if (complainant === about) return refuse('complains-of-oneself')
  if (representative === complainant || representative === about) return refuse('represented-by-party')
  if (!belongs(state, unit, indexOf(members, complainant))) return refuse('not-of-unit', { unit })
  const open = [...complaints.matters.values()].filter(
    (matter) => matter.complainant === indexOf(members, complainant),
  )
  return open.length >= MOST_OPEN_EACH ? refuse('too-many-complaints', { most: MOST_OPEN_EACH }) : undefined
}

/** Nobody chooses who is asked: it is those elected, in their order, without whom it concerns. */
function checkPersons(
  state: ComplaintsRulesSlice,
  { unit, complainant, about, representative, to }: ComplaintActs['complaint.name'],
): Refusal | undefined {
  const concerned = [complainant, about, representative].flatMap((id) =>
    id === null ? [] : [indexOf(state.members, id)],
  )
  const persons = personsFor(state, unit, concerned).slice(0, MOST_PERSONS)
  if (persons.length === 0) return refuse('no-complaint-persons')
  const expected = persons.map((index) => state.members.ids.at(index) ?? '')
  return expected.length === to.length && expected.every((id, i) => id === to[i])
    ? undefined
    : refuse('wrong-result', { expected: null, found: null })
}

/** What the public part has to agree with, for whoever knows the sealed one. */
function checkAgainstMatter(
  { complaints, members }: ComplaintsRulesSlice,
  { complaint: id, unit, commitment, persons }: ComplaintActs['complaint.open'],
): Refusal | undefined {
  const matter = complaints.matters.get(id)
  if (matter === undefined) return refuse('sealed-part-missing', { case: id })
  const [complainant = '', about = ''] = [matter.complainant, matter.about].map((each) =>
    members.ids.at(each),
  )
  const fits =
    matter.unit === unit &&
    matter.to.length === persons &&
    commitmentToComplaint(id, complainant, about, matter.salt) === commitment
  return fits ? undefined : refuse('wrong-result', { expected: null, found: commitment })
}
