// The package brings no types; these are what the benchmark calls.
declare module 'caritat' {
  interface Ballot {
    readonly count: number
  }
  interface Election {
    readonly candidates: readonly string[]
  }
  export const Ballot: new (votes: readonly string[], count: number) => Ballot
  export const Election: new (config: {
    candidates: readonly string[]
    ballots: readonly Ballot[]
  }) => Election
  export function irv(election: Election): string
  export const condorcet: { schulze: (election: Election) => unknown }
  export const stv: { meek: (election: Election, config: { seats: number }) => readonly string[] }
}
