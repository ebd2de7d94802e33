import { isRefusal, type Refusal } from '#kernel/refusal'
import type { Proof } from '#modules/access'
import { plenum } from '#views/plenum.server.ts'
import type { Form } from './forms.server.ts'

/** What was typed into the fields of `Proof.svelte`. */
export function proofIn(form: Form): Proof {
  return { password: form.secret('password-now'), code: form.text('code') }
}

/** Why this form does not show that it is the member who sends it: asked before whatever lasts, or shuts others out. */
export async function unproven(member: string, form: Form): Promise<Refusal | undefined> {
  const { access, clock } = plenum()
  const answer = await access.prove(member, proofIn(form), clock.now())
  return isRefusal(answer) ? answer : undefined
}
