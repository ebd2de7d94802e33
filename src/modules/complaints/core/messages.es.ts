import type { Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { ComplaintCode } from './messages.en.ts'

const { sayNumber } = speechIn('es')

export const spanish: Sentences<ComplaintCode> = {
  'unknown-complaint': () => 'No existe esa queja, o no te concierne.',
  'complaint-elsewhere': ({ stage }) =>
    stage === 'ended' ? 'La queja ha terminado.' : 'La queja no está en el momento para esto.',
  'no-complaint-persons': () =>
    'Fuera de las personas implicadas, nadie está elegido para las quejas aquí ni en una unidad superior. Una moción puede abrir ese cargo; una acusación puede presentarse sin él.',
  'complains-of-oneself': () => 'Nombra a la persona de quien trata la queja.',
  'represented-by-party': () => 'Tiene que hablar otra persona por quien presenta la queja.',
  'too-many-complaints': ({ most }) => `Tienes ${sayNumber(most)} quejas abiertas, que es el máximo.`,
  'separated-already': () => 'En esta queja ya se ordenó una separación; se puede ordenar una sola vez.',
  'complaint-about-missing': () => 'Elige a la persona de quien trata la queja.',
  'complaint-persons-few': () =>
    'Un cargo para quejas tiene al menos dos puestos, no envía a nadie a un consejo y se ocupa por elección.',
  'separation-days': ({ most }) => `Escribe un número de días de 1 a ${sayNumber(most)}.`,
}
