import type { Clause, EditedClause } from '#modules/motions/core'
import type { Form } from './forms.server.ts'

/**
 * What stood in the boxes of a clause editor (`ClauseEditor.svelte`): one box for each clause, one between two and one at
 * the beginning. A box that was not sent leaves its clause as it is.
 */
export function editedClauses(form: Form, base: readonly Clause[]): readonly EditedClause[] {
  const room = (place: string): EditedClause => ({ id: null, text: form.text(`after-${place}`) })
  const box = ({ id, text }: Clause): EditedClause => ({
    id,
    text: form.has(`clause-${id}`) ? form.text(`clause-${id}`) : text,
  })
  return [room('start'), ...base.flatMap((clause) => [box(clause), room(clause.id)])]
}
