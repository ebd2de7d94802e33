import type {
  Cause,
  CountOptions,
  CountResult,
  Election,
  Tie,
  TieAbout,
  WhyExcluded,
} from '#modules/counting/core'
import { comparesPairs, type OfficeMethod } from '#modules/rulebook/core'
import { partOf, quotaArithmetic, quotientOf } from '../../count-arithmetic.ts'
import { exactVotes } from '../../short-votes.ts'
import type * as english from '../en/counting.ts'
import { count } from './common.ts'

const FIRST = 'Cada papeleta cuenta para su primera preferencia.'
const GREGORY = [
  FIRST,
  'Quien alcanza la cuota obtiene un puesto. Los votos que le sobran no se pierden: todas sus papeletas pasan a la preferencia siguiente, cada una con la misma parte de su valor, de modo que juntas valen justo lo que sobraba.',
  'Cuando a nadie le sobran votos, queda fuera quien tiene menos, y esas papeletas pasan con el valor que tienen.',
  'Termina cuando todos los puestos están ocupados, o cuando quedan tantas candidaturas como puestos.',
]
const meek = (reaches: string): readonly string[] => [
  FIRST,
  `Quien ${reaches} obtiene un puesto, y desde entonces conserva de cada papeleta solo lo necesario para quedarse con la cuota. El resto de cada papeleta pasa a la preferencia siguiente, aunque esta ya tenga un puesto.`,
  `Cuando nadie más ${reaches}, queda fuera quien tiene menos votos, y todas las papeletas se cuentan como si no se hubiera presentado.`,
  'Una papeleta sin otra preferencia sale del recuento, y la cuota baja para todas las candidaturas. Termina cuando todos los puestos están ocupados, o cuando quedan tantas candidaturas como puestos.',
]

const PAIRS = [
  'Cada candidatura se compara con cada otra: ¿a cuál ponen más arriba más papeletas? Quien no figura en una papeleta está por debajo de quienes figuran.',
  'Quien gana todas estas comparaciones obtiene el puesto.',
]

const HOW: Readonly<Record<OfficeMethod, readonly string[]>> = {
  'scottish-stv': [
    ...GREGORY,
    'Los valores llevan cinco decimales; lo que se corta ahí figura como perdido por redondeo.',
  ],
  'wigm-prf': [
    ...GREGORY,
    'Los valores llevan cuatro decimales; lo que se corta ahí figura como perdido por redondeo.',
  ],
  'meek-prf': [...meek('alcanza la cuota'), 'Los votos llevan nueve decimales.'],
  meek: [
    ...meek('supera la cuota'),
    'Los votos llevan 27 decimales, de los que los últimos nueve solo absorben el redondeo.',
  ],
  irv: [
    FIRST,
    'Quien tiene más de la mitad de los votos obtiene el puesto.',
    'Mientras nadie los tenga, queda fuera quien tiene menos, y esas papeletas pasan enteras a la preferencia siguiente. No se redondea nada.',
  ],
  schulze: [
    ...PAIRS,
    'A veces nadie las gana todas: A gana a B, B gana a C y C gana a A. Entonces cuentan las cadenas de victorias. Una cadena es tan fuerte como su victoria más débil, una victoria es tan fuerte como las papeletas a su favor, y quien tiene la cadena más fuerte hacia la otra candidatura está por encima de ella.',
  ],
  'ranked-pairs': [
    ...PAIRS,
    'A veces nadie las gana todas: A gana a B, B gana a C y C gana a A. Entonces se toman las victorias una tras otra, primero las que tienen más papeletas a su favor, y se pasa por alto la que contradice las anteriores.',
  ],
}

export const counting: typeof english.counting = {
  how: HOW,
  howTitle: 'Cómo se cuentan las papeletas',
  quotaTitle: 'Cuántos votos dan un puesto',
  digits: 'Aquí los votos llevan dos decimales; el registro los tiene todos.',
  moved: (from, to) => `De ${from}: ${to.join(', ')}.`,
}

/** Cuántos votos dan un puesto y por qué. */
export function sayQuota(method: OfficeMethod, result: CountResult): readonly string[] {
  const sums = quotaArithmetic(result)
  if (sums === undefined) return []
  const { first, last, parts, begun, ended } = sums
  const from = `${exactVotes(first)} papeletas con alguna preferencia ÷ ${parts}`
  const why = `${parts} es uno más que los puestos: no pueden reunir tantos votos más de ${count(result.seats, 'candidatura', 'candidaturas')}.`
  const still = `En la última etapa: ${exactVotes(last)} votos todavía en el recuento ÷ ${parts}`
  const fell =
    begun === ended
      ? []
      : [`Comenzó en ${exactVotes(begun)} y bajó porque había papeletas sin otra preferencia.`]
  switch (method) {
    case 'scottish-stv':
      return [
        `Con ${exactVotes(ended)} votos se obtiene un puesto.`,
        `${from}, sin decimales, da ${quotientOf(first, parts, 0)}; más uno son ${exactVotes(ended)}. ${why}`,
      ]
    case 'wigm-prf':
      return [
        `Con ${exactVotes(ended)} votos se obtiene un puesto.`,
        `${from}, con cuatro decimales, da ${quotientOf(first, parts, 4)}; más 0.0001 son ${exactVotes(ended)}. ${why}`,
      ]
    case 'meek-prf':
      return [
        `Quien tiene la cuota obtiene un puesto; al final eran ${exactVotes(ended)} votos.`,
        `${still}, con nueve decimales, da ${quotientOf(last, parts, 9)}; más 0.000000001 son ${exactVotes(ended)}. ${why}`,
        ...fell,
      ]
    case 'meek':
      return [
        `Quien tiene más que la cuota obtiene un puesto; al final eran ${exactVotes(ended)} votos.`,
        `${still} da ${exactVotes(ended)}; con más se obtiene un puesto. ${why}`,
        ...fell,
      ]
    case 'irv':
      return [
        `Quien tiene más de la mitad de los votos todavía en el recuento obtiene el puesto; al final hacían falta ${exactVotes(ended)} votos.`,
        `En la última etapa: ${exactVotes(last)} votos ÷ 2, sin decimales, da ${quotientOf(last, 2, 0)}; más uno son ${exactVotes(ended)}.`,
      ]
    // Ningún número de votos da el puesto: decide quién gana a quién.
    case 'schulze':
    case 'ranked-pairs':
      return []
  }
}

const SHARED: Readonly<Record<CountOptions['equalRankings'], string>> = {
  equal: 'Quienes comparten un número comparten la papeleta.',
  exhaust: 'Una papeleta termina donde da el mismo número a más de una candidatura.',
  skip: 'Un número dado a más de una candidatura se pasa por alto.',
  'one-continuing':
    'Un número dado a más de una candidatura cuenta para la única que siga en el recuento; si hay más, la papeleta termina ahí.',
}
const TWICE: Readonly<Record<CountOptions['duplicates'], string>> = {
  skip: 'Quien figura dos veces cuenta en el primer lugar.',
  exhaust: 'Una papeleta termina donde nombra a alguien por segunda vez.',
}
const OUT: Readonly<Record<CountOptions['exclusions'], string>> = {
  single: 'Las candidaturas quedan fuera de una en una.',
  batch: 'Todas las candidaturas que ya no pueden alcanzar a nadie quedan fuera juntas.',
}
const EQUALS: Readonly<Record<CountOptions['ties'], string>> = {
  'earlier-stages': 'Si hay empate, decide la última etapa con diferencia; si no la hubo, un sorteo.',
  lot: 'Si hay empate, decide un sorteo.',
}

/** Qué dice la regla sobre papeletas irregulares, exclusiones y empates. */
export function sayOptions(
  method: OfficeMethod,
  { equalRankings, skippedRanks, duplicates, exclusions, ties }: CountOptions,
): readonly string[] {
  const inPairs = comparesPairs(method)
  return [
    inPairs && equalRankings === 'equal'
      ? 'Entre quienes comparten un número, la papeleta no prefiere a nadie.'
      : SHARED[equalRankings],
    skippedRanks === 'any'
      ? 'Los números que faltan no importan.'
      : `Una papeleta termina donde faltan más de ${count(skippedRanks, 'número seguido', 'números seguidos')}.`,
    TWICE[duplicates],
    ...(inPairs ? [] : [OUT[exclusions]]),
    EQUALS[ties],
  ]
}

/** Por qué una etapa movió votos. */
export function sayCause(cause: Cause, name: (candidate: number) => string): string {
  switch (cause.kind) {
    case 'first-preferences':
      return 'Se cuentan las primeras preferencias.'
    case 'surplus':
      return Number(cause.surplus) === 0
        ? `${name(cause.candidate)} tiene justo la cuota: no pasa nada.`
        : `${name(cause.candidate)} tiene ${exactVotes(cause.of)} votos; le sobran ${exactVotes(cause.surplus)}. Sus papeletas pasan a la preferencia siguiente, cada una con ${exactVotes(cause.surplus)} ÷ ${exactVotes(cause.of)} = ${partOf(cause.surplus, cause.of)} del valor que tenía.`
    case 'exclusion':
      return `${WHY_OUT[cause.because]} Fuera: ${cause.candidates.map(name).join(', ')}.${cause.because === 'seats-filled' ? '' : ' Sus papeletas pasan a la preferencia siguiente.'}`
    case 'keep-values':
      return `Quien obtuvo un puesto conserva solo los votos necesarios; el resto pasa a las preferencias siguientes. Se calculó ${count(cause.iterations, 'vez', 'veces')}, hasta que se estabilizó.`
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
  remaining: 'queda entre las últimas candidaturas, tantas como puestos libres,',
  most: 'reúne más votos que nadie',
}

/** Por qué alguien obtiene un puesto. */
export function sayElected({ because }: Election, name: string): string {
  return `${name} ${BECAUSE[because]} y obtiene un puesto.`
}

const CHOSEN: Readonly<Record<TieAbout, string>> = {
  exclusion: 'queda fuera',
  surplus: 'pasa sus votos antes',
  election: 'obtiene antes el puesto',
}

/** Cómo terminó un empate. */
export function sayTie(tie: Tie, name: (candidate: number) => string, staged = true): string {
  const who = tie.among.map(name).join(', ')
  const { settled } = tie
  const when = staged ? `Tras la etapa ${tie.stage + 1} hubo` : 'Hubo'
  if (settled.by === 'open') return `${when} empate, y solo un sorteo decide: ${who}.`
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
  return `${when} empate: ${who}. Se resolvió ${how}: ${name(settled.chosen)} ${CHOSEN[tie.about]}.${drawn}`
}
