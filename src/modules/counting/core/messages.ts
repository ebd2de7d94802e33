import type { Decision, Majority } from './yes-no.ts'

const BASES: Readonly<Record<Majority['of'], string>> = {
  cast: 'votes cast (yes and no)',
  present: 'members who took part',
  roll: 'members on the roll',
}

/** Why a question ended as it did: its arithmetic, sentence by sentence. */
export function whyDecided(decision: Decision): readonly string[] {
  return [quorumSentence(decision), majoritySentence(decision), outcomeSentence(decision)]
}

function quorumSentence({ roll, took, quorumNeeded, threshold }: Decision): string {
  const reached = took >= quorumNeeded ? 'the quorum was reached' : 'the quorum was missed'
  return `Quorum: ${threshold.quorum} of ${roll} on the roll = ${quorumNeeded} had to take part; ${took} did, so ${reached}.`
}

function majoritySentence({ base, needed, tally, threshold }: Decision): string {
  const { more, of, share } = threshold.majority
  return `Needed ${more ? 'more than' : 'at least'} ${share} of ${base} ${BASES[of]} = ${needed}; had ${tally.yes} yes, ${tally.no} no, ${tally.abstain} abstaining.`
}

function outcomeSentence({ outcome }: Decision): string {
  switch (outcome) {
    case 'adopted':
      return 'Adopted.'
    case 'short':
      return 'Not adopted: too few yes votes.'
    case 'tied':
      return 'Not adopted: a tie adopts nothing.'
    case 'nothing-cast':
      return 'Not adopted: nobody voted yes or no, and nothing cast adopts nothing.'
    case 'no-quorum':
      return 'Not decided: too few took part.'
  }
}
