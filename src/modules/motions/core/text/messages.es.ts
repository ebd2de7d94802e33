import type { Refusal } from '#kernel/refusal'
import type { Sentences } from '#kernel/sentences'
import type { TextRefusalCode } from './messages.en.ts'

export const spanish: Sentences<TextRefusalCode> = {
  'unknown-clause': (facts) =>
    `El texto ya no tiene ${shown('la cláusula', facts)}: cambió mientras escribías. Abre el texto más nuevo y haz allí tu cambio.`,
  'clause-changed-twice': (facts) =>
    `La enmienda cambia dos veces ${shown('la cláusula', facts)}. Reúne ambos cambios en una sola redacción.`,
  'clause-id-taken': (facts) =>
    `${shown('La cláusula nueva', facts)} lleva el identificador de otra. Vuelve a cargar la página y agrégala de nuevo.`,
  'clause-empty': () =>
    'Una cláusula de la enmienda no tiene palabras. Para quitar una cláusula, elimínala; si no, escribe su redacción.',
  'changes-nothing': (facts) =>
    facts.clause === undefined
      ? 'La enmienda no cambia nada. Cambia, agrega o elimina al menos una cláusula.'
      : `La nueva redacción de ${shown('la cláusula', facts)} es igual a la anterior. Cámbiala, o deja fuera la cláusula.`,
  'nothing-left': () =>
    'La enmienda eliminaría todas las cláusulas. Para oponerte al texto entero, vota en contra de la moción.',
}

function shown(what: string, { clause }: Refusal['facts']): string {
  return typeof clause === 'string' ? `${what} “${clause}”` : what
}
