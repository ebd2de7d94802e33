import type { InLanguages, Language } from '#kernel/language'
import { english } from './messages.en.ts'
import { spanish } from './messages.es.ts'
import type { ImportProblem, ImportWords } from './problem.ts'

const WORDS: InLanguages<ImportWords> = { en: english, es: spanish }

/** A problem as one line for a person: where it is, what it is, what to do. */
export function importSentence(problem: ImportProblem, language: Language): string {
  const { at, problems } = WORDS[language]
  const column = problem.code.startsWith('column-') ? null : problem.column
  return at(problem.line, column, problems[problem.code](problem))
}
