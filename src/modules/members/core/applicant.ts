import { refuse, type Refusal } from '#kernel/refusal'
import { readRow, type Columns } from './import/index.ts'

const columns: Columns = {
  at: { name: { index: 0, heading: 'name' }, email: { index: 1, heading: 'email' } },
  width: 2,
  ignored: [],
  problems: [],
}

/** Name and address as somebody typed them on a form, held to the same as those in a file of members. */
export function readApplicant(
  name: string,
  email: string,
): { readonly name: string; readonly email: string | null } | Refusal {
  const row = readRow(columns, { line: 1, cells: [name, email] })
  if ('name' in row) return { name: row.name, email: row.email?.toLowerCase() ?? null }
  const [first] = row
  if (first?.code === 'no-name') return refuse('name-missing')
  if (first?.code === 'bad-address') return refuse('address-unfit', { address: email.slice(0, 100) })
  return first?.code === 'too-long' ? refuse('field-too-long', first.facts) : refuse('field-unfit')
}
