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

/** Stands for an object or a function that is only known when it is used. */
function follow(find: () => unknown): unknown {
  const isFunction = typeof find() === 'function'
  const target: object = isFunction ? () => undefined : {}
  const found = (): object => find() as object
  return new Proxy(target, {
    get: (_, key) => Reflect.get(found(), key) as unknown,
    has: (_, key) => Reflect.has(found(), key),
    ownKeys: () => Reflect.ownKeys(found()),
    getOwnPropertyDescriptor(_, key) {
      const descriptor = Reflect.getOwnPropertyDescriptor(found(), key)
      return descriptor && { ...descriptor, configurable: true }
    },
    apply: (_, self, args: unknown[]) => Reflect.apply(found() as () => unknown, self, args) as unknown,
  })
}
