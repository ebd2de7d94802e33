import { say, type Sentences } from '#kernel/sentences'
import { speechIn } from '#kernel/speech'
import type { MotionCode } from './messages.en.ts'
import type { StageKind } from './state.ts'

/** What a motion's stage is called. */
const STAGE_NAMES: Readonly<Record<StageKind, string>> = {
  seconding: 'a la espera de apoyos',
  debate: 'en debate',
  amending: 'votación de las enmiendas',
  amended: 'enmiendas decididas',
  voting: 'votación',
  entered: 'a la espera de otra persona con el cargo',
  decided: 'decidida',
  review: 'en revisión',
  'review-voting': 'votación de la revisión',
  lapsed: 'caducada',
  withdrawn: 'retirada',
}

const YOURS: Readonly<Record<string, string>> = {
  motion: 'Esta moción no es tuya.',
  amendment: 'Esta enmienda no es tuya.',
}

const { sayCount, sayMoment, sayNumber } = speechIn('es')

export const spanish: Sentences<MotionCode> = {
  'unknown-motion': () => 'No existe esa moción.',
  'wrong-stage': ({ stage }) =>
    `Esto no es posible ahora: la etapa de la moción es “${stageName(say(stage))}”.`,
  'not-of-unit': () => 'No perteneces a la unidad que decide esto.',
  'too-many-amendments-of-tendency': ({ most }) =>
    `Esta tendencia tiene ${sayNumber(most)} enmiendas a esta moción, que es lo máximo que se vota sin apoyos. Propón la tuya a tu nombre.`,
  'not-yours': ({ what }) => YOURS[say(what)] ?? 'Esto no es tuyo.',
  'id-taken': () =>
    'Ya existe algo con este identificador. Vuelve a cargar el formulario y envíalo de nuevo.',
  'motion-too-long': ({ length, most }) =>
    `El texto tiene ${sayNumber(length)} caracteres; una moción puede tener ${sayNumber(most)}. Acórtalo, o divídelo en varias mociones.`,
  'clause-twice': () =>
    'Dos cláusulas llevan el mismo identificador. Vuelve a cargar el formulario y envíalo de nuevo.',
  'own-second': () => 'Una propuesta la secundan otras personas, no quien la presenta.',
  'seconded-already': () => 'Ya secundaste esto.',
  'seconded-by-others': () =>
    'Otras personas ya secundaron esto, así que quien lo presentó ya no puede retirarlo.',
  'amendments-frozen': ({ since }) =>
    `Desde el ${sayMoment(since)} no se reciben enmiendas, para que todo el mundo pueda leer las últimas antes de votar.`,
  'too-many-amendments': ({ most }) =>
    `Cada integrante puede proponer ${sayCount(most, { one: 'enmienda', other: 'enmiendas' })} a una moción como máximo. Reúne varias en una, o secunda las de otras personas.`,
  'unknown-amendment': () => 'No existe esa enmienda, o ya no está abierta.',
  'too-many-speeches': ({ most }) =>
    `Cada integrante puede intervenir ${sayCount(most, { one: 'vez', other: 'veces' })} sobre una moción como máximo.`,
  'too-many-reports': ({ most }) =>
    `Cada integrante puede presentar ${sayCount(most, { one: 'informe', other: 'informes' })} de minoría sobre una decisión como máximo; los de otras personas se pueden firmar.`,
  'reports-closed': ({ since }) => `Los informes de minoría se recibían hasta el ${sayMoment(since)}.`,
  'unknown-report': () => 'No existe ese informe de minoría.',
  'signed-already': () => 'Ya firmaste este informe.',
  'meeting-time': ({ days }) =>
    `La decisión de una reunión se registra después de tomada, dentro de ${sayCount(days, { one: 'día', other: 'días' })}.`,
  'meeting-did-not-adopt': ({ outcome, took, quorumNeeded, needed, yes }) =>
    outcome === 'no-quorum'
      ? `La reunión no tuvo quórum: se contaron ${sayNumber(took)} y se necesitan ${sayNumber(quorumNeeded)}.`
      : `La reunión no aprobó esto: hubo ${sayCount(yes, { one: 'voto', other: 'votos' })} a favor y se necesitaban ${sayNumber(needed)}.`,
  'meeting-beyond-roll': ({ took, roll }) =>
    `La reunión contó ${sayCount(took, { one: 'voto', other: 'votos' })}, pero en el padrón hay ${sayNumber(roll)}. Haz el recuento de nuevo.`,
  'same-officer': () => 'Lo que registraste tiene que confirmarlo otra persona con el cargo.',
  'tellers-not-distinct': () =>
    'Las dos personas escrutadoras y quien registra el recuento son tres personas distintas.',
  'teller-not-on-roll': () => 'Quien escruta tiene que ser integrante de la unidad con derecho a voto.',
  'no-review': () =>
    'Solo se pide revisión de la decisión de una reunión; contra una votación, propón una moción.',
  'review-over': ({ since }) => `La revisión de esta decisión podía pedirse hasta el ${sayMoment(since)}.`,
  'petitioned-already': () => 'Ya firmaste esta petición.',
  'unknown-enactment': ({ kind }) => `Aprobar una moción no puede producir “${say(kind)}”.`,
  'title-missing': () => 'Ponle un título a la moción: unas pocas palabras por las que se la reconozca.',
  'title-too-long': ({ length, most }) =>
    `El título tiene ${sayNumber(length)} caracteres; caben ${sayNumber(most)} como máximo.`,
  'text-missing': () => 'Escribe el texto que se va a decidir.',
  'too-many-clauses': ({ count, most }) =>
    `El texto tiene ${sayNumber(count)} párrafos; una moción puede tener ${sayNumber(most)}. Une algunos, o divídelo en varias mociones.`,
  'clause-too-long': ({ number, length, most }) =>
    `El párrafo ${sayNumber(number)} tiene ${sayNumber(length)} caracteres; un párrafo puede tener ${sayNumber(most)}. Divídelo con una línea vacía.`,
  'meeting-time-missing': () => 'Indica el día y la hora en que decidió la reunión.',
  'count-missing': () => 'Escribe números enteros para a favor, en contra y abstenciones; 0 donde no hubo.',
  'tellers-missing': () => 'Elige a dos personas escrutadoras.',
  'report-missing': () => 'Primero escribe el informe.',
  'report-too-long': ({ length, most }) =>
    `El informe tiene ${sayNumber(length)} caracteres; caben ${sayNumber(most)} como máximo. Acórtalo.`,
  'point-unchanged': () =>
    'La moción deja el punto como está. Cambia, agrega o elimina al menos una cláusula.',
  'point-emptied': () =>
    'La moción no dejaría nada del punto. Para quitar el punto entero, propón suprimirlo.',
}

function stageName(stage: string): string {
  return Object.hasOwn(STAGE_NAMES, stage) ? STAGE_NAMES[stage as StageKind] : stage
}
