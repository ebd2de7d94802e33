/*
 * Fixed ranges, not Unicode properties or Intl.Segmenter: their tables change with the engine, and every auditor must
 * cut a text alike for ever, because the cut decides which amendments collide.
 */
const IDEOGRAPHS = '\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff'
const MARKS =
  '!-\\/:-@\\[-`{-~\\u00a1-\\u00a9\\u00ab-\\u00b4\\u00b6-\\u00b9\\u00bb-\\u00bf\\u2010-\\u2027\\u2030-\\u205e\\u3001-\\u3003\\u3008-\\u3011\\u3014-\\u301f\\uff01-\\uff0f\\uff1a-\\uff20'
const LETTER = `[^\\s${MARKS}${IDEOGRAPHS}]`
// Apostrophe and hyphen join a word (don't, l'accord, co-op); signs between digits join a number (2/3, 1,000, 18:30).
const JOINER = `(?:['\\u2019-]|(?<=[0-9])[.,:\\/](?=[0-9]))`
const TOKENS = new RegExp(`${LETTER}+(?:${JOINER}${LETTER}+)*|\\s+|[^]`, 'gu')
const WORDLESS = new RegExp(`^[\\s${MARKS}]+$`, 'u')

/** Cuts a text into words, white space and single punctuation marks; joined again they are the text. */
export function cutIntoWords(text: string): readonly string[] {
  return text.match(TOKENS) ?? []
}

/** Whether the token is a word, and not white space or punctuation. */
export function isWord(token: string): boolean {
  return !WORDLESS.test(token)
}
