import { isSigned, SIGNED_SINCE } from '#modules/devices/core'
import { signedAmong } from '#modules/record'
import { CLERK, NOBODY, type Header } from '#modules/record/core'
import { plenum } from './plenum.server.ts'

/** How it is known that a member entered something: by the signature of a device of theirs, or by the server's word alone. */
type Mark = 'signed' | 'attested'

/** The mark of an entry; null where no member entered it. */
export function markOf(header: Pick<Header, 'by' | 'sig' | 'law'>): Mark | null {
  if (header.by === CLERK || header.by === NOBODY) return null
  return isSigned(header) ? 'signed' : 'attested'
}

/** The marks of what members entered at these positions. */
export async function marksAt(seqs: readonly number[]): Promise<(seq: number) => Mark> {
  const signed = await signedAmong(plenum().database, seqs, SIGNED_SINCE)
  return (seq) => (signed.has(seq) ? 'signed' : 'attested')
}
