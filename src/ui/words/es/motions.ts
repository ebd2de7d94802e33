import type { Method } from '#modules/councils/core'
import type { Choice } from '#modules/voting/core'
import type { BoundQuestion, Effect, PointName } from '../../effect.ts'
import type * as en from '../en/motions.ts'
import { count, officeName, sayList, sayNumber } from './common.ts'
import { pointName } from './program.ts'

const DUTY_NAMES: Readonly<Record<string, string>> = {
  roll: 'llevar el padrón',
  meetings: 'registrar lo que deciden las reuniones',
  moderation: 'moderar',
  complaints: 'atender quejas por daños',
}
const FORMED = { place: 'un lugar', group: 'un grupo' } as const
const DECIDES = { members: 'el conjunto de sus integrantes', delegates: 'las personas delegadas' } as const

/** What adopting a motion does. */
export function effectSentence(effect: Effect): string {
  switch (effect.kind) {
    case 'resolve':
      return 'Su texto vale tal como se decide; nada más cambia.'
    case 'organization.ratify':
      return effect.points
        ? 'Se ratifican el padrón y las reglas, y sus cláusulas pasan a ser puntos de unidad.'
        : 'Se ratifican el padrón y las reglas.'
    case 'program.adopt':
      return effect.as === 'unity'
        ? `${count(effect.count, 'cláusula pasa a ser punto', 'cláusulas pasan a ser puntos')} de unidad.`
        : `${count(effect.count, 'cláusula pasa a ser posición', 'cláusulas pasan a ser posiciones')} del programa.`
    case 'program.change':
      return `${pointName(effect.point)}: recibe este texto.`
    case 'program.strike':
      return `Se suprime del programa ${thePoint(effect.point)}.`
    case 'rules.adopt':
      return `“${effect.name}” pasa a ser el reglamento de ${effect.unit}.`
    case 'conduct.adopt':
      return `${count(effect.count, 'cláusula pasa a ser la norma', 'cláusulas pasan a ser las normas')} de conducta de ${effect.unit}, para lo que se escriba desde entonces.`
    case 'unit.form':
      return `Se forma ${effect.name}: ${FORMED[effect.as]} dentro de ${effect.parent}, donde ${effect.decidedBy === 'members' ? 'decide' : 'deciden'} ${DECIDES[effect.decidedBy]}.`
    case 'unit.rename':
      return effect.from === effect.name
        ? `Se llama ${effect.name}.`
        : `${effect.from} pasa a llamarse ${effect.name}.`
    case 'issuers.name':
      return effect.issuers.length === 0
        ? `En las votaciones secretas de ${effect.unit} solo este servidor da claves.`
        : `En las votaciones secretas de ${effect.unit} firman cada clave ${effect.k} de ${effect.issuers.length + 1}: este servidor y ${sayList(effect.issuers.map(({ name, address }) => `${name} (${address})`))}.`
    case 'mandate.give':
      return `${effect.member} recibe el cargo “${officeName(effect.office)}” por ${count(effect.days, 'día', 'días')}${duties(effect.duties)}${effect.council === null ? '' : `, con delegación a ${effect.council}`}.`
    case 'mandate.recall':
      return `Se revoca el cargo “${officeName(effect.office)}” de ${effect.member}.`
    case 'office.open':
      return `Se abre el cargo “${officeName(effect.title)}”: ${count(effect.seats, 'puesto', 'puestos')} por ${count(effect.days, 'día', 'días')}, con ${count(effect.termsMost, 'período seguido', 'períodos seguidos')} como máximo${duties(effect.duties)}${effect.council === null ? '' : `, con delegación a ${effect.council}`}. Las candidaturas se abren en ese momento.`
    case 'office.close':
      return `Se cierra el cargo “${officeName(effect.office)}”: quien lo ocupa sigue hasta el fin de su período, y nadie le sucede. Una elección en curso sigue adelante.`
    case 'council.allot':
      return allotSentence(effect)
    case 'mandate.bind':
      return effect.question === null || effect.answer === null
        ? `${effect.unit} obliga con este texto a sus delegados en ${effect.council}.`
        : `${effect.unit} obliga a sus delegados en ${effect.council} sobre ${onQuestion(effect.question)}: ${ANSWERS[effect.answer]}.`
    case 'mandate.release':
      return `${effect.unit} libera a sus delegados en ${effect.council} de “${effect.title}”.`
  }
}

const METHODS: Readonly<Record<Method, string>> = {
  'sainte-lague': 'Sainte-Laguë (cocientes mayores)',
  hamilton: 'Hamilton (restos mayores)',
}

const ANSWERS: Readonly<Record<Choice, string>> = { yes: 'votar sí', no: 'votar no', abstain: 'abstenerse' }

function allotSentence({
  council,
  method,
  seats,
  fixed,
  everyDays,
}: Extract<Effect, { kind: 'council.allot' }>) {
  const shared =
    seats === 0
      ? ''
      : `${count(seats, 'asiento', 'asientos')} de ${council} según integrantes con habilitación vigente, por ${METHODS[method]}`
  const each = fixed === 0 ? '' : `${count(fixed, 'asiento', 'asientos')} de ${council} para cada uno`
  const again = everyDays === null ? '' : ` Se vuelve a contar cada ${count(everyDays, 'día', 'días')}.`
  return `Los lugares que están debajo se reparten ${sayList([shared, each].filter((part) => part !== ''))}.${again}`
}

/** A question of a council: “la moción 3, “Título””, or an amendment to it. */
export function onQuestion({ number, title, amendment }: BoundQuestion): string {
  const motion = `la moción ${number}, “${title}”`
  return amendment === null ? motion : `la enmienda ${amendment} a ${motion}`
}

/** What adopting a motion did. */
export function doneSentence(effect: Effect): string {
  return effect.kind === 'resolve'
    ? 'Su texto vale tal como se decidió.'
    : `Se llevó a efecto: ${effectSentence(effect)}`
}

function thePoint({ kind, number }: PointName): string {
  return kind === 'unity' ? `el punto de unidad ${number}` : `la posición ${number}`
}

function duties(list: readonly string[]): string {
  return list.length === 0 ? '' : `, para ${sayList(list.map((duty) => DUTY_NAMES[duty] ?? duty))}`
}

export const motions: typeof en.motions = {
  ofUnit: 'Unidad',
  allUnits: 'Todas las unidades',
  showUnit: 'Mostrar',
  title: 'Mociones',
  lead: 'Lo que se propone decidir. Una moción se secunda, se debate durante un tiempo fijado, se enmienda y se vota.',
  propose: 'Proponer una moción',
  enterMeeting: 'Registrar la decisión de una reunión',
  groups: {
    seconds: {
      title: 'Esperan apoyos',
      empty: 'Ninguna moción espera apoyos. Si hay algo que decidir, propón una moción.',
    },
    debate: {
      title: 'En debate',
      empty: 'No se está debatiendo nada. Una moción llega aquí cuando tiene sus apoyos.',
    },
    vote: {
      title: 'En votación',
      empty:
        'No hay ninguna votación abierta. Las mociones se someten a votación por sí solas cuando termina su debate.',
    },
    decided: { title: 'Decididas', empty: 'Todavía no se ha decidido nada.' },
    other: { title: 'Caducadas o retiradas', empty: 'Ninguna moción ha caducado ni se ha retirado.' },
  },
  overview: 'Resumen',
  all: 'Todas',
  decisions: 'Decisiones',
  decisionsLead: 'Lo que se aprobó y lo que no, lo más reciente primero, cada cosa con sus números.',
  number: (number) => `Moción ${number}`,
  heading: (number, title) => `Moción ${number}: ${title}`,
  proposedBy: 'Propuesta por',
  enteredBy: 'Registrada por',
  unit: 'Se decide en',
  facts: 'Sobre esta moción',
  seconds: 'Secundada por',
  effect: 'Si se aprueba',
  effectDone: 'Aprobarla significó',
  rules: 'Reglas que rigen para ella',
  rulesVersion: (unit, version) => `${unit}, versión ${version}`,
  recordEntry: 'En el registro',
  entry: (seq) => `entrada ${seq}`,
  text: 'Texto',
  textNow: 'El texto con las enmiendas',
  amendedBy: 'Lo que cambiaron en él las enmiendas',
  textChange: (name) => `Lo que cambiaría: ${name.toLowerCase()}`,
  textChanged: (name) => `Lo que cambió: ${name.toLowerCase()}`,
  textWhole: 'El texto sin marcas',
  rulesChange: 'Lo que cambiaría en las reglas',
  clause: (number) => `Cláusula ${number}`,
  clauseNew: (number) => `Cláusula nueva ${number}`,
  clauseRemoved: (number) => `Cláusula ${number}, eliminada`,
  unchanged: 'El resto queda como está.',
  noChange: 'Nada cambia.',
  newRules: 'Todas las reglas nuevas',
  belowChange: 'Para las unidades inferiores',
}

/** Where a motion stands, in a sentence; the time it lasts until follows. */
export const stages: typeof en.stages = {
  seconding: 'A la espera de apoyos hasta el',
  debate: 'En debate hasta el',
  amending: 'Votación de las enmiendas, abierta hasta el',
  amended: 'Las enmiendas están decididas; se abre la votación de la moción.',
  voting: 'Votación de la moción, abierta hasta el',
  entered: 'A la espera de otra persona con el cargo hasta el',
  decided: 'Decidida el',
  review: 'La decisión de una reunión en revisión, en debate hasta el',
  'review-voting': 'Votación sobre dejar sin efecto la decisión de una reunión, abierta hasta el',
  lapsed: 'Caducó el',
  withdrawn: 'Retirada el',
}

/** What came of a motion. */
export const outcomes: typeof en.outcomes = {
  adopted: 'Aprobada',
  rejected: 'No aprobada',
  notDecided: 'Sin decidir',
  revoked: 'Aprobada, luego dejada sin efecto',
}

export const timeline: typeof en.timeline = {
  title: 'El camino de esta moción',
  steps: {
    held: 'La reunión decidió',
    proposed: 'Propuesta',
    entered: 'Registrada por una persona con el cargo, a confirmar por otra',
    seconds: 'Espera apoyos',
    debate: 'Debate',
    frozen: 'Se reciben las últimas enmiendas',
    amendments: 'Votación de las enmiendas',
    vote: 'Votación de la moción',
    decided: 'Decidida',
    'open-to-review': 'Abierta a una petición de revisión',
    review: 'Debate de la revisión',
    'review-vote': 'Votación sobre dejarla sin efecto',
    revoked: 'Dejada sin efecto',
    lapsed: 'Caducada',
    withdrawn: 'Retirada',
  },
  done: 'hecho',
  now: 'ahora',
  next: 'por venir',
  until: 'hasta el',
  upTo: 'a más tardar el',
}

export const seconds: typeof en.seconds = {
  title: 'Apoyos',
  needed: (had, needed) =>
    needed === 0
      ? 'No se necesitan apoyos.'
      : `Tiene ${sayNumber(had)} de ${count(needed, 'apoyo que necesita', 'apoyos que necesita')} para debatirse.`,
  second: 'Secundar esta moción',
  explain: 'Secundar una moción es querer que se debata, no estar de acuerdo con ella.',
  withdraw: 'Retirar la moción',
}

export const speeches: typeof en.speeches = {
  title: 'Debate',
  for: 'A favor',
  against: 'En contra',
  noneFor: 'Nadie ha intervenido a favor todavía.',
  noneAgainst: 'Nadie ha intervenido en contra todavía.',
  add: 'Intervenir',
  side: 'Intervengo',
  sideFor: 'a favor de la moción',
  sideAgainst: 'en contra de la moción',
  text: 'Lo que digo',
  hint: 'Cada integrante puede leerlo, ahora y más adelante. El registro solo lleva su huella.',
  send: 'Intervenir',
  older: (number) => `Mostrar las ${sayNumber(number)} intervenciones`,
}

export const reports: typeof en.reports = {
  title: 'Informes de minoría',
  lead: 'Disenso que acompaña a esta decisión para siempre.',
  none: 'No se ha adjuntado ninguno.',
  open: 'Se pueden adjuntar informes hasta el',
  file: 'Adjuntar un informe de minoría',
  text: 'El informe',
  hint: 'Queda en el registro para siempre, con tu nombre hasta que pidas borrarlo.',
  send: 'Adjuntarlo',
  sign: 'Firmar este informe',
  by: 'Escrito por',
  signers: 'Lo firman',
}

export const decision: typeof en.decision = {
  title: 'La decisión',
  why: (adopted) => (adopted ? '¿Por qué se aprobó?' : '¿Por qué no se aprobó?'),
  notCarriedOut: 'Se aprobó, pero no se pudo llevar a efecto:',
  vote: 'La votación, y quién votó qué',
  amendmentsVote: 'La votación de las enmiendas, y quién votó qué',
  pinnedMeeting: 'Contada con las reglas que regían cuando se registró:',
  pinned: 'Contada con las reglas que regían cuando se abrió su debate:',
  amendments: 'Las enmiendas',
  displaced: (number) => `Tuvo su mayoría, pero choca con la enmienda ${number}, que tuvo más votos.`,
  meeting: 'Decidida por una reunión el',
  meetingUnconfirmed:
    'Una persona con el cargo registró esto como decisión de una reunión. Será firme cuando la confirme otra.',
  confirm: 'Confirmar que la reunión decidió esto',
  reviewTitle: 'Revisión',
  upheld: 'Se pidió una revisión, y una votación de todo el padrón mantuvo la decisión.',
  review:
    'Esto lo decidió una reunión. Quienes consideren que no debió hacerlo pueden pedir que se revise: se debate de nuevo y se somete al voto de todo el padrón.',
  petitioned: (had, needed) =>
    `Hasta ahora firmaron ${sayNumber(had)} de las ${sayNumber(needed)} personas necesarias.`,
  petitionUntil: 'La petición está abierta hasta el',
  petition: 'Firmar la petición de revisión',
  signed: 'Ya firmaste la petición.',
  revoked: 'Una votación de todo el padrón dejó sin efecto esta decisión.',
  underReview: 'Se pidió una revisión. Hasta la votación, la decisión sigue en pie.',
}
