import { expect, it } from 'vitest'
import { LANGUAGES } from '#kernel/language'
import { ACT_KINDS } from '#organization'
import type { NextAbout } from '../demonstration.ts'
import { sayNext as en } from './en/tour.ts'
import { sayNext as es } from './es/tour.ts'

const SAY = { en, es }
const ABOUT: readonly NextAbout[] = [
  { kind: 'motion', number: 1, title: 'Rent' },
  { kind: 'election', office: 'treasurer' },
  { kind: 'recall', office: 'treasurer' },
  { kind: 'office', office: 'treasurer' },
  { kind: 'council', name: 'Council' },
  { kind: 'tendency', name: 'Bread' },
  { kind: 'unnamed' },
]
// Entered when the program starts or a backup is put in place, when somebody is erased, and in the place of a vote that cannot open: none is a deadline.
const NOT_DUE = ['law.adopt', 'record.restored', 'member.erase', 'vote.defer']

it('whatever falls due by itself has a name in each language', () => {
  const due = ACT_KINDS.filter(({ actors }) => actors.includes('clerk')).map(({ type }) => type)
  expect(due).toContain('vote.close')
  for (const language of LANGUAGES)
    for (const kind of due.filter((type) => !NOT_DUE.includes(type)))
      expect(
        ABOUT.filter(
          (about) => !/something falls due|vence un plazo/.test(SAY[language]({ at: 0, kind, about })),
        ),
        `${language}: ${kind}`,
      ).not.toEqual([])
})
