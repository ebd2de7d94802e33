import { speechIn } from '#kernel/speech'

const { sayCount } = speechIn('en')

/** What stands where a text that did not change is folded away. */
export const diff = {
  words: (number: number) => `${sayCount(number, { one: 'word', other: 'words' })} unchanged`,
  clauses: (from: number, to: number) =>
    from === to ? `Clause ${from} is unchanged` : `Clauses ${from} to ${to} are unchanged`,
}
