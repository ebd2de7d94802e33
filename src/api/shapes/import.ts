import { z } from 'zod'
import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import type { ImportAnswer, ImportSource } from '#views/import.server.ts'
import { saltOf } from '../salt.ts'
import { listOf, secretIdShape } from './common.ts'

/** Bytes that a call may have which brings a file. */
export const MOST_IMPORT_BYTES = 7_000_000

export const sentFileShape = z.strictObject({
  id: secretIdShape,
  csv: z.string().max(MOST_IMPORT_BYTES).meta({
    description: 'The file as text: columns “name”, “email”, “place” and, at the founding, “organizer”.',
  }),
})

export const importPreviewShape = z
  .object({
    members: z.int(),
    organizers: z.int(),
    rows: listOf(
      z.object({
        line: z.int(),
        name: z.string(),
        email: z.string().nullable(),
        place: z.string().nullable(),
        organizer: z.boolean(),
      }),
    ).meta({ description: 'The first hundred.' }),
    newPlaces: listOf(z.string()),
    unknownPlaces: listOf(z.string()).meta({ description: 'Who has one of these applies to the whole.' }),
    problems: listOf(z.string()).meta({ description: 'With any, nothing can be entered.' }),
    moreProblems: z.int(),
    ignored: listOf(z.string()).meta({ description: 'Columns that mean nothing here.' }),
  })
  .meta({ id: 'ImportPreview' })

export const importedShape = z.object({ members: z.int().meta({ description: 'How many were entered.' }) })

/** The file as the functions take it that pages use too. */
export function sourceOf({ id, csv }: z.infer<typeof sentFileShape>, founding: boolean): ImportSource {
  return { bytes: new TextEncoder().encode(csv), id, salt: saltOf(id), founding, organizers: undefined }
}

/** What came of entering it. Refusals also: `file-has-problems`. */
export function importedAnswer(answer: ImportAnswer | Refusal): z.infer<typeof importedShape> | Refusal {
  if (isRefusal(answer)) return answer
  if (answer.kind === 'entered') return { members: answer.members }
  const { problems, moreProblems } = answer.preview
  const count = problems.length + moreProblems
  return answer.refusal ?? refuse('file-has-problems', { count, first: problems[0] ?? '' })
}
