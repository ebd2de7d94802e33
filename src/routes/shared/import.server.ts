import type { RequestEvent } from '@sveltejs/kit'
import { fromBase64 } from '#kernel/bytes'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { enterImport, type ImportAnswer, type ImportSource } from '#views/import.server.ts'
import { rememberSeen, type Form } from './forms.server.ts'

/** The file that a form brings: chosen, pasted, or brought back by the form that confirms. */
export async function importFrom(form: Form, founding: boolean): Promise<ImportSource | Refusal> {
  const kept = form.text('csv')
  const file = form.file('file')
  const bytes =
    kept !== ''
      ? fromBase64(kept)
      : file !== undefined
        ? new Uint8Array(await file.arrayBuffer())
        : new TextEncoder().encode(form.text('pasted'))
  if (bytes === undefined) return refuse('no-file')
  return {
    bytes,
    id: form.key.act,
    salt: fromBase64(form.key.salt) ?? new Uint8Array(16),
    founding,
    // A form that did not show the rows leaves the file’s word.
    organizers: form.text('chosen') === '' ? undefined : new Set(form.texts('organizer').map(Number)),
  }
}

/** Enters the file that a form brings, and lets the browser see it. */
export async function confirmImport(
  event: RequestEvent,
  form: Form,
  founding: boolean,
): Promise<ImportAnswer | Refusal> {
  const source = await importFrom(form, founding)
  if (isRefusal(source)) return source
  const answer = await enterImport(event, source)
  if (!isRefusal(answer) && answer.kind === 'entered') rememberSeen(event, answer.size)
  return answer
}
