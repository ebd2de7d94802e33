import { speechIn } from '#kernel/speech'
import type { Majority } from '#modules/counting/core'
import type { DisciplineRules } from './discipline-rules.ts'
import { BALLOT_QUESTIONS, type BallotQuestion, type BallotRules } from './ballot-rules.ts'
import {
  ballotsOf,
  directoryOf,
  disciplineOf,
  electionsOf,
  reportDaysOf,
  signedActsOf,
  tendencyRulesOf,
  type Directory,
  type RuleSet,
} from './rule-set.ts'
import type { TendencyRules } from './tendency-rules.ts'
import type { OfficeMethod } from './election-rules.ts'
import { spanish as names } from './names.es.ts'
import { OFFICE_ACTS } from './signature-rules.ts'
import type { RuleSentences } from './rule-words.ts'

const { sayCount, sayList, sayNumber } = speechIn('es')

function ofMotions({
  motionSeconds,
  secondingDays,
  debateHours,
  amendmentFreezeHours,
  amendmentSeconds,
}: RuleSet): string[] {
  return [
    motionSeconds === 0
      ? 'Una moción entra en debate en cuanto se propone.'
      : `Una moción entra en debate en cuanto la ${others(motionSeconds)}; si no, caduca tras ${days(secondingDays)}.`,
    `Se debate durante ${hours(debateHours)} y luego se somete a votación.`,
    amendmentFreezeHours === 0
      ? 'Se reciben enmiendas hasta que termina el debate.'
      : `Se reciben enmiendas hasta ${hours(amendmentFreezeHours)} antes de que termine el debate.`,
    amendmentSeconds === 0
      ? 'Todas las enmiendas se someten a votación.'
      : `Una enmienda se somete a votación si la ${others(amendmentSeconds)}.`,
  ]
}

function ofVotes(rules: RuleSet): string[] {
  const { votingHours, quorum, majorities, reportDays } = rules
  return [
    `Una votación está abierta durante ${hours(votingHours)}.`,
    `Debe participar al menos ${quorum} del padrón; si no, nada se decide. Abstenerse es participar.`,
    `Las mociones y las enmiendas se aprueban por ${majority(majorities.ordinary)}.`,
    `Los puntos de unidad se aprueban, cambian y suprimen por ${majority(majorities.unity)}.`,
    `Las reglas y las unidades se cambian por ${majority(majorities.rules)}.`,
    `Se pueden adjuntar informes de minoría a una decisión durante ${days(reportDays)}.`,
    ...ofBallots(ballotsOf(rules)),
  ]
}

const SECRET: Readonly<Record<BallotQuestion, string>> = {
  motions: 'mociones y enmiendas',
  elections: 'cargos',
  recalls: 'revocaciones',
}

function ofBallots(rules: BallotRules): string[] {
  const { keysFirst, keyHours, participation, ranksMost, smallest } = rules
  const secret = BALLOT_QUESTIONS.filter((question) => rules[question] === 'secret')
  return [
    secret.length === 0
      ? 'Todas las votaciones son abiertas: una vez cerradas, cada integrante ve quién votó qué.'
      : `Las votaciones sobre ${sayList(secret.map((question) => SECRET[question]))} son secretas: nadie ve quién votó qué, y cualquiera puede contar las papeletas. Quienes actúan por delegación votan a la vista.`,
    participation === 'named'
      ? 'Tras una votación secreta, cada integrante ve quién participó.'
      : 'Tras una votación secreta, cada integrante ve cuántas personas participaron y puede comprobar lo que se dice de sí.',
    keysFirst === null
      ? 'Las claves de una votación secreta se dan mientras está abierta.'
      : `Con un padrón de ${sayNumber(keysFirst)} o más, las claves de una votación secreta se dan durante ${hours(keyHours)} antes de que nadie vote.`,
    ranksMost === null
      ? 'Una papeleta secreta puede ordenar todas las candidaturas.'
      : `Una papeleta secreta tiene como máximo ${sayCount(ranksMost, { one: 'lugar', other: 'lugares' })}: un orden largo puede decir de quién es.`,
    `El resultado de menos de ${sayCount(smallest, { one: 'papeleta secreta', other: 'papeletas secretas' })} no se desglosa.`,
  ]
}

function ofMeetings({ meetingQuorum, reviewDays, reviewShare }: RuleSet): string[] {
  return [
    `Una reunión puede decidir de inmediato lo que no puede esperar, si se cuenta en ella al menos ${meetingQuorum} del padrón.`,
    `Durante ${days(reviewDays)} desde entonces, ${reviewShare} del padrón puede pedir una revisión: la decisión se debate de nuevo y se somete al voto de todo el padrón.`,
  ]
}

const DIRECTORY_SENTENCES: Readonly<Record<Directory, string>> = {
  places:
    'Cada integrante ve los nombres de todas las personas integrantes, con su unidad de pertenencia y su habilitación.',
  names:
    'Cada integrante ve los nombres de todas las personas integrantes; su unidad de pertenencia y su habilitación, solo si comparten alguna unidad.',
  'own-units': 'Cada integrante ve los nombres de quienes están en alguna de sus unidades, y de nadie más.',
}

function ofMembers(rules: RuleSet): string[] {
  const { vouches, admissionDays, standingDays } = rules
  return [
    vouches === 0
      ? 'Nadie tiene que avalar una solicitud.'
      : `Antes de admitir a alguien, ${sayCount(vouches, { one: 'integrante avala', other: 'integrantes avalan' })} su solicitud.`,
    `El primer voto llega ${admissionDays === 0 ? 'el mismo día de la admisión' : `${days(admissionDays)} después de la admisión`}.`,
    `La habilitación solo caduca tras un aviso de ${days(standingDays)}, en los que se puede restablecer.`,
    `${DIRECTORY_SENTENCES[directoryOf(rules)]} Quien actúa a la vista (ocupa un cargo, propone, secunda, interviene, firma, vota en votación abierta) aparece con su nombre junto a lo que hace.`,
    ofTendencies(tendencyRulesOf(rules)),
    ...ofDiscipline(disciplineOf(rules)),
  ]
}

function ofTendencies({ members, share, belowDays }: TendencyRules): string {
  return `Una tendencia se sostiene con ${sayCount(members, { one: 'firmante', other: 'firmantes' })}, o con ${share} del padrón donde sea más. Con menos, acaba después de ${days(belowDays)}.`
}

function ofDiscipline(rules: DisciplineRules): string[] {
  const { chargers, limitationDays, noticeDays, panel, findingDays, appealDays } = rules
  const { measures, expulsion, warningDays, suspensionDays, barDays } = rules
  return [
    `Un cargo lo presentan en conjunto ${sayCount(chargers, { one: 'integrante', other: 'integrantes' })}, dentro de ${days(limitationDays)} desde el hecho.`,
    `La persona acusada tiene ${days(noticeDays)} para responder; después un panel de ${sayNumber(panel)}, por sorteo, resuelve en ${days(findingDays)}, o el cargo caduca.`,
    `Se decide en votación secreta: una medida necesita ${measures === '1/2' ? 'más de la mitad' : measures} de los votos emitidos, una expulsión ${expulsion}. Solo rige tras ${days(appealDays)} en que se puede apelar.`,
    `Una advertencia desaparece tras ${days(warningDays)}; una suspensión dura como mucho ${days(suspensionDays)}; quien fue expulsado puede volver a solicitar tras ${days(barDays)}.`,
  ]
}

const METHODS: Readonly<Record<OfficeMethod, string>> = {
  'scottish-stv': 'voto único transferible según las reglas escocesas',
  'wigm-prf': 'voto único transferible según la regla de referencia WIGM',
  'meek-prf': 'voto único transferible según la regla de referencia de Meek (nueve cifras)',
  meek: 'voto único transferible según la regla de Meek',
  irv: 'segunda vuelta instantánea',
  schulze: 'comparación de las candidaturas de dos en dos (Schulze)',
  'ranked-pairs': 'comparación de las candidaturas de dos en dos (pares ordenados)',
}

function ofOffices(rules: RuleSet): string[] {
  const elections = electionsOf(rules)
  return [
    `Un cargo se da por ${days(rules.termDays)} como máximo.`,
    `Los cargos se ocupan con ${METHODS[elections.method]}: las candidaturas están abiertas ${days(elections.nominationDays)} y la elección ${days(elections.votingDays)}.`,
    `En una elección debe participar al menos ${elections.quorum} del padrón; si no, se repite.`,
    elections.vacancy === 'countback'
      ? 'Un puesto que queda libre se cubre contando de nuevo las papeletas de su elección, sin quien se fue.'
      : 'Un puesto que queda libre se cubre con otra elección.',
    `Si el cargo no dice otra cosa, nadie lo ocupa más de ${sayCount(elections.termsMost, { one: 'período seguido', other: 'períodos seguidos' })}.`,
    `A quien ocupa un cargo se le revoca por voto: lo somete a voto ${elections.recallShare} del padrón con sus firmas en ${days(elections.recallDays)}.`,
    `Quien ocupa un cargo informa sobre él cada ${days(reportDaysOf(rules))}; si calla, se ve.`,
    signed(signedActsOf(rules)),
  ]
}

function signed(acts: readonly string[]): string {
  const named = OFFICE_ACTS.filter((act) => acts.includes(act)).map((act) => lowered(names.signatures[act]))
  return named.length === 0
    ? 'Nada de lo que se hace en un cargo necesita la firma de un dispositivo.'
    : `Lo que se hace en un cargo vale solo con la firma de un dispositivo de quien lo hace cuando es ${sayList(named)}.`
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

const BOUND_SENTENCES: RuleSentences['bounds'] = {
  debateHoursLeast: (value) => `Un debate dura al menos ${hours(value)}.`,
  votingHoursLeast: (value) => `Una votación está abierta al menos ${hours(value)}.`,
  secondsMost: (value) => `Nadie necesita más de ${sayNumber(value)} apoyos para una moción o una enmienda.`,
  quorumLeast: (value) => `En una votación debe participar al menos ${value} del padrón.`,
  ordinaryLeast: (value) => `Nada se aprueba con menos de ${value}, y nunca con exactamente la mitad.`,
  unityLeast: (value) => `Los puntos de unidad necesitan al menos ${value}.`,
  rulesLeast: (value) => `Las reglas y las unidades necesitan al menos ${value}.`,
  majorityMost: (value) =>
    `No se exige ninguna mayoría ni quórum por encima de ${value}; si no, unas pocas personas podrían atar a la mayoría para siempre.`,
  admissionDaysLeast: (value) => `Entre la admisión y el primer voto pasan al menos ${days(value)}.`,
  vouchesMost: (value) => `No se exigen más de ${sayNumber(value)} avales por solicitud.`,
  standingDaysLeast: (value) => `La habilitación caduca como muy pronto tras un aviso de ${days(value)}.`,
  meetingQuorumLeast: (value) => `Una reunión que decide cuenta al menos ${value} del padrón.`,
  reviewShareMost: (value) =>
    `Para pedir revisión de lo que decidió una reunión se exige como máximo ${value} del padrón.`,
  reviewDaysLeast: (value) => `Esa revisión puede pedirse durante al menos ${days(value)}.`,
  reportDaysLeast: (value) => `Los informes de minoría se pueden adjuntar durante al menos ${days(value)}.`,
  termDaysMost: (value) => `Ningún cargo se da por más de ${days(value)}.`,
}

const BASES: Readonly<Record<Majority['of'], string>> = {
  cast: 'los votos emitidos (a favor y en contra)',
  present: 'integrantes que participan',
  roll: 'integrantes del padrón',
}

function majority({ share, more, of }: Majority): string {
  return `${more ? 'más de' : 'al menos'} ${share} de ${BASES[of]}`
}

function others(count: number): string {
  return sayCount(count, { one: 'secunda # persona más', other: 'secundan # personas más' })
}

function days(count: number): string {
  return sayCount(count, { one: 'día', other: 'días' })
}

function hours(count: number): string {
  if (count % 24 === 0 && count > 24) return days(count / 24)
  return sayCount(count, { one: 'hora', other: 'horas' })
}

export const spanish: RuleSentences = {
  motions: ofMotions,
  votes: ofVotes,
  meetings: ofMeetings,
  members: ofMembers,
  offices: ofOffices,
  bounds: BOUND_SENTENCES,
}
