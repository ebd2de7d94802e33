/** The languages that Plenum speaks, by their BCP 47 tags; the first where nothing else is known. */
export const LANGUAGES = ['en', 'es'] as const

export type Language = (typeof LANGUAGES)[number]

/** The same thing once in each language: a missing one does not compile. */
export type InLanguages<Thing> = Readonly<Record<Language, Thing>>

/** What each language calls itself. */
export const LANGUAGE_NAMES: InLanguages<string> = { en: 'English', es: 'Español' }

/** The locale by which Intl writes dates, numbers and orders of each language. Spanish is that of Latin America. */
export const LOCALES: InLanguages<string> = { en: 'en-GB', es: 'es-419' }

/** The language with this tag, if it is one of ours. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === tag)
}

/** The best of our languages for an Accept-Language header (RFC 9110, 12.5.4): the weightiest that we speak. */
export function negotiateLanguage(header: string | null): Language {
  const asked = (header ?? '').slice(0, 500).split(',')
  const wanted = asked.flatMap((part) => {
    const [, tag, weight] =
      /^\s*([a-z]{2,3})(?:-[a-z0-9-]+)?\s*(?:;\s*q=([01](?:\.\d{1,3})?))?\s*$/i.exec(part) ?? []
    const language = languageOf(tag?.toLowerCase())
    return language === undefined || Number(weight ?? 1) === 0
      ? []
      : [{ language, weight: Number(weight ?? 1) }]
  })
  return wanted.sort((a, b) => b.weight - a.weight)[0]?.language ?? LANGUAGES[0]
}
