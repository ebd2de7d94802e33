import type { Outcome } from '#modules/counting/core'
import type * as en from '../en/votes.ts'
import { count } from './common.ts'

export const CHOICE_NAMES: typeof en.CHOICE_NAMES = { yes: 'A favor', no: 'En contra', abstain: 'Abstención' }

/** What a vote is called, by the kind of its subject. */
export function voteHeading(kind: string, number: number): string {
  if (kind === 'amendments') return `Votación de las enmiendas a la moción ${number}`
  return kind === 'review'
    ? `Votación sobre dejar sin efecto la moción ${number}`
    : `Votación de la moción ${number}`
}

/** How a question ended. */
export function voteOutcome(outcome: Outcome): string {
  if (outcome === 'adopted') return 'Aprobada'
  return outcome === 'no-quorum' ? 'Sin decidir' : 'No aprobada'
}

export const rollCall: typeof en.rollCall = {
  title: 'Quién votó qué',
  lead: (number) =>
    number === 0
      ? 'No votó nadie.'
      : `${count(number, 'integrante votó', 'integrantes votaron')}. De varios votos de una misma persona cuenta el último.`,
  notYet: 'Quién votó qué se puede ver cuando la votación haya cerrado.',
  member: 'Integrante',
  choice: 'Voto',
  entry: 'En el registro',
}

export const votes: typeof en.votes = {
  open: 'Votaciones abiertas',
  motions: 'Mociones',
  noneOpen:
    'No hay ninguna votación abierta. Las mociones se someten a votación por sí solas cuando termina su debate.',
  motion: (number, title) => `Moción ${number}: ${title}`,
  closes: 'Abierta hasta el',
  closed: 'Cerró el',
  secretNow:
    'Hasta que una votación cierra, ninguna página muestra un recuento a nadie, tampoco a quienes tienen cargos. Quién ha votado consta en el registro de inmediato; qué votó, desde el cierre.',
  openBallots: 'Aquí el voto es abierto: después del cierre cada integrante puede ver quién votó qué.',
  cast: 'Emitir mi voto',
  change: 'Cambiar mi voto',
  yours: 'Tu voto',
  yoursLead: 'Puedes cambiar tu voto hasta que cierre la votación; cuenta el último.',
  entered: (seq) =>
    `Tu voto quedó registrado como entrada ${seq}; está cerrado para las demás personas hasta que cierre la votación.`,
  showEntry: 'Mostrar la entrada',
  hasVoted: 'Ya votaste.',
  notCast: 'Todavía no has votado.',
  notOnRoll: 'No puedes votar aquí.',
  question: {
    amendment: (number) => `Enmienda ${number}`,
    motion: '¿Se aprueba esta moción?',
    review: '¿Se deja sin efecto esta decisión de una reunión?',
  },
  questionBy: 'propuesta por',
  reviewText: 'La decisión',
  motionText: 'La moción tal como se propuso',
  finalText: 'El texto completo',
  displaced: (number) =>
    `Tuvo su mayoría, pero choca con la enmienda ${number}, que tuvo más: por eso no está en el texto.`,
  rollCallShow: 'Quién votó qué',
  facts: 'Sobre esta votación',
  unit: 'Unidad',
  threshold: 'Se aprueba por',
  share: (share, more, of) => `${more ? 'más de' : 'al menos'} ${share} de ${of}`,
  bases: {
    cast: 'los votos emitidos (a favor y en contra)',
    present: 'quienes participan',
    roll: 'todo el padrón',
  },
  quorum: 'Quórum',
  quorumShare: (share) => `debe participar al menos ${share} del padrón`,
  roll: 'Padrón',
  rollSize: (size) => count(size, 'integrante puede votar', 'integrantes pueden votar'),
  rollFixed: (announced: string | null) =>
    announced === null
      ? 'Quedó fijado al abrirse la votación.'
      : `Quedó fijado al anunciarse la votación, el ${announced}: quien llegó después no vota en ella.`,
  digest: 'Huella del padrón',
  openedEntry: 'Abierta por la',
  closedEntry: 'Cerrada por la',
  entry: (seq) => `entrada ${seq}`,
  tally: { yes: 'a favor', no: 'en contra', abstain: 'abstenciones' },
}
