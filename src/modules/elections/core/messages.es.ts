import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { ElectionCode } from './messages.en.ts'

const { sayCount, sayMoment, sayNumber } = speechIn('es')

export const spanish: Sentences<ElectionCode> = {
  'unknown-office': () => 'No existe ese cargo.',
  'office-closed': ({ office }) => `El cargo “${say(office)}” está cerrado.`,
  'office-open-already': ({ office }) => `La unidad ya tiene un cargo llamado “${say(office)}”.`,
  'unknown-election': () => 'No existe esa elección.',
  'election-elsewhere': ({ wanted }) =>
    wanted === 'nominating'
      ? 'El plazo para presentar candidaturas terminó.'
      : 'La elección no está en el punto necesario para esto.',
  'nominated-already': () => 'Esta persona ya está propuesta.',
  'not-nominated': () => 'No estás en las candidaturas de esta elección.',
  'nominee-not-of-unit': () => 'Solo quien pertenece a la unidad puede ocupar su cargo.',
  'too-many-nominations': ({ most }) => `Ya propusiste a ${sayNumber(most)} integrantes, que es el máximo.`,
  'too-many-candidates': ({ most }) => `Hay ${sayNumber(most)} candidaturas, que es el máximo.`,
  'statement-too-long': ({ length, most }) =>
    `La presentación tiene ${sayNumber(length)} caracteres; cada candidatura tiene el mismo espacio, ${sayNumber(most)} como máximo.`,
  'place-malformed': ({ typed }) =>
    `“${say(typed)}” no es un lugar. Escribe números enteros: 1 para quien más prefieres, luego 2, 3 y así.`,
  'seats-missing': ({ most }) =>
    `Escribe cuántas personas ocupan el cargo: un número entero del 1 al ${sayNumber(most)}.`,
  'statement-missing': () => 'Escribe una presentación: se leen unas junto a otras.',
  'terms-used-up': ({ had, most }) =>
    `Quien ocupó este cargo ${sayCount(most, { one: 'período seguido', other: 'períodos seguidos' })} debe hacer una pausa; hasta ahora fueron ${sayNumber(had)}.`,
  'no-commitment': () => 'No te comprometiste con palabras secretas en esta elección.',
  'seed-other': () => 'Estas no son las palabras con las que hubo compromiso.',
  'no-vacancy': () => 'Aquí no hay ningún puesto por cubrir.',
  'unknown-petition': () => 'No existe esa petición.',
  'petition-over': () => 'Esta petición ya no recibe firmas.',
  'petition-under-way': () => 'Ya hay una petición sobre este mandato: firma esa.',
  'petitioned-before': () => 'Tu petición sobre este mandato caducó; la próxima debe venir de otra persona.',
  'recall-rests': ({ until }) =>
    `Hace poco se votó esta revocación. Se puede pedir de nuevo a partir del ${sayMoment(until)}.`,
}
