import { AsyncLocalStorage } from 'node:async_hooks'
import type { Language } from '#kernel/language'
import { readLanguageFrom } from '#ui/language.ts'

const speaking = new AsyncLocalStorage<Language>()
readLanguageFrom(() => speaking.getStore() ?? 'en')

/** Runs `task`, a page or a letter, in the language of whoever reads it. */
export function speak<Answer>(language: Language, task: () => Answer): Answer {
  return speaking.run(language, task)
}
