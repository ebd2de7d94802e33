import type * as english from '../en/pairs.ts'
import { count } from './common.ts'

export const pairs: typeof english.pairs = {
  title: 'Quién gana a quién',
  lead: 'Cada fila se lee desde la izquierda: cuántas papeletas ponen esta candidatura por encima de la de la columna, y cuántas al revés. Las victorias están en negrita. Las papeletas que no nombran a ninguna de las dos, o las ponen iguales, no están en ninguno de los números.',
  candidate: 'Candidatura',
  against: (name) => `contra ${name}`,
  victories: 'Victorias',
  fields: { won: 'gana', lost: 'pierde', even: 'igualdad' },
  order: 'El orden que resulta',
  alike: (names) => `${names.join(', ')} (en igualdad)`,
}

/** Si alguien gana a todas las demás candidaturas. */
export function sayWinner(best: string | undefined, others: number): string {
  return best === undefined
    ? 'Nadie gana a todas las demás candidaturas; por eso decide la fuerza de las victorias, como dice el método.'
    : `${best} gana a ${others === 1 ? 'la otra candidatura' : `cada una de las otras ${count(others, 'candidatura', 'candidaturas')}`}.`
}
