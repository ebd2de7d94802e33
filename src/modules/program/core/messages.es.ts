import { say, type Sentences } from '#kernel/sentences'
import type { ProgramCode } from './messages.en.ts'

export const spanish: Sentences<ProgramCode> = {
  'unknown-point': () => 'No existe ese punto en el programa.',
  'point-struck': ({ number }) => `El punto ${say(number)} fue suprimido del programa.`,
  'point-changed-meanwhile': ({ number }) =>
    `Entretanto otra decisión cambió el punto ${say(number)}. Redacta la moción de nuevo sobre su texto actual.`,
}
