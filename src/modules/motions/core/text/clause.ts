/** One clause of a text. Its id is stable for ever, so that votes, comments and provenance survive renumbering. */
export interface Clause {
  readonly id: string
  readonly text: string
}
