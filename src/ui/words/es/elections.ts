import type { Cause, Election, Tie, WhyExcluded } from '#modules/counting/core'
import type { OfficeMethod } from '#modules/rulebook/core'
import type * as english from '../en/elections.ts'
import { shortVotes } from '../../short-votes.ts'
import { count } from './common.ts'

const METHODS: Readonly<Record<OfficeMethod, string>> = {
  'scottish-stv': 'Voto único transferible (reglas escocesas)',
  'wigm-prf': 'Voto único transferible (regla de referencia WIGM)',
  'meek-prf': 'Voto único transferible (regla de referencia de Meek)',
  meek: 'Voto único transferible (Meek)',
  irv: 'Segunda vuelta instantánea',
}

export const elections: typeof english.elections = {
  title: 'Cargos y elecciones',
  lead: 'Los cargos se abren por moción y se ocupan por elección. Los períodos terminan por sí solos, y a quien ocupa un cargo se le puede revocar.',
  none: 'Todavía no hay ningún cargo abierto.',
  open: 'Proponer que se abra un cargo',
  seats: (n) => count(n, 'puesto', 'puestos'),
  unit: 'Unidad',
  holders: 'Quién lo ocupa',
  nobody: 'Nadie por ahora.',
  underWay: 'Hay una elección en curso',
  closedOffice: 'Este cargo está cerrado: nadie sucede a quien lo ocupa.',
  mandate: 'El mandato',
  mandateFrom: (number) => `como lo dio la moción ${number}`,
  term: 'Período',
  termFacts: (days, most) =>
    `${count(days, 'día', 'días')}; como máximo ${count(most, 'período seguido', 'períodos seguidos')}`,
  held: 'Quién lo ocupó',
  name: 'Nombre',
  from: 'Desde',
  until: 'Hasta',
  endedEarly: 'terminó antes',
  followed: {
    countback: 'cubierto con las mismas papeletas',
    'by-election': 'cubierto con otra elección',
    'left-empty': 'libre hasta el próximo período',
  },
  list: 'Elecciones',
  number: (number, term) => `Elección ${number}, para el período ${term}`,
  heading: (title, number) => `Elección ${number}: ${title}`,
  stages: {
    nominating: 'se reciben candidaturas',
    ready: 'se abre la votación',
    voting: 'la votación está abierta',
    drawing: 'decide un sorteo',
    elected: 'decidida; el período todavía no comienza',
    over: 'decidida',
    failed: 'no hubo elección',
  },
  nominationsUntil: 'Se reciben candidaturas hasta el',
  voteUntil: 'La votación está abierta hasta el',
  drawUntil: 'Hay empate. Quien se comprometió con palabras secretas puede revelarlas hasta el',
  beginsOn: 'El período comienza el',
  why: {
    'no-quorum': 'Participó muy poca gente. La elección se repite.',
    'office-closed': 'Entretanto se cerró el cargo.',
  },
  candidates: 'Candidaturas',
  noCandidates: 'Todavía nadie se presenta.',
  nominatedBy: 'propuesta de',
  notAccepted: 'todavía no aceptó',
  stand: 'Presentarse',
  standLead:
    'El espacio es igual para cada candidatura. Tu presentación se guarda junto al registro y se puede borrar.',
  statement: 'Tu presentación',
  statementHint: (most) => `Hasta ${most} caracteres.`,
  words: 'Palabras secretas para un sorteo',
  wordsHint:
    'Solo por si hay empate. Cualquier palabra; anótalas y guárdalas. Ahora el registro recibe solo su huella, y las revelas si un sorteo tiene que decidir, para que nadie pueda arreglarlo. Este servidor las ve cuando las envías: quien no confíe en él deja esto vacío o escribe una huella hecha en otra parte.',
  standButton: 'Presentarme',
  standAgain: 'Cambiar mi presentación',
  withdraw: 'No me presento',
  nominate: 'Proponer a alguien',
  nominateFind: 'Buscar integrante',
  nominateMember: 'Integrante',
  nominateButton: 'Proponer',
  openWords: 'Revelar mis palabras secretas',
  openWordsButton: 'Revelarlas',
  ballot: 'Tu papeleta',
  ballotLead:
    'Escribe 1 junto a quien más prefieres, luego 2, 3 y así, a cuantas candidaturas quieras. Las casillas pueden quedar vacías.',
  ballotShared: 'Puedes dar el mismo número a quienes prefieres por igual.',
  openBallots: 'Aquí las papeletas son abiertas: después del cierre se pueden leer en el registro.',
  place: (name) => `Lugar de ${name}`,
  cast: 'Votar',
  change: 'Cambiar mi voto',
  cannotVote: 'No puedes votar aquí.',
  result: 'El resultado',
  winners: 'Personas elegidas',
  nobodyElected: 'Nadie resultó elegido.',
  took: (ballots, roll, needed) => `Participaron ${ballots} de ${roll} del padrón; el quórum era ${needed}.`,
  quota: (quota) => `Con ${quota} votos se obtiene un puesto.`,
  quotaFrom: (ballots, parts) =>
    `Son ${ballots} papeletas con alguna preferencia divididas por ${parts} (uno más que los puestos), sin decimales, más uno: no pueden alcanzarlo más personas que puestos hay.`,
  method: 'Método',
  methods: METHODS,
  flow: 'Cómo pasaron los votos',
  flowLead:
    'Cada columna es una etapa del recuento; cada bloque, una candidatura, tan alto como sus votos. Las bandas muestran adónde pasaron los votos. La tabla de abajo dice lo mismo.',
  table: 'Etapa por etapa',
  candidate: 'Candidatura',
  stage: (n) => `Etapa ${n}`,
  exhausted: 'Sin otra preferencia',
  rounding: 'Perdidos por redondeo',
  ties: 'Empates',
  recount: 'Contar de nuevo en otra parte',
  recountLead: 'Las papeletas sin nombres, en archivos que leen los programas de recuento.',
  blt: 'Papeletas en BLT',
  csv: 'Papeletas en CSV',
  entries: (opened, closed) =>
    `En el registro: abierta con la entrada ${opened}, cerrada con la entrada ${closed}.`,
  recall: 'Revocación',
  recallLead:
    'Cualquier integrante de la unidad puede iniciar una petición. Con suficientes firmas la votación se abre por sí sola; nadie puede detenerla.',
  recallWhom: 'A quién',
  recallReason: 'Por qué',
  recallButton: 'Iniciar una petición',
  recallRunning: 'Hay una petición de revocación en curso',
  recallTitle: (name) => `Revocación de ${name}`,
  recallBy: 'Iniciada por',
  recallSigned: (signed, needed) =>
    `${count(signed, 'persona firmó', 'personas firmaron')}; hacen falta ${needed}.`,
  recallUntil: 'Se reciben firmas hasta el',
  recallSign: 'Firmar la petición',
  recallHasSigned: 'Ya firmaste.',
  recallStages: {
    signing: 'Reúne firmas.',
    ready: 'Pasa a votación.',
    voting: 'Se está votando.',
    lapsed: 'Caducó por falta de firmas.',
  },
  recalled: 'Se revocó: el mandato terminó.',
  notRecalled: 'No se revocó: el mandato sigue.',
  recallQuestion: (name, office) => `¿Se revoca a ${name} del cargo “${office}”?`,
  tally: (yes, no, abstain) => `Sí ${yes}, no ${no}, abstenciones ${abstain}.`,
}

/** Por qué una etapa movió votos. */
export function sayCause(cause: Cause, name: (candidate: number) => string): string {
  switch (cause.kind) {
    case 'first-preferences':
      return 'Se cuentan las primeras preferencias.'
    case 'surplus':
      return `A ${name(cause.candidate)} le sobran ${shortVotes(cause.surplus)} votos. Pasan a las preferencias siguientes, cada papeleta con una parte de su valor.`
    case 'exclusion':
      return `${WHY_OUT[cause.because]} Fuera: ${cause.candidates.map(name).join(', ')}.${cause.because === 'seats-filled' ? '' : ' Sus papeletas pasan a la preferencia siguiente.'}`
    case 'keep-values':
      return 'Quien obtuvo un puesto conserva solo los votos necesarios; el resto pasa a las preferencias siguientes hasta que se estabiliza.'
  }
}

const WHY_OUT: Readonly<Record<WhyExcluded, string>> = {
  fewest: 'Quien tiene menos votos queda fuera.',
  'cannot-catch-up': 'Quien ya no puede alcanzar a nadie queda fuera.',
  'seats-filled': 'Todos los puestos están ocupados.',
}

const BECAUSE: Readonly<Record<Election['because'], string>> = {
  quota: 'reúne suficientes votos',
  majority: 'reúne más de la mitad de los votos',
  remaining: 'queda, con tantas candidaturas como puestos',
  most: 'reúne más votos que nadie',
}

/** Por qué alguien obtiene un puesto. */
export function sayElected({ because }: Election, name: string): string {
  return `${name} ${BECAUSE[because]} y obtiene un puesto.`
}

/** Cómo terminó un empate. */
export function sayTie(tie: Tie, name: (candidate: number) => string): string {
  const who = tie.among.map(name).join(', ')
  const { settled } = tie
  if (settled.by === 'open')
    return `Tras la etapa ${tie.stage + 1} hubo empate, y solo un sorteo decide: ${who}.`
  const how = {
    'earlier-stage': 'por los votos de una etapa anterior',
    lot: 'por sorteo',
    order: 'por un orden dado de antemano',
    'no-matter': 'en cualquier orden, pues nadie tenía votos',
  }[settled.by]
  const drawn =
    settled.by === 'lot'
      ? ` El sorteo dio este orden: ${settled.drawn.map(name).join(', ')}. Cualquiera puede repetirlo con las palabras secretas que el registro muestra reveladas.`
      : ''
  return `Tras la etapa ${tie.stage + 1} hubo empate: ${who}. Se resolvió ${how}: ${name(settled.chosen)}.${drawn}`
}
