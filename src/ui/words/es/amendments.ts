import type * as en from '../en/amendments.ts'
import { count, sayList } from './common.ts'

export const amendments: typeof en.amendments = {
  title: 'Enmiendas',
  none: 'No se ha propuesto ninguna.',
  open: 'Se reciben enmiendas hasta el',
  propose: 'Proponer una enmienda',
  heading: (number) => `Enmienda ${number}`,
  by: 'propuesta por',
  reason: 'Motivo',
  states: {
    proposed: 'abierta',
    withdrawn: 'retirada',
    lapsed: 'no se sometió a votación: le faltaron apoyos',
    adopted: 'aprobada',
    rejected: 'no aprobada',
    displaced: 'desplazada',
  },
  displacedBy: (number) => `desplazada por la enmienda ${number}`,
  seconds: (had, needed) =>
    needed === 0
      ? ''
      : `Tiene ${had} de ${count(needed, 'apoyo que necesita', 'apoyos que necesita')} para someterse a votación.`,
  second: 'Secundarla',
  withdraw: 'Retirarla',
  collides: (number, clauses) => `Choca con la enmienda ${number} en ${sayList(clauses)}.`,
  collisionNote:
    'De dos enmiendas que chocan se puede votar a favor de ambas, pero solo se incorpora la que tenga más votos.',
  place: (number) => (number === null ? 'una cláusula nueva' : `la cláusula ${number}`),
  preview: 'El texto si se aprueban',
  previewLead: 'Elige enmiendas para ver el texto con todas ellas incorporadas.',
  previewLabel: (number, by) => `Enmienda ${number}, de ${by}`,
  previewShow: 'Mostrar el texto',
  previewNone: 'No hay ninguna enmienda elegida: este es el texto tal como se propuso.',
  previewCollision: 'No se pueden incorporar todas estas:',
  collision: (a, b, clause) => `La enmienda ${a} choca con la enmienda ${b} en ${clause}.`,
  form: {
    title: 'Proponer una enmienda',
    lead: 'Cambia la redacción de cualquier cláusula. Para quitar una cláusula, vacía su recuadro. Para agregar una, abre el lugar donde debe ir.',
    good: 'La redacción de una enmienda queda en el registro para siempre.',
    frozen: 'Se reciben enmiendas hasta el',
    clause: (number) => `Cláusula ${number}`,
    before: 'Agregar una cláusula al principio',
    after: (number) => `Agregar una cláusula después de la cláusula ${number}`,
    added: 'Cláusula nueva',
    reason: 'Motivo',
    reasonHint:
      'Por qué la propones. Las demás personas integrantes pueden leerlo; el registro solo lleva su huella.',
    send: 'Proponer la enmienda',
    stands: 'La moción',
  },
}
