import type { Otherwise } from '#organization'
import type * as en from '../en/what-if.ts'
import { count } from './common.ts'
import { sayHours } from './time.ts'

const outcomes: typeof en.whatIf.outcomes = {
  adopted: 'aprobada',
  short: 'no aprobada',
  tied: 'no aprobada, por empate',
  'nothing-cast': 'no aprobada, nadie votó a favor ni en contra',
  'no-quorum': 'sin decisión, participaron muy pocas personas',
}

export const whatIf: typeof en.whatIf = {
  title: '¿Y si rigieran otras reglas?',
  link: '¿Cómo habrían terminado nuestras últimas votaciones con otras reglas?',
  linkThese: '¿Cómo habrían terminado nuestras últimas votaciones con estas reglas?',
  linkTyped: 'Mostrar nuestras últimas votaciones con estas reglas (abre otra página)',
  lead: 'Los mismos votos, contados con otras reglas: ¿cómo habrían terminado nuestras últimas votaciones?',
  under: (rules, unit) => `“${rules}” en ${unit}`,
  breaches: 'Estas reglas no se podrían aprobar: están fuera de los límites.',
  none: 'Aquí no se ha cerrado ninguna votación todavía: no hay nada que comparar.',
  result: (differ, all) =>
    differ === 0
      ? `De las últimas ${count(all, 'votación', 'votaciones')}, ninguna habría terminado de otro modo.`
      : `De las últimas ${count(all, 'votación', 'votaciones')}, ${differ} ${differ === 1 ? 'habría' : 'habrían'} terminado de otro modo.`,
  caution:
    'Solo se repite el recuento. Con otras reglas la gente podría haber actuado de otro modo; qué más habría cambiado está dicho en cada votación.',
  differs: 'Cambia',
  changed: (then, now) => `Entonces: ${then}; con estas reglas: ${now}.`,
  same: (now) => `Igual que entonces: ${now}.`,
  outcomes,
  arithmetic: 'Cálculo',
  then: 'Entonces',
  now: 'Con estas reglas',
  otherwise: 'Además:',
  choosePreset: 'Tomar reglas ya hechas',
  preset: 'Reglas',
  unit: 'Votaciones de',
  show: 'Mostrar las últimas votaciones',
  fill: 'O escribir reglas propias',
  fillLead: 'Aquí está lo que rige, o lo último por lo que preguntaste. Con esto no se registra nada.',
  count: 'Cuántas votaciones',
}

/** What else would have been different, and that the rest cannot be known. */
export function sayOtherwise(each: Otherwise): string {
  switch (each.kind) {
    case 'seconds':
      return `La moción tenía ${count(each.had, 'apoyo', 'apoyos')} al abrirse su debate, y estas reglas piden ${each.needed} (en una unidad pequeña, la quinta parte de sus integrantes). No se puede saber si habría reunido más.`
    case 'debate':
      return `Se debatió durante ${sayHours(each.was)}; estas reglas dicen ${sayHours(each.would)}. No se puede saber qué se habría dicho y enmendado.`
    case 'voting':
      return `La votación estuvo abierta ${sayHours(each.was)}; estas reglas dicen ${sayHours(each.would)}. No se puede saber quiénes habrían votado.`
    case 'shut-out':
      return `La enmienda ${each.number} tenía ${count(each.had, 'apoyo', 'apoyos')}, y estas reglas piden ${each.needed}: no se habría votado.`
    case 'let-in':
      return `La enmienda ${each.number} tenía ${count(each.had, 'apoyo', 'apoyos')}, y estas reglas piden ${each.needed}: se habría votado. No se puede saber con qué resultado.`
    case 'text':
      return 'Sus enmiendas habrían terminado de otro modo, así que se habría votado otro texto. No se puede saber cómo se habría votado.'
  }
}
