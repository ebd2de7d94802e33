import { z } from 'zod'
import { fieldOf, type Json } from '#kernel/canonical'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import type { Receipt } from '#modules/record/core'
import { isOnCase } from '#modules/discipline/core'
import { refuseToken, scopeOf } from '#modules/tokens/core'
import { enteredBy, unitOf, type Org } from '#organization'
import { enterActs, whyNotRatify, type PlainAct } from '#views/enter-acts.server.ts'
import { refusalOf, SOME_TEXT } from '#views/may.server.ts'
import { read } from '#views/read.server.ts'
import { memberWith } from '../asker.server.ts'
import type { Asker } from '../environment.ts'
import { operation } from '../operation.server.ts'
import { answerReceipts } from '../respond.server.ts'
import { heldFields, memberActShape, MEMBER_KINDS, receiptShape, type SentAct } from '../shapes/acts.ts'
import { listOf } from '../shapes/common.ts'

const TAG = 'Acts'
const SAME = `The same act sent again under its id gets the same receipt, with 200; another act under a used id is refused (\`id-reused\`).
The scope that is needed is that of the act’s area, or \`act\` for any; on the panel of a case it is \`sealed\`.`

const MOST_IN_BATCH = 100

export const enterAct = operation({
  method: 'post',
  path: '/acts',
  id: 'enterAct',
  tag: TAG,
  summary: 'Enter an act',
  description: SAME,
  needs: 'own',
  body: memberActShape,
  status: 201,
  again: 'The same act had been entered before',
  answer: receiptShape,
  async run(call) {
    const receipts = await enterAll(call.asker, [call.body])
    return isRefusal(receipts) ? receipts : answerReceipts(call.request, receipts, receipts[0])
  },
})

export const enterActsTogether = operation({
  method: 'post',
  path: '/acts/batch',
  id: 'enterActs',
  tag: TAG,
  summary: 'Enter several acts, all or none',
  description: `${SAME} Each is judged after those before it. In a refusal, \`facts.index\` says which one was refused.`,
  needs: 'own',
  body: z.object({
    acts: listOf(memberActShape).refine(
      ({ length }) => length > 0 && length <= MOST_IN_BATCH,
      `from 1 to ${MOST_IN_BATCH}`,
    ),
  }),
  status: 201,
  again: 'The same act had been entered before',
  answer: z.object({ receipts: listOf(receiptShape) }),
  async run(call) {
    const receipts = await enterAll(call.asker, call.body.acts)
    return isRefusal(receipts) ? receipts : answerReceipts(call.request, receipts, { receipts })
  },
})

export const tryAct = operation({
  method: 'post',
  path: '/acts/check',
  id: 'checkAct',
  tag: TAG,
  summary: 'Ask whether an act would be accepted now, and enter nothing',
  needs: 'own',
  body: memberActShape,
  answer: z.object({ accepted: z.literal(true) }),
  async run({ asker, body }) {
    const act = await plainAct(asker, body)
    if (isRefusal(act)) return act
    const { texts, by, type, unit } = act
    const hashes = Object.fromEntries(Object.keys(texts).map((field) => [field, SOME_TEXT]))
    const whole = { by, type, unit, body: { ...(act.body as Readonly<Record<string, Json>>), ...hashes } }
    return (await read(asker, (org, now) => refusalOf(org, now, whole))) ?? { accepted: true as const }
  },
})

async function enterAll(asker: Asker, sent: readonly SentAct[]): Promise<readonly Receipt[] | Refusal> {
  const acts: PlainAct[] = []
  for (const [index, each] of sent.entries()) {
    const act = await plainAct(asker, each)
    if (isRefusal(act)) return sent.length > 1 ? refuse(act.code, { ...act.facts, index }) : act
    acts.push(act)
  }
  return enterActs(acts)
}

/** The act of the member who calls, its texts apart. */
async function plainAct(asker: Asker, { id, type, unit, body, sig }: SentAct): Promise<PlainAct | Refusal> {
  const isInCase = await read(
    asker,
    ({ panels }) => type.startsWith('panel.') && isOnCase(panels, panelIn(body)),
  )
  const member = memberWith(asker, isInCase ? 'sealed' : scopeOf(type))
  if (isRefusal(member)) return member
  const texts = textsIn(type, body)
  // Here it would be held where everybody reads.
  if (isInCase && Object.keys(texts).length > 0) return refuseToken('case-text-elsewhere')
  // Its shape has parsed it: only what JSON can hold stands in it.
  const by = enteredBy(type, member, body as Json)
  if (isRefusal(by)) return by
  const plain = { by, id, type, body: body as Json }
  const act = sig === undefined ? plain : { ...plain, sig }
  const found = await read(asker, (org) => {
    const refusal = type === 'motion.propose' ? whyNotRatify(org, act) : undefined
    return { refusal, unit: unit === undefined ? unitFor(org, act, texts) : unit }
  })
  return found.refusal ?? { ...act, unit: found.unit, texts }
}

function panelIn(body: unknown): string {
  const panel = fieldOf(body as Json, 'panel')
  return typeof panel === 'string' ? panel : ''
}

function textsIn(type: string, body: unknown): Readonly<Record<string, string>> {
  const kind = MEMBER_KINDS.find((each) => each.type === type)
  const fields = body as Readonly<Record<string, unknown>>
  const held = kind === undefined ? [] : heldFields(kind)
  return Object.fromEntries(
    held.flatMap((name) => {
      const text = fields[name]
      return typeof text === 'string' ? [[name, text]] : []
    }),
  )
}

/** The unit that the act belongs to, as far as that follows from what it is about. */
function unitFor(
  org: Org,
  { type, body }: { readonly type: string; readonly body: Json },
  texts: object,
): string | null {
  const hashes = Object.fromEntries(Object.keys(texts).map((field) => [field, SOME_TEXT]))
  return unitOf(org, type, { ...(body as Readonly<Record<string, Json>>), ...hashes }) ?? null
}
