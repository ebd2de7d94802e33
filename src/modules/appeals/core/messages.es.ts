import type { Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { AppealCode } from './messages.en.ts'

const { sayMoment } = speechIn('es')

export const spanish: Sentences<AppealCode> = {
  'unknown-appeal': () => 'No existe ese recurso.',
  'appeal-late': ({ until }) => `El plazo para recurrir terminó el ${sayMoment(until)}.`,
  'appealed-already': () => 'Ya has recurrido; un panel por sorteo lo mira una vez.',
  'appeal-moot': () =>
    'Aquello de lo que se trataba ha terminado: el texto se muestra de nuevo, o la situación se regularizó.',
  'no-notice': () => 'No hay ningún aviso en curso sobre tu situación.',
  'notice-rests': ({ until }) =>
    `Un aviso a esta persona quedó anulado tras un recurso. No puede darse otro antes del ${sayMoment(until)}.`,
}
