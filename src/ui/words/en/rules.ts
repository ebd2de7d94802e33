import type { Fraction } from '#kernel/fraction'
import type { Majority } from '#modules/counting/core'
import type { RuleSet } from '#modules/rulebook/core'
import { count } from './common.ts'
import { sayHours } from './time.ts'

const SHARES: Readonly<Record<string, string>> = {
  '1/2': 'half',
  '1/3': 'a third',
  '2/3': 'two thirds',
  '1/4': 'a quarter',
  '3/4': 'three quarters',
  '1/5': 'a fifth',
  '3/5': 'three fifths',
  '1/10': 'a tenth',
  '1/20': 'a twentieth',
}
const BASES: Readonly<Record<Majority['of'], string>> = {
  cast: 'the yes and no votes',
  present: 'those who take part',
  roll: 'the whole roll',
}

/** Such as “two thirds”; a share without a name as it is written. */
export function sayShare(share: Fraction): string {
  return SHARES[share] ?? share
}

/** Such as “more than half of the yes and no votes”. */
export function sayMajority({ share, more, of }: Majority): string {
  return `${more ? 'more than' : 'at least'} ${sayShare(share)} of ${BASES[of]}`
}

/** Which numbers decide how somebody joins. */
export function joiningSentence({ vouches, admissionDays }: RuleSet): string {
  const who =
    vouches === 0
      ? 'Nobody has to vouch for an applicant'
      : `${count(vouches, 'member vouches', 'members vouch')} for an applicant`
  return `${who}; a first vote comes ${count(admissionDays, 'day', 'days')} after admission.`
}

/** What tells one set of rules from another at a glance. */
export function shortSentences(rules: RuleSet): readonly string[] {
  const { motionSeconds, debateHours, votingHours, quorum, majorities, vouches } = rules
  return [
    `${count(motionSeconds, 'seconder', 'seconders')} for a motion, ${sayHours(debateHours)} of debate, ${sayHours(votingHours)} of voting, ${sayShare(quorum)} of the roll as a quorum.`,
    `${capital(sayShare(majorities.unity.share))} for points of unity, ${sayShare(majorities.rules.share)} for rules.`,
    `${count(vouches, 'member vouches', 'members vouch')} for an applicant.`,
  ]
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
