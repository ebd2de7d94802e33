/** A part of a sentence that leads somewhere. */
interface Linked {
  readonly href: string
  readonly text: string
}

export type Part = string | Linked

/** A sentence whose parts can be links: each language has an order of its own, so no page joins them. */
export type Told = readonly Part[]

/** Writes one: told`${by} seconded ${motion}.` It starts with a capital, whatever it starts with. */
export function told(texts: TemplateStringsArray, ...parts: readonly Part[]): Told {
  const all = texts.flatMap((text, i) => [text, parts[i] ?? '']).filter((part) => part !== '')
  return all.map((part, i) => (i === 0 ? capital(part) : part))
}

/** The sentence as plain text. */
export function plain(sentence: Told): string {
  return sentence.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}

function capital(part: Part): Part {
  if (typeof part !== 'string') return { ...part, text: capitalText(part.text) }
  return capitalText(part)
}

const capitalText = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
