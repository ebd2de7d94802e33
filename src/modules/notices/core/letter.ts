/** A line of a letter: what, where to read on, and something beside it. */
export interface LetterLine {
  readonly text: string
  readonly href?: string | undefined
  readonly detail?: string | undefined
}

export interface LetterSection {
  readonly heading: string
  readonly lines: readonly LetterLine[]
}

/** A letter in the words of its reader, before it is written as plain text or HTML. */
export interface Letter {
  readonly language: string
  /** All that a locked screen shows, with the opening. */
  readonly subject: string
  readonly opening: string
  readonly sections: readonly LetterSection[]
  /** Sentences after the sections. */
  readonly closing: readonly string[]
  /** Small print, each with its link where it has one. */
  readonly footer: readonly LetterLine[]
}
