import type { PointName } from '../../effect.ts'
import type * as en from '../en/program.ts'
import { count } from './common.ts'

/** “Punto de unidad 3”, “Posición 12”. */
export function pointName({ kind, number }: Pick<PointName, 'kind' | 'number'>): string {
  return kind === 'unity' ? `Punto de unidad ${number}` : `Posición ${number}`
}

export const program: typeof en.program = {
  title: 'Programa',
  lead: 'Lo que nos une. Los puntos de unidad se aceptan al ingresar y se cambian por una mayoría amplia; las posiciones se aprueban por mayoría y siguen abiertas a discusión para siempre. Por qué alguien sostiene un punto o una posición es una fundamentación: puede haber cuantas se quiera, y ninguna se vota.',
  unity: 'Puntos de unidad',
  positions: 'Posiciones',
  noUnity: 'Todavía no se ha aprobado ningún punto de unidad.',
  noPositions: 'Todavía no se ha aprobado ninguna posición.',
  noneForMember: 'Una moción puede proponerlas.',
  struck: 'Suprimidos del programa',
  struckOn: (name) => `${name}: ya no está en el programa; una decisión lo suprimió.`,
  proposeNew: 'Proponer puntos o posiciones',
  proposeChange: 'Proponer un cambio',
  proposeStrike: 'Proponer que se suprima',
  revision: (number) =>
    number === 1
      ? 'como se aprobó al principio'
      : `con ${count(number - 1, 'cambio', 'cambios')} desde su aprobación`,
  history: 'Cómo llegó a ser',
  historyLead: 'Cada decisión que escribió este texto, la más reciente primero.',
  did: { adopted: 'Aprobación', changed: 'Cambio', struck: 'Supresión' },
  by: 'Por la',
  motion: (number, title) => `Moción ${number}: ${title}`,
  entry: (seq) => `Entrada ${seq} del registro`,
  changes: 'Lo que cambió',
  vote: 'La votación',
  of: (unit) => `de ${unit}`,
  dissent: (number) =>
    number === 1 ? 'Disenso: un informe de minoría' : `Disenso: ${number} informes de minoría`,
  noDissent: 'Esta decisión no tiene adjunto ningún informe de minoría.',
  behind: (number) => `${count(number, 'integrante firma', 'integrantes firman')} este informe.`,
  rationales: 'Fundamentaciones',
  rationalesLead: 'Por qué se sostiene este punto. No son parte del programa y no obligan a nadie.',
  noRationales: 'Nadie ha escrito una fundamentación todavía.',
  rationaleAdd: 'Agregar una fundamentación',
  rationaleLabel: 'Por qué sostengo este punto',
  rationaleHint: 'Cada integrante puede leerla, ahora y más adelante. El registro solo lleva su huella.',
  rationaleSend: 'Agregarla',
  membersOnly: 'Quienes integran la organización ven cómo llegó a ser cada punto.',
}
