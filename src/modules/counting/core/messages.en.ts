import { speechIn } from '#kernel/speech'
import type { CountingWords } from './words.ts'
import type { Majority } from './yes-no.ts'

const { sayNumber } = speechIn('en')

const BASES: Readonly<Record<Majority['of'], string>> = {
  cast: 'votes cast (yes and no)',
  present: 'members who took part',
  roll: 'members on the roll',
}

export const english: CountingWords = {
  quorum({ roll, took, quorumNeeded, threshold }) {
    const reached = took >= quorumNeeded ? 'the quorum was reached' : 'the quorum was missed'
    return `Quorum: ${threshold.quorum} of ${sayNumber(roll)} on the roll = ${sayNumber(quorumNeeded)} had to take part; ${sayNumber(took)} did, so ${reached}.`
  },
  majority({ base, needed, tally, threshold }) {
    const { more, of, share } = threshold.majority
    return `Needed ${more ? 'more than' : 'at least'} ${share} of ${sayNumber(base)} ${BASES[of]} = ${sayNumber(needed)}; had ${sayNumber(tally.yes)} yes, ${sayNumber(tally.no)} no, ${sayNumber(tally.abstain)} abstaining.`
  },
  outcomes: {
    adopted: 'Adopted.',
    short: 'Not adopted: too few yes votes.',
    tied: 'Not adopted: a tie adopts nothing.',
    'nothing-cast': 'Not adopted: nobody voted yes or no, and nothing cast adopts nothing.',
    'no-quorum': 'Not decided: too few took part.',
  },
}
