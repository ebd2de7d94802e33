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

/** Which numbers of a rule set decide how a motion goes, sentence by sentence. */
export function motionSentences({ debateHours, votingHours, motionSeconds, quorum, majorities }: RuleSet): readonly string[] {
  const seconds =
    motionSeconds === 0 ? 'A motion needs no seconds.' : `A motion needs ${count(motionSeconds, 'second', 'seconds')} before it is debated.`
  return [
    seconds,
    `It is debated for ${sayHours(debateHours)}, then voted on for ${sayHours(votingHours)}.`,
    `A vote counts when ${sayShare(quorum)} of the roll takes part.`,
    `Ordinary motions need ${sayMajority(majorities.ordinary)}; points of unity ${sayMajority(majorities.unity)}; rules and units ${sayMajority(majorities.rules)}.`,
  ]
}

/** Which numbers decide how somebody joins. */
export function joiningSentence({ vouches, admissionDays }: RuleSet): string {
  const who = vouches === 0 ? 'Nobody has to vouch for an applicant' : `${count(vouches, 'member vouches', 'members vouch')} for an applicant`
  return `${who}; a first vote comes ${count(admissionDays, 'day', 'days')} after admission.`
}
