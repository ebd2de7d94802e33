import { speechIn } from '#kernel/speech'
import type { diff as english } from '../en/diff.ts'

const { sayCount } = speechIn('es')

export const diff: typeof english = {
  words: (number) =>
    `${sayCount(number, { one: 'palabra', many: 'de palabras', other: 'palabras' })} sin cambios`,
  clauses: (from, to) =>
    from === to ? `La cláusula ${from} no cambia` : `Las cláusulas ${from} a ${to} no cambian`,
}
