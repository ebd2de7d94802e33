import { languageOf, LANGUAGES, LOCALES, type InLanguages, type Language } from '#kernel/language'

const inBrowser = (): Language =>
  typeof document === 'undefined' ? LANGUAGES[0] : (languageOf(document.documentElement.lang) ?? LANGUAGES[0])

let reader = inBrowser

/** On the server, where each request has a language of its own, says how to find it out. Called once, at the start. */
export function readLanguageFrom(find: () => Language): void {
  reader = find
}

/** The language of whoever reads the page that is being made. */
export function language(): Language {
  return reader()
}

const collators = new Map(LANGUAGES.map((each) => [each, new Intl.Collator(LOCALES[each])]))

/** Which of two names comes first in the reader's language. */
export function compareNames(a: string, b: string): number {
  return collators.get(language())?.compare(a, b) ?? 0
}

/**
 * Words that follow the reader's language. Each object is looked into, and each function called, in the language of the page
 * that is being made: take no part of one out at the top of a module, where no page is being made yet.
 */
export function inLanguages<Words extends object>(all: InLanguages<Words>): Words {
  const names = Object.keys(all.en) as (keyof Words)[]
  return Object.fromEntries(names.map((name) => [name, follow(() => all[language()][name])])) as Words
}

/**
 * Stands for an object or a function that is only known when it is used. Every page asks for some hundreds of words, hence
 * getters instead of a Proxy; tables of words have the same keys in all languages.
 */
function follow(find: () => unknown): unknown {
  const example = find()
  if (typeof example === 'function')
    return (...args: unknown[]) => (find() as (...args: unknown[]) => unknown)(...args)
  const followed = {}
  for (const key of Object.keys(example as object))
    Object.defineProperty(followed, key, {
      enumerable: true,
      get: () => (find() as Readonly<Record<string, unknown>>)[key],
    })
  return followed
}
