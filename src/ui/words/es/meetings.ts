import type * as en from '../en/meetings.ts'
import { sayNumber } from './common.ts'

export const meetings: typeof en.meetings = {
  title: 'Registrar la decisión de una reunión',
  lead: 'Una reunión con quórum puede decidir de inmediato lo que no puede esperar a un debate y a una votación de todo el padrón. Dos personas escrutan; una persona con el cargo registra el recuento en un plazo de siete días, y otra persona con el cargo lo confirma.',
  limits:
    'Una reunión solo puede aprobar resoluciones. El programa, las reglas, las unidades y los cargos pueden esperar, y siguen el camino de una moción.',
  review: (share, days) =>
    `Durante ${days} días después de la confirmación, ${share} del padrón puede pedir una revisión: entonces la decisión se debate de nuevo y se somete al voto de todo el padrón.`,
  quorum: (share, size, needed) =>
    `Quórum: ${share} de ${sayNumber(size)} del padrón = deben contarse ${sayNumber(needed)}.`,
  needsDuty: 'Esto solo puede hacerlo quien tiene el mandato de registrar lo que deciden las reuniones.',
  unit: 'Unidad que se reunió',
  titleLabel: 'Título',
  text: 'Lo que se decidió',
  textHint: 'Queda en el registro para siempre. Una línea vacía empieza una cláusula nueva.',
  heldAt: 'Cuándo se decidió (UTC)',
  count: 'Lo que contó el escrutinio',
  yes: 'A favor',
  no: 'En contra',
  abstain: 'Abstenciones',
  tellers: 'Personas escrutadoras',
  tellersHint: 'Dos integrantes con derecho a voto, distintos de ti.',
  teller: (number) => `Persona escrutadora ${number}`,
  search: 'Buscar por nombre a quienes escrutaron',
  find: 'Buscar',
  none: 'No se encontró a nadie con derecho a voto y ese nombre.',
  choose: 'Elegir…',
  send: 'Registrar la decisión',
}
