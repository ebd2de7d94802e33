import type { Fraction } from '#kernel/fraction'
import type { Majority } from '#modules/counting/core'
import type { RuleSet } from '#modules/rulebook/core'
import { count } from './common.ts'
import { sayHours } from './time.ts'

const SHARES: Readonly<Record<string, string>> = {
  '1/2': 'la mitad',
  '1/3': 'un tercio',
  '2/3': 'dos tercios',
  '1/4': 'un cuarto',
  '3/4': 'tres cuartos',
  '1/5': 'un quinto',
  '3/5': 'tres quintos',
  '1/10': 'un décimo',
  '1/20': 'un vigésimo',
}
const BASES: Readonly<Record<Majority['of'], string>> = {
  cast: 'los votos a favor y en contra',
  present: 'quienes participan',
  roll: 'todo el padrón',
}

/** Such as “dos tercios”; a share without a name as it is written. */
export function sayShare(share: Fraction): string {
  return SHARES[share] ?? share
}

/** Such as “más de la mitad de los votos a favor y en contra”. */
export function sayMajority({ share, more, of }: Majority): string {
  return `${more ? 'más de' : 'al menos'} ${sayShare(share)} de ${BASES[of]}`
}

/** Which numbers decide how somebody joins. */
export function joiningSentence({ vouches, admissionDays }: RuleSet): string {
  const who =
    vouches === 0
      ? 'Nadie tiene que avalar una solicitud'
      : `${count(vouches, 'integrante avala', 'integrantes avalan')} cada solicitud`
  return `${who}; el primer voto llega ${count(admissionDays, 'día', 'días')} después de la admisión.`
}

/** What tells one set of rules from another at a glance. */
export function shortSentences(rules: RuleSet): readonly string[] {
  const { motionSeconds, debateHours, votingHours, quorum, majorities, vouches } = rules
  return [
    `${count(motionSeconds, 'apoyo', 'apoyos')} para una moción, ${sayHours(debateHours)} de debate, ${sayHours(votingHours)} de votación, ${sayShare(quorum)} del padrón como quórum.`,
    `${capital(sayShare(majorities.unity.share))} para puntos de unidad, ${sayShare(majorities.rules.share)} para reglas.`,
    `${count(vouches, 'integrante avala', 'integrantes avalan')} cada solicitud.`,
  ]
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
