import { foldWords } from './fold.ts'

/** A piece of a text, and whether it is what was looked for. */
export interface Part {
  readonly text: string
  readonly marked: boolean
}

const LENGTH = 240
const BEFORE = 60

/** The text in parts, with every word marked that begins with one of the terms. */
export function markTerms(text: string, terms: readonly string[]): readonly Part[] {
  const parts: Part[] = []
  let plainFrom = 0
  for (const { index, word } of matchesIn(text, terms)) {
    if (index > plainFrom) parts.push({ text: text.slice(plainFrom, index), marked: false })
    parts.push({ text: word, marked: true })
    plainFrom = index + word.length
  }
  if (plainFrom < text.length) parts.push({ text: text.slice(plainFrom), marked: false })
  return parts
}

/** The part of a long text around the first match, cut at words; the beginning where nothing matches. */
export function excerptOf(text: string, terms: readonly string[]): readonly Part[] {
  const flat = text.replaceAll(/\s+/g, ' ').trim()
  const first = matchesIn(flat, terms)[0]?.index ?? 0
  const from = first <= BEFORE ? 0 : wordStart(flat, first - BEFORE)
  const to = from + LENGTH >= flat.length ? flat.length : wordEnd(flat, from + LENGTH)
  const cut = `${from > 0 ? '… ' : ''}${flat.slice(from, to)}${to < flat.length ? ' …' : ''}`
  return markTerms(cut, terms)
}

function matchesIn(
  text: string,
  terms: readonly string[],
): readonly { readonly index: number; readonly word: string }[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: word, index }) =>
    foldWords(word).some((folded) => terms.some((term) => folded.startsWith(term))) ? [{ index, word }] : [],
  )
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  return space < 0 || space - at > BEFORE ? at : space + 1
}

function wordEnd(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at)
  return at - space > BEFORE ? at : space
}
