import type { Method } from '#modules/councils/core'
import type { Choice } from '#modules/voting/core'
import type * as en from '../en/councils.ts'
import { count, officeName, sayList, sayNumber } from './common.ts'

const VOTED: Readonly<Record<Choice, string>> = { yes: 'sí', no: 'no', abstain: 'abstención' }

export const councils: typeof en.councils = {
  title: 'Consejos',
  lead: 'En un consejo deciden delegados que las unidades envían y pueden revocar.',
  none: 'Todavía no hay ningún consejo. Forma una unidad donde decidan delegados.',
  form: 'Proponer la formación de un consejo',
  speaksFor: 'Habla por',
  sit: (delegates, seats) =>
    seats === null
      ? count(delegates, 'delegado', 'delegados')
      : `${count(delegates, 'delegado', 'delegados')} para ${count(seats, 'asiento', 'asientos')}`,
  unitPage: 'Sus mociones y su reglamento',

  delegates: 'Delegados',
  noDelegates:
    'Todavía no hay nadie. Una unidad envía a una persona delegada con una moción que le da el mandato.',
  delegate: 'Delegado',
  sentBy: 'Enviado por',
  term: 'Fin del período',
  report: 'Informe',
  overdue: (days) => (days === 0 ? 'al día' : `atrasado desde hace ${count(days, 'día', 'días')}`),

  seats: 'Asientos',
  noAllotment:
    'No se ha fijado cuántos asientos tiene cada unidad: cada una puede enviar tantos delegados como quiera.',
  allot: 'Proponer cómo se reparten los asientos',
  allotAgain: 'Proponer otro reparto',
  rule: (method, seats, fixed) =>
    `${seats === 0 ? 'No se reparten asientos' : `Se ${seats === 1 ? 'reparte' : 'reparten'} ${count(seats, 'asiento', 'asientos')}`} según integrantes con habilitación vigente, por ${METHODS[method]}${fixed === 0 ? '' : `; cada lugar tiene además ${count(fixed, 'asiento', 'asientos')}`}.`,
  counted: (members, seats) =>
    `Integrantes: ${sayNumber(members)}. En total, ${count(seats, 'asiento', 'asientos')}.`,
  countedBy: (seq) => `entrada ${seq}`,
  countedIn: 'La cuenta y los asientos están en la',
  countedOn: 'Cuenta del',
  next: 'Próxima cuenta',
  setBy: 'Fijado por',
  unit: 'Unidad',
  members: 'Integrantes',
  exactShare: 'Parte exacta',
  share: (whole, rest, members) =>
    members === 0 ? '0' : sayNumber(Math.floor((whole + rest / members) * 1000) / 1000),
  has: 'Asientos',
  sitting: 'Ocupados',
  lastQuotient: 'Último asiento, con',
  nextQuotient: 'El siguiente exigiría',
  remainder: 'Resto',
  quotient: (over, under) => `${sayNumber(over)} ÷ ${sayNumber(under)}`,
  noQuotient: 'ninguno',
  lastSeat: (unit, over, under) =>
    `El último asiento fue para ${unit}, con ${sayNumber(over)} ÷ ${sayNumber(under)}.`,
  nextSeat: (unit, over, under) =>
    `El siguiente habría sido para ${unit}, con ${sayNumber(over)} ÷ ${sayNumber(under)}.`,
  tie: (won, lost) =>
    `${sayList([...won, ...lost])} tenían el mismo derecho a los últimos asientos. Entre iguales va primero la unidad más pequeña, y después la que se formó antes: lo obtuvo ${sayList(won)}, no lo obtuvo ${sayList(lost)}.`,

  bound: 'Lo que obliga a los delegados',
  nothingBinds: 'Por ahora ninguna unidad obliga a sus delegados.',
  bind: (unit) => `Proponer que ${unit} obligue a sus delegados`,
  binds: (unit) => `${unit} obliga a sus delegados`,
  inGeneral: 'en general, con el texto de',
  on: (question, answer) => `sobre ${question}: ${ANSWERS[answer]}`,
  inTime:
    'Una unidad llega a tiempo si su votación cierra antes que la del consejo: conviene que el consejo debata más tiempo que sus unidades.',

  votes: 'Últimas votaciones, junto a lo que querían las unidades',
  noVotes: 'Todavía no ha cerrado ninguna votación del consejo.',
  nobodyBound: 'Nadie tenía un mandato sobre ella.',
  wanted: 'La unidad quería',
  voted: 'Votó',
  outcome: 'Mandato',
  kept: 'cumplido',
  departed: 'no cumplido',
  stayedAway: 'sin voto',
  choice: (choice) => (choice === null ? 'sin voto' : VOTED[choice]),
  besideRollCall: 'Los delegados junto a lo que querían sus unidades',

  yourMandate: (unit, answer) => `${unit} te obliga a ${ANSWERS[answer]}`,
  yourAmendment: (unit, amendment, answer) =>
    `${unit} te obliga, en la enmienda ${amendment}, a ${ANSWERS[answer]}`,
  yourText: (unit) => `${unit} te obliga en general`,
  yourFreedom: 'Nada impide otro voto; el tuyo aparecerá junto al mandato cuando cierre la votación.',
}

const METHODS: Readonly<Record<Method, string>> = { 'sainte-lague': 'Sainte-Laguë', hamilton: 'Hamilton' }
const ANSWERS: Readonly<Record<Choice, string>> = { yes: 'votar sí', no: 'votar no', abstain: 'abstenerse' }

export const mandates: typeof en.mandates = {
  title: (office) => `Mandato: ${officeName(office)}`,
  holder: 'Lo ocupa',
  givenBy: 'Lo dio',
  council: 'Delegación a',
  from: 'Desde',
  until: 'Termina el',
  ended: 'Terminó el',
  entry: 'En el registro',
  reports: 'Informes',
  rule: (days) =>
    `Cada informe se debe ${count(days, 'día', 'días')} después del anterior, o después de empezar el período.`,
  due: 'El próximo se debe el',
  overdue: (days) => `Hay un informe atrasado desde hace ${count(days, 'día', 'días')}.`,
  silent: (days) => `Hubo silencio por ${count(days, 'día', 'días')} más de lo que permiten las reglas.`,
  none: 'No se presentó ningún informe.',
  give: 'Informar sobre tu mandato',
  text: 'Lo que hiciste, cómo votaste, qué sigue',
  send: 'Presentar el informe',
}

export const rotation: typeof en.rotation = {
  title: 'Quién ha ocupado qué cargo, y cuánto tiempo',
  lead: 'Todas las personas que alguna vez ocuparon un cargo, primero quienes más tiempo. Los días en varios cargos a la vez cuentan una vez.',
  none: 'Nadie ha ocupado un cargo todavía.',
  person: 'Integrante',
  days: 'Días en cargos',
  offices: 'Cargos',
  held: (days) => count(days, 'día', 'días'),
  inRow: (terms, row) =>
    `${count(terms, 'período', 'períodos')}${row > 1 ? `, los últimos ${row} seguidos` : ''}`,
  holding: 'en un cargo ahora',
  to: 'delegación a',
}
