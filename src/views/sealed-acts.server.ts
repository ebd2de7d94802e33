import type { CompiledQuery } from 'kysely'
import { toBase64 } from '#kernel/bytes'
import type { Json } from '#kernel/canonical'
import { sha256 } from '#kernel/hash'
import { derivedUuid } from '#kernel/ids'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { checkHeldText, NOBODY, type Act, type Receipt } from '#modules/record/core'
import { plenum } from './plenum.server.ts'

/** Who enters something in a case or a complaint, under an id that follows from the form's own, and a salt for its text. */
export interface Sender {
  readonly member: string
  readonly act: string
  readonly salt: Uint8Array
}

/** One of the acts that a form enters together. */
export type Step = readonly [type: string, body: Json]

export type Answer = Promise<readonly Receipt[] | Refusal>

/** Enters these acts together: by nobody, unless it is said by whom. */
export async function submitSteps(
  { act }: Sender,
  unit: string,
  steps: readonly Step[],
  alongside: readonly CompiledQuery[] = [],
  by: string = NOBODY,
): Answer {
  const acts = steps.map(([type, body]): Act => ({ by, id: derivedUuid(act, type), type, unit, body }))
  const answer = await plenum().clerk.submitAll(acts, alongside)
  // Which of two acts it was is nothing that a person has to know.
  return isRefusal(answer) ? refuse(answer.code, answer.facts) : answer
}

/** Holds a text sealed, for as long as this case or complaint lasts. Refusals: what is wrong with the text, `seal-missing`. */
export async function holdSealed(id: string, { salt }: Sender, text: string) {
  const refusal = checkHeldText(text)
  if (refusal !== undefined) return refusal
  const { sealed } = plenum()
  if (!(await sealed.ready())) return refuse('seal-missing')
  return sealed.hold(id, salt, text)
}

/** A salt for what else a form commits to, in base64: another than that of its text, as this one may be opened. */
export function saltFor({ salt }: Sender, what: string): string {
  return toBase64(sha256(`${what} ${toBase64(salt)}`).subarray(0, 16))
}
