import { refuse, type Refusal } from '#kernel/refusal'

const LETTERS = 'yna'

/** What a choice is in a vote: a letter a question, or a rank a candidate; always of the same length, so that no ballot is known by it. */
export type ChoiceForm =
  | { readonly kind: 'questions'; readonly length: number }
  | {
      readonly kind: 'ranks'
      readonly length: number
      /** How many candidates may be ranked; a long ranking is as good as a name. */
      readonly most: number
      readonly mayShare: boolean
    }

/** Why these bytes are no choice, beyond which nothing can be written into one. */
export function whyChoiceInvalid(form: ChoiceForm, choice: Uint8Array): Refusal | undefined {
  if (choice.length !== form.length) return refuse('choice-malformed')
  if (form.kind === 'questions')
    return choice.every((byte) => LETTERS.includes(String.fromCharCode(byte)))
      ? undefined
      : refuse('choice-malformed')
  const ranks = [...choice].filter((rank) => rank > 0)
  const different = new Set(ranks)
  // Ranks run 1, 2, 3 … without a gap: two ways to say the same would be a mark.
  if (ranks.some((rank) => rank > different.size)) return refuse('choice-malformed')
  if (ranks.length > form.most) return refuse('choice-too-long', { most: form.most })
  return different.size < ranks.length && !form.mayShare ? refuse('choice-malformed') : undefined
}

/** Letters, one a question (`y`, `n`, `a`), as a choice. */
export function choiceOfLetters(letters: string): Uint8Array {
  return new TextEncoder().encode(letters)
}

/** The letters of a choice. */
export function lettersOf(choice: Uint8Array): string {
  return String.fromCharCode(...choice)
}

/** Candidates by their place on the ballot, best first, those in one list sharing a rank, as a choice among so many. */
export function choiceOfRanks(ranks: readonly (readonly number[])[], candidates: number): Uint8Array {
  const choice = new Uint8Array(candidates)
  for (const [i, rank] of ranks.entries()) for (const candidate of rank) choice[candidate] = i + 1
  return choice
}

/** The ranks of a choice. */
export function ranksOf(choice: Uint8Array): readonly (readonly number[])[] {
  const ranks: number[][] = []
  for (const [candidate, rank] of choice.entries()) if (rank > 0) (ranks[rank - 1] ??= []).push(candidate)
  return ranks
}
