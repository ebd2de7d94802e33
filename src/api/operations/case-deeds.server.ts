import { z } from 'zod'
import { refuse } from '#kernel/refusal'
import { measureShape, PROTECTED_RIGHTS } from '#modules/discipline/core'
import { memberIdShape, uuidShape } from '#modules/record/core'
import {
  agreeToFinding,
  answerProtection,
  appeal,
  askProtection,
  barCase,
  bringCharge,
  callWitness,
  chargedCase,
  dissent,
  proposeFinding,
  signCharge,
  stateInCase,
  withdrawCharge,
} from '#views/enter-case.server.ts'
import { dayIn } from '#views/typed-charge.server.ts'
import { deedFields, deedIn, deedOf } from '../deed.server.ts'
import { listOf } from '../shapes/common.ts'
import { chargeFields, dayShape, sealedTextShape } from '../shapes/deed.ts'

const tag = 'Cases'
const bare = z.strictObject(deedFields)
const withText = z.strictObject({ ...deedFields, text: sealedTextShape })

const charge = deedOf({
  tag,
  path: '/cases',
  id: 'bringCharge',
  summary: 'Bring a charge; the others who are to charge are asked to sign',
  description:
    'Grounds are the points of unity (`GET /program`) and the rules of conduct (`GET /moderation`).',
  body: z.strictObject({
    ...deedFields,
    unit: uuidShape,
    member: memberIdShape.meta({ description: 'Who is charged.' }),
    with: listOf(memberIdShape).meta({ description: 'Who is to charge besides you.' }),
    ...chargeFields,
    deed: z.strictObject({ kind: z.enum(['deed', 'advocacy']), on: dayShape }),
    cites: z
      .int()
      .min(0)
      .nullable()
      .default(null)
      .meta({ description: 'The position of an entry that the charge rests on.' }),
  }),
  made: chargedCase,
  async enter(sender, { with: others, deed, ...charged }) {
    const on = dayIn(deed.on)
    if (on === undefined) return refuse('deed-day-unclear')
    return bringCharge(sender, { ...charged, others, deed: { ...deed, on } })
  },
})

const sign = deedIn({
  tag,
  path: '/cases/{id}/signature',
  id: 'signCharge',
  summary: 'Sign a charge that you were asked to bring; the last signature that it needs gives notice',
  body: bare,
  enter: signCharge,
})

const withdraw = deedIn({
  tag,
  path: '/cases/{id}/withdrawal',
  id: 'withdrawCharge',
  summary: 'Withdraw a charge that you began',
  body: bare,
  enter: withdrawCharge,
})

const call = deedIn({
  tag,
  path: '/cases/{id}/witnesses',
  id: 'callWitness',
  summary: 'Call a witness for your side',
  body: z.strictObject({ ...deedFields, member: memberIdShape }),
  enter: (sender, id, { member }) => callWitness(sender, id, member),
})

const state = deedIn({
  tag,
  path: '/cases/{id}/statements',
  id: 'stateInCase',
  summary: 'Answer, speak for the charge, or testify: as what you are in the case',
  body: withText,
  enter: (sender, id, { text }) => stateInCase(sender, id, text, false),
})

const lastWord = deedIn({
  tag,
  path: '/cases/{id}/last-word',
  id: 'sayLastWord',
  summary: 'Say the last word, which stands beside the finding; for whoever is charged',
  body: withText,
  enter: (sender, id, { text }) => stateInCase(sender, id, text, true),
})

const bar = deedIn({
  tag,
  path: '/cases/{id}/bar',
  id: 'barCase',
  summary: 'Show by the code of an ended case that the same was charged before, which ends this one',
  body: z.strictObject({
    ...deedFields,
    number: z.int().min(1).meta({ description: 'Of the earlier case.' }),
    code: z.string().max(100).meta({ description: 'That you were given in the earlier case.' }),
  }),
  enter: (sender, id, { number, code }) => barCase(sender, id, number, code),
})

const contest = deedIn({
  tag,
  path: '/cases/{id}/appeal',
  id: 'appealInCase',
  summary: 'Appeal against the measure that was adopted; for whoever is charged',
  body: withText,
  enter: (sender, id, { text }) => appeal(sender, id, text),
})

const find = deedIn({
  tag,
  path: '/cases/{id}/findings',
  id: 'proposeFinding',
  summary: 'Propose what the panel finds, with reasons; for whoever sits on it',
  body: z.strictObject({
    ...deedFields,
    measure: measureShape.nullable().meta({ description: 'Null where there is nothing against the member.' }),
    reasons: sealedTextShape,
  }),
  enter: (sender, id, { measure, reasons }) => proposeFinding(sender, id, measure, reasons),
})

const agree = deedIn({
  tag,
  path: '/cases/{id}/agreement',
  id: 'agreeToFinding',
  summary: 'Agree with a finding that somebody of the panel proposed',
  body: z.strictObject({ ...deedFields, finding: uuidShape }),
  enter: (sender, id, { finding }) => agreeToFinding(sender, id, finding),
})

const disagree = deedIn({
  tag,
  path: '/cases/{id}/dissent',
  id: 'dissentInCase',
  summary: 'Say why you do not agree with what the panel finds; for whoever sits on it',
  body: withText,
  enter: (sender, id, { text }) => dissent(sender, id, text),
})

const protect = deedIn({
  tag,
  path: '/cases/{id}/protection',
  id: 'askProtection',
  summary: 'Ask for a protective measure, on which the members of the unit vote; for those who charge',
  body: z.strictObject({
    ...deedFields,
    rights: listOf(z.enum(PROTECTED_RIGHTS)),
    days: z.int(),
    text: sealedTextShape,
  }),
  enter: (sender, id, { rights, days, text }) => askProtection(sender, id, { rights, days, text }),
})

const reply = deedIn({
  tag,
  path: '/cases/{id}/protection/reply',
  id: 'replyToProtection',
  summary: 'Answer a protective measure that is asked for; for whoever is charged',
  body: withText,
  enter: (sender, id, { text }) => answerProtection(sender, id, text, 'case.reply'),
})

const contestProtection = deedIn({
  tag,
  path: '/cases/{id}/protection/appeal',
  id: 'appealProtection',
  summary: 'Appeal against the protective measure that holds; for whoever is charged',
  body: withText,
  enter: (sender, id, { text }) => answerProtection(sender, id, text, 'case.contest'),
})

/** All that members do in cases. */
export const caseDeeds = [
  ...[charge, sign, withdraw, call, state, lastWord, bar, contest],
  ...[find, agree, disagree, protect, reply, contestProtection],
]
