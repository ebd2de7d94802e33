import { z } from 'zod'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { plenum } from '#views/plenum.server.ts'
import type { Answer, Sender } from '#views/sealed-acts.server.ts'
import { memberWith } from './asker.server.ts'
import type { Asker } from './environment.ts'
import { operation, type Operation } from './operation.server.ts'
import { answerReceipts } from './respond.server.ts'
import { idParams, listOf, secretIdShape } from './shapes/common.ts'
import { receiptShape } from './shapes/acts.ts'
import type { Spec } from './spec.ts'

/** What every deed in something sealed is sent with. */
export const deedFields = { id: secretIdShape }

const enteredShape = z
  .object({
    id: z.string().meta({ description: 'The case, complaint or panel that it made, or was done in.' }),
    receipts: listOf(receiptShape).meta({ description: 'Of the entries that it made, in their order.' }),
  })
  .meta({ id: 'Entered' })

interface Described<Body> {
  readonly tag: 'Cases' | 'Complaints' | 'Panels'
  readonly path: string
  /** The name of the operation. */
  readonly id: string
  readonly summary: string
  readonly description?: string
  readonly body: z.ZodType<Body>
}

interface Sent {
  readonly id: string
}

/** An operation that enters something in a case, a complaint or a panel that is there; `{id}` in its path says which. */
export function deedIn<Body extends Sent>({
  enter,
  ...described
}: Described<Body> & {
  readonly enter: (sender: Sender, id: string, body: Body, asker: Asker) => Answer
}): Operation {
  return operation({
    ...asDeed(described),
    params: idParams,
    run: ({ asker, request, params: { id }, body }) =>
      entered(asker, request, body, async (sender) => [id, await enter(sender, id, body, asker)]),
  })
}

/** An operation that makes a case or a complaint: `made` says which. */
export function deedOf<Body extends Sent>({
  enter,
  made,
  ...described
}: Described<Body> & {
  readonly enter: (sender: Sender, body: Body, asker: Asker) => Answer
  /** The id of what it makes. */
  readonly made: (sender: Sender) => string
}): Operation {
  return operation({
    ...asDeed(described),
    run: ({ asker, request, body }) =>
      entered(asker, request, body, async (sender) => [made(sender), await enter(sender, body, asker)]),
  })
}

const SAME = `What is sent again under its \`id\` gets the same receipts, with 200, as long as what it is about has not ended. Whom it does not
concern gets the answer of something that is not there.`

function asDeed<Body>({ description = '', ...described }: Described<Body>) {
  return {
    ...described,
    description: `${description} ${SAME}`.trim(),
    method: 'post',
    needs: 'sealed',
    status: 201,
    again: 'The same had been entered before',
    answer: enteredShape,
  } as const satisfies Omit<Spec<unknown, unknown, Body, z.infer<typeof enteredShape>>, 'run'>
}

/** Enters it in the name of the caller's member, under ids and salts that follow from the id that was sent. */
async function entered(
  asker: Asker,
  request: Request,
  { id }: Sent,
  enter: (sender: Sender) => Promise<readonly [about: string, Awaited<Answer>]>,
): Promise<Response | Refusal> {
  const member = memberWith(asker, 'sealed')
  if (isRefusal(member)) return member
  const { sealed } = plenum()
  if (!(await sealed.ready())) return refuse('seal-missing')
  const [about, receipts] = await enter({ member, act: id, salt: sealed.saltOf(id) })
  return isRefusal(receipts) ? receipts : answerReceipts(request, receipts, { id: about, receipts })
}
