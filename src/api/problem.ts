import { z } from 'zod'
import type { Refusal } from '#kernel/refusal'
import { refusalStatus } from '#organization'
import { sayRefusal } from '#ui/refusals.ts'
import { api } from '#ui/words/api.ts'

/** A refusal as RFC 9457 tells it. */
export const problemShape = z
  .object({
    type: z.url().meta({ description: 'An address that explains this code.' }),
    title: z.string().meta({ description: 'The kind of problem, in the language that was asked for.' }),
    status: z.int(),
    detail: z.string().meta({ description: 'What is the matter, as a sentence for a person.' }),
    code: z.string().meta({ description: 'Stable, for programs.', examples: ['standing-lapsed'] }),
    facts: z.record(z.string(), z.unknown()).meta({ description: 'What the sentence was made of.' }),
  })
  .meta({ id: 'Problem' })

export const MEDIA_TYPE = 'application/problem+json'

/** The kind of problem that a status stands for. */
export function titleOf(status: number): string {
  return api.titles[status] ?? api.otherTitle
}

/** The answer to a call that was refused. */
export function problemResponse(
  origin: string,
  refusal: Refusal,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const status = refusalStatus(refusal)
  const { code, facts } = refusal
  const problem: z.infer<typeof problemShape> = {
    type: `${origin}/api/v1/problems/${code}`,
    title: titleOf(status),
    status,
    detail: sayRefusal(refusal),
    code,
    facts,
  }
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'content-type': MEDIA_TYPE, 'cache-control': 'no-store', ...challenge(status), ...headers },
  })
}

/** RFC 9110, 15.5.2: whoever is told to identify themselves is told how. */
function challenge(status: number): Readonly<Record<string, string>> {
  return status === 401 ? { 'www-authenticate': 'Bearer realm="plenum"' } : {}
}
