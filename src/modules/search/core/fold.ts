/** Letters that Unicode does not take apart, and what people without them on their keyboard type. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

// Longer runs are no words; both engines have limits of their own far above this.
const LONGEST_WORD = 60

/** The words of a text without accents and capitals: what is put into the index, and what is looked for. */
export function foldWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
  return plain.match(/[\p{L}\p{N}]+/gu)?.map((word) => [...word].slice(0, LONGEST_WORD).join('')) ?? []
}

const MOST_TERMS = 8
// Whoever sends more looks for nothing.
const LONGEST_QUESTION = 500

/** What a question looks for: its first words, each once. Whatever is typed, quotes and operators are not among them. */
export function termsOf(question: string): readonly string[] {
  return [...new Set(foldWords(question.slice(0, LONGEST_QUESTION).toWellFormed()))].slice(0, MOST_TERMS)
}
