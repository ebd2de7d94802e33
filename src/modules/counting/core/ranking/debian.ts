import type { DefaultOptionRule } from './default-option.ts'

/**
 * How the Debian project elects its leader: a real constitution as data (Debian Constitution 1.2 and later, 4.2, 5.2 and
 * A.6). The quorum is three times half the square root of the number of developers, no supermajority, and the last
 * option is “None of the above”. What a ballot does not rank stands below all that it ranks. The quorum's clauses are quoted in
 * lists.debian.org/debian-project/2003/11/msg00075; that a majority must be more than its ratio, in debian.org/vote/2015/vote_003.
 */
export const DEBIAN_LEADER: DefaultOptionRule = {
  name: 'Debian project leader',
  quorumOfRoot: [3, 2],
  majority: [1, 1],
}

/** How Debian changes its constitution by general resolution: three times as many for it as against it (4.1.2). */
export const DEBIAN_CONSTITUTION: DefaultOptionRule = {
  ...DEBIAN_LEADER,
  name: 'Debian, change of the constitution',
  majority: [3, 1],
}
