/** What charts say: below them, and instead of them to whoever cannot see them. */
export const charts = {
  tookPart: (took: string, roll: string) => `Took part: ${took} of ${roll}`,
  quorum: (needed: string) => `quorum ${needed}`,
  votes: (yes: string, no: string) => `Votes: ${yes} yes, ${no} no`,
  needed: (needed: string) => `needed ${needed}`,
  yes: (yes: string) => `Yes ${yes}`,
  no: (no: string) => `No ${no}`,
  /** A line told in words. */
  line: (label: string, first: string, last: string, from: string, to: string) =>
    `${label}: from ${first} (${from}) to ${last} (${to})`,
  standing: 'Members who could vote',
  turnout: 'Took part in the vote',
}
